"""More time to train never gives fewer fast metres, whatever else is asked for."""

from __future__ import annotations

from itertools import product
from operator import le

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from speedcli.knowledge.problems import CannotMeet
from speedcli.training import planner
from speedcli.training.document import WEEKDAYS
from tests.training.requests import GOALS, LEVELS, LIBRARY, asked, wishes

FEW = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
MANY = settings(FEW, max_examples=150)

Wish = dict[str, object]


def load_metres(wish: Wish) -> list[int]:
    """Metres at full effort and of speed endurance, of each load week."""
    plan = planner.plan(asked(LIBRARY, **wish), LIBRARY)
    totals = [week.totals for week in plan.weeks if week.phase == "load"]
    return [each.max_effort_m + each.speed_endurance_m for each in totals]


def check_never_fewer(less: Wish, more: Wish) -> None:
    """No load week of the second wish has fewer metres than the same week of the first."""
    fewer, further = load_metres(less), load_metres(more)
    assert all(before <= now for before, now in zip(fewer, further, strict=True)), (
        f"{fewer} for {less}, {further} for {more}"
    )


@st.composite
def a_little_more(draw: st.DrawFn) -> tuple[Wish, Wish]:
    """Any wish, and the same with one more weekday or some more minutes.

    Without an event: the days that its taper reaches are lighter, whatever the week.
    """
    wish = draw(wishes()) | {"event": None}
    days = str(wish["days"]).split(",")
    left = [day for day in WEEKDAYS if day not in days]
    if len(left) > 1 and draw(st.booleans()):
        return wish, wish | {"days": ",".join([*days, draw(st.sampled_from(left))])}
    minutes, more = draw(st.integers(30, 90)), draw(st.integers(5, 30))
    return wish | {"minutes": minutes}, wish | {"minutes": minutes + more}


def check_pair(pair: tuple[Wish, Wish]) -> None:
    try:
        check_never_fewer(*pair)
    except CannotMeet:
        assume(False)  # a refusal has no weeks to compare


@FEW
@given(pair=a_little_more())
def test_a_weekday_or_minutes_more_never_take_metres_away(pair: tuple[Wish, Wish]) -> None:
    check_pair(pair)


@pytest.mark.sweep
@MANY
@given(pair=a_little_more())
def test_nor_do_they_in_many_more_plans(pair: tuple[Wish, Wish]) -> None:
    check_pair(pair)


def wish(weeks: int, level: str, goal: str, days: str, minutes: int, **others: str) -> Wish:
    return {
        "weeks": weeks,
        "level": level,
        "goal": goal,
        "days": days,
        "minutes": minutes,
        **others,
    }


@pytest.mark.parametrize(
    ("less", "more"),
    [
        # Whole reps come to 260 m on two days, and on three only to 250 m or 280 m.
        (
            wish(14, "advanced", "general", "tue,wed,sun", 100, avoid="max-velocity"),
            {"days": "tue,wed,fri,sun"},
        ),
        # With a hill only, the days of flat running have to become days of hill running.
        (
            wish(9, "advanced", "speed-endurance", "tue,wed", 69, kit="hill"),
            {"days": "tue,wed,thu"},
        ),
        # With the fewer minutes a day has room for one of its two blocks of sprints.
        (wish(7, "advanced", "max-velocity", "mon", 83), {"minutes": 94}),
        (wish(5, "advanced", "max-velocity", "tue,wed,thu,fri,sat", 65), {"minutes": 72}),
        # Without top speed, a second day of starts takes over its long runs too.
        (
            wish(14, "beginner", "speed-endurance", "mon", 64, avoid="max-velocity"),
            {"days": "mon,wed"},
        ),
        # More minutes bring combinations that come nearer the target from below.
        (wish(7, "advanced", "speed-endurance", "mon,tue,thu,sat", 71), {"minutes": 90}),
        (wish(5, "intermediate", "general", "mon,tue,fri,sat", 60), {"minutes": 65}),
        (
            wish(5, "intermediate", "general", "mon,tue,fri,sat", 60),
            {"days": "mon,tue,wed,fri,sat"},
        ),
        (wish(11, "intermediate", "acceleration", "thu,sun", 60), {"days": "thu,sat,sun"}),
        (wish(13, "beginner", "max-velocity", "wed,sat", 75), {"days": "wed,thu,sat"}),
    ],
)
def test_where_a_little_more_is_hard_to_use(less: Wish, more: Wish) -> None:
    check_never_fewer(less, less | more)


@pytest.mark.sweep
@pytest.mark.parametrize(("level", "goal"), list(product(LEVELS, GOALS)))
def test_over_the_grid_every_step_up_in_days_or_minutes_holds(level: str, goal: str) -> None:
    """The days come one by one in the order below, so each week holds the one before."""
    order = ("mon", "thu", "sat", "tue", "fri", "wed")
    for weeks in (6, 14):
        grid = {
            (days, minutes): load_metres(wish(weeks, level, goal, ",".join(order[:days]), minutes))
            for days, minutes in product(range(1, 7), (30, 60, 110))
        }
        for fewer, more in product(grid, grid):
            if fewer[0] <= more[0] and fewer[1] <= more[1]:
                assert all(map(le, grid[fewer], grid[more])), (weeks, fewer, more)


def test_without_flat_ground_nothing_is_tested_and_the_hill_stays() -> None:
    hill = wish(9, "advanced", "general", "tue,wed", 69, kit="hill")
    plan = planner.plan(asked(LIBRARY, **hill), LIBRARY)
    assert min(week.totals.max_effort_m for week in plan.weeks) > 0
