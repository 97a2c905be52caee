"""Checks of how much: measures fit the exercise, levels can do the lines, totals can be kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import Problem
from speedcli.knowledge.records import (
    Exercise,
    ExerciseDose,
    Kind,
    Level,
    Line,
    Template,
    TemplateLevel,
)
from speedcli.knowledge.values import Number, Span

_MEASURES = ("distance", "hold", "effort")

# The one measure of each kind that has to have one. Others are counted, or timed as they like.
_NEEDS: dict[Kind, str] = {
    "sprint": "distance",
    "flying": "distance",
    "resisted": "distance",
    "hill": "distance",
    "assisted": "distance",
    "endurance": "distance",
    "tempo": "distance",
    "build-up": "distance",
    "iso-push": "hold",
    "iso-hold": "hold",
    "iso-ballistic": "hold",
}


class _Written(NamedTuple):
    """A line of a template, with the exercises at its level that it may mean."""

    session: Template
    level: Level
    ranges: TemplateLevel
    line: Line
    named: list[Exercise]
    allowed: list[Exercise]


def doses_fit_the_kind(library: Library) -> Iterator[Problem]:
    """A sprint has a distance, a hold has seconds, and nothing is measured twice."""
    for exercise in library.exercises.values():
        for level, dose in exercise.dose.items():
            for message in _misfits(exercise, dose):
                yield Problem(dose.where, f"{exercise.id!r} at {level}: {message}")


def lines_suit_the_level(library: Library) -> Iterator[Problem]:
    """Some exercise of every line has a dose at the line's level."""
    for written in _lines(library):
        all_known = len(written.named) == len(written.line.exercises)
        if all_known and not written.allowed:
            named = ", ".join(repr(exercise.id) for exercise in written.named)
            yield Problem(written.line.where, f"{named}: no dose for {written.level}")


def lines_fit_the_kind(library: Library) -> Iterator[Problem]:
    """A line gives only measures that all its exercises have."""
    for written in _lines(library):
        given = _given(written.line)
        for exercise in written.allowed:
            needed = _NEEDS.get(exercise.kind)
            for measure in given:
                if needed and measure != needed:
                    said = f"{measure!r} does not fit {exercise.id!r}, which has a {needed!r}"
                    yield Problem(written.line.where, said)


def totals_can_be_kept(library: Library) -> Iterator[Problem]:
    """The least that a session's lines ask for is not more than its total allows."""
    least: dict[tuple[str, Level], Number] = {}
    for written in _lines(library):
        key = written.session.id, written.level
        if written.allowed and not written.line.optional:
            amounts = [_least(written, exercise) for exercise in written.allowed]
            least[key] = least.get(key, 0) + min(amounts)
    for (session, level), amount in least.items():
        ranges = library.sessions[session].levels[level]
        if amount > ranges.total.high:
            said = f"the lines of {session!r} at {level} come to {amount:g} {ranges.total.unit}"
            yield Problem(ranges.where, f"{said} or more; 'total' allows {ranges.total}")


def _lines(library: Library) -> Iterator[_Written]:
    exercises = library.exercises
    for session in library.sessions.values():
        for level, ranges in session.levels.items():
            for line in ranges.lines:
                named = [exercises[one] for one in line.exercises if one in exercises]
                allowed = [exercise for exercise in named if level in exercise.dose]
                yield _Written(session, level, ranges, line, named, allowed)


def _given(dose: ExerciseDose | Line) -> list[str]:
    return [measure for measure in _MEASURES if getattr(dose, measure) is not None]


def _misfits(exercise: Exercise, dose: ExerciseDose) -> Iterator[str]:
    given, needed = _given(dose), _NEEDS.get(exercise.kind)
    if needed and needed not in given:
        yield f"kind {exercise.kind!r} wants {needed!r}"
    elif len(given) > 1:
        yield f"one of {', '.join(map(repr, given))} is enough"


def _least(written: _Written, exercise: Exercise) -> Number:
    """The least that a line adds to its session's total, done with `exercise`."""
    line, ranges, dose = written.line, written.ranges, exercise.dose[written.level]
    sets = _low(line.sets or dose.sets)
    reps = sets * _low(line.reps or dose.reps)
    distance = _low(line.distance or ranges.distance or dose.distance)
    seconds = _low(line.hold or line.effort or dose.hold or dose.effort)
    by_unit: dict[str, Number] = {
        "m": reps * distance,
        "s": reps * seconds,
        "reps": reps,
        "contacts": reps,
        "sets": sets,
        "min": _low(line.minutes),
    }
    return by_unit[written.ranges.total.unit]


def _low(span: Span | None) -> Number:
    return span.low if span else 0
