"""Metres at full effort: as near a target as a week's days can come from below.

All ways to set the sprints of each day that fit its minutes are looked at, so that more minutes
or a higher target never give fewer metres. One more day brings at least its template's least. So
that the day is never paid for with metres of the others, the target itself moves up where needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import NamedTuple

from speedcli.training import fitting, mix
from speedcli.training.compose import Draft
from speedcli.training.finish import Finisher
from speedcli.training.sessions import DayDraft


class Rung(NamedTuple):
    """A rung that a block may stand on: what it takes and gives, and how far from its dose."""

    rung: int
    minutes: int
    metres: int
    strain: float


class Option(NamedTuple):
    """One way to set the sprints of a day, as the sums over its blocks, with their rungs."""

    rungs: tuple[int, ...]
    minutes: int
    metres: int
    strain: float


class Week(NamedTuple):
    """One way to set the sprints of the days so far."""

    strain: float
    options: tuple[Option, ...]


def intended(finisher: Finisher, days: Iterable[DayDraft]) -> int:
    """The metres of the days as their doses have it, whatever the minutes."""
    return sum(
        finisher.metres(draft)
        for day in days
        for draft in day.drafts
        if fitting.at_full_effort(draft)
    )


def spread(
    finisher: Finisher, days: Sequence[DayDraft], target: float, most: float
) -> list[DayDraft]:
    """The days with as many metres up to `target` as fit, each as near its dose as that allows.

    `most` is how far the target may move up.
    """
    options = [_options(finisher, day) for day in days]
    aim = _aim(options, target, most)
    sums = _sums(_fitting(finisher, day, ways) for day, ways in zip(days, options, strict=True))
    best = max((total for total in sums if total <= aim), default=min(sums))
    return [_set(day, option) for day, option in zip(days, sums[best].options, strict=True)]


def mixed(
    finisher: Finisher,
    days: Sequence[DayDraft],
    target: float,
    most: float,
    keeps: Callable[[mix.Mix], bool],
) -> list[DayDraft] | None:
    """As `spread`, of all ways whose mix `keeps` its rule; None if there is no such way."""
    ways = [_ways(finisher, day) for day in days]
    found: dict[tuple[int, mix.Mix], Week] = {(0, mix.NONE): Week(0.0, ())}
    for options in ways:
        further: dict[tuple[int, mix.Mix], Week] = {}
        for (total, reps), week in found.items():
            for (more, others), option in options.items():
                strain = week.strain + option.strain
                reached = total + more, mix.both(reps, others)
                if reached not in further or strain < further[reached].strain:
                    further[reached] = Week(strain, (*week.options, option))
        found = further
    kept = [
        (total > target, abs(total - target), week.strain, week.options)
        for (total, reps), week in found.items()
        if total <= max(target, most) and keeps(reps)
    ]
    if not kept:
        return None
    *_, best = min(kept)
    return [_set(day, option) for day, option in zip(days, best, strict=True)]


def _ways(finisher: Finisher, day: DayDraft) -> dict[tuple[int, mix.Mix], Option]:
    """The ways to set the sprints of a day by their metres and mix, the one nearest its dose."""
    ways: dict[tuple[int, mix.Mix], Option] = {}
    for option in _fitting(finisher, day, _options(finisher, day)):
        blocks = [finisher.block(draft) for draft in _set(day, option).drafts]
        key = option.metres, mix.of(item for block in blocks for item in block.items)
        if key not in ways or option.strain < ways[key].strain:
            ways[key] = option
    return ways


def _aim(days: Iterable[Sequence[Option]], target: float, most: float) -> float:
    """The target, or the least above it up to `most`, where fewer days would come nearer to it."""
    every, some = {0}, {0}  # the sums of all days, and of any of them
    for options in days:
        steps = {option.metres for option in options}
        every = {total + step for total in every for step in steps}
        some |= {total + step for total in some for step in steps}
    nearest = max(total for total in some if total <= target)
    least = min((total for total in every if total >= nearest), default=target)
    return max(least, target) if least <= most else target


def _sums(days: Iterable[Sequence[Option]]) -> dict[int, Week]:
    """The metres that the days can come to, each with the ways to set them nearest their doses."""
    sums = {0: Week(0.0, ())}
    for options in days:
        further: dict[int, Week] = {}
        for total, week in sums.items():
            for option in options:
                strain = week.strain + option.strain
                reached = total + option.metres
                if reached not in further or strain < further[reached].strain:
                    further[reached] = Week(strain, (*week.options, option))
        sums = further
    return sums


def _options(finisher: Finisher, day: DayDraft) -> list[Option]:
    """Every way to set the day's sprints, the least first, whatever the minutes."""
    sprints = [draft for draft in day.drafts if fitting.at_full_effort(draft)]
    return [
        Option(
            rungs=tuple(rung.rung for rung in way),
            minutes=sum(rung.minutes for rung in way),
            metres=sum(rung.metres for rung in way),
            strain=sum(rung.strain for rung in way),
        )
        for way in product(*(_rungs(finisher, draft) for draft in sprints))
    ]


def _fitting(finisher: Finisher, day: DayDraft, options: Sequence[Option]) -> Sequence[Option]:
    """The ways that fit the day's minutes; the least of all where none does."""
    room = fitting.sprint_minutes(finisher, day)
    return [option for option in options if option.minutes <= room] or options[:1]


def _rungs(finisher: Finisher, draft: Draft) -> list[Rung]:
    """The rungs a block may stand on: from its template's least up. A test stays as it is."""
    composer, steps = finisher.composer, draft.ladder
    if draft.template.id in composer.tests:
        places = range(draft.rung, draft.rung + 1)
    else:
        total = draft.template.levels[composer.athlete.request.level].total
        least = steps.rung(0, total.low * composer.athlete.volume)
        places = range(min(least, draft.rung), len(steps.rungs))
    return [_rung(finisher, draft, place) for place in places]


def _rung(finisher: Finisher, draft: Draft, place: int) -> Rung:
    there = draft._replace(rung=place)
    strain = ((place - draft.rung) / len(draft.ladder.rungs)) ** 2
    return Rung(place, finisher.block(there).minutes, finisher.metres(there), strain)


def _set(day: DayDraft, option: Option) -> DayDraft:
    rungs = iter(option.rungs)
    return day._replace(
        drafts=tuple(
            draft._replace(rung=next(rungs)) if fitting.at_full_effort(draft) else draft
            for draft in day.drafts
        ),
    )
