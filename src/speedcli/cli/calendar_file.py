"""The calendar form of a plan, written as the next version of the file that it replaces."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from speedcli.cli import planned, timed
from speedcli.cli.output import Counted, Target
from speedcli.knowledge.problems import UsageError

if TYPE_CHECKING:
    from speedcli.cli.forms import Handout
    from speedcli.views.calendar_change import Changed


def make(handout: Handout, target: Target) -> Counted:
    """The calendar of a handout; UsageError when the file to replace is no calendar of ours.

    A part of a plan leaves the plan's other sessions in that file as they are.
    """
    from speedcli.training.part import sessions
    from speedcli.views import calendar, calendar_change

    now = planned.this_moment()
    new = calendar.calendar(
        handout.plan, handout.library, timed.with_settings(handout.times), now, why=handout.why
    )
    source = handout.part_of or handout.plan
    kept = {calendar.uid(source, session) for session in sessions(source)}
    old = calendar_change.read(text) if (text := _existing(target.path)) else None
    if text and old is None:
        raise UsageError(f"{target.file!r} is no calendar of speed's; name another file")
    change = calendar_change.replacing(old, new, now, kept)
    return Counted(change.calendar.to_ical(), _amount(change, old is not None))


def _existing(path: Path | None) -> bytes:
    """What is in the file that is to be replaced; nothing where there is none."""
    from speedcli.knowledge.decode import contents

    if path is None or not path.is_file():
        return b""
    try:
        return contents(path)
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be read: {error.strerror}") from None


def _amount(change: Changed, is_update: bool) -> str:
    """`18 events`, or `18 events: 1 new, 2 changed` where some were there before."""
    events = f"{change.confirmed} event{'s' * (change.confirmed != 1)}"
    kinds = ("new", "changed", "cancelled")
    told = [f"{count} {kind}" for kind in kinds if (count := getattr(change, kind))]
    return f"{events}: {', '.join(told) or 'none changed'}" if is_update else events
