"""The page of a plan: its weeks at a glance, what to know before, then every session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speedcli.knowledge.library import Library
from speedcli.training.document import Plan, Reason, Session, Week
from speedcli.views import dates, wording
from speedcli.views.page import (
    Bar,
    Bullets,
    Cell,
    Column,
    Command,
    Commands,
    Fact,
    Facts,
    Page,
    Paragraph,
    Part,
    Row,
    Section,
    Table,
)
from speedcli.views.pages import blocks


def page(plan: Plan, library: Library, *, why: bool = False, narrow: bool = False) -> Page:
    """All of a plan. `why` adds the reasons; `narrow` lays the weeks out for a small screen."""
    parts: list[Part] = [
        *paragraphs(plan.health),
        Facts(tuple(_request(plan, library))),
        _overview(plan.weeks, narrow=narrow),
        *_expectations(plan, library),
        *paragraphs(plan.notes),
        *_accepted(plan),
        _before(plan),
    ]
    for week in plan.weeks:
        parts += _sessions(week, library, why=why)
    if why:
        parts += explanations(_reasons(plan), library)
    return Page(plan.title, corner(plan), tuple(parts))


def corner(plan: Plan) -> str:
    """Whom the plan is for, and the fingerprint of its numbers."""
    request = plan.request
    days = "" if request.session else " ".join(request.days)
    parts = (request.level, days, f"{request.minutes} min", plan.fingerprint)
    return blocks.BETWEEN.join(filter(None, parts))


def paragraphs(text: str | None) -> Iterator[Part]:
    """Text of the document: a paragraph to a line, and lines that start with `- ` as a list."""
    items: list[str] = []
    for line in (text or "").splitlines():
        if line.startswith("- "):
            items.append(line[2:])
            continue
        if items:
            yield Bullets(tuple(items))
            items = []
        if line.strip():
            yield Paragraph(line)
    if items:
        yield Bullets(tuple(items))


def explanations(reasons: Iterable[Reason], library: Library) -> Iterator[Section]:
    """The concepts and rules that reasons name, a line to each, and how to read more."""
    named = dict.fromkeys(reason.concept or reason.rule or "" for reason in reasons)
    rows = [
        Command(f"speed explain {id}", library.concepts[id].answer)
        for id in named
        if id in library.concepts
    ] + [
        Command(f"speed explain {id}", library.rules[id].title)
        for id in named
        if id in library.rules
    ]
    if rows:
        yield Section("The ideas behind it", (Commands(tuple(rows)),))


def reason(given: Reason) -> str:
    """A reason with the rule it rests on."""
    return f"{given.text} ({given.rule})" if given.rule else given.text


def _request(plan: Plan, library: Library) -> Iterator[Fact]:
    request = plan.request
    last = max(session.date for week in plan.weeks for session in week.sessions)
    yield Fact("Dates", f"{dates.full(request.start)} to {dates.full(last)}")
    if request.event:
        yield Fact("Event", dates.full(request.event))
    yield Fact("Kit", _kit(request.kit, library))
    if request.avoid:
        names = [
            library.avoidables[id].name if id in library.avoidables else id for id in request.avoid
        ]
        yield Fact("Avoids", wording.listing(names))
    if request.age is not None:
        yield Fact("Age", str(request.age))
    if request.returning:
        yield Fact("Returning", "after a break")
    yield from _people(plan)


def _people(plan: Plan) -> Iterator[Fact]:
    for name in ("athlete", "coach", "club", "place"):
        if text := getattr(plan, name):
            yield Fact(wording.capital(name), text)


def _kit(ids: Iterable[str], library: Library) -> str:
    """Kit by name; what a coach's own file calls otherwise stays as it is."""
    return wording.listing([library.kit[id].name if id in library.kit else id for id in ids])


