"""The page of one session to do: all of it, with how each exercise is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Exercise
from speedcli.training.document import Item, Plan, Session
from speedcli.views import dates, wording
from speedcli.views.page import Bullets, Fact, Facts, Page, Paragraph, Part, Section
from speedcli.views.pages import blocks, notes, reasons, terms
from speedcli.views.pages.plan import corner, people


def page(plan: Plan, library: Library, *, why: bool = False, narrow: bool = False) -> Page:
    """The first session of the plan. `why` adds what its concepts and rules say."""
    session = plan.weeks[0].sessions[0]
    parts: list[Part] = [
        *notes.parts(plan.health),
        Paragraph(session.purpose),
        Facts((*people(plan), *_frame(plan, session, library))),
        *_notes(plan, session),
        *_bullets("Check first", session.safety),
        *_bullets("When to leave it out", session.caution),
        *(blocks.section(block, narrow=narrow) for block in session.blocks),
        _stops(session),
        *terms.section((session,), library),
        *_exercises(session, library),
        *_why(session, library, why),
    ]
    return Page(plan.title, corner(plan), tuple(parts))


def _frame(plan: Plan, session: Session, library: Library) -> Iterator[Fact]:
    if plan.request.session is None:
        week = f"week {plan.weeks[0].number} of {plan.request.weeks}"
        yield Fact("Session", blocks.BETWEEN.join((session.title, week, session.id)))
    yield Fact("Date", dates.full(session.date))
    yield Fact("Takes", f"{session.minutes} min, warm-up and cool-down included")
    yield Fact("Load", wording.load_name(session.load, library))
    yield blocks.needs(session, library)
    if session.readiness:
        yield Fact("Ready", session.readiness)
    if session.place:
        yield Fact("Place", session.place)


def _bullets(title: str, items: tuple[str, ...]) -> Iterator[Section]:
    if items:
        yield Section(title, (Bullets(items),))


def _stops(session: Session) -> Section:
    """When to end each block, and when to end all of it."""
    stops = blocks.stops(session.blocks)
    pain = (Facts((Fact("Pain", session.pain),)),) if session.pain else ()
    return Section(stops.title, (*stops.parts, *pain))


def _exercises(session: Session, library: Library) -> Iterator[Section]:
    """How each exercise between warm-up and cool-down is done, once."""
    items = {item.exercise: item for block in blocks.inner(session) for item in block.items}
    known = [(item, library.exercises[id]) for id, item in items.items() if id in library.exercises]
    if known:
        yield Section("How to do it", tuple(_exercise(*each) for each in known))


def _exercise(item: Item, exercise: Exercise) -> Section:
    facts = (
        Fact("Set up", exercise.setup),
        Fact("Do", exercise.execution),
        Fact("Think of", _sentences(exercise.cues)),
        Fact("Mistakes", _sentences(exercise.errors)),
        Fact("Easier", item.easier or ""),
        Fact("Harder", item.harder or ""),
        Fact("Care", exercise.caution),
    )
    return Section(item.name, (Facts(tuple(fact for fact in facts if fact.text)),))


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(map(wording.sentence, texts))


def _notes(plan: Plan, session: Session) -> Iterator[Section]:
    parts = (*notes.parts(plan.notes), *notes.parts(session.notes))
    if parts:
        yield Section("Notes", parts)


def _why(session: Session, library: Library, explained: bool) -> Iterator[Section]:
    if session.why:
        yield Section("Why", (reasons.linked(session.why),))
    if explained:
        yield from reasons.explanations(session.why, library)
