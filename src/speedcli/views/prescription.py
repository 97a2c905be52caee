"""One item of a plan in a coach's words, the same in every view: `2 x 3 x 20 m`, `rest 1:30`."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.values import Span, plain
from speedcli.training.document import Intensity, Item
from speedcli.views import wording


def dose(item: Item) -> str:
    """How much: `2 x 3 x 20 m`, `2 x 3 x 3 s each side`, `3 x 12 each side`, `3 min`."""
    if item.minutes is not None:
        return f"{plain(item.minutes)} min{' for both sides' * (item.sides == 2)}"
    run_in = f" after {plain(item.run_in_m)} m run-in" if item.run_in_m else ""
    side = " each side" if item.sides == 2 else ""
    return f"{_amount(item)}{run_in}{side}"


def intensity(item: Item) -> str:
    """How hard: `90-95 % of best speed`, `12-15RM`; nothing where the item does not say."""
    return scaled(item.intensity) if item.intensity else ""


def scaled(given: Intensity) -> str:
    """A number or a range on its scale."""
    ends = given.value if isinstance(given.value, tuple) else (given.value,)
    return wording.scaled(Span(ends[0], ends[-1]), given.of)


def rest(item: Item) -> str:
    """The rests: `rest 1:30, sets 3:00`, or `rest 2:00, then 4:00` before the next exercise."""
    between, after = item.rest_s, item.set_rest_s
    if between and after and (item.sets > 1 or between != after):
        longer = "sets" if item.sets > 1 else "then"
        return f"rest {wording.clock(between)}, {longer} {wording.clock(after)}"
    if between or (after and item.sets > 1):
        return f"rest {wording.clock(between or after or 0)}"
    return f"then rest {wording.clock(after)}" if after else ""


def target(item: Item) -> str:
    """The time to aim at: `aim at 1.85 s`; nothing where there is none."""
    return f"aim at {plain(item.target_s)} s" if item.target_s else ""


def lowered(name: str) -> str:
    """A name within a sentence: `easy jog`, but `A-skip`."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _amount(item: Item) -> str:
    """Sets, reps and the measure of one rep; ones are left out where nothing is lost."""
    measure = _measure(item)
    if measure:
        return " x ".join([*_above_one(item), measure])
    if item.sets > 1:
        return f"{item.sets} x {item.reps}"
    return str(item.reps) if item.sides == 2 else f"{item.reps} rep{'s' * (item.reps > 1)}"


def _above_one(item: Item) -> Iterator[str]:
    yield from (str(count) for count in (item.sets, item.reps) if count > 1)


def _measure(item: Item) -> str:
    if item.distance_m is not None:
        return f"{plain(item.distance_m)} m"
    seconds = item.hold_s if item.hold_s is not None else item.effort_s
    if seconds is None:
        return ""
    return wording.time(Span(seconds, seconds))
