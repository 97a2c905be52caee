from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from speedcli.knowledge.problems import NotFound, UsageError
from speedcli.training.document import Plan
from speedcli.training.part import part, sessions
from speedcli.views import document

FILE = Path(__file__).parents[1] / "plans" / "two-weeks.yaml"
FIRST = date(2027, 1, 4)


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Three sessions: two in the first week, one in the second."""
    read = document.read(FILE.read_bytes(), FILE.name)
    first = read.weeks[0]
    again = replace(first.sessions[0], id="w1d2", date=date(2027, 1, 6))
    return replace(read, weeks=(replace(first, sessions=(*first.sessions, again)), read.weeks[1]))


def ids(plan: Plan) -> list[str]:
    return [one.id for one in sessions(plan)]


def test_a_week_has_all_of_its_sessions(plan: Plan) -> None:
    assert part(plan, "w2", FIRST).weeks == (plan.weeks[1],)


def test_a_session_comes_with_its_week(plan: Plan) -> None:
    only = part(plan, "W2D1", FIRST)
    assert (ids(only), only.weeks[0].number) == (["w2d1"], 2)


def test_today_and_next_go_by_the_date_and_not_by_the_id(plan: Plan) -> None:
    first, second, _ = sessions(plan)
    week = replace(plan.weeks[0], sessions=(replace(first, date=second.date), second))
    moved = replace(plan, weeks=(week, plan.weeks[1]))
    assert ids(part(moved, "today", second.date)) == [first.id, second.id]
    assert ids(part(moved, "next", first.date)) == [first.id, second.id]
    assert ids(part(plan, "next", first.date)) == [first.id]


@pytest.mark.parametrize(
    ("wanted", "today", "message"),
    [
        ("w9", FIRST, "no week 'w9' in the plan; it has w1, w2"),
        ("today", date(2027, 1, 5), "no session on 2027-01-05; the next is w1d2 on 2027-01-06"),
        ("today", date(2028, 1, 1), "no session on 2028-01-01 or later; the last was on {last}"),
        ("next", date(2028, 1, 1), "no session on 2028-01-01 or later; the last was on {last}"),
        ("w1d9", FIRST, "no session 'w1d9' in the plan; it has {ids}"),
        ("w" + "9" * 5000, FIRST, f"no session 'w{'9' * 5000}' in the plan; it has {{ids}}"),
    ],
)
def test_what_the_plan_does_not_have(plan: Plan, wanted: str, today: date, message: str) -> None:
    last = max(one.date for one in sessions(plan))
    with pytest.raises(NotFound) as error:
        part(plan, wanted, today)
    assert str(error.value) == message.format(last=last, ids=", ".join(ids(plan)))


@pytest.mark.parametrize("word", ["monday", "w²"])
def test_other_words_name_no_part(plan: Plan, word: str) -> None:
    with pytest.raises(UsageError) as error:
        part(plan, word, FIRST)
    assert str(error.value) == (
        f"{word!r} names no part of a plan; give a week as w2, a session as w2d1, today or next"
    )


def test_a_plan_without_sessions_has_no_next(plan: Plan) -> None:
    empty = replace(plan, weeks=(replace(plan.weeks[0], sessions=()),))
    with pytest.raises(NotFound, match=r"^no session on 2027-01-04 or later$"):
        part(empty, "next", FIRST)
