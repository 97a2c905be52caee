"""When calendars start and ring: as typed, or else as set."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.cli import timed
from speedcli.knowledge.problems import UsageError
from tests.cli.planning import Shipped

Put = Callable[[str], Path]
SESSION = ("session", "isometric", "--start", "2027-01-04")


@pytest.fixture
def calendar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[str, str]]:
    """Makes a calendar of a session, and gives when it starts and when it rings."""
    speed = Shipped(capsys, monkeypatch)

    def make(*options: str) -> tuple[str, str]:
        run = speed(*SESSION, "-f", "ics", *options)
        assert run.code == 0, run.err
        (start,) = re.findall("^DTSTART.*:(.*?)\r?$", run.out, re.M)
        return start, "".join(re.findall("^TRIGGER.*:(.*?)\r?$", run.out, re.M))

    return make


def test_an_option_wins_over_a_variable_and_that_over_the_file(
    calendar: Callable[..., tuple[str, str]], put_settings: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert calendar() == ("20270104", "")
    put_settings("at: 17:00\nalarm: 30\n")
    assert calendar() == ("20270104T170000", "-PT30M")
    monkeypatch.setenv("SPEED_AT", "8:15")
    assert calendar() == ("20270104T081500", "-PT30M")
    monkeypatch.setenv("SPEED_ALARM", "10")
    assert calendar("--at", "19:00") == ("20270104T190000", "-PT10M")
    assert calendar("--alarm", "5") == ("20270104T081500", "-PT5M")


def test_other_forms_need_no_times(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, put_settings: Put
) -> None:
    put_settings("at: teatime\n")
    run = Shipped(capsys, monkeypatch)(*SESSION)
    assert (run.code, "teatime" in run.err) == (0, False)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("at: teatime", "at wants a time as 17:00, got 'teatime'"),
        ("alarm: soon", "alarm takes a whole number, got 'soon'"),
        ("alarm: 99999", "alarm wants 0-10080 minutes, got 99999"),
    ],
)
def test_a_wrong_time_is_said_with_its_place(
    line: str,
    message: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    put_settings: Put,
) -> None:
    file = put_settings(f"{line}\n")
    run = Shipped(capsys, monkeypatch)(*SESSION, "-f", "ics")
    assert run == ("", f"speed: {file}:1: {message}\n", 2)


def test_what_is_typed_is_checked_alike() -> None:
    with pytest.raises(UsageError, match=r"^--at wants a time as 17:00, got '25:00'$"):
        timed.times("25:00", None)
    assert timed.times(None, None) is None
