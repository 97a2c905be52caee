"""Checks over the days and weeks of a plan: spacing, ramps, deloads, the days before an event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from speedcli.knowledge.rulebook import (
    BeforeEvent,
    FastGap,
    HeavySpacing,
    Ramp,
    RunLength,
    Sequence,
    Spacing,
    WeekFactor,
)
from speedcli.knowledge.values import plain
from speedcli.training import measure, phases
from speedcli.training.document import Item, Session, Week
from speedcli.training.limits import binds, ramped
from speedcli.training.rules_week import whole
from speedcli.training.view import Breach, View, metric


def spacing(view: View, check: Spacing) -> Iterator[Breach]:
    """Hours between a session of one load and the next of another; dates count, not clocks."""
    if not binds(check.when, view.plan.request):
        return
    for place, session in enumerate(view.sessions):
        if not view.loads(session) & set(check.after):
            continue
        if check.more_than_s is not None and _pushed(session) <= check.more_than_s:
            continue
        yield from _too_soon(view, session, place, check.before, check.hours)


def _pushed(session: Session) -> float:
    return sum(
        measure.held(item) for item in measure.items_of((session,)) if item.kind in measure.PUSHES
    )


def _too_soon(
    view: View, session: Session, place: int, before: tuple[str, ...], hours: int
) -> Iterator[Breach]:
    """The next session with one of the loads `before`, if it comes in less than `hours`."""
    later = (each for each in view.sessions[place + 1 :] if view.loads(each) & set(before))
    following = next(later, None)
    if following is None:
        return
    between = (following.date - session.date) // timedelta(hours=1)
    if between < hours:
        yield Breach(
            following.id,
            f"comes {between} h after {session.id}",
            f"{hours} h or more",
            following.where,
        )


def heavy_spacing(view: View, check: HeavySpacing) -> Iterator[Breach]:
    """A longer gap after the heaviest sprint work."""
    if not binds(check.when, view.plan.request):
        return
    for place, session in enumerate(view.sessions):
        if _is_heavy(session, check):
            yield from _too_soon(view, session, place, check.before, check.hours)


def _is_heavy(session: Session, check: HeavySpacing) -> bool:
    runs = [item for item in measure.items_of((session,)) if item.kind in measure.RUNNING]
    long = sum(measure.reps(item) for item in runs if (item.distance_m or 0) >= check.runs_from)
    return long >= check.runs or any(
        item.kind in check.kinds
        or (item.distance_m or 0) >= check.distance_from
        or (_loses(item) and (measure.high(item) or 0) >= check.loss_from)
        for item in runs
    )


def _loses(item: Item) -> bool:
    """Whether the item's intensity is speed lost to a load."""
    return item.intensity is not None and item.intensity.of == "velocity-loss"


def fast_gap(view: View, check: FastGap) -> Iterator[Breach]:
    """Days without a fast run, once there has been one; breaks and events apart."""
    if view.alone:
        return
    fast = [
        session
        for session in view.sessions
        if any(measure.is_full_speed(item, check.percent) for item in measure.items_of((session,)))
    ]
    for earlier, later in pairwise(fast):
        days = (later.date - earlier.date).days
        if days > check.days:
            yield Breach(
                later.id,
                f"is the first run at {check.percent} % for {days} days",
                f"{check.days} days at most",
                later.where,
            )


def before_event(view: View, check: BeforeEvent) -> Iterator[Breach]:
    """What comes too close to the event."""
    event = view.plan.request.event
    for _, session, block, item in view.items():
        if event is None:
            return
        days = (event - session.date).days
        loads = (check.loads.get(load, 0) for load in view.block_loads(block))
        needed = max(check.kinds.get(item.kind, 0), *loads)
        if days < needed:
            yield Breach(
                f"{session.id} {item.name}",
                f"is {days} day{'s' if days != 1 else ''} before the event",
                f"{needed} days or more",
                item.where,
            )


def sequence(view: View, check: Sequence) -> Iterator[Breach]:
    """The weeks are of the types that goal, level and length ask for, in their order."""
    request = view.plan.request
    if not view.has_course or len(view.plan.weeks) != request.weeks:
        return
    wanted = phases.phases(view.athlete)
    for week, want in zip(view.plan.weeks, wanted, strict=True):
        if week.phase != want.phase:
            yield Breach(
                f"w{week.number}", f"is {_a(week.phase)} week", f"{_a(want.phase)} week", week.where
            )


def _a(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def run_length(view: View, check: RunLength) -> Iterator[Breach]:
    """Loaded weeks in a row."""
    most, run = check.most.get(view.plan.request.level, check.masters), 0
    if (view.plan.request.age or 0) >= check.masters_from:
        most = check.masters
    for week in view.weeks(None):
        run = run + 1 if view.is_loaded(week) else 0
        if run > most:
            yield Breach(
                f"w{week.number}", f"is loaded week {run} in a row", f"{most} at most", week.where
            )


def ramp(view: View, check: Ramp) -> Iterator[Breach]:
    """How much a metric rises from one loaded week to the next."""
    if not view.has_course:
        return
    done: list[float] = []
    for week in view.plan.weeks:
        if not view.is_loaded(week):
            continue
        value = metric(check.metric, week.sessions, view)
        if not value:
            continue
        if done and week.number > check.free_weeks:
            limit = ramped(check, view.plan.request, done)
            if value > limit:
                yield Breach(
                    f"w{week.number}",
                    f"rises from {plain(done[-1])} to {plain(value)} m",
                    f"{int(limit)} m at most",
                    week.where,
                )
        done.append(value)


def week_factor(view: View, check: WeekFactor) -> Iterator[Breach]:
    """Lighter weeks hold a share of the week they are measured against."""
    if not view.has_course:
        return
    for week in view.weeks(check.when):
        if view.letters[week.number] not in check.weeks:
            continue
        against = _against(view, week, check.of)
        if against is None or not whole(view, week):
            continue
        value = metric(check.metric, week.sessions, view)
        base = metric(check.metric, against.sessions, view)
        low, high = base * check.low - check.free_step, base * check.high + check.free_step
        if base and not low <= value <= high:
            yield Breach(
                f"w{week.number}",
                f"has {plain(value)} m at full effort, {round(100 * value / base)} % of week "
                f"{against.number}",
                _percent(check.low, check.high),
                week.where,
            )


def _against(view: View, week: Week, of: str) -> Week | None:
    loaded = [each for each in view.plan.weeks if view.is_loaded(each)]
    if of == "first-loaded":
        return next(iter(loaded), None)
    earlier = [each for each in view.plan.weeks if each.number < week.number]
    if of == "last-loaded":
        earlier = [each for each in earlier if each in loaded]
    return earlier[-1] if earlier else None


def _percent(low: float, high: float) -> str:
    top = round(100 * high)
    return f"{round(100 * low)}-{top} %" if low else f"{top} % at most"
