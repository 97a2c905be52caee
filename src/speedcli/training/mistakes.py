"""What has the form of a plan document and still cannot be: no rule is needed to see it.

A coach may move sessions, drop weeks and add exercises of their own. What is refused here would
make the document contradict itself, or stands for something nobody can do.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from speedcli.knowledge.planning import Limits
from speedcli.knowledge.problems import Problem, quoted
from speedcli.knowledge.records import Where
from speedcli.training.document import Intensity, Item, Plan, Request, Session, Week

_MEASURES = ("distance_m", "run_in_m", "hold_s", "effort_s", "minutes", "target_s")
_RESTS = ("rest_s", "set_rest_s")
# More than anybody does. Without an end to them, sums could be longer than numbers are read.
_MOST_TIMES, _MOST = 1000, 100_000
_NUMBERS = range(1, 1000)  # of the first week; a part of a plan may begin anywhere

# The values that make sense on each scale, in its unit. Runs with help pass 100 % of best speed.
_SENSE: dict[str, tuple[float, float | None, str]] = {
    "max-speed": (1, 110, " %"),
    "max-force": (1, 100, " %"),
    "one-rep-max": (1, 100, " %"),
    "velocity-loss": (0, 100, " %"),
    "effort": (1, 100, " %"),
    "body-weight": (0, None, " %"),
    "rep-max": (1, None, ""),
    "rpe": (0, 10, ""),
}


def mistakes(plan: Plan) -> list[Problem]:
    """Every mistake of the plan, in the order of lines."""
    found = [*_of_weeks(plan), *_doubled_sessions(plan), *_of_items(plan)]
    return sorted(found, key=lambda problem: problem.where.line)


def out_of_limits(request: Request, limits: Limits) -> list[Problem]:
    """What the request asks for and no plan can give."""
    alone = request.session is not None
    asked = (
        ("weeks", request.weeks, limits.weeks),
        ("minutes", request.minutes, limits.session_minutes if alone else limits.minutes),
        ("age", request.age, limits.ages),
    )
    return [
        Problem(request.where, f"{key!r} of the request wants {span}, got {number}")
        for key, number, span in asked
        if number is not None and number not in span
    ]


def _of_weeks(plan: Plan) -> Iterator[Problem]:
    if not plan.weeks:
        yield Problem(plan.where, "'weeks' is empty; a plan has at least one week")
        return
    misnumbered = list(_misnumbered(plan.weeks))
    yield from misnumbered or _bad_starts(plan)


def _misnumbered(weeks: tuple[Week, ...]) -> Iterator[Problem]:
    """Weeks that do not count on from the first, which need not be week 1."""
    first = weeks[0]
    if first.number not in _NUMBERS:
        span = f"{_NUMBERS[0]}-{_NUMBERS[-1]}"
        yield Problem(first.where, f"'number' wants {span}, got {first.number}")
        return
    numbers = {first.number: first}
    for before, week in pairwise(weeks):
        same = numbers.setdefault(week.number, week)
        if same is not week:
            yield _doubled(f"week {week.number}", week.where, same.where)
        elif week.number != before.number + 1:
            said = f"'number' wants {before.number + 1} after week {before.number}"
            yield Problem(week.where, f"{said}, got {week.number}")


def _bad_starts(plan: Plan) -> Iterator[Problem]:
    """Weeks that do not start sevens of days after the request's start."""
    start = plan.request.start
    meant = {week.starts - _weeks(week.number - 1) for week in plan.weeks}
    if len(meant) == 1 and start not in meant:  # one wrong date, and not that of every week
        said = f"'start' wants {meant.pop()}, as the weeks have it, got {start}"
        yield Problem(plan.request.where, said)
        return
    for week in plan.weeks:
        wanted = start + _weeks(week.number - 1)
        if week.starts != wanted:
            said = f"'starts' of week {week.number} wants {wanted}, got {week.starts}"
            yield Problem(week.where, said)


def _weeks(number: int) -> timedelta:
    return timedelta(weeks=number)


def _doubled_sessions(plan: Plan) -> Iterator[Problem]:
    ids: dict[str, Session] = {}
    for week in plan.weeks:
        for session in week.sessions:
            first = ids.setdefault(session.id, session)
            if first is not session:
                yield _doubled(f"session {quoted(session.id)}", session.where, first.where)


def _doubled(what: str, where: Where, first: Where) -> Problem:
    return Problem(where, f"{what} is given twice; the first is on line {first.line}")


def _of_items(plan: Plan) -> Iterator[Problem]:
    for week in plan.weeks:
        for session in week.sessions:
            for block in session.blocks:
                for item in block.items:
                    yield from _bad_numbers(item)
                    if item.intensity is not None:
                        yield from _bad_intensity(item.intensity)


def _bad_numbers(item: Item) -> Iterator[Problem]:
    for name in ("sets", "reps"):
        count = getattr(item, name)
        if count < 1:
            yield Problem(item.where, f"{name!r} wants 1 or more, got {count}")
        elif count > _MOST_TIMES:
            yield Problem(item.where, f"{name!r} wants {_MOST_TIMES} at most, got {count}")
    for name in _MEASURES:
        value = getattr(item, name)
        if value is not None and value <= 0:
            yield Problem(item.where, f"{name!r} wants more than 0, got {value:g}")
    for name in _RESTS:
        value = getattr(item, name)
        if value is not None and value < 0:
            yield Problem(item.where, f"{name!r} wants 0 or more, got {value}")
    for name in (*_MEASURES, *_RESTS):
        if (getattr(item, name) or 0) > _MOST:
            yield Problem(
                item.where, f"{name!r} wants {_MOST} at most, got {getattr(item, name):.0f}"
            )


def _bad_intensity(intensity: Intensity) -> Iterator[Problem]:
    value = intensity.value
    ends = value if isinstance(value, tuple) else (value, value)
    if len(ends) == 2 and ends[0] > ends[1]:
        said = f"'value' runs backwards; write [{ends[1]:g}, {ends[0]:g}]"
        yield Problem(intensity.where, said)
        return
    if len(ends) != 2:
        written = ", ".join(f"{end:g}" for end in ends)
        yield Problem(intensity.where, f"'value' wants a number or [low, high], got [{written}]")
        return
    lowest, highest, unit = _SENSE[intensity.of]
    senseless = [end for end in ends if end < lowest or (highest is not None and end > highest)]
    if senseless:
        span = f"{lowest:g} or more" if highest is None else f"{lowest:g}-{highest:g}"
        said = f"'value' of {intensity.of} wants {span}{unit}, got {senseless[-1]:g}"
        yield Problem(intensity.where, said)
