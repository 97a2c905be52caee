"""The sessions that can be asked for by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Family
from speedcli.views import wording
from speedcli.views.page import Command, Commands, Fact, Facts, Page, Section


def page(library: Library) -> Page:
    """The kinds of session, then every template by family with its minutes."""
    kinds = tuple(
        Command(f"speed session {kind.id}", _purpose(kind.day, library))
        for kind in library.planning.session_kinds
    )
    parts = (Section("For today", (Commands(kinds),)), *_families(library))
    return Page("Sessions to do", "speed session NAME", parts)


def _purpose(day: str, library: Library) -> str:
    return next(one.purpose for one in library.planning.day_types if one.id == day)


def _families(library: Library) -> Iterator[Section]:
    for family in get_args(Family):
        facts = tuple(
            Fact(one.id, f"{one.title}, {one.minutes}")
            for one in library.sessions.values()
            if one.family == family
        )
        if facts:
            yield Section(wording.capital(family), (Facts(facts),))
