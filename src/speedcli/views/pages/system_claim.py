"""The page of a system's claim: what it says, the verdict, and how one could test it."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.claims import Contradiction, SystemClaim
from speedcli.knowledge.library import Library
from speedcli.views.citation import Numbering
from speedcli.views.page import (
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
from speedcli.views.pages.concept import links, verdict
from speedcli.views.pages.step import number


def page(claim: SystemClaim, library: Library) -> Page:
    """Everything about a claim."""
    numbering = Numbering(library)
    parts: list[Part] = [
        Paragraph(claim.claim),
        Section("Verdict", tuple(_verdict(claim, numbering))),
        Section("How one could test it", (Paragraph(claim.test),)),
        *_eras(claim, library),
        *_contradictions(claim, library),
        *_steps(claim, library),
        Links("Read on", links(claim.concepts, library)),
        *numbering.section(),
    ]
    return Page(_title(claim), _corner(claim), tuple(parts))


def brief(claim: SystemClaim) -> Page:
    """The claim and its verdict."""
    parts = (Paragraph(claim.claim), Facts((Fact(verdict(claim), claim.why),)))
    return Page(_title(claim), _corner(claim), parts)


def contradictions(claim: str, library: Library) -> Iterator[Contradiction]:
    """Where the system that makes the claim says something else as well."""
    for system in library.systems.values():
        for contradiction in system.contradictions:
            if claim in contradiction.claims:
                yield contradiction


def _title(claim: SystemClaim) -> str:
    return f"{claim.id} {claim.title}"


def _corner(claim: SystemClaim) -> str:
    return f"claim · {claim.about}"


def _verdict(claim: SystemClaim, numbering: Numbering) -> Iterator[Part]:
    yield Facts((Fact(verdict(claim), claim.why, numbering.refs(claim.sources)),))
    if claim.verdict == "untested":
        yield Paragraph("No study of this claim was found.")


def _eras(claim: SystemClaim, library: Library) -> Iterator[Section]:
    facts = tuple(
        Fact(era.id, f"{era.title}: {era.seen}")
        for system in library.systems.values()
        for era in system.eras
        if era.id in claim.eras
    )
    if facts:
        yield Section("When it was said", (Facts(facts),))


def _contradictions(claim: SystemClaim, library: Library) -> Iterator[Section]:
    entries = tuple(
        Entry(each.title, f"{each.one} {each.other}") for each in contradictions(claim.id, library)
    )
    if entries:
        yield Section("Where the system contradicts itself", (Entries(entries),))


def _steps(claim: SystemClaim, library: Library) -> Iterator[Section]:
    """The steps of the reading path that are about the claim."""
    rows = tuple(
        Command(f"speed learn {number(step, library)}", step.title)
        for step in library.series.values()
        if claim.id in step.claims
    )
    if rows:
        yield Section("Where it is explained", (Commands(rows),))
