"""The page of an exercise: how it is done, how much, and where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Exercise
from speedcli.views import wording
from speedcli.views.page import (
    Bullets,
    Command,
    Commands,
    Fact,
    Facts,
    Links,
    Page,
    Paragraph,
    Part,
    Section,
)
from speedcli.views.pages.concept import links
from speedcli.views.pages.doses import dose_table


def page(exercise: Exercise, library: Library) -> Page:
    """Everything about an exercise."""
    parts: list[Part] = [
        Section("How to do it", (Paragraph(exercise.setup), Paragraph(exercise.execution))),
        *_bullets("Cues", exercise.cues),
        *_bullets("Common mistakes", exercise.errors),
        *_bullets("Angles", exercise.angles),
        Section(_amount(exercise), (dose_table(exercise.dose),)),
        Facts(tuple(_facts(exercise, library))),
        Links("Trains", links(exercise.concepts, library)),
        *_sessions(exercise, library),
    ]
    return Page(exercise.name, _corner(exercise), tuple(parts))


def brief(exercise: Exercise) -> Page:
    """How it is done, and what to think of."""
    cue = tuple(Facts((Fact("Cue", cue),)) for cue in exercise.cues[:1])
    return Page(exercise.name, _corner(exercise), (Paragraph(exercise.execution), *cue))


def works(exercise: Exercise, library: Library) -> str:
    """Its muscles, and what they do or resist with: `hamstrings, in knee flexion`."""
    muscles = [library.muscles[one].name for one in exercise.muscles]
    actions = [library.actions[one].name for one in exercise.joint_actions]
    return f"{wording.listing(muscles)}, in {wording.listing(actions)}"


def _corner(exercise: Exercise) -> str:
    kind = exercise.kind.replace("iso-", "isometric-")
    return f"exercise · {wording.spaced(kind)}"


def _amount(exercise: Exercise) -> str:
    return "How much, reps per side" if exercise.sides == 2 else "How much"


def _bullets(title: str, items: tuple[str, ...]) -> tuple[Section, ...]:
    return (Section(title, (Bullets(items),)),) if items else ()


def _facts(exercise: Exercise, library: Library) -> Iterator[Fact]:
    if exercise.muscles:
        yield Fact("Works", works(exercise, library))
    yield Fact("Needs", wording.kit_of(exercise, library))
    if exercise.easier:
        yield Fact("Easier", _variants(exercise.easier, library))
    if exercise.harder:
        yield Fact("Harder", _variants(exercise.harder, library))
    yield Fact("Care", exercise.caution)
    if exercise.avoid:
        names = [library.avoidables[one].name for one in exercise.avoid]
        yield Fact("Leave out", f"where you avoid {wording.listing(names, 'or')}")


def _variants(variants: tuple[str, ...], library: Library) -> str:
    """Other ways to do it: sentences, or the ids of exercises."""
    known = library.exercises
    return " ".join(wording.sentence(known[one].name if one in known else one) for one in variants)


def _sessions(exercise: Exercise, library: Library) -> tuple[Section, ...]:
    rows = tuple(
        Command(f"speed session {session.id}", session.title)
        for session in library.sessions.values()
        if any(
            exercise.id in line.exercises
            for level in session.levels.values()
            for line in level.lines
        )
    )
    return (Section("Sessions with it", (Commands(rows),)),) if rows else ()
