"""Which of the asked days are hard: far enough apart, also from one week to the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations


def hard_days(days: Sequence[int], wanted: int, gap: int, liked: int) -> tuple[int, ...]:
    """At most `wanted` of the weekdays (Monday is 0), each `gap` dates or more from the next.

    The pattern repeats every week, so the last day and the next week's first keep the gap too.
    More days are better, then gaps of at least `liked`, then wide and early ones.
    """
    for number in range(min(wanted, len(days)), 0, -1):
        fitting = [some for some in combinations(days, number) if min(gaps(some)) >= gap]
        if fitting:
            return max(
                fitting,
                key=lambda some: (
                    min(gaps(some)) >= liked,
                    min(gaps(some)),
                    [-day for day in some],
                ),
            )
    return ()


def gaps(days: Sequence[int]) -> list[int]:
    """Days from each weekday to the next one of the pattern, around the week."""
    later = [*days[1:], days[0] + 7]
    return [after - before for before, after in zip(days, later, strict=True)]
