"""A library as plain values to be kept, and a library that makes its records of them as asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import Any

from speedcli.knowledge import claims, figures, planning, records, rulebook, series, values, why
from speedcli.knowledge.library import PLANNING, TABLES, Library, Patch
from speedcli.knowledge.plain import plain, record
from speedcli.knowledge.where import Where

_PATCHES = "patches"
_KINDS = {
    name: kind
    for module in (records, values, rulebook, planning, why, claims, series, figures)
    for name, kind in vars(module).items()
    if hasattr(kind, "__match_args__")
}


def entries(library: Library) -> dict[str, Callable[[], Any]]:
    """What to keep of a library: by the name of each table, a function that makes it plain."""
    tables = {table: partial(_plain_table, library.table(table)) for table in TABLES}
    return {
        **tables,
        PLANNING: lambda: plain(library.planning_if_any),
        _PATCHES: lambda: {
            key: [(patch.fields, patch.where) for patch in patches]
            for key, patches in library.patches.items()
        },
    }


def library(read: Callable[[str], Any]) -> Library:
    """The library whose `entries` come back from `read`; a table is read when it is first used."""
    tables: dict[str, Any] = {table: _Table(table, read) for table in TABLES}
    planning, patches = record(read(PLANNING), _KINDS), read(_PATCHES)
    return Library(**tables, planning_if_any=planning, patches=_patches(patches))


def _patches(kept: Mapping[str, Any]) -> dict[str, tuple[Patch, ...]]:
    return {
        key: tuple(Patch(tuple(fields), Where(*where)) for fields, where in patches)
        for key, patches in kept.items()
    }


def _plain_table(table: Mapping[str, Any]) -> dict[str, Any]:
    return {id: plain(one) for id, one in table.items()}


class _Table(Mapping[str, Any]):
    """A table that is read when somebody looks into it; a record is made when it is wanted."""

    def __init__(self, name: str, read: Callable[[str], Any]) -> None:
        self._name = name
        self._read = read
        self._made: dict[str, Any] = {}

    def __getitem__(self, id: str) -> Any:
        if id not in self._made:
            self._made[id] = record(self._kept[id], _KINDS)
        return self._made[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    @cached_property
    def _kept(self) -> Mapping[str, Any]:
        kept: Mapping[str, Any] = self._read(self._name)
        return kept
