"""From a request to a plan: the course of its weeks, written as the plan document."""

from __future__ import annotations

from speedcli.knowledge.library import Library
from speedcli.knowledge.planning import Planning
from speedcli.knowledge.problems import CannotMeet
from speedcli.knowledge.why import Why
from speedcli.training import measure, sessions
from speedcli.training.accepting import accept
from speedcli.training.athlete import Athlete
from speedcli.training.changed import noted
from speedcli.training.course import Course
from speedcli.training.document import Plan, Request, Session, Week
from speedcli.training.filled import Day, Filled
from speedcli.training.identity import fingerprint, request_id
from speedcli.training.phases import Phased, phases
from speedcli.training.reasons import explained
from speedcli.training.telling import reason
from speedcli.training.testing import is_test

IDLE = frozenset({"none", "low"})  # load classes that alone make no plan


def plan(request: Request, library: Library) -> Plan:
    """The plan for a request, with what the request itself forces written down as accepted.

    CannotMeet, with the smallest change that would help, where wishes collide with a firm rule.
    """
    return noted(accept(_build(request, library), library, _build), library)


def _build(request: Request, library: Library) -> Plan:
    athlete = Athlete(request, library)
    course = Course(athlete, phases(athlete))
    made = tuple(_week(course, filled) for filled in course.filled())
    weeks = explained(made, course.weeks, athlete)
    if not any(week.sessions for week in weeks):
        raise CannotMeet("no asked day lies before the event; give --days with an earlier weekday")
    if all(session.load in IDLE for week in weeks for session in week.sessions):
        raise CannotMeet(
            "these wishes leave only easy movement; take something off --avoid, or add wall, bands "
            "or flat-ground to --kit"
        )
    planning = library.planning
    runs = any(week.totals.sprint_m for week in weeks)
    made_sessions = [session for week in weeks for session in week.sessions]
    return Plan(
        id=request_id(request),
        title=_title(request, planning),
        fingerprint=fingerprint(weeks),
        health=planning.health,
        expect=_expected(request, planning) if runs else None,
        missed=planning.missed,
        change=planning.change if any(is_test(s, planning) for s in made_sessions) else None,
        request=request,
        weeks=weeks,
    )


def _expected(request: Request, planning: Planning) -> str | None:
    """What a plan of this length can change in sprinting."""
    return next((each.text for each in planning.expectations if request.weeks in each.weeks), None)


def _title(request: Request, planning: Planning) -> str:
    goal = next(goal for goal in planning.goals if goal.id == request.goal)
    return f"{request.weeks} week{'s' if request.weeks > 1 else ''} of {goal.title}"


def _week(course: Course, filled: Filled) -> Week:
    week = filled.phased
    made = tuple(
        _session(course, week, f"w{week.number}d{place}", day)
        for place, day in enumerate(filled.days, start=1)
    )
    totals = measure.totals(made, course.library)
    return Week(
        number=week.number,
        starts=week.starts,
        phase=week.phase,
        emphasis=week.emphasis,
        totals=totals,
        why=tuple(reason(each) for each in week.type.why) if totals.sprint_m else (),
        sessions=made,
    )


def _session(course: Course, week: Phased, number: str, day: Day) -> Session:
    return sessions.session(
        course.composer,
        day.draft.type,
        day.blocks,
        number=number,
        when=day.date,
        why=tuple(
            reason(each) for each in (*day.draft.type.why, *_started_small(course, week, day))
        ),
    )


def _started_small(course: Course, week: Phased, day: Day) -> list[Why]:
    """Reasons for methods that start small in this week."""
    kinds = {item.kind for block in day.blocks for item in block.items}
    templates = {block.template for block in day.blocks}
    return [
        first.why
        for first in course.planning.first_weeks
        if week.number <= first.until_week
        and (kinds & set(first.kinds) or templates & set(first.templates))
    ]
