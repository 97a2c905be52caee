"""A calendar that takes the place of an older one: what came, what changed, what is cancelled.

Programs that imported the older one know its events by their uids. They take over an event only
when its SEQUENCE has grown, and never drop one because it is missing.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from icalendar import Calendar, Event

from speedcli.views.calendar import OURS, PRODID

_OF_THE_VERSION = ("DTSTAMP", "SEQUENCE")
_OF_A_CANCELLED_ONE = ("UID", "DTSTART", "DTEND", "SUMMARY")


class Changed(NamedTuple):
    """The calendar to write, and how many of its events are of which kind."""

    calendar: Calendar
    confirmed: int
    new: int
    changed: int
    cancelled: int


def read(text: bytes) -> Calendar | None:
    """The calendar in `text`; None if `speed` did not write it as it is."""
    try:
        old = Calendar.from_ical(text)
        ours = old.get("PRODID") == PRODID and all(map(_is_ours, old.events))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return old if ours else None


def replacing(
    old: Calendar | None, new: Calendar, made: datetime, kept: Collection[str] = ()
) -> Changed:
    """`new` as the next version of `old`, with events in the order of their days.

    Unchanged events stay as they were. Changed ones grow their SEQUENCE, and those that are in
    `old` alone are cancelled, except the `kept` uids, which stay as well. `made` is in UTC.
    """
    before = {_uid(event): event for event in (old.events if old else ())}
    after: dict[str, Event] = {}
    came = changed = cancelled = 0
    for event in new.events:
        known = before.pop(_uid(event), None)
        if known is None:
            came += 1
        elif _content(known) == _content(event):
            event = known
        else:
            event["SEQUENCE"] = _sequence(known) + 1
            changed += 1
        after[_uid(event)] = event
    for name, event in before.items():
        if name not in kept and not _is_cancelled(event):
            event = _cancelled(event, made)
            cancelled += 1
        after[name] = event
    events = sorted(after.values(), key=_place)
    whole = new.copy()
    for event in events:
        whole.add_component(event)
    confirmed = sum(not _is_cancelled(event) for event in events)
    return Changed(whole, confirmed, came, changed, cancelled)


def _is_ours(event: Event) -> bool:
    """Whether an event has what each of ours has; an error where it lacks something."""
    stamped = isinstance(event.decoded("DTSTAMP"), datetime)
    return (
        stamped and _uid(event).endswith(OURS) and _sequence(event) >= 0 and _place(event) > ("",)
    )


def _uid(event: Event) -> str:
    return str(event["UID"])


def _sequence(event: Event) -> int:
    return int(str(event["SEQUENCE"]))


def _place(event: Event) -> tuple[str, str]:
    """By day and, within it, by name."""
    return event.decoded("DTSTART").isoformat(), _uid(event)


def _is_cancelled(event: Event) -> bool:
    return str(event.get("STATUS")) == "CANCELLED"


def _content(event: Event) -> list[str]:
    """All lines of an event but those that say which version it is."""
    return [
        line
        for line in event.to_ical().decode().replace("\r\n ", "").splitlines()
        if not line.startswith(_OF_THE_VERSION)
    ]


def _cancelled(event: Event, made: datetime) -> Event:
    """What is left of an event: when it was to be, and that it is off."""
    gone = Event()
    for name in _OF_A_CANCELLED_ONE:
        if name in event:
            gone[name] = event[name]
    gone.add("dtstamp", made)
    gone.add("sequence", _sequence(event) + 1)
    gone.add("status", "CANCELLED")
    return gone
