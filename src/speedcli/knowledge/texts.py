"""The texts of any record, field by field: what people read, without ids, links and choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, get_origin

from speedcli.knowledge import shapes
from speedcli.knowledge.references import REFERS

NAMES = ("id", "title", "name", "aliases")  # fields that say what a record is called
FIRST_LINES = ("answer", "summary", "statement", "purpose", "execution", "claim", "question")

_KINDS = ("family",)
_UNREAD = frozenset(("where", "doi", "url", "journal", "pattern", "firm", "families"))


def texts(record: Any) -> Iterator[tuple[str, str]]:
    """Each text with the field of the record that holds it, however deep, in their order."""
    for name in _text_fields(record.__class__):
        for text in _within(getattr(record, name), ids=name in REFERS):
            yield name, text


def _within(value: Any, *, ids: bool) -> Iterator[str]:
    """The texts of a value. A field that may hold ids may hold records as well."""
    if isinstance(value, str):
        yield from [] if ids else [value]
    elif isinstance(value, Mapping):
        for member in value.values():
            yield from _within(member, ids=ids)
    elif isinstance(value, tuple):
        for member in value:
            yield from _within(member, ids=ids)
    elif is_dataclass(value) and hasattr(value, "where"):
        yield from (text for _, text in texts(value))


@cache
def _text_fields(shape: Any) -> tuple[str, ...]:
    hints = shapes.hints(shape)
    return tuple(
        field.name
        for field in fields(shape)
        if field.name not in _UNREAD
        and (field.name in _KINDS or get_origin(hints[field.name]) is not Literal)
    )
