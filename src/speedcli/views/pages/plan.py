"""The page of a plan: its weeks at a glance, what to know before, then every session."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.library import Library
from speedcli.training.document import Plan, Reason
from speedcli.training.part import sessions
from speedcli.training.testing import is_test
from speedcli.views import dates, wording
from speedcli.views.page import Bullets, Fact, Facts, Page, Part, Section
from speedcli.views.pages import blocks, notes, reasons, terms, training_day, weeks


def page(plan: Plan, library: Library, *, why: bool = False, narrow: bool = False) -> Page:
    """All of a plan. `why` adds the reasons; `narrow` is laid out for a small screen."""
    parts: list[Part] = [
        *notes.parts(plan.health),
        *opening(plan, library, narrow=narrow),
        *_before(plan),
        *training_day.sections(plan, library, why=why, narrow=narrow),
        *(reasons.explanations(_reasons(plan), library) if why else ()),
    ]
    return Page(plan.title, corner(plan), tuple(parts))


def opening(
    plan: Plan, library: Library, *, narrow: bool = False, pictured: bool = False
) -> Iterator[Part]:
    """For whom and when, the weeks at a glance, what to expect, and where rules were bent.

    `pictured` is for forms that draw figures instead of the bars of the table.
    """
    yield Facts(tuple(frame(plan, library)))
    yield from weeks.pictures(plan.weeks) if pictured else ()
    yield from weeks.overview(plan.weeks, narrow=narrow, barred=not pictured)
    yield from terms.section(sessions(plan), library)
    yield from _facts(expectations(plan, library))
    yield from notes.parts(plan.notes)
    yield from accepted(plan, library)


def corner(plan: Plan) -> str:
    """Whom the plan is for, and the fingerprint of its numbers."""
    request = plan.request
    days = "" if request.session else " ".join(request.days)
    parts = (request.level, days, f"{request.minutes} min", plan.fingerprint)
    return blocks.BETWEEN.join(filter(None, parts))


def people(plan: Plan) -> Iterator[Fact]:
    """Who trains, with whom and where, as far as the plan says."""
    for name in ("athlete", "coach", "club", "place"):
        if text := getattr(plan, name):
            yield Fact(wording.capital(name), text)


def frame(plan: Plan, library: Library) -> Iterator[Fact]:
    """Who trains when and with what, as asked for."""
    yield from people(plan)
    request = plan.request
    days = [request.start, *(session.date for session in sessions(plan))]
    yield Fact("Dates", f"{dates.full(request.start)} to {dates.full(max(days))}")
    if request.event:
        yield Fact("Race", dates.full(request.event))
    yield Fact("Kit", blocks.kit(request.kit, library))
    if request.avoid:
        yield Fact("Avoids", wording.listing([_avoided(id, library) for id in request.avoid]))
    if request.age is not None:
        yield Fact("Age", str(request.age))
    if request.returning:
        yield Fact("Returning", "after weeks without training")


def _avoided(id: str, library: Library) -> str:
    """The name of a region, a quality, an exercise or a session to leave out."""
    if id in library.avoidables:
        return library.avoidables[id].name
    if id in library.exercises:
        return library.exercises[id].name
    return library.sessions[id].title if id in library.sessions else id


def expectations(plan: Plan, library: Library) -> Iterator[Fact]:
    """What may come of the plan, how that is found out, and what to do about missed sessions."""
    planning = library.planning_if_any
    tests = [
        f"week {week.number}, {dates.long(session.date)}"
        for week in plan.weeks
        for session in week.sessions
        if planning and is_test(session, planning)
    ]
    facts = (
        Fact("Expect", plan.expect or ""),
        Fact("Tests", "; ".join(tests)),
        Fact("A change", plan.change or ""),
        Fact("Missed", plan.missed or ""),
    )
    yield from (fact for fact in facts if fact.text)


def _facts(found: Iterator[Fact]) -> Iterator[Facts]:
    if rows := tuple(found):
        yield Facts(rows)


def accepted(plan: Plan, library: Library) -> Iterator[Section]:
    """Where the request bends a rule; the places that share a reason stand together."""
    places: dict[tuple[str, str], list[str]] = {}
    for one in plan.accepted:
        places.setdefault((one.rule, one.because), []).append(one.where)
    rows = tuple(
        Fact(_rule(rule, library), f"{because} ({', '.join(where)})")
        for (rule, because), where in places.items()
    )
    if rows:
        yield Section("Accepted, though a rule says otherwise", (Facts(rows),))


def _rule(id: str, library: Library) -> str:
    return f"{id} {library.rules[id].title}" if id in library.rules else id


def _before(plan: Plan) -> Iterator[Section]:
    """What holds for all sessions, said once."""
    every = sessions(plan)
    pains = dict.fromkeys(session.pain for session in every if session.pain)
    safety = dict.fromkeys(line for session in every for line in session.safety)
    parts: list[Part] = [Facts(tuple(Fact("Pain", text) for text in pains))] if pains else []
    if safety:
        parts.append(Section("Check first", (Bullets(tuple(safety)),)))
    if parts:
        yield Section("Before you start", tuple(parts))


def _reasons(plan: Plan) -> Iterator[Reason]:
    for week in plan.weeks:
        yield from week.why
        for session in week.sessions:
            yield from session.why
