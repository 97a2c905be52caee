"""A session in short lines, for screens that are small and know no tables: phones, calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from speedcli.knowledge.frozen import replace
from speedcli.knowledge.library import Library
from speedcli.training.document import Block, Plan, Session, Week
from speedcli.views import dates, wording
from speedcli.views.page import Bullets
from speedcli.views.pages import blocks, notes, reasons

BULLET = "• "
_FIRST_CHECKS = 2  # the ground, and the room to stop


class Extent(NamedTuple):
    """How much is said: `full` has every cue, all checks, and when to leave the session out."""

    full: bool = False
    why: bool = False


class Line(NamedTuple):
    """A line of text; its head stands out where that can be shown."""

    head: str
    text: str = ""


Group = list[Line]  # lines that stand together, apart from others


def session(
    plan: Plan, week: Week, one: Session, library: Library, extent: Extent
) -> Iterator[Group]:
    """All that is done in a session; if not in full, with a cue to a block and the first checks."""
    full = extent.full
    alone = plan.request.session is not None
    yield [_title(one), *_setting(plan, week, one), *_ground(one, library, full)]
    yield _notes(plan.health) if alone or full else []
    yield _notes(one.notes)
    if full:
        yield _notes(plan.notes)
        yield [*_told("For", one.purpose), *_told("Ready", one.readiness)]
    yield [*_told("Why", reasons.running(one.why))] if extent.why else []
    for block in one.blocks:
        yield [*_block(block, full)]
    out = wording.sentence("; ".join(one.caution)) if full and one.caution else ""
    yield [*_told("Pain", one.pain), *_told("Leave it out", out)]


def opening(plan: Plan) -> Iterator[Group]:
    """What holds for all sessions of a plan."""
    yield [Line(plan.title)]
    yield [*_people(plan)]
    yield _notes(plan.health)
    yield _notes(plan.notes)
    yield [*_told("Missed", plan.missed)]


def _title(one: Session) -> Line:
    day = f"{dates.weekday(one.date)} {dates.short(one.date)}"
    return Line(blocks.BETWEEN.join((one.title, day, f"{one.minutes} min")))


def _setting(plan: Plan, week: Week, one: Session) -> Iterator[Line]:
    if plan.request.session is None:
        of = f"Week {week.number} of {plan.request.weeks}"
        yield Line("", blocks.BETWEEN.join((of, week.phase, one.id)))
    yield from _people(plan)
    if one.place:
        yield Line("Place", one.place)


def _people(plan: Plan) -> Iterator[Line]:
    people = ("athlete", "coach", "club", "place")
    named = [f"{wording.capital(name)} {text}" for name in people if (text := getattr(plan, name))]
    if named:
        yield Line("", blocks.BETWEEN.join(named))


def _ground(one: Session, library: Library, full: bool) -> Iterator[Line]:
    yield Line("Needs", blocks.needs(one, library).text)
    if full and one.safety:
        yield Line("Check first")
        yield from _listed(one.safety)
    else:
        checks = map(wording.sentence, _first_checks(one, library))
        yield from _told("Check first", " ".join(checks))


def _first_checks(one: Session, library: Library) -> Iterator[str]:
    """The first checks of the session and of each of its blocks; all of those for bands."""
    first = set(one.safety[:_FIRST_CHECKS])
    named = (block.template for block in blocks.inner(one))
    for template in (library.sessions[id] for id in named if id in library.sessions):
        most = None if template.family == "band" else _FIRST_CHECKS
        first |= {*template.safety[:most], *(kit.text for kit in template.kit_safety)}
    return (check for check in one.safety if check in first)


def _block(block: Block, full: bool) -> Iterator[Line]:
    if block.role in blocks.FRAME:
        yield Line(wording.capital(block.role), blocks.in_one_line(block))
        return
    section = blocks.section(block if full else _with_one_cue(block), narrow=True)
    yield Line(section.title)
    for part in section.parts:
        if isinstance(part, Bullets):
            yield from _listed(part.items)
    yield Line("" if block.stop.startswith("Stop ") else "Stop", block.stop)


def _with_one_cue(block: Block) -> Block:
    """The block with the first of its cues alone: more than one is not thought of."""
    first = next((item for item in block.items if item.cue), None)
    items = (item if item is first else replace(item, cue=None) for item in block.items)
    return replace(block, items=tuple(items))


def _notes(text: str | None) -> Group:
    lines: Group = []
    for part in notes.parts(text):
        lines += _listed(part.items) if isinstance(part, Bullets) else [Line("", part.text)]
    return lines


def _listed(items: Iterable[str]) -> list[Line]:
    return [Line("", f"{BULLET}{item}") for item in items]


def _told(head: str, text: str | None) -> Group:
    return [Line(head, text)] if text else []
