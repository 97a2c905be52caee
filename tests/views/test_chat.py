from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from speedcli.knowledge.library import Library
from speedcli.training.document import Plan
from speedcli.training.part import part
from speedcli.views import chat, document

PLANS = Path(__file__).parents[1] / "plans"
Golden = Callable[[str, str], None]


def written(name: str) -> Plan:
    path = PLANS / name
    return document.read(path.read_bytes(), path.name)


def some(wanted: str) -> Plan:
    return part(written("two-weeks.yaml"), wanted, date(2027, 1, 4))


def test_one_session(small: Library, golden: Golden) -> None:
    golden("views/chat-one-session.txt", chat.render(written("one-session.yaml"), small))


def test_a_session_of_a_plan(small: Library, golden: Golden) -> None:
    golden("views/chat-session.txt", chat.render(some("w1d1"), small))


def test_a_week(small: Library, golden: Golden) -> None:
    golden("views/chat-week.txt", chat.render(some("w2"), small))


def test_a_plan(small: Library, golden: Golden) -> None:
    golden("views/chat-plan.txt", chat.render(written("two-weeks.yaml"), small))


def test_a_session_of_a_plan_is_the_same_alone_and_in_its_week(small: Library) -> None:
    assert chat.render(some("w1d1"), small) in chat.render(written("two-weeks.yaml"), small)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*now*", "∗now∗"),
        ("_a_ ~b~ `c`", "‗a‗ ∼b∼ ‵c‵"),
        ("2*3_4", "2*3_4"),
        ("2 x 3 x 20 m", "2 × 3 × 20 m"),
        ("box x 2", "box x 2"),
        ("> said", "› said"),
        ("a > b", "a > b"),
        (" two\nlines ", "two lines"),
    ],
)
def test_marks_in_names_and_notes_switch_nothing_on(text: str, shown: str, small: Library) -> None:
    made = chat.render(_with_note(text), small)
    assert shown in made.splitlines()


def _with_note(text: str) -> Plan:
    plan = written("one-session.yaml")
    (week,) = plan.weeks
    noted = replace(week.sessions[0], notes=text.strip().replace("\n", " "))
    return replace(plan, weeks=(replace(week, sessions=(noted,)),))
