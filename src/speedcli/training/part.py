"""A part of a plan: one week, one session, today's or the next one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from speedcli.knowledge.frozen import replace
from speedcli.knowledge.problems import NotFound, UsageError
from speedcli.training.document import Plan, Session

_WEEK = re.compile(r"w(\d{1,4})", re.ASCII)
_WANTED = "a week as w2, a session as w2d1, today or next"


def part(plan: Plan, wanted: str, today: date) -> Plan:
    """The plan with only the `wanted` of its sessions, and the weeks that hold them.

    `wanted` is a week (`w2`), the id of a session (`w2d1`), `today` or `next`, which is the first
    session from today on. NotFound when the plan has no such session, UsageError for other words.
    """
    word = wanted.lower()
    if word == "today":
        return _only(plan, lambda one: one.date == today) or _not_on(plan, today)
    if word == "next":
        ahead = min((one.date for one in sessions(plan) if one.date >= today), default=None)
        return _only(plan, lambda one: one.date == ahead) or _over(plan, today)
    if week := _WEEK.fullmatch(word):
        found = tuple(each for each in plan.weeks if each.number == int(week[1]))
        return replace(plan, weeks=found) if found else _no_week(plan, word)
    if found_one := _only(plan, lambda one: one.id.lower() == word):
        return found_one
    if re.match(r"w\d", word):
        ids = [one.id for one in sessions(plan)]
        raise NotFound(f"no session {wanted!r} in the plan; it has {', '.join(ids)}")
    raise UsageError(f"{wanted!r} names no part of a plan; give {_WANTED}")


def sessions(plan: Plan) -> list[Session]:
    """All sessions of the plan, in its order."""
    return [one for week in plan.weeks for one in week.sessions]


def _only(plan: Plan, chosen: Callable[[Session], bool]) -> Plan | None:
    """The plan with the chosen sessions alone, or None when that is none of them."""
    weeks = (replace(week, sessions=tuple(filter(chosen, week.sessions))) for week in plan.weeks)
    kept = tuple(week for week in weeks if week.sessions)
    return replace(plan, weeks=kept) if kept else None


def _not_on(plan: Plan, today: date) -> Plan:
    ahead = [one for one in sessions(plan) if one.date > today]
    if not ahead:
        return _over(plan, today)
    first = min(ahead, key=lambda one: one.date)
    raise NotFound(f"no session on {today}; the next is {first.id} on {first.date}")


def _over(plan: Plan, today: date) -> Plan:
    last = max((one.date for one in sessions(plan)), default=None)
    told = f"; the last was on {last}" if last else ""
    raise NotFound(f"no session on {today} or later{told}")


def _no_week(plan: Plan, word: str) -> Plan:
    weeks = ", ".join(f"w{week.number}" for week in plan.weeks)
    raise NotFound(f"no week {word!r} in the plan; it has {weeks}")
