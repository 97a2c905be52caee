"""The pages that list: the map of everything, rules, claims, disputes and figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from speedcli.knowledge.claims import Verdict
from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Family
from speedcli.views import wording
from speedcli.views.marks import VERDICTS
from speedcli.views.page import (
    Column,
    Command,
    Commands,
    Fact,
    Facts,
    Link,
    Links,
    Page,
    Row,
    Section,
    Table,
)
from speedcli.views.pages.concept import claim_facts, claimed


def concept_map(library: Library) -> Page:
    """All concepts by category with their answers, then the sessions by family."""
    sections = [*_categories(library), *_sessions(library)]
    return Page("What you can look up", "speed explain NAME", (*sections, _next(library)))


def rule_list(library: Library) -> Page:
    """All rules with how strong they are."""
    columns = (Column("Rule"), Column("Strength"), Column("What it says"))
    rows = tuple(Row((rule.id, rule.strength, rule.title)) for rule in library.rules.values())
    return Page("The rules of a plan", "speed explain R01", (Table(columns, rows),))


def claim_list(library: Library) -> Page:
    """All claims of training systems with their verdicts."""
    parts = (
        claim_facts(library.claims.values()),
        Section("What the verdicts mean", (_meanings(),)),
        Section("Go on", (Commands(tuple(_about_systems(library))),)),
    )
    return Page(claimed(library), "speed explain C01", parts)


def dispute_list(library: Library) -> Page:
    """All disputes in the literature with their questions."""
    facts = tuple(Fact(one.id, f"{one.title}: {one.question}") for one in library.disputes.values())
    return Page("Where the literature disagrees", "speed explain D01", (Facts(facts),))


def _meanings() -> Facts:
    meanings: dict[Verdict, str] = {
        "supported": "Reviews or several studies agree with it.",
        "partly": "Part of it holds, or it holds for some.",
        "contested": "Good sources disagree.",
        "not-supported": "The studies there are do not show it, or speak against it.",
        "untested": "No study of it was found.",
    }
    return Facts(
        tuple(
            Fact(f"{VERDICTS[one]} {wording.spaced(one)}", meaning)
            for one, meaning in meanings.items()
        )
    )


def _about_systems(library: Library) -> Iterator[Command]:
    for system in library.systems.values():
        yield Command(f"speed explain {system.id}", "its eras, its contradictions, what is unknown")
    yield Command("speed explain disputes", "where the literature itself disagrees")


def figure_list(library: Library) -> Page:
    """All figures with what to see in them."""
    rows = tuple(Fact(figure.id, figure.title) for figure in library.figures.values())
    example = next(iter(library.figures), "NAME")
    commands = (
        Command(f"speed explain {example}", "a figure, on the screen"),
        Command(f"speed explain {example} -o {example}.svg", "the same as a picture"),
    )
    parts = (Facts(rows), Section("Go on", (Commands(commands),)))
    return Page("The figures", "speed explain NAME", parts)


def _categories(library: Library) -> Iterator[Section]:
    for category in library.categories.values():
        facts = tuple(
            Fact(concept.id, f"{concept.answer}{library.mark(concept)}")
            for concept in library.concepts.values()
            if concept.category == category.id
        )
        if facts:
            yield Section(category.title, (Facts(facts),))


def _sessions(library: Library) -> Iterator[Section]:
    families = {
        family: tuple(
            Link(session.id, session.title)
            for session in library.sessions.values()
            if session.family == family
        )
        for family in get_args(Family)
    }
    links = tuple(Links(family, targets) for family, targets in families.items() if targets)
    if links:
        yield Section("Sessions", links)


def _next(library: Library) -> Section:
    """What to type next: one example of each kind, from the data at hand."""
    concept = next(iter(library.concepts), "NAME")
    exercise = next(iter(library.exercises), "NAME")
    rows = (
        Command(f"speed explain {concept}", "a concept, from its answer down to its sources"),
        Command(f"speed explain {exercise}", f"one of {len(library.exercises)} exercises"),
        Command("speed check --rules", f"the {len(library.rules)} rules that a plan keeps"),
        *_lists(library),
    )
    return Section("Go on", (Commands(rows),))


def _lists(library: Library) -> Iterator[Command]:
    if library.series:
        yield Command("speed learn", f"the ideas in order, in {len(library.series)} steps")
    if library.claims:
        said = f"what a training system claims, with verdicts ({len(library.claims)})"
        yield Command("speed explain claims", said)
    if library.disputes:
        said = f"where the literature disagrees ({len(library.disputes)})"
        yield Command("speed explain disputes", said)
