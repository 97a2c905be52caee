from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, reject, settings

from speedcli.knowledge.problems import CannotMeet
from speedcli.knowledge.records import Kind
from speedcli.training import measure, planner, steps
from speedcli.training.document import Item
from speedcli.training.steps import Piece, Step
from tests.training.plans import item
from tests.training.requests import LIBRARY, asked, wishes


def told(*items: Item) -> list[str]:
    """The steps in a few words: `work 3 s, set 1 rep 2 left`, with `?` where they wait."""
    return [_told(step) for step in steps.steps(items, LIBRARY)]


def _told(step: Step) -> str:
    mark = "?" if step.waits else ""
    at = f" {step.piece.set}.{step.piece.rep}.{'LR'[step.piece.side - 1]}"
    return f"{step.doing} {step.seconds:g}{mark}{at if step.doing != 'ready' else ''}"


def push(**fields: Any) -> Item:
    return item("iso-push", "iso-towel-pull", hold_s=3, **fields)


def test_pushes_on_each_side_change_sides_then_rest() -> None:
    assert told(push(sets=2, reps=2, sides=2, rest_s=30, set_rest_s=90)) == [
        "ready 60",
        "work 3 1.1.L",
        "switch 5 1.1.L",
        "work 3 1.1.R",
        "rest 30 1.1.R",
        "work 3 1.2.L",
        "switch 5 1.2.L",
        "work 3 1.2.R",
        "set-rest 90 1.2.R",
        "work 3 2.1.L",
        "switch 5 2.1.L",
        "work 3 2.1.R",
        "rest 30 2.1.R",
        "work 3 2.2.L",
        "switch 5 2.2.L",
        "work 3 2.2.R",
    ]


def test_sprints_wait_for_a_tap_and_their_rests_do_not() -> None:
    runs = item("sprint", "standing-accel", reps=2, distance_m=12, rest_s=90)
    assert told(runs) == ["ready 60", "work 2? 1.1.L", "rest 90 1.1.L", "work 2? 1.2.L"]


def test_the_set_rest_stands_before_the_next_item_too() -> None:
    assert told(push(set_rest_s=60), push()) == [
        "ready 60",
        "work 3 1.1.L",
        "next 60 1.1.L",
        "ready 60",
        "work 3 1.1.L",
    ]


def test_reps_that_run_on_are_one_piece_to_a_set_and_side() -> None:
    band = item("band", sets=2, reps=12, sides=2, set_rest_s=45)
    assert told(band) == [
        "ready 45",
        "work 36? 1.1.L",
        "switch 5 1.1.L",
        "work 36? 1.1.R",
        "set-rest 45 1.1.R",
        "work 36? 2.1.L",
        "switch 5 2.1.L",
        "work 36? 2.1.R",
    ]


def test_minutes_hold_all_that_an_item_takes() -> None:
    assert told(item("general", minutes=4)) == ["work 240 1.1.L"]
    assert told(item("mobility", minutes=1, sides=2)) == ["work 30 1.1.L", "work 30 1.1.R"]


def test_an_effort_by_the_clock_is_counted() -> None:
    assert told(item("drill", effort_s=10, reps=2, rest_s=20))[1:] == [
        "work 10 1.1.L",
        "rest 20 1.1.L",
        "work 10 1.2.L",
    ]


@pytest.mark.parametrize("kind", ["iso-push", "sprint", "band"])
def test_a_number_that_nobody_does_stays_one_piece(kind: Kind) -> None:
    endless = item(kind, sets=1000, reps=1000, distance_m=10)
    assert steps.pieces(endless) == (Piece(),)
    (ready, work) = steps.steps([endless], LIBRARY)
    assert work.waits
    assert ready.seconds + work.seconds == measure.item_seconds(endless, LIBRARY)


@settings(max_examples=25)
@given(wishes())
def test_steps_take_as_long_as_the_plan_says(wishes: dict[str, object]) -> None:
    """But for the changes of sides within a set that runs on, which are made once."""
    try:
        plan = planner.plan(asked(LIBRARY, **wishes), LIBRARY)
    except CannotMeet:
        reject()
    for session in plan.weeks[0].sessions:
        for block in session.blocks:
            counted = sum(step.seconds for step in steps.steps(block.items, LIBRARY))
            saved = sum(map(_changes_saved, block.items))
            expected = measure.in_a_row(timed(item) for item in block.items) - saved
            assert counted == pytest.approx(expected)


def timed(item: Item) -> measure.Timed:
    return measure.timed(item, LIBRARY)


def _changes_saved(item: Item) -> float:
    measured = (item.minutes, item.hold_s, item.effort_s, item.distance_m, item.rest_s)
    change_s = LIBRARY.planning.kind_times[item.kind].change_s
    runs_on = all(value is None for value in measured)
    return runs_on * item.sets * (item.reps - 1) * (item.sides - 1) * change_s
