"""Where records refer to others by id: found by the names of fields, wherever they are nested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
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
    "muscles": "muscles",
    "joint_actions": "actions",
    "exercises": "exercises",
    "no_exercises": "exercises",
    "sessions": "sessions",
    "templates": "sessions",
    "no_templates": "sessions",
    "warm_up_fast": "sessions",
    "warm_up_easy": "sessions",
    "cool_down": "sessions",
    "beside": "sessions",
    "rule": "rules",
    "return_rule": "rules",
    "rules": "rules",
    "claims": "claims",
    "eras": "eras",
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
    "actions": "joint action",
    "muscles": "muscle",
    "exercises": "exercise",
    "sessions": "session",
    "rules": "rule",
    "systems": "training system",
    "claims": "claim of a system",
    "disputes": "dispute",
    "series": "step of the reading path",
    "eras": "era of a system",
    "figures": "figure",
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
    ids["eras"] = [era.id for system in library.systems.values() for era in system.eras]
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


@lru_cache(maxsize=2)  # several checks walk the same library, one after the other
def all_records(library: Library) -> tuple[Any, ...]:
    """Every record, and every record within a record."""
    found: list[Any] = []
    for table in TABLES:
        _collect(library.table(table), found)
    _collect(library.planning_if_any, found)
    return tuple(found)


def _collect(value: Any, found: list[Any]) -> None:
    if isinstance(value, str):
        return
    if isinstance(value, tuple):
        for member in value:
            _collect(member, found)
    elif isinstance(value, Mapping):
        for member in value.values():
            _collect(member, found)
    elif names := _fields_of(value.__class__):
        found.append(value)
        for name in names:
            _collect(getattr(value, name), found)


@cache
def _fields_of(shape: type) -> tuple[str, ...]:
    """The fields of a record type that knows its place; nothing for any other type."""
    if not is_dataclass(shape) or not hasattr(shape, "where"):
        return ()
    return tuple(field.name for field in fields(shape) if field.name != "where")


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
