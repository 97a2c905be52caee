"""The page of a muscle: what it does, what it is for in sprinting, and what loads it."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Muscle
from speedcli.views import wording
from speedcli.views.citation import Numbering
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
from speedcli.views.pages.concept import links


def page(muscle: Muscle, library: Library) -> Page:
    """Everything about a muscle."""
    numbering = Numbering(library)
    parts: list[Part] = [
        Paragraph(muscle.about, numbering.refs(muscle.sources)),
        Section("What it does", (_actions(muscle, library),)),
        *_claims(muscle, numbering),
        *_exercises(muscle, library),
    ]
    if muscle.concepts:
        parts.append(Links("Read on", links(muscle.concepts, library)))
    return Page(wording.capital(muscle.name), "muscle", (*parts, *numbering.section()))


def brief(muscle: Muscle, library: Library) -> Page:
    """Where it is, and what it does."""
    parts = (Paragraph(muscle.about), _actions(muscle, library))
    return Page(wording.capital(muscle.name), "muscle", parts)


def _actions(muscle: Muscle, library: Library) -> Facts:
    actions = [library.actions[one] for one in muscle.joint_actions]
    return Facts(tuple(Fact(wording.capital(one.name), one.about) for one in actions))


def _claims(muscle: Muscle, numbering: Numbering) -> Iterator[Section]:
    rows = tuple(
        GradedText(claim.grade, claim.text, numbering.refs(claim.sources))
        for claim in muscle.claims
    )
    if rows:
        yield Section("In sprinting", (Graded(rows),))


def _exercises(muscle: Muscle, library: Library) -> Iterator[Section]:
    """The exercises that load it: first those in which it is the main one."""
    loading = library.exercises_loading(muscle.id)
    main = [one for one in loading if one.muscles[0] == muscle.id]
    beside = [one for one in loading if one not in main]
    rows = tuple(
        Links(label, tuple(Link(one.id, one.name) for one in exercises))
        for label, exercises in (("Most of all", main), ("As well", beside))
        if exercises
    )
    if rows:
        yield Section("Exercises that load it", rows)
