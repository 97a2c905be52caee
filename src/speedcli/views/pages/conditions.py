"""Whom and what a check concerns, in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from speedcli.knowledge.library import Library
from speedcli.knowledge.rulebook import When
from speedcli.knowledge.values import Span, plain
from speedcli.views import wording

_KINDS = {
    "sprint": "sprints",
    "flying": "flying runs",
    "resisted": "resisted runs",
    "hill": "hill runs",
    "assisted": "assisted runs",
    "endurance": "endurance runs",
    "iso-push": "pushes",
    "iso-hold": "holds",
    "iso-ballistic": "ballistic pushes",
    "eccentric": "eccentric work",
    "plyo": "jumps",
    "strength": "strength work",
}


def kinds(named: Iterable[str]) -> list[str]:
    """Kinds of items as a coach calls them: `resisted runs`."""
    return [_KINDS.get(kind, wording.spaced(kind)) for kind in named]


def loads(named: Iterable[str], library: Library) -> str:
    """Load classes by their titles: `maximal sprint or heavy strength`."""
    return wording.listing([wording.load_name(load, library) for load in named], "or")


def ages(span: Span, library: Library) -> str:
    """A range of ages: `aged 40 or over` where it ends with the ages that a request may give."""
    planning = library.planning_if_any
    known = planning.limits.ages if planning else Span(0, 99)
    if span.high >= known.high:
        return f"aged {plain(span.low)} or over"
    return f"aged {plain(span.high)} or under" if span.low <= known.low else f"aged {span}"


def when(condition: When | None, library: Library) -> str:
    """The condition behind a comma, or nothing: `, beginner, in deload weeks`."""
    return "".join(f", {term}" for term in _terms(condition, library)) if condition else ""


def _terms(condition: When, library: Library) -> list[str]:
    terms = [
        wording.listing(condition.levels) if condition.levels else "",
        wording.listing([ages(span, library) for span in condition.ages], "or"),
        {True: "after a break", False: "without a break", None: ""}[condition.returning],
        f"in {_weeks(condition.weeks, library)} weeks" if condition.weeks else "",
        {True: "where it is a focus", False: "where it is no focus", None: ""}[condition.focus],
        f"in plans of {condition.plan_weeks} weeks" if condition.plan_weeks else "",
        {True: "with a race", False: "without a race", None: ""}[condition.event],
    ]
    return [term for term in terms if term]


def _weeks(letters: tuple[str, ...], library: Library) -> str:
    planning = library.planning_if_any
    names: dict[str, str] = {}
    if planning:
        names.update((one.letter, one.name) for one in planning.week_types)
    return wording.listing([names.get(letter, letter) for letter in letters])
