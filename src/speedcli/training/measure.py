"""What items, blocks, sessions and weeks amount to. Everything follows from the items alone.

The sums are those of the plan document: anyone with the document can recompute them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from typing import NamedTuple

from speedcli.knowledge.library import Library
from speedcli.knowledge.planning import MAX_SPRINT, Planning
from speedcli.training.document import Block, Item, Session, Totals

# Kinds whose metres are run at full effort, and of these the ones that must also be fast enough.
EFFORT = frozenset({"sprint", "flying", "resisted", "hill", "assisted"})
FREE = frozenset({"sprint", "flying"})
RUNNING = EFFORT | {"endurance"}
PUSHES = frozenset({"iso-push", "iso-ballistic"})


def high(item: Item) -> float | None:
    """The end of an item's intensity that counts."""
    if item.intensity is None:
        return None
    value = item.intensity.value
    return value[-1] if isinstance(value, tuple) else value


def reps(item: Item) -> int:
    """Repetitions over all sets, per side."""
    return item.sets * item.reps


def metres(item: Item) -> float:
    """Metres over all sets, of the zone only."""
    return reps(item) * (item.distance_m or 0)


def held(item: Item) -> float:
    """Seconds held over all sets, per side."""
    return reps(item) * (item.hold_s or 0)


def is_full_speed(item: Item, percent: int) -> bool:
    """Whether runs count as full effort: free ones from `percent` of best speed on, others all."""
    if item.kind in FREE and item.intensity is not None and item.intensity.of == "max-speed":
        return (high(item) or 0) >= percent
    return item.kind in EFFORT


def is_fast(item: Item, percent: int) -> bool:
    """Whether an item is running at `percent` of best speed or more, or maximal in another unit."""
    if item.kind not in RUNNING:
        return False
    if item.intensity is not None and item.intensity.of == "max-speed":
        return (high(item) or 0) >= percent
    return True


def rep_seconds(item: Item, library: Library) -> float:
    """Seconds of one rep on one side, from what the item says, else from the knowledge base."""
    times = library.planning.kind_times[item.kind]
    if item.hold_s is not None:
        return item.hold_s
    if item.effort_s is not None:
        return item.effort_s
    if item.distance_m is not None and times.speed_m_s is not None:
        percent = high(item) if item.intensity and item.intensity.of == "max-speed" else None
        return (item.distance_m + (item.run_in_m or 0)) / times.speed_m_s * 100 / (percent or 100)
    exercise = library.exercises.get(item.exercise)
    if exercise is not None and exercise.rep_time is not None:
        return exercise.rep_time.low
    return times.rep_s


def item_seconds(item: Item, library: Library) -> float:
    """Seconds of an item from setting up to the end of its last rep."""
    if item.minutes is not None:
        return item.minutes * 60
    times = library.planning.kind_times[item.kind]
    rep = item.sides * rep_seconds(item, library) + (item.sides - 1) * times.change_s
    one_set = item.reps * rep + (item.reps - 1) * (item.rest_s or 0)
    return times.setup_s + item.sets * one_set + (item.sets - 1) * (item.set_rest_s or 0)


class Timed(NamedTuple):
    """Seconds of an item, and of the rest before whatever follows it."""

    seconds: float
    rest: int


def timed(item: Item, library: Library) -> Timed:
    """An item as it takes time; its set rest also stands before the next one."""
    return Timed(item_seconds(item, library), item.set_rest_s or 0)


def in_a_row(items: Iterable[Timed]) -> float:
    """Seconds of items done one after the other."""
    total, rest = 0.0, 0
    for item in items:
        total += rest + item.seconds
        rest = item.rest
    return total


def block_minutes(items: Iterable[Item], library: Library) -> int:
    """Minutes of a block, rounded up."""
    return ceil(in_a_row(timed(item, library) for item in items) / 60)


def items_of(sessions: Iterable[Session]) -> Iterator[Item]:
    """All items of all blocks."""
    for session in sessions:
        for block in session.blocks:
            yield from block.items


def session_minutes(blocks: Iterable[Block]) -> int:
    """Minutes of a session: those of its blocks."""
    return sum(block.minutes for block in blocks)


def effort_metres(items: Iterable[Item], planning: Planning) -> int:
    """Metres run at full effort."""
    full = planning.full_speed_from
    return round(sum(metres(item) for item in items if is_full_speed(item, full)))


def totals(sessions: Iterable[Session], library: Library) -> Totals:
    """What the sessions of a week add up to."""
    sessions = tuple(sessions)
    items = tuple(items_of(sessions))
    runs = [item for item in items if item.kind in RUNNING]
    return Totals(
        minutes=sum(session.minutes for session in sessions),
        max_effort_m=effort_metres(runs, library.planning),
        speed_endurance_m=round(sum(metres(run) for run in runs if run.kind == "endurance")),
        sprint_m=round(sum(metres(run) for run in runs)),
        iso_push_s=round(sum(held(item) for item in items if item.kind in PUSHES)),
        iso_hold_s=round(sum(held(item) for item in items if item.kind == "iso-hold")),
        contacts=sum(reps(item) for item in items if item.kind == "plyo"),
        hard_days=sum(session.load == MAX_SPRINT for session in sessions),
    )
