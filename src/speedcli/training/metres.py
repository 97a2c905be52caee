"""Metres at full effort: as near a target as a week's days can come from below.

All ways to set the sprints of each day that fit its minutes are looked at, so that more minutes
or a higher target never give fewer metres.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from speedcli.training import fitting
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
    """One way to set the sprints of a day: their metres, how far from the dose, the rungs."""

    metres: int
    strain: float
    rungs: tuple[int, ...]


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


def spread(finisher: Finisher, days: Sequence[DayDraft], most: float) -> list[DayDraft]:
    """The days with the most metres up to `most`, each as near its dose as that allows."""
    sums = {0: Week(0.0, ())}
    for day in days:
        options = list(_options(finisher, day))
        further: dict[int, Week] = {}
        for total, week in sums.items():
            for option in options:
                strain = week.strain + option.strain
                reached = total + option.metres
                if reached not in further or strain < further[reached].strain:
                    further[reached] = Week(strain, (*week.options, option))
        sums = further
    best = max((total for total in sums if total <= most), default=min(sums))
    return [_set(day, option) for day, option in zip(days, sums[best].options, strict=True)]


def _options(finisher: Finisher, day: DayDraft) -> Iterator[Option]:
    """Every way to set the day's sprints that fits; the least of all where none does."""
    sprints = [draft for draft in day.drafts if fitting.at_full_effort(draft)]
    room = fitting.sprint_minutes(finisher, day)
    ways = list(product(*(_rungs(finisher, draft) for draft in sprints)))
    fits = [way for way in ways if sum(rung.minutes for rung in way) <= room]
    for way in fits or ways[:1]:
        yield Option(
            sum(rung.metres for rung in way),
            sum(rung.strain for rung in way) if fits else 0.0,
            tuple(rung.rung for rung in way),
        )


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
