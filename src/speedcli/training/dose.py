"""How much: the ladder of doses from the least to the most of a template's lines.

A ladder moves one thing one step at a time: a rep, then the seconds of a hold, then a set. No step
lowers any number, so a lighter week is the same ladder further down.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.records import Exercise
from speedcli.knowledge.values import Intensity, Span


class Amount(NamedTuple):
    """One point of a line: sets, reps, and the measure that a dose moves, if any."""

    sets: int
    reps: int
    measure: float | None = None  # seconds of a hold or effort, or minutes


@frozen()
class Strand:
    """A template's line made concrete for one athlete: an exercise and its ranges.

    Each is itself alone, so that what follows from it can be remembered by it.
    """

    exercise: Exercise
    optional: bool
    distance: float | None
    run_in: float | None
    moves: str  # what a dose moves beside sets and reps: "hold", "effort", "minutes" or ""
    intensity: Intensity | None
    rest: int | None
    set_rest: int | None
    path: tuple[Amount, ...]  # its amounts from the fewest reps to the top of all ranges
    low: int  # where on the path all ranges are at their low ends

    __eq__ = object.__eq__
    __hash__ = object.__hash__


def path(
    exercise: Exercise,
    sets: Span,
    reps: Span,
    moved: Span | None,
    step: int,
    rest: int | None,
    optional: bool,
) -> tuple[tuple[Amount, ...], int]:
    """The amounts of a line from the fewest up, never one lower, and where its least stands.

    A set whose reps run on is not cut short: a coach takes a set away instead. Pushes keep a rep
    at each of two angles. An optional line comes in at its least or not at all.
    """
    two = exercise.pattern is not None and len(exercise.angles) > 1
    fewest = int(reps.low) if rest is None else 2 if two else 1
    steps = _climb(sets, reps, moved, step, min(fewest, int(reps.low)))
    least = Amount(int(sets.low), int(reps.low), moved.low if moved else None)
    low = steps.index(least)
    return (steps[low:], 0) if optional else (steps, low)


def _climb(
    sets: Span, reps: Span, moved: Span | None, step: int, fewest: int
) -> tuple[Amount, ...]:
    measure = moved.low if moved else None
    steps = [Amount(1, count, measure) for count in range(fewest, int(reps.low) + 1)]
    steps += [Amount(count, int(reps.low), measure) for count in range(2, int(sets.low) + 1)]
    steps += [
        Amount(int(sets.low), count, measure)
        for count in range(int(reps.low) + 1, int(reps.high) + 1)
    ]
    while moved is not None and measure is not None and measure < moved.high:
        measure = min(measure + step, moved.high)
        steps.append(Amount(int(sets.low), int(reps.high), measure))
    steps += [
        Amount(count, int(reps.high), measure)
        for count in range(int(sets.low) + 1, int(sets.high) + 1)
    ]
    return tuple(steps)


class Ladder(NamedTuple):
    """The doses of a block: for each rung the place of every line on its path, and the total."""

    rungs: tuple[tuple[int, ...], ...]  # -1: the line is left out
    totals: tuple[float, ...]
    low: int  # the rung where every required line has its least

    def rung(self, target: float, least: float | None) -> int:
        """The highest rung whose total is at most `target`, and the first that reaches `least`.

        Without a `least` it may be any rung from the first on.
        """
        first = 0
        if least is not None:
            reaching = (
                place for place in range(self.low, len(self.rungs)) if self.totals[place] >= least
            )
            first = next(reaching, len(self.rungs) - 1)
        return max(bisect_right(self.totals, target) - 1, first)


Measure = Callable[[tuple[tuple[Strand, Amount], ...]], float]


def ladder(strands: tuple[Strand, ...], most: float, total: Measure) -> Ladder:
    """Grow the lines evenly from nothing to their tops, while the total stays at or below `most`.

    `total` says what lines at given amounts add up to, in the unit of `most`.
    """
    places = [-1] * len(strands)
    rungs: list[tuple[int, ...]] = []
    sums: list[float] = []

    def climb(line: int) -> bool:
        """Take a line one step up; False, and nothing changed, if that were too much."""
        places[line] += 1
        amount = total(amounts(strands, tuple(places)))
        if rungs and amount > most:
            places[line] -= 1
            return False
        rungs.append(tuple(places))
        sums.append(amount)
        return True

    def grow(tops: list[int]) -> None:
        """Climb evenly until every line is at its top or can go no further."""
        open_lines = [line for line, top in enumerate(tops) if places[line] < top]
        while open_lines:
            line = min(open_lines, key=lambda each: (places[each] + 1) / (tops[each] + 1))
            if not climb(line) or places[line] >= tops[line]:
                open_lines.remove(line)

    grow([-1 if strand.optional else strand.low for strand in strands])
    low = max(len(rungs) - 1, 0)
    grow([len(strand.path) - 1 for strand in strands])
    return Ladder(tuple(rungs), tuple(sums), low)


def amounts(
    strands: tuple[Strand, ...], places: tuple[int, ...]
) -> tuple[tuple[Strand, Amount], ...]:
    """The lines of a rung that are there, each with its amount."""
    return tuple(
        (strand, strand.path[place])
        for strand, place in zip(strands, places, strict=True)
        if place >= 0
    )
