"""The course of a plan: which kind of week comes when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.planning import Emphasis, Letter, Phase, Planning, WeekType
from speedcli.training.athlete import Athlete
from speedcli.training.document import Request

WEEK = timedelta(days=7)


@frozen()
class Phased:
    """A week to be filled: its number, first day and type."""

    number: int
    starts: date
    type: WeekType
    phase: Phase
    emphasis: Emphasis


def phases(athlete: Athlete) -> tuple[Phased, ...]:
    """The weeks of the request, each with its type."""
    request, planning = athlete.request, athlete.library.planning
    types = {week.letter: week for week in planning.week_types}
    goal = next(goal for goal in planning.goals if goal.id == request.goal)
    return tuple(
        Phased(
            number=number,
            starts=request.start + (number - 1) * WEEK,
            type=types[letter],
            phase=_phase(types[letter], request),
            emphasis=types[letter].emphasis or goal.emphasis,
        )
        for number, letter in enumerate(sequence(athlete), start=1)
    )


def sequence(athlete: Athlete) -> tuple[Letter, ...]:
    """The letters of the weeks, from the first table that fits goal, level and length."""
    request, planning = athlete.request, athlete.library.planning
    letters = _table(planning, request)
    most = athlete.least("loaded_in_row")
    rested = letters if most is None else _rested(letters, most, _loaded(planning))
    return tuple(cast(Letter, letter) for letter in rested)


def _table(planning: Planning, request: Request) -> str:
    towards = {"event": request.event is not None, "returning": request.returning}
    for table in planning.sequences:
        if letters := table.letters(request.weeks, request.goal, request.level, **towards):
            return letters
    raise LookupError(f"no sequence of {request.weeks} weeks for {request.goal}")


def _loaded(planning: Planning) -> frozenset[str]:
    return frozenset(week.letter for week in planning.week_types if week.loaded)


def _rested(letters: str, most: int, loaded: frozenset[str]) -> str:
    """The letters with a deload wherever more than `most` loaded weeks would follow each other."""
    found, run, delayed = "", 0, ""
    for letter in letters:
        if delayed and letter == "D":
            letter = delayed  # the deload came a week early; what it displaced comes now
        delayed = ""
        run = run + 1 if letter in loaded else 0
        if run > most:
            letter, run, delayed = "D", 0, letter
        found += letter
    return found


def _phase(week: WeekType, request: Request) -> Phase:
    return "test" if week.phase == "taper" and request.event is None else week.phase
