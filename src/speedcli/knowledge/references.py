"""Where records refer to others by id: found by the names of fields, wherever they are nested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, NamedTuple

from speedcli.knowledge.library import TABLES, Library
from speedcli.knowledge.records import Where

# A field of one of these names holds ids of that table, in whatever record it stands.
REFERS = {
    "category": "categories",
    "concept": "concepts",
    "concepts": "concepts",
    "related": "concepts",
    "source": "sources",
    "sources": "sources",
    "return_sources": "sources",
    "kit": "kit",
    "provides": "kit",
    "setup_kit": "kit",
    "distance_without": "kit",
    "avoid": "avoidables",
    "exercises": "exercises",
    "no_exercises": "exercises",
    "templates": "sessions",
    "no_templates": "sessions",
    "warm_up_fast": "sessions",
    "warm_up_easy": "sessions",
    "cool_down": "sessions",
    "beside": "sessions",
    "rule": "rules",
    "load": "load-classes",
    "loads": "load-classes",
    "after": "load-classes",
    "before": "load-classes",
    "day": "day-types",
    "easy": "day-types",
    "hard": "day-types",
    "instead": "day-types",
    "test_day": "day-types",
    "test_day_alone": "day-types",
    "fallback_days": "day-types",
    "easy_days": "day-types",
    "last_days": "day-types",
}

# What one member of a table is called.
NOUNS = {
    "sources": "source",
    "categories": "category",
    "concepts": "concept",
    "kit": "kit",
    "avoidables": "region or quality to avoid",
    "exercises": "exercise",
    "sessions": "session",
    "rules": "rule",
    "load-classes": "load class",
    "day-types": "day type",
}


class Reference(NamedTuple):
    """An id written in the field `field` of a record, meant for a table."""

    where: Where
    field: str
    id: str
    table: str


def known_ids(library: Library) -> dict[str, Iterable[str]]:
    """The ids of each table that can be referred to; none of an absent `planning`."""
    ids: dict[str, Iterable[str]] = {table: library.table(table) for table in TABLES}
    if planning := library.planning_if_any:
        ids["load-classes"] = [one.id for one in planning.load_classes]
        ids["day-types"] = [one.id for one in planning.day_types]
    return ids


def references(library: Library) -> Iterator[Reference]:
    """Every reference of every record."""
    for record in all_records(library):
        for name, table in _references_of(record.__class__):
            for written in _ids(getattr(record, name)):
                yield Reference(record.where, name.replace("_", "-"), written, table)


def all_records(library: Library) -> Iterator[Any]:
    """Every record, and every record within a record."""
    for table in TABLES:
        yield from _within(library.table(table))
    yield from _within(library.planning_if_any)


def _within(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        for member in value.values():
            yield from _within(member)
    elif isinstance(value, tuple):
        for member in value:
            yield from _within(member)
    elif is_dataclass(value) and hasattr(value, "where"):
        yield value
        for field in fields(value):
            yield from _within(getattr(value, field.name))


@cache
def _references_of(record: Any) -> list[tuple[str, str]]:
    return [(field.name, REFERS[field.name]) for field in fields(record) if field.name in REFERS]


def _ids(value: Any) -> Iterator[str]:
    """The ids in a field: of a mapping its values, or its keys where the values are numbers."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from _ids(member)
    elif isinstance(value, Mapping):
        for key, member in value.items():
            yield from [key] if isinstance(member, int | float) else _ids(member)
