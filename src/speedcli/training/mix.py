"""The mix of a week's sprints: its reps of acceleration, of top speed and of endurance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import add

from speedcli.knowledge.library import Library
from speedcli.knowledge.rulebook import Share
from speedcli.training import measure
from speedcli.training.document import Item, Request
from speedcli.training.limits import most

Mix = tuple[int, int, int]
NONE: Mix = (0, 0, 0)


def of(items: Iterable[Item]) -> Mix:
    """How many reps of each there are."""
    acceleration = top = endurance = 0
    for item in items:
        if item.kind in ("resisted", "hill") or (
            item.kind == "sprint" and item.exercise != "sprint-float-sprint"
        ):
            acceleration += measure.reps(item)
        elif item.kind in ("flying", "assisted", "sprint"):
            top += measure.reps(item)
        elif item.kind == "endurance":
            endurance += measure.reps(item)
    return acceleration, top, endurance


def both(one: Mix, other: Mix) -> Mix:
    """The mix of two together."""
    acceleration, top, endurance = map(add, one, other)
    return acceleration, top, endurance


def shares(mix: Mix) -> list[float]:
    """The same in percent; there must be some sprint."""
    return [100 * reps / sum(mix) for reps in mix]


def wanted(check: Share, request: Request) -> tuple[int, ...]:
    """The shares that a rule wants for the goal, in percent."""
    return check.beginner if request.level == "beginner" else check.goals[request.goal]


def is_off(mix: Mix, check: Share, request: Request) -> bool:
    """Whether a share is further from the wanted one than the rule allows."""
    if not any(mix):
        return False
    compared = zip(shares(mix), wanted(check, request), strict=True)
    return any(abs(has - want) > check.tolerance for has, want in compared)


def keeper(library: Library, request: Request, letter: str) -> Callable[[Mix], bool] | None:
    """What says whether a mix is right for a week of this type; None where any is.

    Runs at top speed are also capped.
    """
    checks = [check for _, check in library.checks(Share) if letter in check.weeks]
    if not checks:
        return None
    top = most(library, request, "top-speed-reps", "week") or float("inf")
    return lambda mix: mix[1] <= top and not any(is_off(mix, check, request) for check in checks)
