"""Quantities read themselves from what a coach writes, and print themselves the same way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speedcli.knowledge.values import (
    SCALES,
    Intensity,
    Metres,
    Minutes,
    Seconds,
    Span,
    Total,
    number,
    plain,
)

NUMBERS = st.integers(0, 9999) | st.decimals(0, 999, places=1).map(float)
SPANS = st.tuples(NUMBERS, NUMBERS).map(sorted)


@pytest.mark.parametrize(
    ("shape", "text", "low", "high"),
    [
        (Span, "3", 3, 3),
        (Span, "2-4", 2, 4),
        (Span, "2 - 4", 2, 4),
        (Span, "2\N{EN DASH}4", 2, 4),
        (Span, "0.5-1.5", 0.5, 1.5),
        (Seconds, "90 s", 90, 90),
        (Seconds, "90-180 s", 90, 180),
        (Seconds, "2-3 min", 120, 180),
        (Seconds, "1.5 min", 90, 90),
        (Minutes, "15-25 min", 15, 25),
        (Metres, "10-20 m", 10, 20),
    ],
)
def test_a_range_is_read_in_its_own_unit(
    shape: type[Span], text: str, low: float, high: float
) -> None:
    span = shape.parse(text)
    assert type(span) is shape
    assert (span.low, span.high) == (low, high)


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        (Span, "1:30"),
        (Span, "010"),
        (Span, "01"),
        (Span, "-3"),
        (Span, "1e3"),
        (Span, "2-"),
        (Span, "2-3-4"),
        (Span, "3 m"),
        (Span, "few"),
        (Span, "9" * 400 + ".5"),
        (Seconds, "90"),
        (Seconds, "1:30"),
        (Seconds, "90 m"),
        (Minutes, "20 s"),
        (Metres, "20 km"),
        (Metres, "20 % m"),
    ],
)
def test_anything_else_is_refused_with_an_example_of_what_is_right(
    shape: type[Span], text: str
) -> None:
    with pytest.raises(ValueError, match="expected") as refused:
        shape.parse(text)
    assert f"expected e.g. {shape.example}, got {text!r}" == str(refused.value)


@pytest.mark.parametrize("text", ["4-2", "180-90 s", "3-1 min"])
def test_a_range_that_runs_backwards_is_refused(text: str) -> None:
    shape = Seconds if " " in text else Span
    with pytest.raises(ValueError, match="runs backwards; write the smaller number first"):
        shape.parse(text)


def test_both_ends_belong_to_a_range() -> None:
    span = Span(2, 4)
    assert [value in span for value in (1.9, 2, 3, 4, 4.1)] == [False, True, True, True, False]


@pytest.mark.parametrize(
    "text",
    ["90-100 % max-speed", "80 % max-force", "12-15 rep-max", "6-7 rpe", "10 % velocity-loss"],
)
def test_an_intensity_prints_as_it_was_written(text: str) -> None:
    assert str(Intensity.parse(text)) == text


def test_a_percent_sign_may_stand_close_to_its_number() -> None:
    assert Intensity.parse("90-100% max-speed") == Intensity(90, 100, "max-speed")


@pytest.mark.parametrize("text", ["90 %", "90", "90 max-speed", "12 % rep-max", "90 % vmax", ""])
def test_an_intensity_names_its_scale_and_only_shares_have_percent(text: str) -> None:
    with pytest.raises(ValueError, match="expected a range and one of"):
        Intensity.parse(text)


@pytest.mark.parametrize("text", ["60-120 m", "30-45 s", "24-45 reps", "40 contacts", "15-25 min"])
def test_a_total_prints_as_it_was_written(text: str) -> None:
    assert str(Total.parse(text)) == text


@pytest.mark.parametrize("text", ["60-120", "60 km", "reps"])
def test_a_total_wants_one_of_its_units(text: str) -> None:
    with pytest.raises(ValueError, match="expected a range and one of: m, s, reps"):
        Total.parse(text)


@pytest.mark.parametrize(("value", "text"), [(3, "3"), (3.0, "3"), (2.5, "2.5")])
def test_a_number_prints_without_a_needless_point(value: float, text: str) -> None:
    assert plain(value) == text


@given(NUMBERS)
def test_a_number_survives_printing(value: float) -> None:
    assert number(plain(value)) == value


@given(SPANS, st.sampled_from([Span, Seconds, Minutes, Metres]))
def test_a_range_survives_printing(ends: list[float], shape: type[Span]) -> None:
    span = shape(*ends)
    assert shape.parse(str(span)) == span


@given(SPANS, st.sampled_from(sorted(SCALES)))
def test_an_intensity_survives_printing(ends: list[float], scale: str) -> None:
    intensity = Intensity(ends[0], ends[1], scale)
    assert Intensity.parse(str(intensity)) == intensity


@given(SPANS, st.sampled_from(Total.units))
def test_a_total_survives_printing(ends: list[float], unit: str) -> None:
    total = Total(ends[0], ends[1], unit)
    assert Total.parse(str(total)) == total
