from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from speedcli.knowledge.library import Library
from speedcli.training.document import Plan, Session
from speedcli.training.part import part
from speedcli.views import calendar, calendar_change, document
from speedcli.views.calendar_change import Changed
from speedcli.views.times import ALL_DAY, Times

PLANS = Path(__file__).parents[1] / "plans"
MONDAY = datetime(2027, 1, 4, 8, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)
Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def plan() -> Plan:
    path = PLANS / "two-weeks.yaml"
    return document.read(path.read_bytes(), path.name)


class File:
    """A calendar file that plans are printed into, one after the other."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.text = b""

    def take(
        self, plan: Plan, made: datetime, times: Times = ALL_DAY, part_of: Plan | None = None
    ) -> Changed:
        new = calendar.calendar(plan, self.library, times, made)
        source = part_of or plan
        kept = {calendar.uid(source, one) for week in source.weeks for one in week.sessions}
        old = calendar_change.read(self.text) if self.text else None
        change = calendar_change.replacing(old, new, made, kept)
        self.text = change.calendar.to_ical()
        return change

    def events(self) -> dict[str, Any]:
        found = vobject.readOne(self.text.decode()).vevent_list
        return {event.uid.value.partition("@")[0]: event for event in found}

    def versions(self) -> dict[str, tuple[int, datetime, str]]:
        return {
            name: (int(event.sequence.value), event.dtstamp.value, event.status.value)
            for name, event in self.events().items()
        }


@pytest.fixture
def file(small: Library) -> File:
    return File(small)


def changed(plan: Plan, at: str, change: Callable[[Session], Session | None]) -> Plan:
    """The plan with the session `at` changed, or dropped for None."""
    weeks = []
    for week in plan.weeks:
        sessions = (change(one) if one.id == at else one for one in week.sessions)
        weeks.append(replace(week, sessions=tuple(filter(None, sessions))))
    return replace(plan, weeks=tuple(weeks))


def without(plan: Plan, at: str) -> Plan:
    return changed(plan, at, lambda one: None)


def moved(plan: Plan, at: str, days: int) -> Plan:
    return changed(plan, at, lambda one: replace(one, date=one.date + timedelta(days=days)))


def test_a_plan(plan: Plan, file: File, golden: Golden) -> None:
    file.take(plan, MONDAY)
    golden("views/plan.ics", file.text.decode().replace("\r\n", "\n"))


def test_a_session_lasts_all_day_up_to_the_next(plan: Plan, file: File) -> None:
    file.take(plan, MONDAY)
    event = file.events()["w1d1"]
    assert (event.dtstart.value, event.dtend.value) == (date(2027, 1, 4), date(2027, 1, 5))
    assert event.transp.value == "TRANSPARENT"


def test_a_session_at_a_time_lasts_its_minutes_wherever_the_athlete_is(
    plan: Plan, file: File
) -> None:
    file.take(plan, MONDAY, Times(time(23, 30), 60))
    event = file.events()["w1d1"]
    assert event.dtstart.value == datetime(2027, 1, 4, 23, 30)  # no zone
    assert event.dtend.value == datetime(2027, 1, 5, 0, 22)
    assert b"DTSTART:20270104T233000\r\n" in file.text
    assert event.valarm.trigger.value == timedelta(hours=-1)
    assert event.transp.value == "OPAQUE"


def test_the_last_of_all_days_has_no_next(plan: Plan, file: File) -> None:
    last = changed(plan, "w1d1", lambda one: replace(one, date=date.max))
    file.take(last, MONDAY)
    assert not hasattr(file.events()["w1d1"], "dtend")


def test_a_session_without_minutes_has_no_end(plan: Plan, file: File) -> None:
    empty = changed(plan, "w1d1", lambda one: replace(one, minutes=0))
    file.take(empty, MONDAY, Times(time(17)))
    assert not hasattr(file.events()["w1d1"], "dtend")


def test_lines_are_folded_and_end_as_the_format_wants(plan: Plan, file: File) -> None:
    file.take(plan, MONDAY)
    assert file.text.endswith(b"END:VCALENDAR\r\n")
    assert file.text.count(b"\n") == file.text.count(b"\r\n")
    lines = file.text.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])  # no letter is cut in two


def test_ids_that_people_wrote_make_sound_and_different_uids(plan: Plan) -> None:
    one = plan.weeks[0].sessions[0]
    ids = ["w1d1", "W 1", "a@b", "a.b", "a%40b", "ü"]
    made = [calendar.uid(plan, replace(one, id=id)) for id in ids]
    assert len(set(made)) == len(ids)
    assert all(each.isascii() and " " not in each and each.count("@") == 1 for each in made)


def test_an_unchanged_plan_makes_the_same_bytes(plan: Plan, file: File) -> None:
    file.take(plan, MONDAY, Times(time(17), 30))
    before = file.text
    change = file.take(plan, TUESDAY, Times(time(17), 30))
    assert file.text == before
    assert (change.new, change.changed, change.cancelled) == (0, 0, 0)


def test_a_moved_session_is_the_next_version_of_its_event(plan: Plan, file: File) -> None:
    file.take(plan, MONDAY)
    before = file.versions()
    file.take(moved(plan, "w1d1", 1), TUESDAY)
    assert file.versions() == {**before, "w1d1": (1, TUESDAY, "CONFIRMED")}
    assert file.events()["w1d1"].dtstart.value == date(2027, 1, 5)


def test_a_dropped_session_is_cancelled_and_stays_so(plan: Plan, file: File) -> None:
    file.take(plan, MONDAY)
    before = file.versions()
    change = file.take(without(plan, "w1d1"), TUESDAY)
    after = {**before, "w1d1": (1, TUESDAY, "CANCELLED")}
    assert (change.confirmed, change.cancelled) == (len(before) - 1, 1)
    assert file.versions() == after
    event = file.events()["w1d1"]
    assert event.dtstart.value == date(2027, 1, 4)
    assert not hasattr(event, "description")

    text = file.text
    assert file.take(without(plan, "w1d1"), TUESDAY + timedelta(days=1)).cancelled == 0
    assert file.text == text


def test_a_session_that_comes_back_is_confirmed_again(plan: Plan, file: File) -> None:
    file.take(plan, MONDAY)
    file.take(without(plan, "w1d1"), TUESDAY)
    file.take(plan, TUESDAY)
    assert file.versions()["w1d1"] == (2, TUESDAY, "CONFIRMED")


def test_a_part_leaves_the_other_sessions_of_its_plan_alone(plan: Plan, file: File) -> None:
    file.take(plan, MONDAY)
    before = file.versions()
    edited = moved(plan, "w1d1", 1)
    some = part(edited, "w1", date(2027, 1, 4))
    change = file.take(some, TUESDAY, part_of=edited)
    assert (change.new, change.changed, change.cancelled) == (0, 1, 0)
    assert file.versions() == {**before, "w1d1": (1, TUESDAY, "CONFIRMED")}


def test_a_part_cancels_what_its_plan_has_dropped(plan: Plan, file: File) -> None:
    file.take(plan, MONDAY)
    edited = without(plan, "w1d1")
    file.take(part(edited, "w2", date(2027, 1, 4)), TUESDAY, part_of=edited)
    assert {name for name, event in file.versions().items() if event[2] == "CANCELLED"} == {"w1d1"}


def test_another_plan_takes_the_place_of_this_one(plan: Plan, file: File) -> None:
    file.take(plan, MONDAY)
    count = len(file.events())
    change = file.take(replace(plan, id="another"), TUESDAY)
    assert (change.confirmed, change.new, change.cancelled) == (count, count, count)


def test_events_stand_in_the_order_of_their_days(plan: Plan, file: File) -> None:
    file.take(moved(plan, "w1d1", 60), MONDAY)
    days = [event.dtstart.value for event in vobject.readOne(file.text.decode()).vevent_list]
    assert days == sorted(days)


FOREIGN = (
    b"",
    b"no calendar",
    b"\xff\xfe\x00",
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//club//EN\r\nEND:VCALENDAR\r\n",
    b"BEGIN:VCALENDAR\r\nPRODID:-//speed//speed-plan 1//EN\r\nBEGIN:VEVENT\r\nUID:mine\r\n"
    b"DTSTAMP:20270101T000000Z\r\nDTSTART:20270101\r\nSEQUENCE:0\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
)


@pytest.mark.parametrize("text", FOREIGN)
def test_a_calendar_of_somebody_else_is_not_taken_for_ours(text: bytes) -> None:
    assert calendar_change.read(text) is None


@pytest.mark.parametrize("gone", [b"UID", b"DTSTAMP", b"DTSTART", b"SEQUENCE", b"END:VEVENT"])
def test_a_damaged_calendar_is_not_taken_for_ours(plan: Plan, file: File, gone: bytes) -> None:
    file.take(plan, MONDAY)
    assert calendar_change.read(file.text) is not None
    lines = file.text.split(b"\r\n")
    first = next(number for number, line in enumerate(lines) if line.startswith(gone))
    assert calendar_change.read(b"\r\n".join(lines[:first] + lines[first + 1 :])) is None


def test_a_calendar_that_was_cut_off_is_not_taken_for_ours(plan: Plan, file: File) -> None:
    file.take(plan, MONDAY)
    for length in range(0, len(file.text) - 2, 97):
        assert calendar_change.read(file.text[:length]) is None, length


def test_a_second_reader_agrees(plan: Plan, file: File) -> None:
    file.take(plan, MONDAY, Times(time(17), 30))
    read = Calendar.from_ical(file.text)
    assert isinstance(read, Calendar)
    assert [str(event["SUMMARY"]) for event in read.events] == [
        event.summary.value for event in vobject.readOne(file.text.decode()).vevent_list
    ]
