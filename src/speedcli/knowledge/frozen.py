"""Frozen records with slots, as `dataclasses` makes them, at a small part of the cost.

`dataclass` compiles six functions for each class, which takes up to a millisecond, and imports
`inspect` before the first. There are about a hundred kinds of record, and all can share the same
functions. To type checkers, and to the functions of `dataclasses`, these are ordinary dataclasses.
"""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter

TYPE_CHECKING = False  # as `typing` has it, which is slow to import
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from dataclasses import Field
    from typing import Any, NamedTuple, TypeVar, dataclass_transform

    T = TypeVar("T")
else:
    from collections import namedtuple

    def dataclass_transform(**_):
        return lambda decorator: decorator

    class _Named(type):  # as `typing` does it
        def __new__(kind, name, bases, space):
            fields = space.get("__annotations__", {})
            given = [space.pop(field) for field in fields if field in space]
            base = namedtuple(name, fields, defaults=given)
            return type(name, (base,), {**space, "__slots__": ()})

    NamedTuple = type.__new__(_Named, "NamedTuple", (), {})

__all__ = ["NamedTuple", "frozen", "make", "replace", "values"]


_WHERE = "where"  # two records that say the same are equal, wherever they are written


@dataclass_transform(frozen_default=True)
def frozen(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
    """A class of frozen records from its annotations; `kw_only` is for type checkers alone.

    A field named `where`, the last if there is one, counts neither for equality nor for `repr`. A
    default is shared by all records of the class.
    """
    return _frozen


if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(record, **changes):
        """The record with other values in some of its fields."""
        kind = type(record)
        changed = object.__new__(kind)
        for name, put in kind._puts:
            put(changed, changes.pop(name) if name in changes else getattr(record, name))
        if changes:
            raise TypeError(f"{kind.__name__} has no {', '.join(changes)}")
        return changed


def values(record: Any) -> tuple[Any, ...]:
    """What the record says: the values of its fields, all but `where`."""
    said: tuple[Any, ...] = type(record)._said(record)
    return said


def make(kind: Any, said: Iterable[Any]) -> Any:
    """A record of the class `kind` from its `values`, and with its default for `where`."""
    record = object.__new__(kind)
    for (_, put), value in zip(kind._puts, said, strict=False):
        put(record, value)
    if _WHERE in kind._defaults:
        kind._puts[-1][1](record, kind._defaults[_WHERE])
    return record


def _frozen(plain: Any) -> Any:
    names = tuple(name for name, hint in plain.__annotations__.items() if "ClassVar" not in hint)
    given = dict(vars(plain))
    defaults = {name: given.pop(name) for name in names if name in given}
    for left_over in ("__dict__", "__weakref__"):
        given.pop(left_over, None)
    remembers = any(isinstance(one, cached_property) for one in given.values())
    slots = (*names, "__dict__") if remembers else names
    members = {**_METHODS, **given, "__slots__": slots, "__match_args__": names}
    kind: Any = type(plain)(plain.__name__, plain.__bases__, members)
    kind.__qualname__ = plain.__qualname__
    kind._defaults = defaults
    kind._hints = {name: plain.__annotations__[name] for name in names}
    kind._names = frozenset(names)
    kind._puts = tuple((name, getattr(kind, name).__set__) for name in names)
    kind._said = _getter([name for name in names if name != _WHERE])
    return kind


def _getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple([getattr(record, name) for name in names])


def _init(self: Any, *said: Any, **named: Any) -> None:
    kind = type(self)
    names = kind.__match_args__
    given = {**kind._defaults, **named}
    if said:
        if len(said) > len(names) or not named.keys().isdisjoint(names[: len(said)]):
            raise TypeError(f"{kind.__name__} takes {', '.join(names)}, each once")
        given.update(zip(names, said, strict=False))
    if given.keys() != kind._names:
        wrong = ", ".join(sorted(given.keys() ^ kind._names))
        raise TypeError(f"{kind.__name__} takes {', '.join(names)}; missing or unknown: {wrong}")
    for name, put in kind._puts:
        put(self, given[name])


def _equal(self: Any, other: object) -> Any:
    return values(self) == values(other) if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:
    return hash(values(self))


def _repr(self: Any) -> str:
    said = zip(type(self).__match_args__, values(self), strict=False)
    return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in said)})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise AttributeError(f"{type(self).__name__} is frozen; {name!r} stays as it is")


class _Fields:
    """What `dataclasses` wants to know of a class, found out only when it asks."""

    def __get__(self, _: object, kind: Any) -> dict[str, Field[Any]]:
        from dataclasses import field, make_dataclass  # noqa: PLC0415 - slow, and seldom wanted

        rows = [
            (name, kind._hints[name], field(**_default(kind, name))) for name in kind.__match_args__
        ]
        made: dict[str, Field[Any]] = vars(make_dataclass("_", rows))["__dataclass_fields__"]
        kind.__dataclass_fields__ = made
        return made


def _default(kind: Any, name: str) -> dict[str, Any]:
    if name not in kind._defaults:
        return {"kw_only": True}
    default = kind._defaults[name]
    if type(default).__hash__ is None:  # which `dataclasses` takes for one that somebody changes
        return {"kw_only": True, "default_factory": lambda: default}
    return {"kw_only": True, "default": default}


_METHODS: dict[str, Any] = {
    "__init__": _init,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__copy__": lambda self: self,
    "__deepcopy__": lambda self, _: self,
    "__dataclass_fields__": _Fields(),
}
