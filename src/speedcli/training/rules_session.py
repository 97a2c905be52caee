"""Checks inside a session: totals, rests, order, warm-up, single items, who may do what."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.planning import MAX_SPRINT
from speedcli.knowledge.rulebook import (
    BlockTotal,
    Gate,
    ItemLimit,
    Order,
    RestByDistance,
    WarmUp,
)
from speedcli.knowledge.values import plain
from speedcli.training import measure
from speedcli.training.document import Block, Item, Session, Week
from speedcli.training.limits import rest_floor
from speedcli.training.view import Breach, View

PRIMING = frozenset({"iso-push", "iso-ballistic", "band", "drill", "mobility", "general"})
REPS = frozenset({"band", "strength", "plyo", "eccentric"})
ISO = frozenset({"iso-push", "iso-hold", "iso-ballistic"})


def block_total(view: View, check: BlockTotal) -> Iterator[Breach]:
    """No block passes its template's top, or in loaded weeks falls below its least."""
    level = view.plan.request.level
    for week in view.plan.weeks:
        for session in week.sessions:
            bound_below = view.binds_below(week, session)
            for block in session.blocks:
                template = view.library.sessions.get(block.template)
                if template is None or level not in template.levels:
                    continue
                total = template.levels[level].total
                done, where = amount(block, total.unit), f"{session.id} {block.title}"
                if check.kind == "block-most" and done > total.high:
                    yield Breach(
                        where,
                        f"adds up to {plain(done)} {total.unit}",
                        f"{plain(total.high)} {total.unit} at most",
                        block.where,
                    )
                least = total.low * view.athlete.volume
                small = started_small(view, block, week.number)
                if (
                    check.kind == "block-least"
                    and bound_below
                    and total.unit != "min"
                    and 0 < done < least
                    and not small
                ):
                    yield Breach(
                        where,
                        f"adds up to {plain(done)} {total.unit}",
                        f"{plain(round(least))} {total.unit} at least",
                        block.where,
                    )


def started_small(view: View, block: Block, week: int) -> bool:
    """Whether the block is of a method that starts small in this week of the plan."""
    kinds = {item.kind for item in block.items}
    return any(
        first.most is not None
        and week <= first.until_week
        and (block.template in first.templates or kinds & set(first.kinds))
        for first in view.library.planning.first_weeks
    )


def amount(block: Block, unit: str) -> float:
    """What a block adds up to in the unit of its template; seconds and reps are per side."""
    match unit:
        case "min":
            return block.minutes
        case "m":
            return sum(measure.metres(item) for item in block.items)
        case "s":
            held = [(measure.reps(item), item.hold_s or item.effort_s or 0) for item in block.items]
            return sum(reps * seconds for reps, seconds in held)
        case "contacts":
            return sum(measure.reps(item) for item in block.items if item.kind == "plyo")
        case "sets":
            return sum(item.sets for item in block.items)
    return sum(
        measure.reps(item) for item in block.items if item.kind in REPS and not item.effort_s
    )


def rest_by_distance(view: View, check: RestByDistance) -> Iterator[Breach]:
    """Rests after fast runs are as long as the distance asks: between reps, sets and items."""
    level = view.plan.request.level
    for session in view.sessions:
        for block in session.blocks:
            for place, item in enumerate(block.items):
                if item.kind not in check.tables or item.distance_m is None:
                    continue
                floor = rest_floor(view.library, item.kind, item.distance_m, level)
                followed = item.sets > 1 or place + 1 < len(block.items)
                rests = [item.rest_s or 0] if item.reps > 1 else []
                rests += [item.set_rest_s or 0] if followed else []
                if rests and min(rests) < floor:
                    yield Breach(
                        f"{session.id} {item.name}",
                        f"rests {min(rests)} s",
                        f"{floor} s or more",
                        item.where,
                    )


def order(view: View, check: Order) -> Iterator[Breach]:
    """Blocks stand in the order of their places, and fast running comes before hard pushes."""
    for session in view.sessions:
        place, title, pushed = -1, "", 0.0
        for block in session.blocks:
            template = view.library.sessions.get(block.template)
            if template is None or block.role in ("warm-up", "cool-down"):
                continue
            if _is_primer(block):
                pushed += _pushed(block)
                continue
            if template.place < place:
                yield Breach(
                    f"{session.id} {block.title}",
                    f"comes after {title}",
                    f"to come before {title}",
                    block.where,
                )
            elif MAX_SPRINT in view.block_loads(block) and pushed > check.primer_s:
                yield Breach(
                    f"{session.id} {block.title}",
                    f"comes after {plain(pushed)} s of hard pushes",
                    f"{check.primer_s} s at most before it",
                    block.where,
                )
            place, title = max(place, template.place), block.title
            pushed += _pushed(block)


