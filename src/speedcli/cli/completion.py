"""What a shell offers behind a command or an option: names from the knowledge base, with titles.

Where nothing is offered, a shell offers files.
"""

from __future__ import annotations

Offers = list[tuple[str, str]]  # what may be typed, and what it is

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from speedcli.knowledge.library import Library

    Complete = Callable[[str], Offers]


def topics(typed: str) -> Offers:
    """Concepts; once something is typed, any record; where no id begins so, names of one word."""
    from speedcli.cli import kept
    from speedcli.knowledge.lookup import SEARCHED, Called

    tables = SEARCHED if typed else SEARCHED[:1]
    names = [Called(*each) for each in kept.entries()("names")]
    known = [one for one in names if one.table in tables]
    by_id = {one.id: one.title for one in reversed(known)}
    if any(id.startswith(typed) for id in by_id):
        return list(reversed(by_id.items()))
    return [(name, one.title) for one in known for name in one.names if " " not in name]


def sessions(typed: str) -> Offers:
    """The kinds of session, then the templates."""
    library = _library()
    kinds = [(kind.id, "for today") for kind in library.planning.session_kinds]
    return kinds + [(one.id, one.title) for one in library.sessions.values()]


def kit(typed: str) -> Offers:
    """Kit, one after the other with commas."""
    return _listed(typed, ((one.id, one.name) for one in _library().kit.values()))


def avoidables(typed: str) -> Offers:
    """What an athlete may want to avoid, one after the other with commas."""
    return _listed(typed, ((one.id, one.name) for one in _library().avoidables.values()))


def goals(typed: str) -> Offers:
    """What a plan can be for."""
    from typing import get_args

    from speedcli.knowledge.records import Goal

    return [(goal, "") for goal in get_args(Goal)]


def levels(typed: str) -> Offers:
    """The levels of an athlete."""
    from typing import get_args

    from speedcli.knowledge.records import Level

    return [(level, "") for level in get_args(Level)]


def days(typed: str) -> Offers:
    """How many days a week, or weekdays with commas."""
    from speedcli.training.document import WEEKDAYS

    numbers = [] if typed else [(str(days), "days") for days in _days(_library())]
    return numbers + _listed(typed, ((day, "") for day in WEEKDAYS))


def plan_forms(typed: str) -> Offers:
    """The forms of a plan document."""
    from speedcli.cli.forms import FORMS

    return [(form.name, form.purpose) for form in FORMS]


def formats(typed: str) -> Offers:
    """The formats of everything else."""
    return [("text", ""), ("md", ""), ("json", "")]


def formats_and_figure(typed: str) -> Offers:
    """The formats of a page that may have a figure."""
    return [*formats(typed), ("svg", "its figure, as a picture")]


def parts(typed: str) -> Offers:
    """The parts of a plan that have a name in every plan."""
    return [("today", "today's session"), ("next", "the session that comes next")]


def _library() -> Library:
    from speedcli.cli import kept

    return kept.library()


def _days(library: Library) -> range:
    span = library.planning.limits.days
    return range(int(span.low), int(span.high) + 1)


def _listed(typed: str, offers: Iterable[tuple[str, str]]) -> Offers:
    """The offers for the last place of a list with commas, without those that stand before it."""
    before, comma, _ = typed.rpartition(",")
    taken = before.split(",")
    return [(f"{before}{comma}{name}", said) for name, said in offers if name not in taken]
