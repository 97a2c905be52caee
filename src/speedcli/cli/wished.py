"""What settings wish of a plan, where the command line leaves it open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from speedcli.cli import settings
from speedcli.knowledge.frozen import replace

if TYPE_CHECKING:
    from speedcli.knowledge.library import Library
    from speedcli.training.wishes import Wishes

WISHES = ("level", "goal", "days", "minutes", "kit", "avoid", "age")
_NUMBERS = ("minutes", "age")
_OF_A_WEEK = ("days",)  # of no use to a single session


def by_settings(said: Wishes, library: Library) -> tuple[Wishes, Sequence[str]]:
    """The wishes with those of the settings, and what those are, in words.

    UsageError for a setting that means nothing, unless the command line says otherwise.
    """
    found: dict[str, Any] = {}
    for name in WISHES:
        if getattr(said, name) is None and (said.session is None or name not in _OF_A_WEEK):
            how = partial(understood, name, library, session=said.session)
            found[name] = settings.read(name, how)
    taken = {name: value for name, value in found.items() if value is not None}
    return replace(said, **taken), [f"{name} {_told(value)}" for name, value in taken.items()]


def _told(value: str | int) -> str:
    return " + ".join(part.strip() for part in str(value).split(","))


def understood(name: str, library: Library, text: str, session: str | None = None) -> Any:
    """A wish as its option would have it, of a plan or a session; UsageError if it is none."""
    from speedcli.training import wishes

    value: Any = settings.number(name)(text) if name in _NUMBERS else text
    wishes.understood(wishes.Wishes(session=session, **{name: value}), library)
    return value