def _is_primer(block: Block) -> bool:
    """Whether a block is a preparation that may come before fast running, if it is short."""
    return block.role == "primer" and {item.kind for item in block.items} <= PRIMING


def _pushed(block: Block) -> float:
    """Seconds of hard pushes in a block, per side."""
    pushes = (item for item in block.items if item.kind in measure.PUSHES)
    return sum(measure.held(item) for item in pushes)


def warm_up(view: View, check: WarmUp) -> Iterator[Breach]:
    """Fast running comes after a long enough warm-up with build-ups."""
    for session in view.sessions:
        items = list(measure.items_of((session,)))
        if not any(measure.is_fast(item, check.from_percent) for item in items):
            continue
        opening = [block for block in session.blocks if block.role == "warm-up"]
        minutes = sum(block.minutes for block in opening)
        if minutes < check.minutes:
            yield Breach(
                session.id,
                f"warms up for {minutes} min",
                f"{check.minutes} min or more",
                session.where,
            )
        runs = sum(measure.reps(item) for item in items if item.kind == "build-up")
        if runs < check.build_ups:
            yield Breach(
                session.id,
                f"has {runs} build-up{'s' if runs != 1 else ''}",
                f"{check.build_ups} or more",
                session.where,
            )


def item_limit(view: View, check: ItemLimit) -> Iterator[Breach]:
    """Single items stay within the limits of their kind."""
    level = view.plan.request.level
    if not view.kinds & set(check.kinds):
        return
    for _, session, _, item in view.items(check.when):
        if item.kind not in check.kinds or (
            check.exercises and item.exercise not in check.exercises
        ):
            continue
        where, hard = f"{session.id} {item.name}", measure.high(item)
        on_scale = item.intensity is not None and check.of in (None, item.intensity.of)
        span = check.intensity.get(level)
        if span is not None and on_scale and hard is not None and hard < span.low:
            wanted = f"{plain(span.low)} at least"
            yield Breach(where, f"is at {plain(hard)}{_of(item)}", wanted, item.where)
        if span is not None and on_scale and hard is not None and hard > span.high:
            yield Breach(
                where, f"is at {plain(hard)}{_of(item)}", f"{plain(span.high)} at most", item.where
            )
        held = check.hold_s
        if held is not None and item.hold_s is not None and item.hold_s not in held:
            hard_enough = check.from_intensity is None or (
                on_scale and hard is not None and hard >= check.from_intensity
            )
            if hard_enough:
                yield Breach(where, f"lasts {plain(item.hold_s)} s", f"{held} s", item.where)
        if _too_far(view, session, item, check):
            yield Breach(
                where,
                f"runs {plain(item.distance_m or 0)} m",
                f"{plain(check.distance_m or 0)} m at most"
                + (f" without a {check.distance_without}" if check.distance_without else ""),
                item.where,
            )


def _of(item: Item) -> str:
    return f" ({item.intensity.of})" if item.intensity else ""


def _too_far(view: View, session: Session, item: Item, check: ItemLimit) -> bool:
    if check.distance_m is None or item.distance_m is None:
        return False
    helped = check.distance_without is not None and check.distance_without in session.kit
    return item.distance_m > check.distance_m and not helped


def gate(view: View, check: Gate) -> Iterator[Breach]:
    """Methods that only some athletes may meet, and only from some week."""
    pushed = 0
    for week in view.plan.weeks:
        if (reason := _shut(view, check, pushed)) is not None:
            for session, item in _gated(week, check):
                yield Breach(f"{session.id} {item.name}", "is in the plan", reason, item.where)
        pushed += any(item.kind == "iso-push" for item in measure.items_of(week.sessions))


def _gated(week: Week, check: Gate) -> Iterator[tuple[Session, Item]]:
    """What in a week is behind the gate."""
    for session in week.sessions:
        for block in session.blocks:
            for item in block.items:
                if (
                    item.kind in check.kinds
                    or block.template in check.templates
                    or item.exercise in check.exercises
                ):
                    yield session, item


def _shut(view: View, check: Gate, pushed: int) -> str | None:
    """Why the gate is shut for this plan, in the words of what it wants; None if it is open."""
    request = view.plan.request
    if check.levels and request.level not in check.levels:
        return f"{' or '.join(check.levels)} level"
    if check.ages is not None and request.age is not None and request.age not in check.ages:
        return f"age {check.ages}"
    if not check.returning and request.returning:
        return "no break before it"
    least = check.min_plan_weeks
    if least is not None and view.has_course and request.weeks < least:
        return f"a plan of {least} weeks or more"
    if check.push_weeks is not None and pushed < check.push_weeks and not view.alone:
        return f"{check.push_weeks} weeks of maximal pushes before it"
    if not check.alone and not view.alone and not view.kinds & (ISO - set(check.kinds)):
        return "another isometric method beside it"
    return None
