"""What no rule is needed to see: numbers and dates in a plan that nobody could train by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Where
from speedcli.training.document import Intensity, Item, Plan
from speedcli.training.mistakes import mistakes, out_of_limits
from tests.training.plans import DAY, item, one_week, plan, session, sprints, week

AT = Where("plan.yaml", 9)


def told(plan: Plan) -> list[str]:
    return [str(problem) for problem in mistakes(plan)]


def of_item(**numbers: object) -> list[str]:
    work: Item = replace(item("sprint"), where=AT, **numbers)  # type: ignore[arg-type]
    return [said.partition(": ")[2] for said in told(one_week(session(0, sprints(work))))]


@pytest.mark.parametrize("name", ["sets", "reps"])
def test_there_is_at_least_one(name: str) -> None:
    assert of_item(**{name: 1}) == []
    assert of_item(**{name: 0}) == [f"'{name}' wants 1 or more, got 0"]


@pytest.mark.parametrize(
    "name", ["distance_m", "run_in_m", "hold_s", "effort_s", "minutes", "target_s"]
)
def test_a_measure_is_more_than_nothing(name: str) -> None:
    assert of_item(**{name: 0.5}) == []
    assert of_item(**{name: 0.0}) == [f"'{name}' wants more than 0, got 0"]


@pytest.mark.parametrize("name", ["rest_s", "set_rest_s"])
def test_a_rest_may_be_nothing_but_not_less(name: str) -> None:
    assert of_item(**{name: 0}) == []
    assert of_item(**{name: -1}) == [f"'{name}' wants 0 or more, got -1"]


@pytest.mark.parametrize(
    ("of", "right", "wrong", "wants"),
    [
        ("max-speed", (1, 110), (1, 111), "1-110 %, got 111"),
        ("max-force", 100, 0, "1-100 %, got 0"),
        ("velocity-loss", 0, 101, "0-100 %, got 101"),
        ("effort", (1, 100), (0, 100), "1-100 %, got 0"),
        ("body-weight", (0, 300), (-1, 10), "0 or more %, got -1"),
        ("rep-max", (1, 50), 0, "1 or more, got 0"),
        ("rpe", (0, 10), (3, 11), "0-10, got 11"),
    ],
)
def test_an_intensity_makes_sense_on_its_scale(
    of: str, right: object, wrong: object, wants: str
) -> None:
    def hard(value: object) -> Intensity:
        return Intensity(value=value, of=of, where=AT)  # type: ignore[arg-type]

    assert of_item(intensity=hard(right)) == []
    assert of_item(intensity=hard(wrong)) == [f"'value' of {of} wants {wants}"]


def test_what_no_plan_can_give_is_told_of_the_request(library: Library) -> None:
    limits = library.planning.limits
    asked = replace(one_week().request, weeks=99, minutes=500, age=3, where=AT)
    assert [str(problem) for problem in out_of_limits(asked, limits)] == [
        "plan.yaml:9: 'weeks' of the request wants 1-16, got 99",
        "plan.yaml:9: 'minutes' of the request wants 30-120, got 500",
        "plan.yaml:9: 'age' of the request wants 8-90, got 3",
    ]
    alone = replace(one_week().request, minutes=15, session="band")
    assert out_of_limits(alone, limits) == []
    assert len(out_of_limits(replace(alone, session=None), limits)) == 1


def test_weeks_count_on_from_the_first() -> None:
    def numbered(*numbers: int) -> list[str]:
        weeks = (replace(week(n), where=Where("plan.yaml", at)) for at, n in enumerate(numbers, 1))
        return told(plan(*weeks))

    assert numbered(1, 2, 3) == numbered(3, 4) == []
    assert numbered(0, 1) == ["plan.yaml:1: 'number' wants 1-999, got 0"]
    assert numbered(1, 2, 4) == ["plan.yaml:3: 'number' wants 3 after week 2, got 4"]
    assert numbered(1, 2, 1) == [
        "plan.yaml:3: week 1 is given twice; the first is on line 1",
    ]
    assert numbered() == [": 'weeks' is empty; a plan has at least one week"]


def test_weeks_start_sevens_of_days_after_the_request() -> None:
    made = plan(week(1), week(2))
    start = made.request.start
    moved = replace(made, request=replace(made.request, start=start + DAY, where=AT))
    assert told(moved) == [
        f"plan.yaml:9: 'start' wants {start}, as the weeks have it, got {start + DAY}"
    ]
    second = replace(made.weeks[1], starts=start + 8 * DAY, where=AT)
    assert told(replace(made, weeks=(made.weeks[0], second))) == [
        f"plan.yaml:9: 'starts' of week 2 wants {start + 7 * DAY}, got {start + 8 * DAY}"
    ]
