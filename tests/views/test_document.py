from __future__ import annotations

import json
import string
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import DataError
from speedcli.training import planner, single
from speedcli.training.document import Plan
from speedcli.training.wishes import Wishes, request
from speedcli.views import document, yaml_text

PLAN = Path(__file__).parents[1] / "plans" / "two-weeks.yaml"
TODAY = date(2026, 11, 25)
Golden = Callable[[str, str], None]

# Everything that a plan may hold: printable, no tabs, no blanks at the ends.
TEXTS = st.text(
    st.characters(exclude_categories=["C", "Z"], include_characters=" \n"), min_size=1, max_size=60
).filter(lambda text: text == text.strip() and "\ufeff" not in text)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return document.read(PLAN.read_bytes(), PLAN.name)


def test_yaml(plan: Plan, golden: Golden) -> None:
    golden("views/plan.yaml", document.as_yaml(plan))


def test_json(plan: Plan, golden: Golden) -> None:
    golden("views/plan.json", document.as_json(plan))


def test_what_is_written_is_what_was_read(plan: Plan) -> None:
    """But for the keys that may be left out, and the fingerprint, which is computed."""
    now, then = document.as_yaml(plan).splitlines(), PLAN.read_text("utf-8").splitlines()
    assert [line for line in then if line not in now] == ['fingerprint: "00000000"']


@pytest.mark.parametrize("ascii", [False, True])
def test_writing_and_reading_gives_the_same_plan(ascii: bool, plan: Plan) -> None:
    for write in (document.as_yaml, document.as_json):
        text = write(plan, ascii=ascii)
        assert text.isascii() is ascii
        assert document.read(text, "plan") == plan
        assert document.read(text.encode(), "plan") == plan


@pytest.mark.parametrize(
    "wishes",
    [
        Wishes(weeks=1),
        Wishes(weeks=6, level="intermediate", goal="acceleration"),
        Wishes(weeks=9, level="advanced", days="4", kit="track,bench", avoid="calf", age=44),
        Wishes(session="sprint"),
        Wishes(session="mobility-recovery", returning=True),
    ],
)
def test_generated_plans_come_back_the_same(wishes: Wishes, shipped: Library) -> None:
    asked, _ = request(wishes, shipped, TODAY)
    made = (single.session if asked.session else planner.plan)(asked, shipped)
    text = document.as_yaml(made)
    assert document.read(text, "plan.yaml", shipped) == made
    assert document.read(document.as_json(made), "plan.json") == made
    # Another program reads the same values.
    loaded = json.loads(json.dumps(yaml.safe_load(text), default=date.isoformat))
    assert loaded == json.loads(document.as_json(made))


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(TEXTS, min_size=3, max_size=3))
def test_any_text_comes_back(texts: list[str], plan: Plan) -> None:
    notes, purpose, caution = texts
    session = replace(plan.weeks[0].sessions[0], purpose=purpose, caution=(caution, notes))
    week = replace(plan.weeks[0], sessions=(session,))
    told = replace(plan, notes=notes, weeks=(week,))
    for ascii in (False, True):
        text = document.as_yaml(told, ascii=ascii)
        back = document.read(text, "plan.yaml")
        assert replace(back, fingerprint=told.fingerprint) == told
        assert yaml.safe_load(text)["notes"] == notes


MARKS = st.text(string.punctuation + "01 enoyx", min_size=1, max_size=8)


@settings(deadline=None)
@given(value=MARKS.filter(lambda text: text == text.strip()))
def test_text_is_never_taken_for_anything_else(value: str) -> None:
    style = yaml_text.Style(flow=frozenset(("flow",)))
    for data in ({"block": value}, {"flow": [value]}, {"flow": {"in": value, "two": 2}}):
        assert yaml.safe_load(yaml_text.dump(data, style)) == data


@pytest.mark.parametrize(
    "word", ["no", "Yes", "null", "~", "010", "1:30", "1e5", "0x1f", "2027-01-04", "=", "12345678"]
)
def test_words_that_yaml_misreads_are_quoted(word: str) -> None:
    assert yaml_text.dump({"a": word}, yaml_text.Style()) == f'a: "{word}"\n'


