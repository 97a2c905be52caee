"""The pages that list: the map of everything, and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Family
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


def concept_map(library: Library) -> Page:
    """All concepts by category with their answers, then the sessions by family."""
    sections = [*_categories(library), *_sessions(library)]
    return Page("What you can look up", "speed explain NAME", (*sections, _next(library)))


def rule_list(library: Library) -> Page:
    """All rules with how strong they are."""
    columns = (Column("Rule"), Column("Strength"), Column("What it says"))
    rows = tuple(Row((rule.id, rule.strength, rule.title)) for rule in library.rules.values())
    return Page("The rules of a plan", "speed explain R01", (Table(columns, rows),))


def _categories(library: Library) -> Iterator[Section]:
    for category in library.categories.values():
        facts = tuple(
            Fact(concept.id, concept.answer)
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
    )
    return Section("Go on", (Commands(rows),))
