"""The numbers of the rules that the planner builds by, read from the rules themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import ceil

from speedcli.knowledge.library import Library
from speedcli.knowledge.planning import MAX_SPRINT
from speedcli.knowledge.records import Kind, Level
from speedcli.knowledge.rulebook import Bounds, Ramp, RestByDistance, Spacing, When
from speedcli.training.document import Request


def binds(when: When | None, request: Request) -> bool:
    """Whether a check is meant for this athlete; weeks and focus apart."""
    if when is None:
        return True
    age = request.age
    return (
        (not when.levels or request.level in when.levels)
        and (not when.ages or (age is not None and any(age in ages for ages in when.ages)))
        and (when.returning is None or when.returning is request.returning)
        and (when.event is None or when.event is (request.event is not None))
        and (when.plan_weeks is None or request.weeks in when.plan_weeks)
    )


def rest_floor(library: Library, kind: Kind, distance: float, level: Level) -> int:
    """Seconds that must at least lie between two reps over `distance`; 0 where no rule says."""
    floors = [0.0]
    for _, check in library.checks(RestByDistance):
        if kind in check.tables:
            table = sorted((float(key), value) for key, value in check.tables[kind].items())
            floors.append(between(table, distance) * check.factor.get(level, 1))
    return ceil(max(floors))


def between(table: list[tuple[float, int]], at: float) -> float:
    """A table's value at any point: a line between its entries, and beyond them the nearest."""
    place = bisect_left(table, (at,))
    if place == 0:
        return table[0][1]
    if place == len(table):
        return table[-1][1]
    (left, low), (right, high) = table[place - 1], table[place]
    return low + (high - low) * (at - left) / (right - left)


def most(library: Library, request: Request, metric: str, per: str) -> float | None:
    """The tightest upper bound of the rules on a metric for this athlete, if there is one."""
    bounds = [
        check.high[request.level]
        for _, check in library.checks(Bounds)
        if check.metric == metric
        and check.per == per
        and request.level in check.high
        and binds(check.when, request)
        and not (check.when and check.when.weeks)
    ]
    return min(bounds, default=None)


def least(library: Library, request: Request, metric: str, per: str) -> float:
    """The largest lower bound of the rules on a metric for this athlete; 0 where there is none."""
    bounds = [
        check.low[request.level]
        for _, check in library.checks(Bounds)
        if check.metric == metric
        and check.per == per
        and request.level in check.low
        and binds(check.when, request)
    ]
    return max(bounds, default=0.0)


def hard_gap(library: Library) -> int:
    """Dates that must lie between the starts of two maximal sprint sessions."""
    hours = max(
        check.hours
        for _, check in library.checks(Spacing)
        if MAX_SPRINT in check.after and MAX_SPRINT in check.before
    )
    return ceil(hours / 24)


def ramped(check: Ramp, request: Request, done: Sequence[float]) -> float:
    """The most of a metric that may follow the loaded weeks `done`, at least one of them."""
    slow = request.returning or (request.age or 0) >= check.masters_from
    percent = check.masters_percent if slow else check.percent[request.level]
    limit = done[-1] * (1 + percent / 100)
    if len(done) >= check.mean_of:
        limit = min(limit, sum(done[-check.mean_of :]) / check.mean_of * check.mean)
    return max(limit, done[-1] + check.free_step)


def ramps(library: Library, metric: str) -> list[Ramp]:
    """The ramps that a metric must keep."""
    return [check for _, check in library.checks(Ramp) if check.metric == metric]


def ramp_limit(library: Library, request: Request, done: Sequence[float]) -> float | None:
    """The most metres at full effort that the next loaded week may have after those `done`."""
    limits = [most(library, request, "max-effort-m", "week")]
    if done:
        limits += [ramped(check, request, done) for check in ramps(library, "max-effort-m")]
    return min((limit for limit in limits if limit is not None), default=None)
