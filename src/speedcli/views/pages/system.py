"""The page of a training system: its eras, its contradictions, and what is unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from speedcli.knowledge.claims import System
from speedcli.knowledge.library import Library
from speedcli.views import wording
from speedcli.views.marks import VERDICTS
from speedcli.views.page import (
    Bullets,
    Command,
    Commands,
    Entries,
    Entry,
    Fact,
    Facts,
    Links,
    Page,
    Paragraph,
    Part,
    Section,
)
from speedcli.views.pages.concept import links


def page(system: System, library: Library) -> Page:
    """Everything about a system but its claims, which have pages of their own."""
    eras = tuple(Entry(f"{era.id} {era.title} · {era.seen}", era.teaches) for era in system.eras)
    parts: list[Part] = [
        Paragraph(system.about),
        Section("What it taught, and when", (Entries(eras),)),
        *_contradictions(system),
        *_unknown(system),
        *_claims(system, library),
        *_sessions(system, library),
        Links("Read on", links(system.concepts, library)),
    ]
    return Page(system.title, _CORNER, tuple(parts))


def brief(system: System) -> Page:
    """What it is."""
    return Page(system.title, _CORNER, (Paragraph(system.about),))


_CORNER = "training system"


def _contradictions(system: System) -> Iterator[Section]:
    if rows := tuple(
        Entry(f"{each.title} · {', '.join(each.claims)}", f"{each.one} {each.other}")
        for each in system.contradictions
    ):
        yield Section("Where it contradicts itself", (Entries(rows),))


def _unknown(system: System) -> Iterator[Section]:
    if system.unpublished:
        yield Section("What is unknown", (Bullets(system.unpublished),))


def _claims(system: System, library: Library) -> Iterator[Section]:
    """How many of the claims from its eras got which verdict."""
    eras = {era.id for era in system.eras}
    claims = [claim for claim in library.claims.values() if eras.intersection(claim.eras)]
    if not claims:
        return
    counts = Counter(claim.verdict for claim in claims)
    facts = tuple(
        Fact(f"{mark} {wording.spaced(verdict)}", f"{counts[verdict]} of {len(claims)}")
        for verdict, mark in VERDICTS.items()
    )
    row = Command("speed explain claims", "each of them with its verdict")
    yield Section("Its claims beside the evidence", (Facts(facts), Commands((row,))))


def _sessions(system: System, library: Library) -> Iterator[Section]:
    rows = tuple(
        Command(f"speed session {session.id}", session.title)
        for session in library.sessions.values()
        if session.published_by == system.title
    )
    if rows:
        yield Section("Its method as published", (Commands(rows),))
