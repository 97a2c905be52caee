"""What the commands around plans share: today's date, what was assumed, who trains."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speedcli.knowledge.library import Library
    from speedcli.training.document import Plan, Request
    from speedcli.training.wishes import Wishes


@dataclass(frozen=True, slots=True)
class People:
    """Who trains, with whom and where, as far as the options say."""

    athlete: str | None = None
    coach: str | None = None
    club: str | None = None
    place: str | None = None


def this_day() -> date:
    """Today, from the machine's clock, which nothing else reads."""
    return date.today()


def request(wishes: Wishes, library: Library) -> tuple[Request, tuple[str, ...]]:
    """The request as of today, and what was assumed in it."""
    from speedcli.training import wishes as wishing

    return wishing.request(wishes, library, this_day())


def named(plan: Plan, people: People) -> Plan:
    """The plan with the names that were given; its own stay where none was."""
    return replace(plan, **{key: text for key, text in asdict(people).items() if text})


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
        known = f"speed: assumed {', '.join(assumed)}; see speed {command} --help"
        print(known, file=sys.stderr)
