"""Metres at full effort: as near a target as a week's days can come from below.

All ways to set the sprints of each day that fit its minutes are looked at, so that more minutes
or a higher target never give fewer metres.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from speedcli.training import fitting, measure
from speedcli.training.caps import Caps
from speedcli.training.compose import Composer, Draft
from speedcli.training.sessions import DayDraft


class Option(NamedTuple):
    """One way to set the sprints of a day: their metres, how far from the dose, the rungs."""

    metres: int
    strain: float
    rungs: tuple[int, ...]


class Week(NamedTuple):
    """One way to set the sprints of the days so far."""

    strain: float
    options: tuple[Option, ...]


def intended(composer: Composer, days: Sequence[DayDraft], caps: Caps) -> int:
    """The metres of the days as their doses have it, whatever the minutes."""
    return sum(
        _metres(composer, draft, caps)
        for day in days
        for draft in day.drafts
        if fitting.at_full_effort(draft)
    )


def spread(composer: Composer, days: Sequence[DayDraft], caps: Caps, most: float) -> list[DayDraft]:
    """The days with the most metres up to `most`, each as near its dose as that allows."""
    sums = {0: Week(0.0, ())}
    for day in days:
        options = list(_options(composer, day, caps))
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


def _options(composer: Composer, day: DayDraft, caps: Caps) -> Iterator[Option]:
    """Every way to set the day's sprints that fits; the dose's own where none does."""
    sprints = [draft for draft in day.drafts if fitting.at_full_effort(draft)]
    room = fitting.sprint_minutes(composer, day, caps)
    found = False
    for rungs in product(*(_rungs(composer, draft) for draft in sprints)):
        tried = [replace(draft, rung=rung) for draft, rung in zip(sprints, rungs, strict=True)]
        if sum(composer.block(draft, caps).minutes for draft in tried) <= room:
            found = True
            metres = sum(_metres(composer, draft, caps) for draft in tried)
            yield Option(metres, _strain(sprints, rungs), rungs)
    if not found:
        rungs = tuple(min(_rungs(composer, draft)) for draft in sprints)
        tried = [replace(draft, rung=rung) for draft, rung in zip(sprints, rungs, strict=True)]
        metres = sum(_metres(composer, draft, caps) for draft in tried)
        yield Option(metres, 0.0, rungs)


def _rungs(composer: Composer, draft: Draft) -> range:
    """The rungs a block may stand on: from its template's least up. A test stays as it is."""
    if draft.template.id in composer.tests:
        return range(draft.rung, draft.rung + 1)
    total = draft.template.levels[composer.athlete.request.level].total
    least = draft.ladder.rung(0, total.low * composer.athlete.volume)
    return range(min(least, draft.rung), len(draft.ladder.rungs))


def _strain(drafts: Sequence[Draft], rungs: Sequence[int]) -> float:
    return sum(
        ((rung - draft.rung) / len(draft.ladder.rungs)) ** 2
        for draft, rung in zip(drafts, rungs, strict=True)
    )


def _set(day: DayDraft, option: Option) -> DayDraft:
    rungs = iter(option.rungs)
    return replace(
        day,
        drafts=tuple(
            replace(draft, rung=next(rungs)) if fitting.at_full_effort(draft) else draft
            for draft in day.drafts
        ),
    )


def _metres(composer: Composer, draft: Draft, caps: Caps) -> int:
    return measure.effort_metres(composer.block(draft, caps).items, composer.library)
