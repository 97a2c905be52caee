"""Why a week holds as much as it does, and why a session stands on its day.

The sentences live in the knowledge base, with places for the numbers of this plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from speedcli.knowledge.planning import Planning, Why
from speedcli.training.athlete import Athlete
from speedcli.training.document import Reason, Session, Week
from speedcli.training.phases import Phased


def reason(why: Why) -> Reason:
    """A sentence of the knowledge base as one of the plan document."""
    return Reason(concept=why.concept, rule=why.rule, text=why.text)


def explained(
    weeks: Sequence[Week], course: Sequence[Phased], athlete: Athlete
) -> tuple[Week, ...]:
    """The weeks with reasons for their dose, and their sessions with reasons for their day."""
    found = []
    earlier: list[Session] = []
    for place, week in enumerate(weeks):
        later = [session for each in weeks[place:] for session in each.sessions]
        sessions = []
        for session in week.sessions:
            later.pop(0)
            why = (*session.why, *_day(session, earlier, later, athlete.library.planning))
            sessions.append(replace(session, why=why))
            earlier.append(session)
        dose = tuple(_dose(place, weeks, course, athlete))
        found.append(replace(week, why=(*week.why, *dose), sessions=tuple(sessions)))
    return tuple(found)


def _dose(
    place: int, weeks: Sequence[Week], course: Sequence[Phased], athlete: Athlete
) -> Iterator[Reason]:
    """Why the week has as many metres at full effort as it has."""
    metres = [week.totals.max_effort_m for week in weeks]
    now, type_ = metres[place], course[place].type
    loaded = [each for each in range(len(weeks)) if course[each].type.loaded]
    done = [each for each in loaded if each < place]
    facts = {"now": now, "level": athlete.request.level, "emphasis": type_.name}
    if now == 0:
        return
    if type_.loaded:
        before = metres[done[-1]] if done else 0
        case = _loaded_case(now, before)
    elif type_.phase == "intro":
        before = metres[loaded[0]] if loaded else 0
        case = "intro" if before else ""
    else:
        before = metres[place - 1] if place else 0
        case = weeks[place].phase if before else ""
    if before:
        facts |= {
            "before": before,
            "share": round(100 * now / before),
            "percent": abs(round(100 * (now - before) / before)),
        }
    yield from _told(f"week-{case}", facts, athlete.library.planning)


def _loaded_case(now: int, before: int) -> str:
    if not before:
        return "first"
    return "rises" if now > before else "falls" if now < before else "holds"


def _day(
    session: Session, earlier: Sequence[Session], later: Sequence[Session], planning: Planning
) -> Iterator[Reason]:
    """Why the session stands where it does between the fast days."""
    last = next((each for each in reversed(earlier) if each.load == "max-sprint"), None)
    coming = next((each for each in later if each.load == "max-sprint"), None)
    since = (session.date - last.date).days if last else None
    until = (coming.date - session.date).days if coming else None
    if session.load == "max-sprint":
        if since is not None:
            yield from _told("day-hard", {"days": _days(since)}, planning)
    elif until is not None:
        yield from _told("day-easy", {"days": _days(until)}, planning)


def _days(number: int) -> str:
    return "a day" if number == 1 else f"{number} days"


def _told(case: str, facts: Mapping[str, object], planning: Planning) -> Iterator[Reason]:
    for told in planning.reasons:
        if told.case == case:
            yield replace(reason(told.why), text=told.why.text.format(**facts))
