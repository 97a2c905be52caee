"""Checks of the planning: what the planner divides by, and what it looks up by its limits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import get_args

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import Problem
from speedcli.knowledge.records import Goal, Level
from speedcli.knowledge.values import Span


def steps_and_speeds_are_above_nothing(library: Library) -> Iterator[Problem]:
    """What is rounded to a step, or takes its time from a speed, needs one above 0."""
    planning = library.planning_if_any
    if planning is None:
        return
    if planning.rest_step_s <= 0:
        yield Problem(planning.where, _above(planning.rest_step_s, "rest-step-s"))
    for kind, step in planning.hold_step_s.items():
        if step <= 0:
            yield Problem(planning.where, _above(step, f"hold-step-s.{kind}"))
    for kind, time in planning.kind_times.items():
        if time.speed_m_s is not None and time.speed_m_s <= 0:
            yield Problem(time.where, _above(time.speed_m_s, f"kind-times.{kind}.speed-m-s"))


def levels_start_below_their_top(library: Library) -> Iterator[Problem]:
    """A dose lies from 0 to 1, and rises through the loaded weeks."""
    planning = library.planning_if_any
    if planning is None:
        return
    if not 0 <= planning.session_dose <= 1:
        said = f"'session-dose' wants a number from 0 to 1, got {planning.session_dose}"
        yield Problem(planning.where, said)
    for level in planning.levels:
        if not 0 <= level.start <= level.top <= 1 or level.step < 0:
            said = f"start {level.start}, step {level.step} and top {level.top} of {level.id!r}"
            wanted = "doses lie from 0 to 1, start not above top, and step is not below 0"
            yield Problem(level.where, f"{said} do not fit: {wanted}")


def days_have_their_weekdays(library: Library) -> Iterator[Problem]:
    """A request may name any number of days that the limits allow, and gets as many weekdays."""
    planning = library.planning_if_any
    if planning is None:
        return
    usual, days = planning.defaults, planning.limits.days
    if usual.days not in days:
        yield Problem(
            usual.where, f"'defaults.days' takes {days}, as 'limits.days', got {usual.days}"
        )
    for number in _whole(days):
        named = usual.weekdays.get(str(number), ())
        if not named or not number == len({*named}) == len(named):
            said = f"'defaults.weekdays.{number}' wants {number} different days"
            yield Problem(usual.where, f"{said}, as 'limits.days' is {days}, got {len({*named})}")


def weeks_have_their_sequence(library: Library) -> Iterator[Problem]:
    """Whatever number of weeks the limits allow, there is a sequence for every request."""
    planning = library.planning_if_any
    if planning is None:
        return
    whose = (get_args(Goal), get_args(Level), (False, True), (False, True))
    asked = product(_whole(planning.limits.weeks), *whose)
    for number, goal, level, event, returning in asked:
        found = (
            table.letters(number, goal, level, event=event, returning=returning)
            for table in planning.sequences
        )
        if not any(found):
            said = f"'sequences' has no '{number}' for {goal}, {level}"
            allowed = f"'limits.weeks' is {planning.limits.weeks}"
            yield Problem(planning.limits.where, f"{said}, and {allowed}")
            return  # one tells enough, where hundreds may be missing


def sequences_are_of_week_types(library: Library) -> Iterator[Problem]:
    """A sequence has a letter to each of its weeks, and every letter is a type of week."""
    planning = library.planning_if_any
    if planning is None:
        return
    known = "".join(week.letter for week in planning.week_types)
    for table in planning.sequences:
        for number, letters in table.weeks.items():
            if number != str(len(letters)) or {*letters} - {*known}:
                said = f"{number!r} weeks want as many letters of {known}, got {letters!r}"
                yield Problem(table.where, said)


def _whole(span: Span) -> range:
    return range(int(span.low), int(span.high) + 1)


def _above(number: float, key: str) -> str:
    return f"{key!r} wants a number above 0, got {number}"
