from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from speedcli.knowledge.library import Library
from speedcli.knowledge.planning import Scale
from speedcli.training.document import Intensity, Item, Plan
from speedcli.views import dates, document, markdown, prescription, text
from speedcli.views.page import Bullets, Paragraph
from speedcli.views.pages import notes, one_session, plan, terms

PLANS = Path(__file__).parents[1] / "plans"
Golden = Callable[[str, str], None]


def written(name: str) -> Plan:
    path = PLANS / name
    return document.read(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def two_weeks() -> Plan:
    return written("two-weeks.yaml")


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_plan(columns: int, two_weeks: Plan, small: Library, golden: Golden) -> None:
    page = plan.page(two_weeks, small, narrow=columns < 70)
    shown = text.render(page, columns, text.Style())
    assert max(map(len, shown.splitlines())) <= columns
    golden(f"views/plan-{columns}.txt", shown)


def test_a_plan_in_ascii(two_weeks: Plan, small: Library, golden: Golden) -> None:
    style = text.Style(charset="ascii")
    shown = text.render(plan.page(two_weeks, small), 80, style)
    assert shown.isascii()
    golden("views/plan-ascii.txt", shown)


def test_a_plan_with_its_reasons(two_weeks: Plan, small: Library, golden: Golden) -> None:
    page = plan.page(two_weeks, small, why=True)
    golden("views/plan-why.txt", text.render(page, 80, text.Style()))


def test_a_plan_as_markdown(two_weeks: Plan, small: Library, golden: Golden) -> None:
    golden("views/plan.md", markdown.render(plan.page(two_weeks, small, why=True)))


@pytest.mark.parametrize("columns", [60, 80])
def test_one_session(columns: int, small: Library, golden: Golden) -> None:
    page = one_session.page(written("one-session.yaml"), small, narrow=columns < 70)
    golden(f"views/one-session-{columns}.txt", text.render(page, columns, text.Style()))


def test_one_session_as_markdown(small: Library, golden: Golden) -> None:
    page = one_session.page(written("one-session.yaml"), small, why=True)
    golden("views/one-session.md", markdown.render(page))


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 200])
@pytest.mark.parametrize("narrow", [False, True])
def test_no_width_cuts_a_prescription(
    columns: int, narrow: bool, two_weeks: Plan, small: Library
) -> None:
    shown = text.render(plan.page(two_weeks, small, narrow=narrow), columns, text.Style())
    words = " ".join(shown.replace("-\n", "-").split())
    assert "…" not in shown
    assert max(map(len, shown.splitlines())) <= columns
    if columns >= 120 or (narrow and columns >= 60):
        for block in two_weeks.weeks[0].sessions[0].blocks[1:3]:
            for item in block.items:
                assert prescription.dose(item) in words


def test_one_emphasis_for_all_weeks_needs_no_column(two_weeks: Plan, small: Library) -> None:
    same = tuple(replace(week, emphasis="acceleration") for week in two_weeks.weeks)
    shown = text.render(plan.page(replace(two_weeks, weeks=same), small), 80, text.Style())
    assert "Emphasis" not in shown


def test_what_a_library_does_not_know_is_shown_as_written(two_weeks: Plan, small: Library) -> None:
    avoiding = replace(two_weeks.request, avoid=("moonlight",))
    shown = text.render(plan.page(replace(two_weeks, request=avoiding), small), 80, text.Style())
    assert "Avoids     moonlight" in shown
    assert "sand-pit" in shown


