from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from speedcli.views import document
from tests.cli.planning import Shipped, shipped

START = ("--start", "2027-01-04")


@pytest.fixture
def speed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shipped:
    return Shipped(capsys, monkeypatch)


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_a_plan_fits_the_screen(
    columns: str, speed: Shipped, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    run = speed("plan", "--weeks", "2", *START)
    assert run.code == 0
    assert max(map(len, run.out.splitlines())) <= int(columns)
    for title in ("Before you start", "Check first", "Week 1, Monday 4 January", "When to stop"):
        assert title in run.out


def test_what_was_assumed_is_one_line(speed: Shipped) -> None:
    run = speed("plan", "--weeks", "2", *START)
    assert run.err.startswith("speed: assumed beginner, general, mon wed fri, ")
    assert run.err.endswith("; see speed plan --help\n")
    assert run.err.count("\n") == 1


def test_nothing_is_assumed_where_all_is_said(speed: Shipped) -> None:
    level = ("--level", "beginner", "--goal", "general")
    said = (*level, "--days", "3", "--minutes", "60", "--kit", "track,wall")
    run = speed("plan", "--weeks", "1", *START, *said)
    assert (run.err, run.code) == ("", 0)


def test_the_help_tells_the_defaults_of_the_data(speed: Shipped) -> None:
    told = " ".join(speed("plan", "--help").out.split())
    defaults = shipped().planning.defaults
    for default in (defaults.level, defaults.goal, defaults.days, ",".join(defaults.kit)):
        assert f"default: {default}]" in told


def test_help_begins_with_examples(speed: Shipped) -> None:
    told = speed("plan", "-h").out
    assert told.index("speed plan --weeks 6") < told.index("Options:")
    assert max(map(len, told.splitlines())) <= 80


def test_why_adds_reasons_and_ideas(speed: Shipped) -> None:
    plain = speed("plan", "--weeks", "1", *START).out
    told = speed("plan", "--weeks", "1", "--why", *START).out
    assert "The ideas behind it" not in plain
    assert "The ideas behind it" in told
    assert "speed explain R" in told


def test_json_and_yaml_are_the_same_plan(speed: Shipped) -> None:
    as_json = speed("plan", "--weeks", "2", *START, "--json").out
    as_yaml = speed("plan", "--weeks", "2", *START, "-f", "yaml").out
    assert document.read(as_yaml, "y") == document.read(as_json, "j")
    assert json.loads(as_json)["request"]["start"] == "2027-01-04"
    assert yaml.safe_load(as_yaml)["format"] == "speed-plan/1"


def test_markdown(speed: Shipped) -> None:
    shown = speed("plan", "--weeks", "1", *START, "-f", "md").out
    assert shown.startswith("# 1 week")
    assert "\n## Before you start\n" in shown


def test_the_same_request_gives_the_same_bytes(speed: Shipped) -> None:
    first, second = (speed("plan", "--weeks", "3", *START, "-f", "yaml").out for _ in range(2))
    assert first == second


def test_a_file_is_written_and_told(speed: Shipped, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    run = speed("plan", "--weeks", "1", *START, "-o", str(path))
    assert (run.out, run.code) == ("", 0)
    assert run.err.splitlines()[0] == f"speed: wrote {path} (3 sessions)"
    assert document.read(path.read_bytes(), "plan.yaml", shipped()).request.weeks == 1
    again = speed("plan", "--weeks", "1", *START, "-o", str(path))
    assert again.err == f"speed: {str(path)!r} exists; add --force to replace it\n"
    assert again.code == 2
    assert speed("plan", "--weeks", "1", *START, "-o", str(path), "--force").code == 0


def test_ascii_screens_get_readable_yaml() -> None:
    command = [sys.executable, "-m", "speedcli", "plan", "--weeks", "1", *START, "-f", "yaml"]
    command += ["--level", "intermediate"]
    screen = {**os.environ, "PYTHONIOENCODING": "ascii"}
    shown = subprocess.run(command, capture_output=True, check=True, env=screen)
    assert shown.stdout.isascii()
    assert document.read(shown.stdout, "plan.yaml", shipped()).request.weeks == 1


BAD = [
    ("", 2, "say how long: --weeks 6, or --start and --event with dates"),
    ("--weeks 0", 2, "--weeks takes 1-16, got 0"),
    ("--weeks 99", 2, "--weeks takes 1-16, got 99"),
    (
        "--weeks 6 --days funday",
        2,
        "--days: 'funday' is no weekday; write mon, tue, wed, thu, fri, sat or sun",
    ),
    ("--weeks 6 --days mon,mon", 2, "--days names mon twice"),
    ("--weeks 6 --days 7", 2, "--days takes 1-6, got 7"),
    ("--weeks 6 --minutes 5", 2, "--minutes takes 30-120, got 5"),
    (
        "--weeks 6 --goal acelleration",
        2,
        "no goal is called 'acelleration'; did you mean 'acceleration'?",
    ),
    ("--weeks 6 --kit trak", 2, "no kit is called 'trak'; did you mean 'track'?"),
    (
        "--weeks 6 --avoid hamstrng",
        2,
        "no thing to avoid is called 'hamstrng'; did you mean 'hamstring'?",
    ),
    (
        "--weeks 6 --start tomorrow",
        2,
        "--start takes a date such as 2027-01-04, got 'tomorrow'",
    ),
    ("--weeks 6 --variant 0", 2, "--variant takes 1 or more, got 0"),
    ("--weeks 6 --age 3", 2, "--age takes 8-90, got 3"),
    (
        "--weeks 6 -f pptx",
        2,
        "no format 'pptx' here; use text, chat, pdf, md, html, ics, csv, xlsx, svg, yaml or json",
    ),
    ("--weeks 6 --json -f md", 2, "--json and -f md contradict each other; give one of them"),
    (
        "--start 2027-01-04 --event 2026-12-24",
        5,
        "the event on 2026-12-24 comes before the start on 2027-01-04; give a later --event",
    ),
    (
        "--start 2027-01-04 --event 2027-02-24 --weeks 3",
        5,
        "from 2027-01-04 to the event on 2027-02-24 there are 8 weeks, not 3; leave --weeks out",
    ),
]


@pytest.mark.parametrize(("arguments", "code", "message"), BAD)
def test_bad_requests(arguments: str, code: int, message: str, speed: Shipped) -> None:
    run = speed("plan", *arguments.split())
    assert (run.out, run.err, run.code) == ("", f"speed: {message}\n", code)
