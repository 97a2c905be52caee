"""The page of a concept, from top to bottom as a good coach would tell it."""

from __future__ import annotations

from collections.abc import Iterable

from speedcli.knowledge.claims import SystemClaim
from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Concept, Template
from speedcli.views import marks, wording
from speedcli.views.citation import Numbering
from speedcli.views.page import (
    Command,
    Commands,
    Entries,
    Entry,
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
from speedcli.views.pages import figure

_MOST_SESSIONS = 6


def page(concept: Concept, library: Library) -> Page:
    """Everything about a concept, the answer first and the sources last."""
    numbering = Numbering(library)
    parts: list[Part] = [
        Paragraph(concept.answer),
        Paragraph(concept.summary),
        Section("How it works", (Paragraph(concept.how),)),
        *figure.sections(library.figures_for(concept.id), library, numbering),
        Section("Why it matters for speed", (Paragraph(concept.why),)),
        *_myths(concept),
        *_numbers(concept, numbering),
        *_claims(concept, numbering),
        *_systems(concept, library),
        *_train_it(concept, library),
        *_disputes(concept, library),
        *_rules(concept, library),
        Links("Read on", tuple(Link(one.id, one.title) for one in library.related_to(concept.id))),
        *numbering.section(),
    ]
    return Page(concept.title, corner(concept, library), tuple(parts))


def brief(concept: Concept, library: Library) -> Page:
    """The answer and the summary."""
    parts = (Paragraph(concept.answer), Paragraph(concept.summary))
    return Page(concept.title, corner(concept, library), parts)


def corner(concept: Concept, library: Library) -> str:
    """Where the concept stands in the map."""
    return library.categories[concept.category].title


def claimed(library: Library) -> str:
    """The heading of claims, with whose they are."""
    systems = [system.title for system in library.systems.values()]
    return f"What {wording.listing(systems)} claim{'s' * (len(systems) == 1)}"


def claim_facts(claims: Iterable[SystemClaim]) -> Facts:
    """Claims of a system as rows: `C11  x not supported  Band holds make you faster`."""
    return Facts(tuple(Fact(f"{one.id}  {verdict(one)}", one.title) for one in claims))


def verdict(claim: SystemClaim) -> str:
    """`x not supported`: the mark and the words."""
    return f"{marks.VERDICTS[claim.verdict]} {wording.spaced(claim.verdict)}"


def links(concepts: tuple[str, ...], library: Library) -> tuple[Link, ...]:
    """The concepts as records to read."""
    return tuple(Link(one, library.concepts[one].title) for one in concepts)


def sessions_for(concept: str, library: Library) -> list[Template]:
    """The sessions that train a concept: first those that name it early.

    A protocol shown as published comes after our own sessions.
    """
    return sorted(
        library.sessions_for(concept),
        key=lambda session: (bool(session.published_by), session.concepts.index(concept)),
    )


def _myths(concept: Concept) -> tuple[Section, ...]:
    entries = tuple(Entry(f"“{myth.wrong}”", myth.right) for myth in concept.myths)
    return (Section("What people get wrong", (Entries(entries),)),) if entries else ()


def _numbers(concept: Concept, numbering: Numbering) -> tuple[Section, ...]:
    facts = tuple(
        Fact(f"{number.value} {number.unit}".strip(), number.name, numbering.refs([number.source]))
        for number in concept.numbers
    )
    return (Section("In numbers", (Facts(facts),)),) if facts else ()


def _claims(concept: Concept, numbering: Numbering) -> tuple[Section, ...]:
    rows = tuple(
        GradedText(claim.grade, claim.text, numbering.refs(claim.sources))
        for claim in concept.claims
    )
    return (Section("How sure are we", (Graded(rows),)),) if rows else ()


def _systems(concept: Concept, library: Library) -> tuple[Section, ...]:
    claims = library.claims_about(concept.id)
    return (Section(claimed(library), (claim_facts(claims),)),) if claims else ()


def _disputes(concept: Concept, library: Library) -> tuple[Links, ...]:
    disputes = library.disputes_about(concept.id)
    return (
        (Links("Disputed", tuple(Link(one.id, one.title) for one in disputes)),) if disputes else ()
    )


def _rules(concept: Concept, library: Library) -> tuple[Links, ...]:
    rules = tuple(
        Link(rule.id, rule.title) for rule in library.rules.values() if concept.id in rule.concepts
    )
    return (Links("Rules", rules),) if rules else ()


def _train_it(concept: Concept, library: Library) -> tuple[Section, ...]:
    """Sessions that train the concept, or exercises where there are none."""
    rows = [
        Command(f"speed session {session.id}", f"{session.title}, {session.minutes}")
        for session in sessions_for(concept.id, library)
    ] or [
        Command(f"speed explain {exercise.id}", exercise.name)
        for exercise in library.exercises_for(concept.id)
    ]
    return (Section("Train it", (Commands(tuple(rows[:_MOST_SESSIONS])),)),) if rows else ()
