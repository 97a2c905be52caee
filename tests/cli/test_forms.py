"""Every form by way of the command line: chosen by suffix, written, told, and refused."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
import vobject

from speedcli.cli import forms, output, planned
from speedcli.knowledge.problems import UsageError
from tests.cli.planning import Shipped

WEEKS = ("plan", "--weeks", "2", "--start", "2027-01-04")


@pytest.fixture
def speed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shipped:
    monkeypatch.setattr(planned, "this_day", lambda: date(2027, 1, 8))
    monkeypatch.setattr(planned, "this_moment", lambda: datetime(2027, 1, 8, 9, tzinfo=UTC))
    return Shipped(capsys, monkeypatch)


@pytest.fixture
def plan(speed: Shipped, tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    assert speed(*WEEKS, "-o", str(path)).code == 0
    return path


def first_line(text: str) -> str:
    return text.splitlines()[0]


@pytest.mark.parametrize(
    ("file", "amount"),
    [
        ("p.txt", "6 sessions"),
        ("p.md", "6 sessions"),
        ("p.ics", "6 events"),
        ("p.csv", r"\d\d\d rows"),
        ("p.xlsx", "4 sheets"),
        ("p.json", "6 sessions"),
    ],
)
def test_the_suffix_chooses_the_form_and_one_line_tells_what_was_written(
    speed: Shipped, plan: Path, tmp_path: Path, file: str, amount: str
) -> None:
    path = tmp_path / file
    printed = speed("print", str(plan), "-o", str(path))
    assert (printed.out, printed.code) == ("", 0)
    assert re.fullmatch(rf"speed: wrote {re.escape(str(path))} \({amount}\)\n", printed.err)
    content = path.read_bytes()

    assert speed(*WEEKS, "-o", str(path), "--force").code == 0
    if file != "p.ics":  # its events became the next version of themselves, or not
        assert path.read_bytes() == content


def test_the_format_wins_over_the_suffix(speed: Shipped, plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    speed("print", str(plan), "-f", "csv", "-o", str(path))
    assert path.read_text("utf-8-sig").startswith("plan,")


@pytest.mark.parametrize("form", ["chat", "ics", "csv", "md", "json", "yaml", "text"])
def test_text_forms_go_to_stdout(speed: Shipped, plan: Path, form: str) -> None:
    run = speed("print", str(plan), "next", "-f", form, "-o", "-")
    assert run.code == 0
    assert "Rhythm and starts" in run.out
    assert run.err == ""


def test_every_form_that_is_listed_can_be_made(speed: Shipped, plan: Path, tmp_path: Path) -> None:
    for form in forms.FORMS:
        path = tmp_path / f"made.{form.name}"
        assert speed("print", str(plan), "-f", form.name, "-o", str(path)).code == 0
        assert path.stat().st_size > 500
        assert any(form.name in names for names in output.SUFFIXES.values())


def test_the_load_of_a_plan_is_a_picture(speed: Shipped, plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "load.svg"
    run = speed("print", str(plan), "-o", str(path))
    assert run.err == f"speed: wrote {path} (2 weeks)\n"
    root = ElementTree.parse(path).getroot()
    drawn = [element.text for element in root.iterfind("{*}text")]
    metres = json.loads(speed("print", str(plan), "--json").out)["weeks"]
    assert {str(week["totals"]["sprint_m"]) for week in metres} <= {*drawn}
    assert drawn[0] == root.findtext("{*}title") == "2 weeks of general speed: load by week"


def test_a_week_has_no_load_by_week_to_draw(speed: Shipped, plan: Path) -> None:
    run = speed("print", str(plan), "w1", "-f", "svg")
    assert (run.out, run.code) == ("", 5)
    said = "no load by week to draw; that takes two weeks or more, and metres to run"
    assert run.err == f"speed: {said}\n"


@pytest.mark.parametrize("file", ["p.txt", "p.md", "p.ics", "p.csv", "p.json", "p.yaml"])
def test_names_are_in_every_form(speed: Shipped, plan: Path, tmp_path: Path, file: str) -> None:
    people = ("--athlete", "Łukasz", "--coach", "José", "--club", "Speed AC", "--place", "Hall 3")
    path = tmp_path / file
    assert speed("print", str(plan), "-o", str(path), *people, "--force").code == 0
    text = path.read_text("utf-8-sig").replace("\n ", "")
    assert [name for name in people[1::2] if name not in text] == []


def test_a_session_is_a_message_that_can_be_sent(speed: Shipped) -> None:
    run = speed("session", "isometric", "--start", "2027-01-04", "-f", "chat")
    assert re.match(r"\*Pushes and holds · Mon 4 Jan · \d+ min\*\n", run.out)
    assert "Get medical clearance first" in run.out


@pytest.mark.parametrize("form", ["text", "chat", "md", "ics"])
def test_reasons_are_added_where_asked(speed: Shipped, form: str) -> None:
    asked = (*WEEKS, "-f", form)
    reason = "Sprints come first, while you"
    plain, explained = (speed(*asked, *why).out.replace("\r\n ", "") for why in ((), ("--why",)))
    assert reason not in plain
    assert reason in explained.replace("\\,", ",")


def test_a_calendar_has_times_and_alarms(speed: Shipped, plan: Path) -> None:
    run = speed("print", str(plan), "w1d1", "-f", "ics", "--at", "7:05", "--alarm", "15")
    event = vobject.readOne(run.out).vevent
    assert event.dtstart.value == datetime(2027, 1, 4, 7, 5)
    assert event.valarm.trigger.value.total_seconds() == -900


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--at", "25:00"), "--at wants a time as 17:00, got '25:00'"),
        (("--at", "5"), "--at wants a time as 17:00, got '5'"),
        (("--alarm", "-1"), "--alarm wants 0-10080 minutes, got -1"),
        (("--at", "17:00"), "--at and --alarm are for calendars; make one with -o FILE.ics"),
        (
            ("--alarm", "5", "-f", "csv"),
            "--at and --alarm are for calendars; make one with -o FILE.ics",
        ),
    ],
)
def test_times_that_make_no_sense(
    speed: Shipped, plan: Path, arguments: tuple[str, ...], message: str
) -> None:
    run = speed("print", str(plan), *arguments)
    assert (run.out, run.err, run.code) == ("", f"speed: {message}\n", 2)


def test_a_calendar_is_replaced_by_its_next_version(
    speed: Shipped, plan: Path, tmp_path: Path
) -> None:
    path = tmp_path / "p.ics"
    to_it = ("print", str(plan), "-o", str(path))
    assert speed(*to_it).err == f"speed: wrote {path} (6 events)\n"
    before = path.read_bytes()
    assert speed(*to_it).code == 2  # it exists
    assert speed(*to_it, "--force").err == f"speed: wrote {path} (6 events: none changed)\n"
    assert path.read_bytes() == before

    text = plan.read_text("utf-8")
    first, second = text.index("\n  - id: w1d1"), text.index("\n  - id: w1d2")
    plan.write_text(text[:first] + text[second:].replace("2027-01-08", "2027-01-09", 1), "utf-8")
    told = f"speed: wrote {path} (5 events: 1 changed, 1 cancelled)\n"
    assert speed(*to_it, "--force").err == told
    assert speed("print", str(plan), "w2", "-o", str(path), "--force").err == (
        f"speed: wrote {path} (5 events: none changed)\n"
    )


@pytest.mark.parametrize("text", [b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", b"x"])
def test_a_calendar_of_somebody_else_is_never_replaced(
    speed: Shipped, plan: Path, tmp_path: Path, text: bytes
) -> None:
    path = tmp_path / "club.ics"
    path.write_bytes(text)
    run = speed("print", str(plan), "-o", str(path), "--force")
    assert run.err == f"speed: {str(path)!r} is no calendar of speed's; name another file\n"
    assert (run.code, path.read_bytes()) == (2, text)


def test_an_empty_file_is_no_calendar_to_keep(speed: Shipped, plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.ics"
    path.touch()
    run = speed("print", str(plan), "-o", str(path), "--force")
    assert run.err == f"speed: wrote {path} (6 events)\n"


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def test_a_screen_shows_what_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(shown, "utf-8", newline="\n"))
    output.write_stdout("\ufeffŁ,1\r\n".encode())
    assert shown.getvalue() == "Ł,1\n".encode()


def test_a_screen_is_kept_clear_of_what_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(shown, "utf-8"))
    with pytest.raises(UsageError) as refused:
        output.write_stdout(b"PK\x03\xff")
    assert str(refused.value) == "this format is not for a screen; name a file with -o"
    assert shown.getvalue() == b""


def test_a_table_has_the_numbers_of_the_document(speed: Shipped, plan: Path) -> None:
    items = [
        item
        for week in json.loads(speed("print", str(plan), "--json").out)["weeks"]
        for session in week["sessions"]
        for block in session["blocks"]
        for item in block["items"]
    ]
    table = csv.DictReader(io.StringIO(speed("print", str(plan), "-f", "csv").out))
    assert [row["reps"] for row in table] == [str(item["reps"]) for item in items]
