"""What a request itself forces: found by giving up its wishes, accepted, or refused."""

from __future__ import annotations

import pytest

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import CannotMeet
from speedcli.training import planner
from speedcli.training.accepting import because, relaxations
from tests.training.requests import asked


def accepted(library: Library, **wishes: object) -> dict[str, set[str]]:
    """For each accepted rule the reasons that are given."""
    found: dict[str, set[str]] = {}
    for each in planner.plan(asked(library, **wishes), library).accepted:
        found.setdefault(each.rule, set()).add(each.because)
    return found


def test_each_wish_is_given_up_where_that_changes_anything(library: Library) -> None:
    usual = asked(library, weeks=6)
    assert [wish for wish, _ in relaxations(usual, library)] == ["kit"]
    unusual = asked(
        library,
        weeks=6,
        days="2",
        minutes=60,
        avoid="calf",
        age=50,
        returning=True,
        event="2027-01-30",
    )
    freed = dict(relaxations(unusual, library))
    assert list(freed) == ["days", "minutes", "kit", "avoid", "age", "returning", "event"]
    assert [getattr(request, wish) for wish, request in freed.items()] == [
        ("mon", "wed", "fri"),
        75,
        tuple(library.kit),
        (),
        None,
        False,
        None,
    ]


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        (("days",), "days: mon, thu"),
        (("minutes", "age"), "minutes: 60; age: 50"),
        (("returning",), "returning: after a break"),
        (("event",), "event: 2027-01-30"),
    ],
)
def test_a_wish_is_told_in_words(library: Library, wishes: tuple[str, ...], said: str) -> None:
    request = asked(
        library, weeks=6, days="2", minutes=60, age=50, returning=True, event="2027-01-30"
    )
    assert because(wishes, request) == said


def test_the_first_wish_that_explains_a_rule_is_its_reason(library: Library) -> None:
    # Two days are too few for R37, and an hour is too short for the rests of R06.
    found = accepted(library, weeks=7, level="intermediate", goal="speed-endurance",
                     days="wed,sat", minutes=60, kit="track,wall,strap")  # fmt: skip
    assert found == {"R05": {"minutes: 60"}, "R06": {"minutes: 60"}, "R37": {"days: wed, sat"}}


def test_a_plan_that_keeps_all_rules_accepts_nothing(library: Library) -> None:
    assert accepted(library, weeks=2) == {}


def test_a_firm_rule_is_not_bent_and_the_wish_to_change_is_named(library: Library) -> None:
    with pytest.raises(CannotMeet) as refused:
        planner.plan(asked(library, weeks=3, days="6", age=13), library)
    assert str(refused.value) == ("w1 has 1 rest day, and R38 wants 2 at least; change --days")
