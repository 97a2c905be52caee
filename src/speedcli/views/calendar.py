"""A plan as a calendar (RFC 5545): an event to each session, with all that is done in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from urllib.parse import quote

from icalendar import Alarm, Calendar, Event, vText

from speedcli.knowledge.library import Library
from speedcli.training.document import Plan, Session
from speedcli.views import short
from speedcli.views.letters import harmless
from speedcli.views.pages.blocks import BETWEEN
from speedcli.views.times import Times

PRODID = "-//speed//speed-plan 1//EN"
OURS = ".speed"  # how the uids of our events end


def calendar(
    plan: Plan, library: Library, times: Times, made: datetime, *, why: bool = False
) -> Calendar:
    """The calendar of a plan that nobody has imported yet, made at that moment in UTC.

    Times are floating: 17:00 is 17:00 wherever the athlete is. `why` adds the reasons.
    """
    extent = short.Extent(full=True, why=why)
    whole = Calendar()
    whole.add("prodid", PRODID)
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("x-wr-calname", vText(_joined(plan.title, plan.athlete)))
    for week in plan.weeks:
        for session in week.sessions:
            event = _event(plan, session, times)
            groups = short.session(plan, week, session, library, extent)
            event.add("description", _description(groups))
            event.add("dtstamp", made)
            event.add("sequence", 0)
            whole.add_component(event)
    return whole


def uid(plan: Plan, session: Session) -> str:
    """What an event goes by as long as the plan and the session go by their ids."""
    return f"{quote(session.id, safe='')}@{quote(plan.id, safe='')}{OURS}"


def _event(plan: Plan, session: Session, times: Times) -> Event:
    event = Event()
    event.add("uid", uid(plan, session))
    event.add("status", "CONFIRMED")
    title = _joined(session.title, f"{session.minutes} min", plan.athlete)
    event.add("summary", title)
    if place := session.place or plan.place:
        event.add("location", harmless(place))
    starts, ends = _span(session, times.at)
    event.add("dtstart", starts)
    if ends is not None:
        event.add("dtend", ends)
    # Whoever asks for free time is not told that a whole day is taken.
    event.add("transp", "OPAQUE" if times.at else "TRANSPARENT")
    if times.alarm is not None:
        event.add_component(_alarm(title, times.alarm))
    return event


def _span(session: Session, at: time | None) -> tuple[date, date | None]:
    """Start and end; an end is the first moment that no longer belongs to the session.

    There is none for a session without minutes, and after the last of all days.
    """
    starts = datetime.combine(session.date, at) if at else session.date
    lasts = timedelta(minutes=session.minutes) if at else timedelta(days=1)
    try:
        return starts, starts + lasts if lasts else None
    except OverflowError:
        return starts, None


def _alarm(title: str, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm


def _description(groups: Iterable[short.Group]) -> str:
    return "\n\n".join("\n".join(map(_line, group)) for group in groups if group)


def _line(line: short.Line) -> str:
    return harmless(": ".join(filter(None, line)))


def _joined(*texts: str | None) -> str:
    return harmless(BETWEEN.join(filter(None, texts)))
