"""Frozen records as plain values that JSON takes, and back again.

A record becomes `{"Name of its class": [its values]}`, a mapping `{"": mapping}`, and a tuple a
list. What is read back equals what was written, but does not know `where` that was.
"""

from __future__ import annotations

from speedcli.knowledge.frozen import make, values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

_MAPPING = ""
_NESTED = (list, dict)


def plain(value: Any) -> Any:
    """A record, or a tuple or mapping of some, as plain values."""
    if isinstance(value, tuple):
        return [plain(member) for member in value]
    if hasattr(value, "__match_args__"):
        return {type(value).__name__: [plain(member) for member in values(value)]}
    if hasattr(value, "keys"):
        return {_MAPPING: {key: plain(value[key]) for key in value}}
    return value


def record(value: Any, kinds: Mapping[str, Any]) -> Any:
    """What `plain` made `value` from; `kinds` are the classes by name."""
    if not isinstance(value, _NESTED):
        return value
    if isinstance(value, list):
        return _members(value, kinds)
    ((name, inner),) = value.items()
    if name == _MAPPING:
        return dict(zip(inner, _members(inner.values(), kinds), strict=True))
    return make(kinds[name], _members(inner, kinds))


def _members(values: Iterable[Any], kinds: Mapping[str, Any]) -> tuple[Any, ...]:
    # Most are texts and numbers, which are not worth a call each.
    return tuple([record(one, kinds) if type(one) in _NESTED else one for one in values])
