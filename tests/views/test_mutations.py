"""Plans, changed at random: each is refused line by line, or goes through every form there is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speedcli.knowledge import load
from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import DataError, Problem
from speedcli.training.document import Plan
from speedcli.views import calendar, chat, csv_table, document, markdown, plan_file, workbook
from speedcli.views import text as text_view
from speedcli.views.card import pdf
from speedcli.views.pages import one_session
from speedcli.views.pages import plan as plan_page
from speedcli.views.times import ALL_DAY
from speedcli.views.web import page as web
from tests.mutations import mutated

PLANS = Path(__file__).parents[1] / "plans"
TEXTS = [path.read_text("utf-8") for path in sorted(PLANS.glob("*.yaml"))]
LONGER = [path.read_text("utf-8") for path in sorted((PLANS / "examples").glob("*.yaml"))]
LIBRARY = load.load(load.data_dir())
NOW = datetime(2027, 1, 1, 12, tzinfo=UTC)

SOON = settings(deadline=timedelta(seconds=20))
seeds = given(st.randoms(use_true_random=False))


def page(columns: int, **how: Any) -> Callable[[Plan, Library], object]:
    return lambda plan, library: text_view.render(
        plan_page.page(plan, library, **how), columns, text_view.Style()
    )


def one_by_one(plan: Plan, library: Library) -> None:
    """The session on its own, where there is one."""
    if sum(len(week.sessions) for week in plan.weeks) == 1:
        text_view.render(one_session.page(plan, library, why=True), 80, text_view.Style())


FORMS: dict[str, Callable[[Plan, Library], object]] = {
    "text": page(80),
    "narrow": page(1, why=True, narrow=True),
    "one session": one_by_one,
    "md": lambda plan, library: markdown.render(plan_page.page(plan, library, why=True)),
    "chat": lambda plan, library: chat.render(plan, library, why=True),
    "html": lambda plan, library: web.render(plan, library, why=True),
    "ics": lambda plan, library: calendar.calendar(plan, library, ALL_DAY, NOW).to_ical(),
    "csv": lambda plan, _: csv_table.render(plan),
    "xlsx": lambda plan, library: workbook.render(plan, library, why=True),
    "pdf": lambda plan, library: pdf.render(
        plan, library, pdf.Layout(two_up=True, glossary=True), whole=True
    ),
}


def check_a_plan(random: Random, texts: list[str], most: int) -> Plan | None:
    """Read, judge and put right a changed plan; None where it was refused as it should be."""
    data = mutated(random.choice(texts), random, most)
    problems: Sequence[Problem] = ()
    try:
        plan = document.read(data, "f.yaml", LIBRARY)
        plan_file.judged(data, "f.yaml", LIBRARY)
        plan_file.renewed(data, "f.yaml", LIBRARY)
    except DataError as error:
        problems = error.problems
    assert all(one.where.line > 0 and "\n" not in one.message for one in problems)
    return None if problems else plan


def draw(plan: Plan) -> None:
    """Every form, and the document back again."""
    for form in FORMS.values():
        form(plan, LIBRARY)
    for text in (document.as_yaml(plan), document.as_json(plan)):
        assert document.read(text, "f.yaml").weeks == plan.weeks
    json.loads(document.as_json(plan))


@settings(SOON, max_examples=60)
@seeds
def test_a_changed_plan_is_refused_or_goes_through_every_form(random: Random) -> None:
    plan = check_a_plan(random, TEXTS, most=2)
    if plan is not None:
        draw(plan)


@pytest.mark.sweep
@settings(SOON, max_examples=600)
@seeds
def test_many_changed_plans(random: Random) -> None:
    plan = check_a_plan(random, [*TEXTS, *LONGER], most=4)
    if plan is not None and random.randrange(4) == 0:
        draw(plan)


# The largest and the smallest numbers that an item may hold.
ENDS = {
    "sets": ("1000", "1"),
    "reps": ("1000", "1"),
    "distance_m": ("100000", "0.0001"),
    "hold_s": ("100000", "0.0001"),
    "rest_s": ("100000", "0"),
    "minutes": ("100000", "0.0001"),
}


@pytest.mark.parametrize("end", [0, 1], ids=["largest", "smallest"])
def test_numbers_at_the_ends_go_through_every_form(end: int) -> None:
    for text in TEXTS:
        for key, ends in ENDS.items():
            text = re.sub(rf"^( {{8,}}{key}: ).*$", rf"\g<1>{ends[end]}", text, flags=re.M)
        assert ends[end] in text
        draw(document.read(text, "f.yaml", LIBRARY))
