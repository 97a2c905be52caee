"""The reasons of a plan: tied to a concept or rule, true of this plan, and complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings

from speedcli.knowledge.problems import CannotMeet
from speedcli.training import measure, planner
from speedcli.training.document import Plan, Session
from speedcli.training.part import sessions
from tests.training.requests import LIBRARY, asked, wishes

_METRES = re.compile(r"(\d+) m at full effort, after (\d+) m in (w\d+d\d+)")
_PUSHES = re.compile(r"(\d+) s of pushing a side, (?:after|down from) (\d+) s in (w\d+d\d+)")


@cache
def plan(**options: object) -> Plan:
    return planner.plan(asked(LIBRARY, start="2027-01-04", **options), LIBRARY)


def reasons(session: Session) -> list[str]:
    return [reason.text for reason in session.why]


def metres(session: Session) -> int:
    return measure.totals((session,), LIBRARY).max_effort_m


def pushes(session: Session) -> int:
    return measure.totals((session,), LIBRARY).iso_push_s


def told(made: Plan, pattern: re.Pattern[str]) -> Iterator[tuple[Session, int, int, Session]]:
    """Each told change: its session, the numbers, and the session that is compared with."""
    by_id = {one.id: one for one in sessions(made)}
    for session in by_id.values():
        for found in pattern.finditer(" ".join(reasons(session))):
            yield session, int(found[1]), int(found[2]), by_id[found[3]]


@settings(max_examples=25)
@given(wishes())
def test_every_week_and_session_has_its_reasons(options: dict[str, object]) -> None:
    try:
        made = planner.plan(asked(LIBRARY, **options), LIBRARY)
    except CannotMeet:
        return
    of_weeks = [reason for week in made.weeks for reason in week.why]
    of_sessions = [reason for session in sessions(made) for reason in session.why]
    for reason in of_weeks + of_sessions:
        assert (reason.concept in LIBRARY.concepts) != (reason.rule in LIBRARY.rules)
        assert "{" not in reason.text
    assert all(week.why for week in made.weeks)
    for session in sessions(made):
        assert session.why, session.id
        assert len(set(session.why)) == len(session.why)


@pytest.mark.parametrize(
    "options",
    [
        {"weeks": 6},
        {"level": "advanced", "days": "4", "event": "2027-03-27"},
        {"weeks": 8, "level": "intermediate", "days": "2", "age": 47, "avoid": "jumping"},
    ],
    ids=["beginner", "towards a race", "47 years"],
)
def test_what_is_told_of_a_dose_can_be_counted(options: dict[str, object]) -> None:
    made = plan(**options)
    changes = [*told(made, _METRES)]
    assert changes
    for session, now, before, other in changes:
        assert (metres(session), metres(other)) == (now, before)
    for session, now, before, other in told(made, _PUSHES):
        assert (pushes(session), pushes(other)) == (now, before)


def test_a_session_is_compared_with_the_last_full_one_of_its_kind() -> None:
    made = plan(weeks=12, level="advanced", days="4", kit="track,wall,bands")
    deloads = {one.id for week in made.weeks if week.phase == "deload" for one in week.sessions}
    compared = [(one, other) for one, _, _, other in told(made, _METRES)]
    assert compared
    for session, other in compared:
        assert other.title == session.title
        assert other.date < session.date
        assert other.id not in deloads


def test_no_session_after_the_first_of_its_kind_says_only_what_that_one_said() -> None:
    made = plan(weeks=6)
    first: dict[str, Session] = {}
    for session in sessions(made):
        known = first.setdefault(session.title, session)
        if known is not session:
            assert set(session.why) - set(known.why), session.id


def test_the_week_of_the_test_counts_its_metres_apart() -> None:
    last = plan(weeks=6).weeks[-1]
    test = last.sessions[-1]
    training = last.totals.max_effort_m - metres(test)
    (told,) = [why.text for why in last.why if why.rule == "R40"]
    assert told.startswith(
        f"{training} m at full effort before the test, and {metres(test)} m in it."
    )


def test_a_plan_without_running_promises_no_speed() -> None:
    made = plan(weeks=6, kit="wall,bands")
    assert (made.expect, made.change) == (None, None)
    for week in made.weeks:
        assert [why.rule for why in week.why] == ["R04"]
        assert "do not train speed" in week.why[0].text
    assert not [why for session in sessions(made) for why in session.why if "sprint" in why.text]


def test_a_test_beside_other_work_is_a_test_too() -> None:
    made = plan(weeks=6, days="1")
    assert made.change is not None
    (reason,) = [why.text for why in made.weeks[-1].why if why.rule == "R40"]
    found = re.match(r"(\d+) m at full effort before the test, and (\d+) m in it\.", reason)
    assert found
    assert int(found[1]) + int(found[2]) == made.weeks[-1].totals.max_effort_m
    assert 0 < int(found[2]) < made.weeks[-1].totals.max_effort_m


def test_a_plan_too_short_for_a_test_does_not_tell_what_counts_as_a_change() -> None:
    assert plan(weeks=2).change is None
    assert plan(weeks=6).change is not None