def _overview(weeks: tuple[Week, ...], *, narrow: bool) -> Section:
    """A row to each week. One emphasis for all weeks is the plan's title, and needs no column."""
    varied = len({week.emphasis for week in weeks}) > 1
    column = varied and not narrow
    titles = [
        "Week",
        "Starts",
        "Phase",
        *["Emphasis"] * column,
        "Sprint m",
        "Hard",
        "Push s",
        "Minutes",
    ]
    words = len(titles) - 4
    columns = [
        Column(title, "right" if place > words else "left") for place, title in enumerate(titles)
    ]
    most = max((week.totals.sprint_m for week in weeks), default=0) or 1
    rows = tuple(
        Row(
            tuple(_cells(week, most, column)),
            wording.spaced(week.emphasis) if varied and narrow else "",
        )
        for week in weeks
    )
    legend = (
        "Sprint m: metres of sprints and fast runs. Hard: days of maximal sprinting. "
        "Push s: seconds of isometric pushes on each side."
    )
    return Section("The weeks", (Table(tuple(columns), rows), Paragraph(legend)))


def _cells(week: Week, most: int, emphasis: bool) -> Iterator[Cell]:
    totals = week.totals
    yield f"{week.number:>2}"
    yield dates.short(week.starts)
    yield week.phase
    if emphasis:
        yield wording.spaced(week.emphasis)
    yield Bar(totals.sprint_m / most, str(totals.sprint_m))
    yield from (str(number) for number in (totals.hard_days, totals.iso_push_s, totals.minutes))


def _expectations(plan: Plan, library: Library) -> Iterator[Facts]:
    tests = [
        f"week {week.number}, {dates.long(session.date)}"
        for week in plan.weeks
        for session in week.sessions
        if _is_test(session, library)
    ]
    facts = [
        Fact("Expect", plan.expect or ""),
        Fact("Tests", "; ".join(tests)),
        Fact("A change", plan.change or ""),
        Fact("Missed", plan.missed or ""),
    ]
    if shown := tuple(fact for fact in facts if fact.text):
        yield Facts(shown)


def _is_test(session: Session, library: Library) -> bool:
    """Whether a session holds what the data name as tests."""
    planning = library.planning
    day = next((day for day in planning.day_types if day.id == planning.test_day), None)
    slots = day.slots if day else ()
    tests = {name for slot in slots if slot.role == "main" for name in slot.templates}
    return any(block.template in tests for block in session.blocks)


def _accepted(plan: Plan) -> Iterator[Section]:
    """Where the request bends a rule, each with its reason."""
    rows = tuple(Fact(f"{one.where} {one.rule}", one.because) for one in plan.accepted)
    if rows:
        yield Section("Accepted, though a rule says otherwise", (Facts(rows),))


def _before(plan: Plan) -> Section:
    """What holds for all sessions, said once."""
    sessions = [session for week in plan.weeks for session in week.sessions]
    pains = dict.fromkeys(session.pain for session in sessions if session.pain)
    safety = dict.fromkeys(line for session in sessions for line in session.safety)
    caution = dict.fromkeys(line for session in sessions for line in session.caution)
    parts: list[Part] = [Facts(tuple(Fact("Pain", text) for text in pains))] if pains else []
    if safety:
        parts.append(Section("Check first", (Bullets(tuple(safety)),)))
    if caution:
        parts.append(Section("When to leave a session out", (Bullets(tuple(caution)),)))
    return Section("Before you start", tuple(parts))


def _sessions(week: Week, library: Library, *, why: bool) -> Iterator[Section]:
    for place, session in enumerate(week.sessions):
        about = [Fact("This week", reason(one)) for one in week.why] if why and not place else []
        about += [Fact("Why", reason(one)) for one in session.why] if why else []
        yield _session(week, session, library, about)


def _session(week: Week, session: Session, library: Library, about: list[Fact]) -> Section:
    heading = (
        f"Week {week.number}, {dates.long(session.date)}",
        session.title,
        f"{session.minutes} min",
        session.id,
    )
    opening = [blocks.needs(session, _kit(session.kit, library))]
    if session.place:
        opening.append(Fact("Place", session.place))
    opening += map(blocks.in_one_line, blocks.outer(session, "warm-up"))
    closing = tuple(map(blocks.in_one_line, blocks.outer(session, "cool-down")))
    parts: list[Part] = [
        Paragraph(session.purpose),
        Facts((*about, *opening)),
        *map(blocks.section, blocks.inner(session)),
        *((Facts(closing),) if closing else ()),
        blocks.stops(session),
        *paragraphs(session.notes),
    ]
    return Section(blocks.BETWEEN.join(heading), tuple(parts))


def _reasons(plan: Plan) -> Iterator[Reason]:
    for week in plan.weeks:
        yield from week.why
        for session in week.sessions:
            yield from session.why
