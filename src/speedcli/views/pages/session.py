"""The page of a session template: its ranges per level, as published."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Level, Line, Template
from speedcli.views import wording
from speedcli.views.citation import Numbering
from speedcli.views.page import (
    Bullets,
    Column,
    Command,
    Commands,
    Fact,
    Facts,
    Graded,
    GradedText,
    Links,
    Page,
    Paragraph,
    Part,
    Row,
    Section,
    Table,
)
from speedcli.views.pages.concept import links
from speedcli.views.pages.doses import dose_table, one_line

Items = tuple[str, ...]


def page(template: Template, library: Library) -> Page:
    """What the session trains, how much at each level, when to stop and what to watch for."""
    numbering = Numbering(library)
    parts: list[Part] = [
        Paragraph(template.purpose),
        Facts(tuple(_frame(template, library))),
        Section("How much", (dose_table(template.levels), *_notes(template))),
        *_contents(template, library),
        Section("When to stop", (Facts(tuple(_stops(template))),)),
        *_bullets("Check first", (*template.safety, *(n.text for n in template.kit_safety))),
        *_bullets("When to leave it out", template.cautions),
        Section("How sure are we", (Graded(tuple(_claims(template, numbering))),)),
        Section("Do it", (Commands((Command(f"speed session {template.id}", "for today"),)),)),
        Links("Trains", links(template.concepts, library)),
        *numbering.section(),
    ]
    return Page(template.title, _corner(template), tuple(parts))


def brief(template: Template) -> Page:
    """What it is for, how long it takes and when to stop."""
    facts = (Fact("Takes", str(template.minutes)), Fact("Stop", template.stop))
    return Page(template.title, _corner(template), (Paragraph(template.purpose), Facts(facts)))


def _corner(template: Template) -> str:
    return f"session · {template.family}"


def _frame(template: Template, library: Library) -> Iterator[Fact]:
    yield Fact("Takes", f"{template.minutes} without the warm-up")
    yield Fact("Counts as", wording.load_name(template.load, library))
    if kit := _kit(template, library):
        yield Fact("Needs", kit)
    if template.surface:
        yield Fact("Surface", template.surface)
    if template.space:
        yield Fact("Space", f"{template.space} more than the longest run, to slow down")
    if template.published_by:
        yield Fact("Published", f"by {template.published_by}; shown as it was published")


def _kit(template: Template, library: Library) -> str:
    """The kit that is always needed, and what the exercises need beside it."""
    exercises = [
        library.exercises[one]
        for level in template.levels.values()
        for line in level.lines
        for one in line.exercises
    ]
    by_exercise = dict.fromkeys(
        one for exercise in exercises for ids in exercise.kit for one in ids
    )
    choice = [library.kit[one].name for one in by_exercise if one not in template.setup_kit]
    needs = wording.kit_names(template.setup_kit, library)
    if not choice:
        return needs
    return f"{needs}; " * bool(needs) + f"by exercise: {wording.listing(choice, 'or')}"


def _notes(template: Template) -> tuple[Part, ...]:
    facts = [Fact(name, level.note) for name, level in template.levels.items() if level.note]
    facts += [Fact(f"Not {name}", why) for name, why in template.unsuitable.items()]
    return (Facts(tuple(facts)),) if facts else ()


def _contents(template: Template, library: Library) -> Iterator[Section]:
    """The lines; levels that do the same stand together."""
    alike: dict[tuple[Row, ...], list[Level]] = {}
    for level, ranges in template.levels.items():
        rows = tuple(_row(line, library) for line in ranges.lines)
        alike.setdefault(rows, []).append(level)
    for rows, levels in alike.items():
        who = "" if len(alike) == 1 else f", {wording.listing(levels)}"
        table = Table((Column("Exercise"), Column("Dose")), rows)
        yield Section(f"What you do{who}", (table,))


def _row(line: Line, library: Library) -> Row:
    """A line of the template: the first exercise that the athlete can do, and its dose."""
    names = "; or ".join(library.exercises[one].name for one in line.exercises)
    optional = " (optional)" if line.optional else ""
    return Row((names + optional, one_line(line)))


def _stops(template: Template) -> Iterator[Fact]:
    yield Fact("Stop", template.stop)
    if template.stop_timed:
        yield Fact("With timing", template.stop_timed)


def _bullets(title: str, items: Items) -> tuple[Section, ...]:
    return (Section(title, (Bullets(items),)),) if items else ()


def _claims(template: Template, numbering: Numbering) -> Iterator[GradedText]:
    refs = numbering.refs(template.sources)
    yield GradedText(template.grade, "The evidence behind this kind of session.", refs)
    for claim in template.claims:
        yield GradedText(claim.grade, claim.text, numbering.refs(claim.sources))
