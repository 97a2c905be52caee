from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from speedcli.knowledge.library import Library
from speedcli.training.document import Item, Plan
from speedcli.views import document, workbook
from tests.training import plans
from tests.training.requests import LIBRARY

PLANS = Path(__file__).parents[1] / "plans"


@pytest.fixture(scope="module")
def plan() -> Plan:
    path = PLANS / "two-weeks.yaml"
    return document.read(path.read_bytes(), path.name)


def opened(plan: Plan, library: Library) -> dict[str, Any]:
    book = openpyxl.load_workbook(io.BytesIO(workbook.render(plan, library).content))
    return {sheet.title: sheet for sheet in book}


def of(*items: Item) -> Worksheet:
    """The sheet of a week with these items."""
    made = plans.one_week(plans.session(0, plans.sprints(*items)))
    sheet: Worksheet = opened(made, LIBRARY)["Week 1"]
    return sheet


def boxes(sheet: Worksheet) -> list[tuple[str, int]]:
    """The rows with boxes to write in, and how many there are."""
    rows = ((row[0].value, sum(bool(cell.border.left.style) for cell in row)) for row in sheet.rows)
    return [(str(name), count) for name, count in rows if count]


def test_there_is_a_sheet_for_the_plan_for_each_week_and_for_all_items(
    plan: Plan, small: Library
) -> None:
    assert list(opened(plan, small)) == ["Plan", "Week 1", "Week 2", "Items"]
    assert workbook.render(plan, small).amount == "4 sheets"


def test_the_same_plan_makes_the_same_bytes(plan: Plan, small: Library) -> None:
    first, second = workbook.render(plan, small), workbook.render(plan, small)
    assert first == second
    book = openpyxl.load_workbook(io.BytesIO(first.content))
    assert book.properties.created == datetime(2027, 1, 4)


def test_a_week_can_be_printed_as_it_is(plan: Plan, small: Library) -> None:
    sheet = opened(plan, small)["Week 1"]
    assert sheet.freeze_panes == "B3"
    assert sheet.print_title_rows == "$1:$2"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_area.startswith("'Week 1'!$A$1:$")


def test_there_is_a_box_for_each_measured_rep_and_else_for_each_set() -> None:
    measured = plans.item("sprint", "standing-accel", sets=2, reps=3, distance_m=20)
    counted = plans.item("band", "band-x", sets=3, reps=12)
    sheet = of(measured, counted)
    assert boxes(sheet) == [("Standing acceleration", 6), ("band", 3), ("Session RPE, 0-10", 1)]
    assert [cell.value for cell in sheet[2]][5:] == list("123456")


def test_more_boxes_than_a_row_has_go_on_below() -> None:
    sheet = of(plans.item("tempo", "easy", reps=24, distance_m=100))
    assert boxes(sheet)[:3] == [("tempo", 10), ("11-20", 10), ("21-24", 4)]


def test_senseless_counts_do_not_fill_the_sheet() -> None:
    assert sum(count for _, count in boxes(of(plans.run(reps=10**9)))) == 101


def test_the_load_of_the_weeks_is_drawn(plan: Plan, small: Library) -> None:
    archive = zipfile.ZipFile(io.BytesIO(workbook.render(plan, small).content))
    chart = archive.read("xl/charts/chart1.xml").decode()
    sheet = opened(plan, small)["Plan"]
    rows = [row for row in sheet.rows if str(row[0].value).startswith("Week ")]
    first, last = rows[0][0].row, rows[-1][0].row
    assert f"Plan!$F${first}:$F${last}" in chart  # metres of sprinting
    assert f"Plan!$E${first}:$E${last}" in chart  # minutes
    assert [row[5].value for row in rows] == [week.totals.sprint_m for week in plan.weeks]


def test_a_single_week_is_no_chart(small: Library) -> None:
    path = PLANS / "one-session.yaml"
    alone = document.read(path.read_bytes(), path.name)
    names = zipfile.ZipFile(io.BytesIO(workbook.render(alone, small).content)).namelist()
    assert not any("chart" in name for name in names)


def test_days_that_a_spreadsheet_does_not_know_stay_readable(plan: Plan, small: Library) -> None:
    (first, *others) = plan.weeks
    old = replace(first.sessions[0], date=date(1812, 6, 1))
    made = replace(plan, weeks=(replace(first, sessions=(old,)), *others))
    head, row, *_ = opened(made, small)["Items"].values
    assert row[head.index("date")] == "1812-06-01"


def test_a_long_text_is_as_much_as_a_cell_takes(plan: Plan, small: Library) -> None:
    sheet = opened(replace(plan, notes="n" * 40_000), small)["Plan"]
    (notes,) = (row[1].value for row in sheet.rows if row[0].value == "Notes")
    assert notes == "n" * 32_767