def item(**values: object) -> Item:
    return Item(exercise="x", name="X", kind="general", **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (item(sets=2, reps=3, distance_m=20.0), "2 x 3 x 20 m"),
        (item(sets=1, reps=2, distance_m=20), "2 x 20 m"),
        (item(sets=2, reps=1, distance_m=15), "2 x 15 m"),
        (item(distance_m=30), "30 m"),
        (item(distance_m=2.5), "2.5 m"),
        (item(reps=3, distance_m=10, run_in_m=30), "3 x 10 m after 30 m run-in"),
        (item(sets=2, reps=3, hold_s=3, sides=2), "2 x 3 x 3 s each side"),
        (item(hold_s=15, sides=2), "15 s each side"),
        (item(effort_s=150), "2:30 min"),
        (item(effort_s=0.5), "0.5 s"),
        (item(sets=3, reps=12, sides=2), "3 x 12 each side"),
        (item(sets=3, reps=12), "3 x 12"),
        (item(sets=3, reps=1), "3 x 1"),
        (item(reps=9, sides=2), "9 each side"),
        (item(reps=8), "8 reps"),
        (item(), "1 rep"),
        (item(minutes=3), "3 min"),
        (item(minutes=1, sides=2), "1 min for both sides"),
    ],
)
def test_doses(given: Item, wanted: str) -> None:
    assert prescription.dose(given) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (item(sets=2, reps=3, rest_s=90, set_rest_s=180), "rest 1:30, sets 3:00"),
        (item(reps=3, rest_s=90, set_rest_s=180), "rest 1:30, then 3:00"),
        (item(reps=3, rest_s=60, set_rest_s=60), "rest 1:00"),
        (item(reps=3, rest_s=600), "rest 10:00"),
        (item(sets=3, reps=8, set_rest_s=60), "rest 1:00"),
        (item(set_rest_s=45), "then rest 0:45"),
        (item(), ""),
    ],
)
def test_rests(given: Item, wanted: str) -> None:
    assert prescription.rest(given) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (Intensity(value=(90, 95), of="max-speed"), "90-95 % of best speed"),
        (Intensity(value=(100.0, 100.0), of="max-speed"), "100 % of best speed"),
        (Intensity(value=(70, 80), of="max-force"), "70-80 % of maximal force"),
        (Intensity(value=80, of="one-rep-max"), "80 % of one-rep maximum"),
        (Intensity(value=(12, 15), of="rep-max"), "12-15RM"),
        (Intensity(value=(6, 7), of="rpe"), "RPE 6-7"),
        (Intensity(value=7, of="rpe"), "RPE 7"),
    ],
)
def test_intensities(given: Intensity, wanted: str) -> None:
    assert prescription.scaled(given) == wanted


@pytest.mark.parametrize("scale", get_args(Scale))
def test_every_scale_is_explained_where_it_is_used(
    scale: Scale, two_weeks: Plan, shipped: Library
) -> None:
    hard = Intensity(value=5, of=scale)
    session = two_weeks.weeks[0].sessions[0]
    block = replace(session.blocks[0], items=(item(intensity=hard), item()))
    (meaning,) = terms.terms((replace(session, blocks=(block,)),), shipped)
    assert meaning.label in prescription.scaled(hard)
    assert list(terms.section((), shipped)) == []


def test_angles_are_explained_where_there_are_any(two_weeks: Plan, shipped: Library) -> None:
    session = two_weeks.weeks[0].sessions[0]
    bent = replace(session.blocks[0], items=(item(angle="deep, knee 90°"),))
    (meaning,) = terms.terms((replace(session, blocks=(bent,)),), shipped)
    assert "180°" in meaning.text


def test_names_within_a_sentence() -> None:
    assert [prescription.lowered(name) for name in ("Easy jog", "A-skip", "AQ hold", "")] == [
        "easy jog",
        "A-skip",
        "AQ hold",
        "",
    ]


def test_dates() -> None:
    day = date(2027, 1, 4)
    assert (dates.short(day), dates.long(day)) == ("4 Jan", "Monday 4 January")
    assert dates.full(day) == "Monday 4 January 2027"


def test_notes() -> None:
    found = list(notes.parts("One.\n- a\n- b\n\nTwo.\n- c"))
    assert found == [Paragraph("One."), Bullets(("a", "b")), Paragraph("Two."), Bullets(("c",))]
    assert list(notes.parts(None)) == []