def test_numbers_are_written_without_a_needless_point(plan: Plan) -> None:
    assert ".0" not in document.as_yaml(plan)
    assert "target_s: 2.45" in document.as_yaml(plan)


def test_the_fingerprint_follows_the_numbers(plan: Plan) -> None:
    text = document.as_yaml(plan)
    edited = document.read(text.replace("distance_m: 10\n", "distance_m: 20\n"), "plan.yaml")
    assert edited.fingerprint != plan.fingerprint
    assert document.read(text.replace("A. N. Other", "B."), "x").fingerprint == plan.fingerprint


def test_minutes_and_totals_follow_the_items(shipped: Library) -> None:
    asked, _ = request(Wishes(session="sprint"), shipped, TODAY)
    made = single.session(asked, shipped)
    text = document.as_yaml(made)
    longer = text.replace("  minutes: 4\n", "  minutes: 14\n", 1)
    assert longer != text
    read = document.read(longer, "plan.yaml", shipped)
    assert read.weeks[0].totals.minutes == made.weeks[0].totals.minutes + 10
    assert read.weeks[0].sessions[0].minutes == made.weeks[0].sessions[0].minutes + 10
    assert document.read(longer, "plan.yaml").weeks[0].totals == made.weeks[0].totals


BAD = [
    ("[60, 85]", "[85, 60]", "'value' runs backwards; write [60, 85]"),
    ("[60, 85]", "[]", "'value' wants a number or [low, high], got []"),
    ("sets: 2\n", "sets: two\n", "'sets' wants a whole number, got 'two'"),
    ("sets: 2\n", "sets: 0\n", "'sets' wants 1 or more, got 0"),
    ("distance_m: 15\n", "distance_m: -15\n", "'distance_m' wants more than 0, got -15"),
    ("rest_s: 60\n", "rest_s: -60\n", "'rest_s' wants 0 or more, got -60"),
    ("rest_s: 60\n", "rest_s: 1:00\n", "'rest_s' wants a whole number, got '1:00'"),
    ("- id: w2d1", "- id: w1d1", "session 'w1d1' is given twice; the first is on line 45"),
    ("number: 2", "number: 1", "week 1 is given twice; the first is on line 37"),
    ("kind: drill", "kind: dril", "'kind' cannot be 'dril'; did you mean 'drill'?"),
    ("  purpose: First", "  porpose: First", "unknown key 'porpose'; did you mean 'purpose'?"),
    (
        "date: 2027-01-04",
        "date: 4.1.2027",
        "'date' wants a date such as 2027-01-04, got '4.1.2027'",
    ),
    (
        "phase: load",
        "phase: hard",
        "'phase' wants one of intro, load, peak, deload, taper, test, got",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "message"), BAD)
def test_mistakes_have_a_line(right: str, wrong: str, message: str) -> None:
    text = PLAN.read_text("utf-8")
    broken = text.replace(right, wrong, 1)
    assert broken != text
    with pytest.raises(DataError) as caught:
        document.read(broken, "plan.yaml")
    shown = str(caught.value)
    assert message in shown
    assert shown.startswith("plan.yaml:")


def test_all_mistakes_are_told_in_the_order_of_lines() -> None:
    text = PLAN.read_text("utf-8").replace("sets: 2\n", "sets: 0\n")
    with pytest.raises(DataError) as caught:
        document.read(text, "plan.yaml")
    lines = [problem.where.line for problem in caught.value.problems]
    assert len(lines) > 3
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "plan.yaml:1: the file is empty"),
        ("[]", "plan.yaml:1: the file wants keys and values, got a list"),
        ("concepts: []", "plan.yaml:1: unknown key 'concepts'; known are format, id, title"),
        ("format: speed-plan/2", "'format' cannot be 'speed-plan/2'; did you mean 'speed-plan/1'?"),
    ],
)
def test_other_files_are_no_plans(text: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        document.read(text, "plan.yaml")
    assert message in str(caught.value)


def test_a_plan_without_weeks() -> None:
    text = PLAN.read_text("utf-8")
    head = text[: text.index("weeks:\n- number")]
    with pytest.raises(DataError, match="'weeks' is empty"):
        document.read(head + "weeks: []\n", "plan.yaml")
