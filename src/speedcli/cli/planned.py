"""What the commands around plans share: today's date, the request, who trains."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from speedcli.cli import settings
from speedcli.cli.say import say
from speedcli.knowledge.frozen import frozen, replace, values

if TYPE_CHECKING:
    from pathlib import Path

    from speedcli.knowledge.library import Library
    from speedcli.training.document import Plan, Request
    from speedcli.training.wishes import Wishes


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


def request(
    wishes: Wishes, library: Library, like: Path | None = None
) -> tuple[Request, Sequence[str]]:
    """The request as of today, and what to say of it: what settings gave, and what was assumed.

    What is not said is taken from the request of the plan `like`, or else from the settings.
    """
    from speedcli.cli import wished
    from speedcli.training import wishes as wishing

    used: Sequence[str] = ()
    if like is None:
        wishes, used = wished.by_settings(wishes, library)
    else:
        wishes = wishing.like(wishes, read(like).request)
    made, assumed = wishing.request(wishes, library, this_day())
    command = "plan" if made.session is None else "session"
    said = [f"your settings say {', '.join(used)}; see speed config"] if used else []
    if assumed:
        said.append(f"assumed {', '.join(assumed)}; see speed {command} --help")
    return made, said


def named(plan: Plan, people: People) -> Plan:
    """The plan with the names that were given; its own stay where none was, before settings.

    They are cleaned of letters that a document cannot hold.
    """
    from speedcli.views.letters import harmless

    names: dict[str, Any] = {}
    for key, said in zip(People.__match_args__, values(people), strict=True):
        own = harmless(said) if said else getattr(plan, key)
        names[key] = own or settings.read(key, harmless)
    return replace(plan, **names)


def read(path: Path, library: Library | None = None) -> Plan:
    """The plan in a file; DataError when it cannot be read or is none.

    With a `library` its minutes and totals are counted anew, because its items may be edited.
    """
    from speedcli.cli.status import status
    from speedcli.knowledge.decode import contents
    from speedcli.knowledge.problems import DataError, Problem
    from speedcli.knowledge.records import Where
    from speedcli.views import document

    try:
        text = contents(path)
    except OSError as error:
        said = f"cannot be read: {error.strerror}{_meant(path)}"
        raise DataError([Problem(Where(str(path), 0), said)]) from None
    with status(f"reading {path}"):
        return document.read(text, str(path), library)


def _meant(path: Path) -> str:
    """The YAML file beside a path to nothing that was probably meant."""
    from speedcli.knowledge.nearest import nearest

    beside = {each.stem: each for each in path.parent.glob("*.y*ml")} if not path.exists() else {}
    close = nearest(path.stem, beside)
    return f"; did you mean {str(beside[close[0]])!r}?" if close else ""


def tell(said: Sequence[str]) -> None:
    """Say what is beside the result, after it."""
    for line in said:
        say(line)
