"""The page of a source: what it found, its limits, and what rests on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Concept, Muscle, Source, Template
from speedcli.views import citation, wording
from speedcli.views.page import (
    Fact,
    Facts,
    Graded,
    GradedText,
    Link,
    Links,
    Page,
    Paragraph,
    Part,
    Section,
)

_KINDS = {
    "rct": "randomised controlled trial",
    "modelling": "computer model",
    "cross-sectional": "cross-sectional study",
    "meta-analysis": "meta-analysis",
}


class _Titled(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...


T = TypeVar("T", bound=_Titled)


def page(source: Source, library: Library) -> Page:
    """Everything about a source."""
    parts: list[Part] = [
        Paragraph(source.title),
        Facts(tuple(_facts(source))),
        Section("What it found", (Paragraph(source.finding),)),
    ]
    if source.limits:
        parts.append(Section("Its limits", (Paragraph(source.limits),)))
    parts += _cited_by(source, library)
    return Page(_title(source), _corner(source), tuple(parts))


def brief(source: Source) -> Page:
    """What it found."""
    return Page(_title(source), _corner(source), (Paragraph(source.finding),))


def _title(source: Source) -> str:
    """A reader must not take a retracted source for a sound one, however little is read."""
    named = citation.short(source)
    return f"Retracted: {named}" if source.retracted else named


def _corner(source: Source) -> str:
    return f"source · {_KINDS.get(source.kind, wording.spaced(source.kind))}"


def _facts(source: Source) -> Iterator[Fact]:
    if source.kind != "practice":
        yield Fact("Authors", source.authors)
    if source.journal:
        yield Fact("Published", source.journal)
    if source.people:
        yield Fact("People", str(source.people))
    if source.studies:
        yield Fact("Studies", str(source.studies))
    if source.doi:
        yield Fact("DOI", f"https://doi.org/{source.doi}")
    if source.url:
        yield Fact("Address", source.url)


def _cited_by(source: Source, library: Library) -> Iterator[Part]:
    """The claims, figures, rules and sessions that rest on the source."""
    claiming: tuple[Concept | Template | Muscle, ...]
    claiming = (
        *library.concepts.values(),
        *library.sessions.values(),
        *library.muscles.values(),
    )
    rows = tuple(
        GradedText(claim.grade, f"{claim.text} ({record.id})")
        for record in claiming
        for claim in record.claims
        if source.id in claim.sources
    )
    if rows:
        yield Section("Cited for", (Graded(rows),))
    cited = {
        "Numbers": _links(
            library.concepts, lambda concept: (number.source for number in concept.numbers), source
        ),
        "Figures": _links(library.figures, lambda figure: figure.sources, source),
        "Rules": _links(library.rules, lambda rule: rule.sources, source),
        "Sessions": _links(library.sessions, lambda session: session.sources, source),
        "Verdicts": _links(library.claims, lambda claim: claim.sources, source),
        "Muscles": tuple(
            Link(one.id, one.name) for one in library.muscles.values() if source.id in one.sources
        ),
        "Disputes": _links(
            library.disputes,
            lambda dispute: (id for side in dispute.sides for id in side.sources),
            source,
        ),
    }
    for label, targets in cited.items():
        if targets:
            yield Links(label, targets)


def _links(
    records: Mapping[str, T], sources: Callable[[T], Iterable[str]], source: Source
) -> tuple[Link, ...]:
    """The records of a table that name the source, whose own sources `sources` tells."""
    return tuple(
        Link(record.id, record.title) for record in records.values() if source.id in sources(record)
    )
