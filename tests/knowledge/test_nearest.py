"""What was probably meant by a name that is not there."""

from __future__ import annotations

from speedcli.knowledge.nearest import did_you_mean, nearest, slip

NAMES = ["wall-push", "wall-pull", "wall-sit", "flying-10"]


def test_the_likest_name_comes_first_and_no_more_than_asked_for() -> None:
    assert nearest("wall-pusj", NAMES) == ["wall-push"]
    assert nearest("wall-pusj", NAMES, most=2) == ["wall-push", "wall-pull"]


def test_capitals_make_no_difference() -> None:
    assert nearest("WALL-PUSH", NAMES) == ["wall-push"]


def test_nobody_mistypes_eighty_letters_and_more() -> None:
    longest = "push" * 20
    assert nearest(longest, [longest]) == [longest]
    assert nearest(f"{longest}s", [longest]) == []


def test_nothing_is_suggested_that_looks_otherwise() -> None:
    assert nearest("bounding", NAMES) == []
    assert did_you_mean("bounding", NAMES) == ""
    assert did_you_mean("wall-pusj", NAMES) == "; did you mean 'wall-push'?"


def test_a_slip_of_the_keyboard_is_a_letter_or_two_apart() -> None:
    assert slip("wall-pusj", ["wall-push"]) == "wall-push"
    assert slip("wall-sats", ["wall-sit"]) is None


def test_other_digits_make_another_name() -> None:
    assert slip("flying-30", NAMES) is None
    assert slip("flyng-10", ["flying-20", "flying-10"]) == "flying-10"
