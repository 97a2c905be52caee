"""What a type asks of the text it is read from.

A small, closed set of types; a record with any other is a mistake of ours and a TypeError.
"""

from __future__ import annotations

import datetime
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, reduce
from operator import or_
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from speedcli.knowledge.nodes import Pairs
from speedcli.knowledge.records import Where
from speedcli.knowledge.values import A_YEAR, YEARS, Number

Form = Literal[
    "scalar",
    "choice",
    "list",
    "mapping",
    "record",
    "variant",
    "optional",
    "list-or-other",
    "pairs",
]

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]+)?")
_DECIMALS = 4  # Python writes what is smaller as 1e-05, which nobody here reads
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _whole(text: str) -> int:
    return int(_matching(_WHOLE, text))


def _decimal(text: str) -> float:
    written = _matching(_DECIMAL, text)
    if len(written.partition(".")[2]) > _DECIMALS:
        raise ValueError(f"expected a number with {_DECIMALS} decimals at most, got {text!r}")
    return float(written)


def _number(text: str) -> Number:
    return _whole(text) if _WHOLE.fullmatch(text) else _decimal(text)


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError
    return text == "true"


def _date(text: str) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(_matching(_DATE, text))
    except ValueError:
        raise ValueError from None  # its own words do not say what would be right
    if day.year not in YEARS:
        raise ValueError(f"expected {A_YEAR}, got {text!r}")
    return day


def _matching(pattern: re.Pattern[str], text: str) -> str:
    """`text`, if it is written as we write it; Python's own readers take `1_0` and `nan` too."""
    if not pattern.fullmatch(text):
        raise ValueError
    return text


class Reader(NamedTuple):
    """How a single value is read: ValueError, with or without a text, when it is not `wanted`."""

    wanted: str
    read: Callable[[str], Any]


_READERS: dict[Any, Reader] = {
    str: Reader("text", str.strip),
    int: Reader("a whole number", _whole),
    float: Reader("a number", _decimal),
    Number: Reader("a number", _number),
    bool: Reader("true or false", _truth),
    datetime.date: Reader("a date such as 2027-01-04", _date),
}


class Field(NamedTuple):
    """A field that is written in a file, by `name`; `subject` is what messages call it."""

    name: str
    shape: Any
    subject: str
    required: bool


@cache
def form(shape: Any) -> Form:
    """How a value of the type `shape` is written."""
    origin, args = get_origin(shape), get_args(shape)
    if shape in _READERS or hasattr(shape, "parse"):
        return "scalar"
    if origin is Literal:
        return "choice"
    if shape is Pairs:
        return "pairs"  # read later, when it is known what they belong to
    if origin is tuple and args[1:] == (...,):
        return "list"
    if origin is Mapping:
        return "mapping"
    if is_dataclass(shape):
        return "record"
    if origin in (Union, types.UnionType):
        return _form_of_union(args)
    raise TypeError(f"cannot read {shape} from YAML")


def _form_of_union(args: tuple[Any, ...]) -> Form:
    if types.NoneType in args:
        return "optional"
    if all(is_dataclass(arg) for arg in args):
        return "variant"
    if len(args) == 2 and [form(arg) for arg in args].count("list") == 1:
        return "list-or-other"
    raise TypeError(f"cannot tell {args} apart in YAML")


@cache
def reader(shape: Any) -> Reader:
    """How a scalar type reads its text."""
    if known := _READERS.get(shape):
        return known
    example = getattr(shape, "example", None)
    return Reader(f"e.g. {example}" if example else "a value", shape.parse)


@cache
def without_none(shape: Any) -> Any:
    """The `X` of `X | None`."""
    return reduce(or_, (arg for arg in get_args(shape) if arg is not types.NoneType))


def list_or_other(shape: Any, is_list: bool) -> Any:
    """The member of a union of a list and something else that fits what is written."""
    first, second = get_args(shape)
    return first if (form(first) == "list") is is_list else second


@cache
def hints(record: Any) -> dict[str, Any]:
    """The types of the fields of a record. Modules need not import `Literal` for it."""
    return get_type_hints(record, localns={"Literal": Literal})


@cache
def kinds(shape: Any) -> dict[str, Any]:
    """The record types of a union by the `kind` that announces them."""
    return {kind: record for record in get_args(shape) for kind in get_args(hints(record)["kind"])}


@cache
def layout(record: Any, underscores: bool) -> dict[str, Field]:
    """The fields of a record type by the key they are written with."""
    types = hints(record)
    found: dict[str, Field] = {}
    for field in fields(record):
        if types[field.name] is not Where:
            key = field.name if underscores else field.name.replace("_", "-")
            required = field.default is MISSING and field.default_factory is MISSING
            found[key] = Field(field.name, types[field.name], repr(key), required)
    return found


@cache
def knows_where(record: Any) -> bool:
    """Whether records of this type want to know the line they were written on."""
    return hints(record).get("where") is Where
