"""How much: the ladder of doses from the least to the most of a template's lines.

A ladder moves one thing one step at a time: a rep, then the seconds of a hold, then a set. No step
lowers any number, so a lighter week is the same ladder further down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from speedcli.knowledge.records import Exercise
from speedcli.knowledge.values import Intensity, Span


class Amount(NamedTuple):
    """One point of a line: sets, reps, and the measure that a dose moves, if any."""

    sets: int
    reps: int
    measure: float | None = None  # seconds of a hold or effort, or minutes


@dataclass(frozen=True, slots=True)
class Strand:
    """A template's line made concrete for one athlete: an exercise and its ranges."""

    exercise: Exercise
    optional: bool
    sets: Span
    reps: Span
    distance: float | None
    run_in: float | None
    moved: Span | None  # what a dose moves beside sets and reps
    moves: str  # "hold", "effort", "minutes" or ""
    step: int
    intensity: Intensity | None
    rest: int | None
    set_rest: int | None

    @property
    def path(self) -> tuple[Amount, ...]:
        """The amounts from the fewest reps up to the top of all ranges, and never one lower.

        A set whose reps run on is not cut short: a coach takes a set away instead. Pushes keep a
        rep at each of two angles.
        """
        two = self.exercise.pattern is not None and len(self.exercise.angles) > 1
        fewest = self.reps.low if self.rest is None else 2 if two else 1
        return _path(self.sets, self.reps, self.moved, self.step, int(fewest))

    @property
    def low(self) -> int:
        """Where on the path all ranges are at their low ends."""
        measure = self.moved.low if self.moved else None
        return self.path.index(Amount(int(self.sets.low), int(self.reps.low), measure))


@lru_cache(maxsize=None)
def _path(sets: Span, reps: Span, moved: Span | None, step: int, fewest: int) -> tuple[Amount, ...]:
    measure = moved.low if moved else None
    fewest = min(fewest, int(reps.low))
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
        best = first
        for place in range(first, len(self.rungs)):
            if self.totals[place] <= target:
                best = place
        return best


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
