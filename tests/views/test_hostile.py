"""Whatever a plan's names are, they stay text in every form, and nothing else is lost."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
import vobject
from markdown_it import MarkdownIt

from speedcli.knowledge.library import Library
from speedcli.training.document import Plan
from speedcli.views import calendar, chat, csv_table, document, markdown, workbook
from speedcli.views import text as text_view
from speedcli.views.letters import harmless
from speedcli.views.pages import plan as plan_page
from speedcli.views.times import ALL_DAY
from tests.views.hostile import NAMES, named

PLANS = Path(__file__).parents[1] / "plans"
NOW = datetime(2027, 1, 1, 12, tzinfo=UTC)


@pytest.fixture(params=NAMES, ids=lambda name: ascii(name[:20]))
def name(request: pytest.FixtureRequest) -> str:
    given: str = request.param
    return given


@pytest.fixture(scope="module")
def two_weeks() -> Plan:
    path = PLANS / "two-weeks.yaml"
    return document.read(path.read_bytes(), path.name)


@pytest.fixture
def plan(name: str, two_weeks: Plan) -> Plan:
    return named(two_weeks, name)


@pytest.fixture
def shown(name: str) -> str:
    """What of a name can be seen: all of it, but no letters that steer or hide others."""
    return harmless(name).strip()


STEERING = (
    "a\N{RIGHT-TO-LEFT OVERRIDE}b\N{LEFT-TO-RIGHT ISOLATE}c\N{ZERO WIDTH SPACE}d\x85e\x9b31mf"
    "\x1b[31mg\x07h\N{LINE SEPARATOR}i\N{ZERO WIDTH NO-BREAK SPACE}j\N{TAG LATIN CAPITAL LETTER A}k"
    "\x1b]8;;x\x1b\\\N{SOFT HYPHEN}"
)


def test_nothing_that_is_shown_as_text_steers_a_terminal(two_weeks: Plan, small: Library) -> None:
    plan = named(two_weeks, STEERING)
    page = plan_page.page(plan, small)
    for shown in (
        text_view.render(page, 80, text_view.Style()),
        markdown.render(page),
        chat.render(plan, small),
        document.as_yaml(plan),
        document.as_json(plan),
        csv_table.render(plan).content.decode("utf-8-sig").replace("\r\n", "\n"),
        calendar.calendar(plan, small, ALL_DAY, NOW).to_ical().decode().replace("\r\n", "\n"),
    ):
        kinds = {unicodedata.category(letter) for letter in set(shown) - {"\n"}}
        assert kinds.isdisjoint({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
    assert json.loads(document.as_json(plan))["athlete"] == STEERING


def test_in_a_calendar(plan: Plan, shown: str, small: Library) -> None:
    text = calendar.calendar(plan, small, ALL_DAY, NOW).to_ical()
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert text.count(b"\r") == text.count(b"\n") == text.count(b"\r\n")
    read = vobject.readOne(text.decode())
    sessions = [session for week in plan.weeks for session in week.sessions]
    assert len(read.vevent_list) == len(sessions)
    for event, session in zip(read.vevent_list, sessions, strict=True):
        assert event.summary.value == f"{shown} · {session.minutes} min · {shown}"
        assert event.location.value == shown
        assert event.uid.value == f"{session.id}@{plan.id}.speed"
        assert f"Pain: {shown}" in event.description.value.splitlines()


def test_in_a_table(plan: Plan, shown: str) -> None:
    text = csv_table.render(plan).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == sum(len(b.items) for w in plan.weeks for s in w.sessions for b in s.blocks)
    for row in rows:
        assert not re.match(r"[=+\-@\t\r]", row["name"])
        assert [_unguarded(row[column]) for column in ("name", "athlete", "stop")] == [shown] * 3


def _unguarded(cell: str) -> str:
    return cell.removeprefix("'")


def test_in_a_workbook(plan: Plan, shown: str, small: Library) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook.render(plan, small).content))
    assert book.sheetnames == ["Plan", "Week 1", "Week 2", "Items"]
    cells = [cell for sheet in book for row in sheet.rows for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert all(cell.hyperlink is None for cell in cells)
    head, *rows = book["Items"].values
    at = head.index("name")
    assert {row[at] for row in rows} == {shown}
    assert book["Plan"]["A1"].value == shown


def test_in_a_message(plan: Plan, shown: str, small: Library) -> None:
    text = chat.render(plan, small)
    bold = re.sub(r"\*[^*\n]+\*", "", text)
    assert not re.search(r"(?<!\w)[*_~`]|[*_~`](?!\w)", bold)
    assert not re.search(r"^>", text, re.M)
    assert re.sub(r"[\W_]", "", shown) in re.sub(r"[\W_]", "", text)


def test_in_markdown(plan: Plan, shown: str, small: Library) -> None:
    tokens = (
        MarkdownIt("commonmark").enable("table").parse(markdown.render(plan_page.page(plan, small)))
    )
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {child.type for child in inline}
    assert kinds <= {"text", "strong_open", "strong_close", "em_open", "em_close", "softbreak"} | {
        "html_inline",
        "text_special",
    }
    assert {child.content for child in inline if child.type == "html_inline"} <= {"<br>"}
    title = next(token for token in tokens if token.type == "inline")
    assert "".join(child.content for child in title.children or ()) == shown


@pytest.mark.parametrize("name", [each for each in NAMES if "\x1b" not in each])
def test_in_the_document(name: str, two_weeks: Plan) -> None:
    """Control characters are refused when a document is read, so they are in none."""
    plan = named(two_weeks, name)
    for text in (document.as_yaml(plan), document.as_json(plan)):
        assert document.read(text, "plan").weeks == plan.weeks
