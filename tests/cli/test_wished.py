"""Settings are honoured by the commands, each as if its option had been typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from speedcli.cli import settings, wished
from tests.cli.planning import Shipped

Put = Callable[[str], Path]
PLAN = ("plan", "--weeks", "1", "--start", "2027-01-04", "--json")

# Three values of each wish and each name: of the option, of the variable and of the file.
VALUES = {
    "level": ("beginner", "intermediate", "Advanced"),
    "goal": ("speed-endurance", "acceleration", "max velocity"),
    "days": ("2", "mon,thu,sat", "tue,fri"),
    "minutes": ("45", "60", "70"),
    "kit": ("wall,track", "wall,bands,hill", "grass, wall"),
    "avoid": ("jumping", "hamstring", "knee"),
    "age": ("45", "30", "17"),
    "athlete": ("Ada", "Ben", "Cleo"),
    "coach": ("Dee", "Eve", "Flo"),
    "club": ("Harriers", "Striders", "Racers"),
    "place": ("Park", "Hall", "Beach"),
}


@pytest.fixture
def speed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shipped:
    return Shipped(capsys, monkeypatch)


@pytest.mark.parametrize("name", VALUES)
def test_an_option_wins_over_a_variable_and_that_over_the_file(
    name: str, speed: Shipped, put_settings: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(*options: str) -> Any:
        run = speed(*PLAN, *options)
        assert run.code == 0, run.err
        return json.loads(run.out)

    option, variable, line = VALUES[name]
    typed = [made(f"--{name}", value) for value in VALUES[name]]
    assert typed[0] != typed[1] != typed[2]
    put_settings(f"{name}: {line}\n")
    assert made() == typed[2]
    monkeypatch.setenv(settings.variable(name), variable)
    assert made() == typed[1]
    assert made(f"--{name}", option) == typed[0]


def test_every_wish_and_every_name_is_tried() -> None:
    assert set(VALUES) == {*wished.WISHES, "athlete", "coach", "club", "place"}


def test_what_settings_gave_is_said_in_one_line(speed: Shipped, put_settings: Put) -> None:
    put_settings("level: advanced\nkit: [track, wall]\ncoach: Dee\n")
    run = speed("plan", "--weeks", "1", "--minutes", "60")
    settings_line, assumed = run.err.splitlines()
    assert (
        settings_line
        == "speed: your settings say level advanced, kit track + wall; see speed config"
    )
    assert assumed.startswith("speed: assumed general, mon wed fri, start ")


def test_a_plan_made_with_settings_can_be_made_again_without(
    speed: Shipped, put_settings: Put, tmp_path: Path
) -> None:
    file = put_settings(
        "level: advanced\nkit: track, wall\navoid: jumping\nage: 30\ngoal: general\n"
    )
    plan = str(tmp_path / "plan.yaml")
    assert speed("plan", "--weeks", "2", "--start", "2027-01-04", "-o", plan).code == 0
    again = ("plan", "--like", plan, "-f", "yaml")
    file.unlink()
    assert speed(*again).out == Path(plan).read_text("utf-8")


def test_a_plan_like_another_is_not_changed_by_settings(
    speed: Shipped, put_settings: Put, tmp_path: Path
) -> None:
    plan = str(tmp_path / "plan.yaml")
    assert speed("plan", "--weeks", "1", "--start", "2027-01-04", "-o", plan).code == 0
    put_settings("level: advanced\nage: 47\navoid: jumping\n")
    run = speed("plan", "--like", plan, "-f", "yaml")
    assert (run.out, run.err) == (Path(plan).read_text("utf-8"), "")


def test_a_single_session_takes_no_days_from_settings(speed: Shipped, put_settings: Put) -> None:
    put_settings("days: never\nlevel: advanced\n")
    run = speed("session", "isometric", "--json")
    assert json.loads(run.out)["request"]["level"] == "advanced"
    assert run.code == 0


def test_a_name_in_a_plan_counts_more_than_one_in_settings(
    speed: Shipped, put_settings: Put, tmp_path: Path
) -> None:
    plan = str(tmp_path / "plan.yaml")
    assert speed(*PLAN[:-1], "--coach", "Own", "-o", plan).code == 0
    put_settings("coach: Set\nclub: Set\n")
    told = json.loads(speed("print", plan, "--json").out)
    assert (told["coach"], told["club"]) == ("Own", "Set")
    told = json.loads(speed("print", plan, "--json", "--coach", "Typed").out)
    assert told["coach"] == "Typed"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("level: advnced", "no level is called 'advnced'; did you mean 'advanced'?"),
        ("goal: strength", "no goal is called 'strength'; there are "),
        ("days: 9", "days takes 1-6, got 9"),
        ("days: [mon, tuo]", "days: 'tuo' is no weekday; write mon, tue, wed, "),
        ("minutes: sixty", "minutes takes a whole number, got 'sixty'"),
        ("minutes: 5", "minutes takes "),
        ("kit: track, wal", "no kit is called 'wal'; did you mean 'wall'?"),
        ("avoid: hamstrng", "no thing to avoid is called 'hamstrng'; did you mean 'hamstring'?"),
        ("age: 3", "age takes "),
    ],
)
def test_a_wrong_value_is_said_with_its_place(
    line: str, message: str, speed: Shipped, put_settings: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put_settings(f"\n{line}\n")
    run = speed("plan", "--weeks", "1")
    assert (run.out, run.code) == ("", 2)
    assert run.err.startswith(f"speed: {file}:2: {message}")
    name, _, text = line.partition(": ")
    monkeypatch.setenv(settings.variable(name), text.strip("[]").replace(", ", ","))
    assert speed("plan", "--weeks", "1").err.startswith(
        f"speed: {settings.variable(name)}: {message}"
    )


def test_what_does_not_use_a_wrong_value_goes_on(speed: Shipped, put_settings: Put) -> None:
    put_settings("level: advnced\n")
    assert speed("explain", "isometric").err == ""
    assert speed("plan", "--weeks", "1", "--level", "beginner").code == 0
