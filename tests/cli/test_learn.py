from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from speedcli.cli.main import main
from speedcli.knowledge import load
from speedcli.knowledge.library import Library
from tests.cli.conftest import Run

Speed = Callable[..., Run]
Golden = Callable[[str, str], None]


@pytest.mark.parametrize("columns", ["60", "80"])
@pytest.mark.parametrize(
    ("typed", "name"), [("1", "step"), ("why-push", "step"), ("tendons", "last-step")]
)
def test_a_step_by_its_number_its_id_or_its_words(
    typed: str,
    name: str,
    columns: str,
    speed: Speed,
    golden: Golden,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    run = speed("learn", typed)
    assert (run.err, run.code) == ("", 0)
    golden(f"views/{name}-{columns}.txt", run.out)


@pytest.mark.parametrize("columns", ["60", "80"])
def test_without_a_step_it_is_the_path(
    columns: str, speed: Speed, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    golden(f"views/path-{columns}.txt", speed("learn").out)


def test_the_answer_is_given_when_it_is_asked_for(speed: Speed) -> None:
    assert "Because force grows" not in speed("learn", "1").out
    assert "Answer  Because force grows" in speed("learn", "1", "--answer").out


def test_formats_are_those_of_other_commands(speed: Speed, golden: Golden, tmp_path: Path) -> None:
    golden("views/step.md", speed("learn", "1", "-f", "md").out)
    file = tmp_path / "step.json"
    assert speed("learn", "1", "-o", str(file)).code == 0
    assert json.loads(file.read_text("utf-8"))["next"]["id"] == "tendons-last"
    listed = json.loads(speed("learn", "--json").out)
    assert [(one["number"], one["id"]) for one in listed] == [(1, "why-push"), (2, "tendons-last")]


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (["0"], "there is no step 0; there are 1 to 2", 3),
        (["3"], "there is no step 3; there are 1 to 2", 3),
        (["9" * 5000], f"there is no step {'9' * 5000}; there are 1 to 2", 3),
        (
            ["why", "pusch"],
            "nothing is called 'why pusch'; looked through the series; nearest: 'why-push'",
            3,
        ),
        (["--answer"], "--answer wants a step, as in: speed learn 1 --answer", 2),
        (["1", "-f", "pdf"], "no format 'pdf' here; use text, md or json", 2),
    ],
)
def test_what_cannot_be_shown_is_said(
    arguments: list[str], said: str, code: int, speed: Speed
) -> None:
    assert speed("learn", *arguments) == Run("", f"speed: {said}\n", code)


def test_a_step_of_ones_own_comes_last(speed: Speed, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "series:\n- {id: mine, title: Mine, question: q, teaches: [t], evidence: [], "
        "training: [], check: c, answer: a, concepts: [tendon]}\n",
        "utf-8",
    )
    assert speed("learn", "3", "--data", str(tmp_path)).out.startswith("3 Mine")


def commands(library: Library) -> Iterator[str]:
    for step in library.series.values():
        yield from (one.command for one in step.commands)


def test_every_command_of_the_path_runs(capsys: pytest.CaptureFixture[str]) -> None:
    lines = sorted(set(commands(load.load(load.data_dir()))))
    assert len(lines) > 30
    for line in lines:
        program, *arguments = shlex.split(line)
        assert program == "speed"
        assert main(arguments) == 0, f"{line}: {capsys.readouterr().err}"


def test_every_session_of_the_path_can_be_made_without_a_wish(
    capsys: pytest.CaptureFixture[str],
) -> None:
    steps = load.load(load.data_dir()).series.values()
    sessions = sorted({session for step in steps for session in step.sessions})
    assert len(sessions) > 10
    for session in sessions:
        assert main(["session", session]) == 0, f"{session}: {capsys.readouterr().err}"
