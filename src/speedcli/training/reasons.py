"""Why a week holds as much as it does, and why a session stands on its day at its dose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speedcli.knowledge.frozen import replace
from speedcli.knowledge.planning import MAX_SPRINT, Planning
from speedcli.knowledge.rulebook import Spacing
from speedcli.training import measure
from speedcli.training.athlete import Athlete
from speedcli.training.document import Reason, Session, Week
from speedcli.training.phases import Phased
from speedcli.training.progress import progress
from speedcli.training.telling import told
from speedcli.training.testing import tests


def explained(
    weeks: Sequence[Week], course: Sequence[Phased], athlete: Athlete
) -> tuple[Week, ...]:
    """The weeks with reasons for their dose, and their sessions with reasons for their day."""
    planning = athlete.library.planning
    fast = any(session.load == MAX_SPRINT for week in weeks for session in week.sessions)
    apart = {rule.id for rule, _ in athlete.library.checks(Spacing)}
    beside_the_point = set() if fast else apart  # nothing is fast that must be kept apart
    found = []
    earlier: list[Session] = []
    full: list[Session] = []  # without those of deloads, which say nothing about a dose
    for place, week in enumerate(weeks):
        later = [session for each in weeks[place:] for session in each.sessions]
        sessions = []
        for session in week.sessions:
            later.pop(0)
            day = _day(session, earlier, later, planning)
            dose = progress(session, full, week.phase, planning)
            own = (one for one in session.why if one.rule not in beside_the_point)
            sessions.append(replace(session, why=(*own, *day, *dose)))
            earlier.append(session)
            full += [session] if week.phase != "deload" else []
        volume = tuple(_volume(place, weeks, course, athlete))
        found.append(replace(week, why=(*week.why, *volume), sessions=tuple(sessions)))
    return tuple(found)


def _volume(
    place: int, weeks: Sequence[Week], course: Sequence[Phased], athlete: Athlete
) -> Iterator[Reason]:
    """Why the week has as many metres at full effort as it has."""
    planning = athlete.library.planning
    now, test = weeks[place].totals.max_effort_m, _tested(weeks[place], planning)
    against = _compared(place, course)
    compared = weeks[against] if against is not None else None
    before = compared.totals.max_effort_m if compared else 0
    tested = _tested(compared, planning) if compared else 0
    facts: dict[str, object] = {"now": now, "level": athlete.request.level, "test": test or tested}
    if not weeks[place].totals.sprint_m:
        yield from told("week-without-running", {}, planning)
    if now == 0:
        return
    if course[place].type.loaded:
        case = _loaded_case(now, before)
        if case == "falls":
            case = "after-test" if tested else "peak" if weeks[place].phase == "peak" else case
    else:
        case = str(weeks[place].phase) if before else ""
        facts["now"] = now - test if case == "test" else now
    if before:
        share = round(100 * now / before)
        facts |= {"before": before, "share": share, "percent": abs(share - 100)}
    yield from told(f"week-{case}", facts, planning)


def _compared(place: int, course: Sequence[Phased]) -> int | None:
    """The week that a week's metres are measured by, if there is one."""
    loaded = [each for each, week in enumerate(course) if week.type.loaded]
    if course[place].type.loaded:
        return max((each for each in loaded if each < place), default=None)
    if course[place].phase == "intro":
        return min(loaded, default=None)
    return place - 1 if place else None


def _tested(week: Week, planning: Planning) -> int:
    """Metres at full effort of the week's test."""
    blocks = [block for session in week.sessions for block in tests(session, planning)]
    return measure.effort_metres((item for block in blocks for item in block.items), planning)


def _loaded_case(now: int, before: int) -> str:
    if not before:
        return "first"
    return "rises" if now > before else "falls" if now < before else "holds"


def _day(
    session: Session, earlier: Sequence[Session], later: Sequence[Session], planning: Planning
) -> Iterator[Reason]:
    """Why the session stands where it does between the fast days."""
    last = next((each for each in reversed(earlier) if each.load == MAX_SPRINT), None)
    coming = next((each for each in later if each.load == MAX_SPRINT), None)
    since = (session.date - last.date).days if last else None
    until = (coming.date - session.date).days if coming else None
    if session.load == MAX_SPRINT:
        if since is not None:
            yield from told("day-hard", {"days": _days(since)}, planning)
    elif until is not None:
        yield from told("day-easy", {"days": _days(until)}, planning)


def _days(number: int) -> str:
    return "a day" if number == 1 else f"{number} days"
