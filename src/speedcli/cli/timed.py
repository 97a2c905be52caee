"""When sessions start and alarms ring: what the options say, else the settings."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

from speedcli.cli import settings
from speedcli.knowledge.problems import UsageError, quoted

if TYPE_CHECKING:
    from speedcli.views.times import Times

_LONGEST_ALARM = 7 * 24 * 60  # minutes


def times(at: str | None, alarm: int | None) -> Times | None:
    """What the options say of times, if they do; UsageError for what is none."""
    if at is None and alarm is None:
        return None
    from speedcli.views.times import Times

    start = None if at is None else read_time(at)
    return Times(start, None if alarm is None else _in_a_week(alarm))


def with_settings(said: Times | None) -> Times:
    """The times of a calendar; UsageError for a setting that is no time, unless an option is."""
    from speedcli.views.times import Times

    at, alarm = said or Times()
    return Times(
        settings.read("at", read_time) if at is None else at,
        settings.read("alarm", read_alarm) if alarm is None else alarm,
    )


def read_time(text: str) -> time:
    """A time of day, as 17:00."""
    if not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", text, re.ASCII):
        raise UsageError(f"--at wants a time as 17:00, got {quoted(text)}")
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def read_alarm(text: str) -> int:
    """Minutes from an alarm to what it is for."""
    return _in_a_week(settings.number("alarm")(text))


def _in_a_week(minutes: int) -> int:
    if not 0 <= minutes <= _LONGEST_ALARM:
        raise UsageError(f"--alarm wants 0-{_LONGEST_ALARM} minutes, got {minutes}")
    return minutes
