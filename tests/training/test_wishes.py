"""From what was typed to a request, and what is said of wishes that mean nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import CannotMeet, UsageError
from speedcli.training.document import Request
from speedcli.training.wishes import Wishes, like, request, usual_days, usual_minutes
from tests.training.requests import LEVELS, TODAY, asked

ALL = Wishes(
    weeks=3,
    goal="max velocity",
    level="Advanced",
    days="sat,Tuesday",
    minutes=70,
    kit=" bands, tartan ,bands",
    avoid="hamstrings,pogo",
    age=30,
    start="2027-01-05",
    returning=True,
    variant=2,
)
MADE = Request(
    weeks=3,
    goal="max-velocity",
    level="advanced",
    days=("tue", "sat"),
    minutes=70,
    kit=("bands", "track"),
    avoid=("hamstring", "pogo"),
    age=30,
    start=date(2027, 1, 5),
    event=None,
    returning=True,
    variant=2,
)


def assumed(library: Library, **wishes: object) -> tuple[str, ...]:
    return request(Wishes(**wishes), library, TODAY)[1]  # type: ignore[arg-type]


def test_words_become_ids_in_their_order_and_each_once(library: Library) -> None:
    assert request(ALL, library, TODAY) == (MADE, ())


def test_gaps_become_cautious_defaults_that_are_told(library: Library) -> None:
    made = asked(library, weeks=2)
    assert (made.level, made.goal, made.days) == ("beginner", "general", ("mon", "wed", "fri"))
    assert (made.age, made.event, made.returning, made.variant) == (None, None, False, 1)
    assert made.start == date(2026, 11, 30)  # the Monday after
    assert assumed(library, weeks=2) == (
        "beginner",
        "general",
        "mon wed fri",
        "kit flat-ground + wall + bands",
        f"at most {made.minutes} min",
        "start 2026-11-30",
    )


def test_what_was_said_is_not_told_as_assumed(library: Library) -> None:
    said = {"level": "beginner", "goal": "general", "days": "3", "kit": "wall", "minutes": 60}
    assert assumed(library, weeks=2, start="2027-01-04", **said) == ()
    assert assumed(library, weeks=2, event="2027-03-06", **said) == ()


def test_a_single_session_is_for_today_and_has_neither_goal_nor_days(library: Library) -> None:
    made = asked(library, session="band")
    assert (made.start, made.weeks, made.event) == (TODAY, 1, None)
    told = assumed(library, session="band")
    assert told == ("beginner", "kit flat-ground + wall + bands", f"at most {made.minutes} min")
    assert asked(library, session="band", start="2027-01-06").start == date(2027, 1, 6)
    assert asked(library, session="band", weeks=4).weeks == 1


def test_the_usual_minutes_and_days_are_those_of_the_data(library: Library) -> None:
    assert [usual_minutes(library, level) for level in LEVELS] == [75, 90, 120]  # type: ignore[arg-type]
    assert usual_days(library) == ("mon", "wed", "fri")


def test_towards_an_event_the_weeks_are_counted_back_from_it(library: Library) -> None:
    made = asked(library, weeks=4, event="2027-03-06")  # a Saturday
    assert (made.start, made.event, made.weeks) == (date(2027, 2, 8), date(2027, 3, 6), 4)


@pytest.mark.parametrize(("event", "weeks"), [("2027-01-10", 1), ("2027-01-11", 2)])
def test_between_start_and_event_lie_the_weeks(library: Library, event: str, weeks: int) -> None:
    assert asked(library, start="2027-01-04", event=event).weeks == weeks
    assert asked(library, start="2027-01-04", event=event, weeks=weeks).weeks == weeks


def test_the_week_that_has_begun_may_be_the_first_before_an_event(library: Library) -> None:
    assert asked(library, weeks=1, event="2026-11-29").start == date(2026, 11, 23)
    assert asked(library, weeks=1, event="2026-11-25").event == TODAY
    assert asked(library, start="2027-01-04", event="2027-01-04").weeks == 1


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        (
            {"weeks": 3, "event": "2026-11-29"},
            "3 weeks before 2026-11-29 began on 2026-11-09, which is past; give --weeks 1",
        ),
        (
            {"weeks": 4, "event": "2026-12-13"},
            "4 weeks before 2026-12-13 began on 2026-11-16, which is past; give --weeks 3",
        ),
        (
            {"weeks": 1, "event": "2026-11-24"},
            "the event on 2026-11-24 lies in the past; give a later --event",
        ),
        (
            {"start": "2027-01-04", "event": "2027-01-03"},
            "the event on 2027-01-03 comes before the start on 2027-01-04; give a later --event",
        ),
        (
            {"start": "2027-01-04", "event": "2027-01-31", "weeks": 3},
            "from 2027-01-04 to the event on 2027-01-31 there are 4 weeks, not 3; "
            "leave --weeks out",
        ),
        (
            {"start": "2027-01-04", "event": "2027-06-05"},
            "from 2027-01-04 to the event on 2027-06-05 there are 22 weeks, and a plan has at most "
            "16; start later",
        ),
    ],
)
def test_dates_that_do_not_fit_together(
    library: Library, wishes: dict[str, object], message: str
) -> None:
    with pytest.raises(CannotMeet) as refused:
        asked(library, **wishes)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        ({}, "say how long: --weeks 6, or --start and --event with dates"),
        (
            {"event": "2027-03-06"},
            "--event needs --weeks or --start, to know how long the plan is",
        ),
        ({"event": "soon"}, "--event takes a date such as 2027-01-04, got 'soon'"),
        ({"weeks": 17}, "--weeks takes 1-16, got 17"),
        ({"session": "band", "minutes": 500}, "--minutes takes 10-120, got 500"),
        ({"weeks": 1, "kit": " , "}, "no kit is named in ' , '; give one or more, with commas"),
        (
            {"weeks": 1, "level": "wizard"},
            "no level is called 'wizard'; there are beginner, intermediate, advanced",
        ),
        ({"weeks": 1, "days": "-1"}, "--days takes 1-6, got -1"),
        *(
            (
                {"weeks": 1, "days": days},
                f"--days: {days!r} is no weekday; write mon, tue, wed, thu, fri, sat or sun",
            )
            for days in ("mo", "--5", "²", "٣")
        ),
        (
            {"weeks": 1, "days": "mon,tue,wed,thu,fri,sat,sun"},
            "--days takes 1-6 weekdays, got 7; leave one to rest",
        ),
    ],
)
def test_words_and_numbers_that_mean_nothing(
    library: Library, wishes: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        asked(library, **wishes)
    assert str(refused.value) == message


def test_of_many_names_the_first_are_listed(library: Library) -> None:
    with pytest.raises(UsageError) as refused:
        asked(library, weeks=1, avoid="xyzzy")
    said = str(refused.value)
    assert said.startswith("no thing to avoid is called 'xyzzy'; there are hamstring, ")
    assert said.endswith(", and exercises and sessions by name")
    assert said.count(",") == 22


def test_days_are_named_in_any_length_and_order(library: Library) -> None:
    days = asked(library, weeks=1, days="Sunday, thurs,wed,TUES,saturd").days
    assert days == ("tue", "wed", "thu", "sat", "sun")
    for two in (" 2 ", "02"):
        assert asked(library, weeks=1, days=two).days == ("mon", "thu")
    assert asked(library, weeks=1, days="mon wed  fri").days == ("mon", "wed", "fri")


def test_like_a_plan_that_was_made(library: Library) -> None:
    again, _ = request(like(Wishes(), MADE), library, TODAY)
    assert again == MADE
    changed, _ = request(like(Wishes(days="4", minutes=60), MADE), library, TODAY)
    assert changed == replace(MADE, days=("mon", "tue", "thu", "sat"), minutes=60)


def test_like_a_plan_towards_an_event(library: Library) -> None:
    event = date(2027, 1, 23)
    before = replace(MADE, avoid=(), returning=False, event=event, start=date(2027, 1, 4))

    def again(**wishes: object) -> Request:
        return request(like(Wishes(**wishes), before), library, TODAY)[0]  # type: ignore[arg-type]

    assert again() == before
    assert again(returning=True) == replace(before, returning=True)
    # More weeks begin earlier, a later event begins later, and a later start leaves fewer weeks.
    assert again(weeks=4) == replace(before, weeks=4, start=date(2026, 12, 28))
    assert again(event="2027-01-30").start == date(2027, 1, 11)
    assert again(start="2027-01-11") == replace(before, weeks=2, start=date(2027, 1, 11))
