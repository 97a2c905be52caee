"""Checks of the planning: numbers that the planner divides by, and doses that it can give."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import Problem


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
    for level in planning.levels if planning else ():
        if not 0 <= level.start <= level.top <= 1 or level.step < 0:
            said = f"start {level.start}, step {level.step} and top {level.top} of {level.id!r}"
            wanted = "doses lie from 0 to 1, start not above top, and step is not below 0"
            yield Problem(level.where, f"{said} do not fit: {wanted}")


def _above(number: float, key: str) -> str:
    return f"{key!r} wants a number above 0, got {number}"
