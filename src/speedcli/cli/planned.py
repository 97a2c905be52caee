"""What the commands around plans share: today's date, what was assumed, who trains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from speedcli.cli.say import say
from speedcli.knowledge.frozen import frozen, replace, values
from speedcli.knowledge.problems import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from speedcli.knowledge.library import Library
    from speedcli.training.document import Plan, Request
    from speedcli.training.wishes import Wishes
    from speedcli.views.times import Times

_LONGEST_ALARM = 7 * 24 * 60  # minutes


@frozen()
class People:
    """Who trains, with whom and where, as far as the options say."""

    athlete: str | None = None
    coach: str | None = None
    club: str | None = None
    place: str | None = None


def this_day() -> date:
    """Today, from the machine's clock, which nothing else reads."""
    return date.today()


def this_moment() -> datetime:
    """Now, in UTC and whole seconds, from the same clock."""
    return datetime.now(UTC).replace(microsecond=0)


def times(at: str | None, alarm: int | None) -> Times | None:
    """What the options say of times, if they do; UsageError for what is none."""
    if at is None and alarm is None:
        return None
    from speedcli.views.times import Times

    if alarm is not None and not 0 <= alarm <= _LONGEST_ALARM:
        raise UsageError(f"--alarm wants 0-{_LONGEST_ALARM} minutes, got {alarm}")
    if at is None:
        return Times(None, alarm)
    if not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", at, re.ASCII):
        raise UsageError(f"--at wants a time as 17:00, got {at!r}")
    hour, minute = at.split(":")
    return Times(time(int(hour), int(minute)), alarm)


def request(wishes: Wishes, library: Library) -> tuple[Request, tuple[str, ...]]:
    """The request as of today, and what was assumed in it."""
    from speedcli.training import wishes as wishing

    return wishing.request(wishes, library, this_day())


def named(plan: Plan, people: People) -> Plan:
    """The plan with the names that were given; its own stay where none was.

    They are cleaned of letters that a document cannot hold.
    """
    from speedcli.views.letters import harmless

    said = zip(People.__match_args__, values(people), strict=True)
    given: dict[str, Any] = {key: harmless(text) for key, text in said if text}
    return replace(plan, **given)


def read(path: Path, library: Library | None = None) -> Plan:
    """The plan in a file; DataError when it cannot be read or is none.

    With a `library` its minutes and totals are counted anew, because its items may be edited.
    """
    from speedcli.knowledge.problems import DataError, Problem
    from speedcli.knowledge.records import Where
    from speedcli.views import document

    try:
        text = path.read_bytes()
    except OSError as error:
        raise DataError(
            [Problem(Where(str(path), 0), f"cannot be read: {error.strerror}")]
        ) from None
    return document.read(text, str(path), library)


def tell_assumed(assumed: Sequence[str], command: str) -> None:
    """Say in one line what nobody asked for."""
    if assumed:
        say(f"assumed {', '.join(assumed)}; see speed {command} --help")
