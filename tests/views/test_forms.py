"""Every form of a plan, read back by other people's software, has the numbers of the document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import openpyxl
import pytest
import vobject
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from speedcli.knowledge.problems import CannotMeet
from speedcli.training import planner
from speedcli.training.document import Block, Intensity, Item, Plan, Session
from speedcli.views import calendar, calendar_change, chat, csv_table, document, markdown, workbook
from speedcli.views.pages import plan as plan_page
from speedcli.views.times import Times
from tests.training import plans
from tests.training.requests import LIBRARY, asked, wishes
from tests.views import reading
from tests.views.web import pages

NOW = datetime(2027, 1, 1, 12, tzinfo=UTC)
SIX = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # a plan is slow to make smaller
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def sessions(plan: Plan) -> list[Session]:
    return [session for week in plan.weeks for session in week.sessions]


def items(plan: Plan) -> list[Item]:
    return [item for one in sessions(plan) for block in one.blocks for item in block.items]


def check_chat(plan: Plan) -> None:
    text = chat.render(plan, LIBRARY)
    starts = [text.index(f"*{one.title} · {_day(one.date)}") for one in sessions(plan)]
    assert starts == sorted(starts)
    for one, start, end in zip(sessions(plan), starts, [*starts[1:], None], strict=True):
        assert f" · {one.minutes} min*" in text[start:].splitlines()[0]
        reading.check_session(one, text[start:end])


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"


def check_calendar(plan: Plan) -> None:
    times = Times(time(17, 30), 45)
    made = calendar.calendar(plan, LIBRARY, times, NOW)
    text = calendar_change.replacing(None, made, NOW).calendar.to_ical().decode()
    events = {event.uid.value: event for event in vobject.readOne(text).vevent_list}
    assert len(events) == len(sessions(plan))
    for one in sessions(plan):
        event = events[f"{one.id}@{plan.id}.speed"]
        assert event.dtstart.value == datetime.combine(one.date, time(17, 30))
        assert event.dtend.value - event.dtstart.value == timedelta(minutes=one.minutes)
        assert event.valarm.trigger.value == timedelta(minutes=-45)
        reading.check_session(one, event.description.value)


def check_csv(plan: Plan) -> None:
    found = list(csv.DictReader(io.StringIO(csv_table.render(plan).content.decode("utf-8-sig"))))
    for row, item in zip(found, items(plan), strict=True):
        check_row({name: value or None for name, value in row.items()}, item)
    assert sum(float(row["total_m"] or 0) for row in found if row["kind"] == "endurance") == sum(
        week.totals.speed_endurance_m for week in plan.weeks
    )


def check_row(row: dict[str, Any], item: Item) -> None:
    """That a row has all of an item, each field in the column of its name."""
    for field in fields(Item):
        wanted = getattr(item, field.name)
        if field.name in ("intensity", "where"):
            continue
        found = row[field.name]
        if isinstance(wanted, int | float):
            assert float(found) == wanted, field.name
        else:
            assert (found or None) == wanted, field.name
    hard = reading.hard_of(item)
    ends = tuple(row[f"intensity_{end}"] for end in ("low", "high"))
    assert row["intensity_of"] == (hard.of if hard else None)
    assert tuple(float(end) for end in ends if end is not None) == (hard[:2] if hard else ())


def check_workbook(plan: Plan) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook.render(plan, LIBRARY).content))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.rows for cell in row)
    head, *rows = book["Items"].values
    for row, item in zip(rows, items(plan), strict=True):
        check_row(dict(zip(map(str, head), row, strict=True)), item)
    overview = [row for row in book["Plan"].values if str(row[0]).startswith("Week ")]
    for row, week in zip(overview, plan.weeks, strict=True):
        totals = week.totals
        assert row[4:] == (
            totals.minutes,
            totals.sprint_m,
            totals.max_effort_m,
            totals.speed_endurance_m,
            totals.iso_push_s,
            totals.iso_hold_s,
            totals.contacts,
            totals.hard_days,
        )
    lines = [row for week in plan.weeks for row in book[f"Week {week.number}"].values]
    check_lines(plan, [[str(cell or "") for cell in row] for row in lines])


def check_lines(plan: Plan, lines: list[list[str]]) -> None:
    """The rows of the sheets of the weeks, which people write on."""
    ahead = iter(lines)
    for one in sessions(plan):
        title = f"{_day(one.date)} · {one.title} · {one.minutes} min · {one.id}"
        next(row for row in ahead if row[0] == title)
        for block in one.blocks:
            if block.role in ("warm-up", "cool-down"):
                label = block.role.capitalize()
                reading.check_in_one_line(block, next(r for r in ahead if r[0] == label)[1])
                continue
            heading = f"{block.title} · {block.minutes} min"
            next(row for row in ahead if row[0] == heading)
            for item in block.items:
                row = next(row for row in ahead if row[0] == item.name)
                reading.check_item(item, *row[1:4])
            assert next(row for row in ahead if row[0] == "Stop")[1] == block.stop


def check_markdown(plan: Plan) -> None:
    text = markdown.render(plan_page.page(plan, LIBRARY))
    ahead = _shown(MarkdownIt("commonmark").enable("table").parse(text))
    known: dict[str, Session] = {}
    for one in sessions(plan):
        known[one.id] = one
        title = f" · {one.title} · {one.minutes} min · {one.id}"
        next(shown for shown in ahead if str(shown).endswith(title))
        for block in one.blocks:
            if block.role in ("warm-up", "cool-down"):
                start = f"{block.role.capitalize()}: "
                words = next(str(each) for each in ahead if str(each).startswith(start))
                check_frame(block, words.removeprefix(start), known)
                continue
            start = f"{block.title} · {block.minutes} min"
            heading = next(str(shown) for shown in ahead if str(shown).startswith(start))
            for item in block.items:
                row = next(shown for shown in ahead if isinstance(shown, list))
                name, below, dose, *hard, rest = row
                assert name == item.name
                common = heading.removeprefix(start).removeprefix(" · ")
                told = hard[0] if hard else common or reading.opening_hard(below)
                reading.check_item(item, dose, told, rest)


def check_frame(block: Block, words: str, known: dict[str, Session]) -> None:
    """A warm-up or cool-down in full, or the day on which the same one was in full."""
    if ", as on " in words:
        assert words.startswith(f"{block.minutes} min")
        assert block in known[words.rpartition("(")[2].rstrip(").")].blocks
    else:
        reading.check_in_one_line(block, words)


def _shown(tokens: list[Token]) -> Iterator[str | list[str]]:
    """Paragraphs, headings and items of lists as text, and rows of tables as their cells.

    The text below the name that starts a row is a cell of its own.
    """
    row: list[str] = []
    for before, token in pairwise(tokens):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and any(row):
            yield row
        elif token.type == "inline":
            text = "".join("\n" if _is_break(c) else c.content for c in token.children or ())
            if before.type == "td_open":
                name, _, below = text.partition("\n")
                row += [name, below] if not row else [text]
            elif before.type != "th_open":
                yield text


def _is_break(token: Token) -> bool:
    return token.type in ("html_inline", "softbreak", "hardbreak")


CHECKS = (check_chat, check_calendar, check_csv, check_workbook, check_markdown, pages.check)


def check(plan: Plan) -> None:
    for form in CHECKS:
        form(plan)
    for text in (document.as_yaml(plan), document.as_json(plan)):
        assert document.read(text, "plan").weeks == plan.weeks


@SIX
@given(wishes().filter(lambda chosen: chosen["weeks"] in range(1, 7)))
def test_plans_that_a_coach_could_ask_for(chosen: dict[str, object]) -> None:
    try:
        plan = planner.plan(asked(LIBRARY, **chosen), LIBRARY)
    except CannotMeet:
        assume(False)
    check(plan)


def numbers(low: int, high: int) -> st.SearchStrategy[float]:
    """Whole numbers and halves."""
    return st.integers(2 * low, 2 * high).map(lambda half: half / 2)


def intensities() -> st.SearchStrategy[Intensity]:
    scales = st.sampled_from(["max-speed", "max-force", "effort", "body-weight", "rep-max", "rpe"])
    spans = st.tuples(numbers(1, 5), numbers(0, 5)).map(lambda two: (two[0], two[0] + two[1]))
    return st.builds(lambda of, value: plans.hard(value, of), scales, numbers(1, 10) | spans)


@st.composite
def any_items(draw: st.DrawFn) -> Item:
    """Items as a coach might edit them, with any numbers that a document takes."""
    measures: list[dict[str, Any]] = [
        {},
        {"minutes": draw(numbers(1, 90))},
        {"distance_m": draw(numbers(1, 400))},
        {"distance_m": draw(numbers(1, 60)), "run_in_m": draw(numbers(1, 40))},
        {"hold_s": draw(numbers(1, 100))},
        {"effort_s": draw(st.integers(100, 900))},
    ]
    measure = draw(st.sampled_from(measures))
    counts: dict[str, Any] = (
        {} if "minutes" in measure else {"sets": draw(COUNTS), "reps": draw(COUNTS)}
    )
    fields: dict[str, Any] = {
        "sides": draw(st.sampled_from([1, 2])),
        "intensity": draw(st.none() | intensities()),
        "rest_s": draw(RESTS),
        "set_rest_s": draw(RESTS),
        "target_s": draw(st.none() | numbers(1, 60)),
        "cue": draw(st.none() | st.just("Push the ground")),
        "note": draw(st.none() | st.just("In flats")),
    }
    name = draw(st.sampled_from(["A-skip", "Wall push, start", "10 m fly", "Squat: 1 leg"]))
    return Item(exercise=name, name=name, kind="drill", **measure, **counts, **fields)


COUNTS = st.sampled_from([1, 2, 3, 12])
RESTS = st.none() | st.integers(0, 900)


ITEMS = st.lists(any_items(), min_size=1, max_size=4)


@given(ITEMS, ITEMS)
@settings(SIX, max_examples=30)
def test_items_with_any_numbers(easy: list[Item], hard: list[Item]) -> None:
    check_items(easy, hard)


@pytest.mark.sweep
@given(ITEMS, ITEMS)
@settings(SIX, max_examples=600)
def test_many_items_with_any_numbers(easy: list[Item], hard: list[Item]) -> None:
    check_items(easy, hard)


def check_items(easy: list[Item], hard: list[Item]) -> None:
    frame = plans.block("warmup-ramp", *easy, role="warm-up", minutes=9)
    made = plans.session(0, frame, replace(plans.sprints(*hard), minutes=20))
    check(plans.one_week(made))
