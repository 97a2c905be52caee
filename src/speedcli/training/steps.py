"""A block second by second: what a timer counts, in the order in which it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from speedcli.knowledge.library import Library
from speedcli.training import measure
from speedcli.training.document import Item

# Pieces of work in an item that are told apart. A plan asks for a few dozen at most.
_MOST = 200

Doing = Literal["ready", "work", "switch", "rest", "set-rest", "next"]


class Piece(NamedTuple):
    """Work done in one go: a run, a push on one side, or a set whose reps run on."""

    set: int = 1
    rep: int = 1
    side: int = 1


_WHOLE = Piece()


@dataclass(frozen=True, slots=True)
class Step:
    """What happens for some seconds, or until a tap where it `waits`; then its seconds are a guess.

    `ready` is setting up an item. `rest` lies between reps, `set-rest` between sets, and `next`
    after an item's last rep. `item` is the item's place in its block. `piece` is the work itself,
    or the work that a rest or a change of sides comes after.
    """

    doing: Doing
    seconds: float
    item: int
    piece: Piece = _WHOLE
    waits: bool = False


def pieces(item: Item) -> tuple[Piece, ...]:
    """The work of an item, rest by rest and side by side; as one piece where it is too much."""
    if _is_too_much(item):
        return (_WHOLE,)
    return tuple(
        Piece(set, rep, side)
        for set in range(1, _sets(item) + 1)
        for rep in range(1, _reps(item) + 1)
        for side in range(1, item.sides + 1)
    )


def steps(items: Iterable[Item], library: Library) -> tuple[Step, ...]:
    """The steps of a block's items, done one after the other.

    Their seconds add up to those that `measure` gives the block, but for one thing: where reps
    run on, sides are changed once in a set and not at every rep.
    """
    items = tuple(items)
    found: list[Step] = []
    for place, item in enumerate(items):
        found += _of_item(item, place, library)
        if item.set_rest_s and place + 1 < len(items):
            found.append(Step("next", item.set_rest_s, place, pieces(item)[-1]))
    return tuple(found)


def _of_item(item: Item, place: int, library: Library) -> Iterator[Step]:
    work, seconds = pieces(item), _seconds(item, library)
    waits = item.minutes is None and (not _is_timed(item) or _is_too_much(item))
    if item.minutes is None:  # minutes hold all that an item takes
        yield Step("ready", library.planning.kind_times[item.kind].setup_s, place)
    for number, piece in enumerate(work, start=1):
        yield Step("work", seconds, place, piece, waits)
        if number < len(work):
            yield from _pause(item, place, piece, work[number], library)


def _pause(item: Item, place: int, before: Piece, after: Piece, library: Library) -> Iterator[Step]:
    """The change of sides or the rest between two pieces of work, if there is any."""
    change_s = 0 if item.minutes else library.planning.kind_times[item.kind].change_s
    seconds: dict[Doing, float] = {
        "switch": change_s if before.side < after.side else 0,
        "set-rest": (item.set_rest_s or 0) if before.set < after.set else 0,
        "rest": (item.rest_s or 0) if before.rep < after.rep else 0,
    }
    yield from (Step(doing, time, place, before) for doing, time in seconds.items() if time)


def _seconds(item: Item, library: Library) -> float:
    """Seconds of one piece of work."""
    if item.minutes is not None:
        return item.minutes * 60 / len(pieces(item))
    if _is_too_much(item):
        setup_s = library.planning.kind_times[item.kind].setup_s
        return measure.item_seconds(item, library) - setup_s
    return measure.rep_seconds(item, library) * (item.reps if _runs_on(item) else 1)


def _is_timed(item: Item) -> bool:
    return item.hold_s is not None or item.effort_s is not None


def _runs_on(item: Item) -> bool:
    """Whether the reps of a set are counted without a stop, such as 12 steps with a band."""
    return not (_is_timed(item) or item.distance_m or item.rest_s)


def _sets(item: Item) -> int:
    return 1 if item.minutes is not None else item.sets


def _reps(item: Item) -> int:
    return 1 if item.minutes is not None or _runs_on(item) else item.reps


def _is_too_much(item: Item) -> bool:
    return _sets(item) * _reps(item) * item.sides > _MOST
