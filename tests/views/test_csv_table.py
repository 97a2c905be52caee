from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.training.document import Plan
from speedcli.views import csv_table, document, rows

PLANS = Path(__file__).parents[1] / "plans"


@pytest.fixture(scope="module")
def plan() -> Plan:
    path = PLANS / "two-weeks.yaml"
    return document.read(path.read_bytes(), path.name)


def test_a_plan(plan: Plan, golden: Callable[[str, str], None]) -> None:
    made = csv_table.render(plan)
    assert made.amount == f"{sum(1 for _ in rows.rows(plan))} rows"
    golden("views/plan.csv", made.content.decode("utf-8-sig").replace("\r\n", "\n"))


def test_the_file_is_what_spreadsheets_expect(plan: Plan) -> None:
    content = csv_table.render(plan).content
    assert content.startswith(b"\xef\xbb\xbfplan,athlete,")
    assert content.count(b"\n") == content.count(b"\r\n")


def test_names_of_columns_never_change() -> None:
    names = [column.name for column in rows.COLUMNS]
    assert len(set(names)) == len(names)
    assert names[:5] == ["plan", "athlete", "coach", "club", "place"]
    assert names[5:10] == ["week", "phase", "emphasis", "date", "session"]
    assert {"sets", "reps", "sides", "distance_m", "rest_s", "set_rest_s", "target_s"} < set(names)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@sum",
        "＝1",
        "'quoted",
        "3-4",
        "1/2",
        "1:30",
        "0012",
        "12e5",
        "70211234",
        "5 %",
        "4 Jan",
        "May 2027",
        "Mon 4 January 2027",
        "3 pm",
        "TRUE",
    ],
)
def test_what_a_spreadsheet_would_run_or_turn_into_something_else_stays_text(text: str) -> None:
    assert csv_table.guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "2 x 3",
        "3 x 12 each side",
        "20 m",
        "8 reps",
        "A-skip",
        "w2d1",
        "7c1e0b42",
        "May",
        "",
        "José",
    ],
)
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert csv_table.guarded(text) == text
