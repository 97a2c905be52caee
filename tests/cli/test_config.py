"""`speed config`: what holds, and what gave it; and a file to start from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.cli import settings, settings_file
from tests.cli.planning import Shipped, shipped

Put = Callable[[str], Path]


@pytest.fixture
def speed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shipped:
    return Shipped(capsys, monkeypatch)


def rows(shown: str) -> dict[str, str]:
    """Each setting with its value and what gave it."""
    lines = [line.split(None, 1) for line in shown.splitlines() if line.startswith("  ")]
    return {name: text for name, *rest in lines for text in rest if name in settings.SETTINGS}


def test_every_setting_is_shown_with_what_gave_it(
    speed: Shipped, put_settings: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put_settings("level: advanced\nkit: [track, wall]\n")
    monkeypatch.setenv("SPEED_LEVEL", "intermediate")
    run = speed("config")
    shown = rows(run.out)
    assert (run.err, run.code) == ("", 0)
    assert "".join(str(file).split()) in "".join(run.out.split())
    assert set(shown) == set(settings.SETTINGS)
    assert list(shown)[:2] == ["level", "kit"]
    assert shown["level"] == "intermediate (SPEED_LEVEL)"
    assert shown["kit"] == "track, wall (config.yaml:2)"
    assert shown["goal"] == "general"
    assert shown["age"] == "-"


def test_programs_get_the_same(speed: Shipped, put_settings: Put) -> None:
    file = put_settings("level: advanced\n")
    told = json.loads(speed("config", "--json").out)
    assert (told["file"], told["exists"]) == (str(file), True)
    level, goal, *_ = told["settings"]
    assert level == {
        "name": "level",
        "value": "advanced",
        "from": f"{file}:1",
        "default": "beginner",
        "variable": "SPEED_LEVEL",
    }
    assert (goal["value"], goal["from"], goal["default"]) == (None, None, "general")


def test_the_defaults_are_those_of_the_data() -> None:
    defaults = shipped().planning.defaults
    told = {name: one.default for name, one in settings.SETTINGS.items()}
    assert told["level"] == defaults.level
    assert told["goal"] == defaults.goal
    assert told["days"] == str(defaults.days)
    assert told["kit"] == ",".join(defaults.kit)


def test_all_mistakes_are_told_at_once_beside_what_holds(
    speed: Shipped, put_settings: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put_settings("levle: advanced\ngoal: sped\ncolor: blue\nat: noon\nage: old\n")
    monkeypatch.setenv("SPEED_PAPER", "a5")
    run = speed("config")
    assert rows(run.out)["at"] == "noon (config.yaml:4)"
    assert run.code == 2
    assert run.err.splitlines() == [
        f"speed: {file}:1: no setting is called 'levle'; did you mean 'level'?",
        f"speed: {file}:2: no goal is called 'sped'; did you mean 'speed'?",
        f"speed: {file}:5: age takes a whole number, got 'old'",
        f"speed: {file}:4: at wants a time as 17:00, got 'noon'",
        "speed: SPEED_PAPER: paper takes a4 or letter, got 'a5'",
        f"speed: {file}:3: color takes auto, always or never, got 'blue'",
    ]


def test_settings_are_not_taken_for_data(speed: Shipped, put_settings: Put) -> None:
    file = put_settings("kit: wall\n")
    assert speed("explain", "isometric", "--brief").err == ""
    said = f"speed: {str(file)!r} holds settings; speed config checks them\n"
    assert speed("check", str(file)) == ("", said, 2)
    beside = file.parent / ".." / file.parent.name
    said = (
        f"speed: {str(beside)!r} holds settings; speed config checks them,"
        f" and your data belong in {str(beside / 'data')!r}\n"
    )
    assert speed("check", str(beside)) == ("", said, 2)


def test_a_new_coach_is_shown_how_to_start(speed: Shipped, put_settings: Put) -> None:
    file = put_settings("")
    file.unlink()
    file.parent.rmdir()
    shown = "".join(speed("config").out.split())
    assert "(notthere)" in shown
    assert "speedconfig--example-o" in shown
    assert speed("config", "--example", "-o", str(file)).err == f"speed: wrote {file}\n"
    assert speed("config", "--example").out == file.read_text("utf-8")
    assert "(notthere)" not in "".join(speed("config").out.split())
    assert speed("config", "--example", "-o", str(file)).code == 2  # never over what is there


def test_the_example_sets_nothing_until_its_marks_are_taken_away(
    speed: Shipped, put_settings: Put
) -> None:
    text = speed("config", "--example").out
    assert settings_file.read(str(put_settings(text)), settings.SETTINGS) == ({}, ())
    lines = text.splitlines()
    known = {*settings.SETTINGS} - {"data"}  # a folder that is not there
    named = [line for line in lines if line[2:].partition(":")[0] in known]
    assert len(named) == len(known)
    file = put_settings("".join(f"{line[2:]}\n" for line in named))
    assert settings_file.by_hand(file.read_bytes(), settings.SETTINGS)
    run = speed("config")
    assert (run.err, run.code) == ("", 0)
    assert rows(run.out)["level"].startswith("intermediate (config.yaml:")
    assert "by default" in run.out
    assert list(rows(run.out))[-1] == "data"
