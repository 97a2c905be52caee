"""Shells are offered the same on the quick road as by typer, letter by letter."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.cli import quick_completion
from tests.cli.conftest import Run

Speed = Callable[..., Run]
Asks = Callable[..., Run]

SHELLS = ["bash", "zsh", "fish", "powershell", "pwsh"]
TOPICS = [
    "speed explain ",
    "speed explain iso",
    "speed explain I",
    "speed explain R0",
    "speed explain lum",
    "speed explain achil",
    "speed explain zzz",
    "speed explain tendon iso",
    "speed explain --brief ten",
    "speed explain tendon --json ",
    "speed explain  ten",
    "speed\texplain\nten",
    "speed explain a=b",
    "speed explain $",
    "speed explain `",
    "speed explain :",
    "sp explain ten",
]
OTHERS = [
    "",
    "speed",
    "speed ",
    "speed exp",
    "speed explain -",
    "speed explain --br",
    "speed explain -f ",
    "speed explain -f md ten",
    "speed explain --brief=no ten",
    "speed explain -- ten",
    "speed explain =",
    "speed --no-pager explain ten",
    "speed session iso",
    "speed plan --goal ",
    "speed print pl",
    "speed nothing ten",
    'speed explain "ten',
    "speed explain 'ten' ",
    "speed explain te\\ ",
    "speed explain t\N{LATIN SMALL LETTER E WITH ACUTE}",
]


@pytest.fixture(autouse=True)
def rich_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich", None)


@pytest.fixture
def ask(speed: Speed, monkeypatch: pytest.MonkeyPatch) -> Asks:
    def run(shell: str, line: str, action: str = "get-args") -> Run:
        typed = "" if line.endswith(" ") else "".join(line.split()[-1:])
        monkeypatch.setenv("_SPEED_COMPLETE", f"complete_{shell}")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split()) - (not line.endswith(" "))))
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", action)
        monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", typed)
        return speed()

    return run


@pytest.mark.parametrize("action", ["get-args", "is-args", "else"])
@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("line", TOPICS)
def test_both_roads_offer_the_same(
    line: str, shell: str, action: str, ask: Asks, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("speedcli.cli.main.by_typer", None)
        quickly = ask(shell, line, action)
    with monkeypatch.context() as patch:
        patch.setattr(quick_completion, "answered", lambda: None)
        assert ask(shell, line, action) == quickly


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("line", OTHERS)
def test_what_is_no_topic_is_left_to_typer(
    line: str, shell: str, ask: Asks, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def noted(words: list[str]) -> int:
        asked.append(words)
        return 0

    monkeypatch.setattr("speedcli.cli.main.by_typer", noted)
    assert ask(shell, line) == Run("", "", 0)
    assert asked == [[]]


@pytest.mark.parametrize("asked", ["source_bash", "complete_tcsh", "complete", "bash_complete"])
def test_what_no_shell_of_ours_asks_is_left_to_typer(
    asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_SPEED_COMPLETE", asked)
    assert quick_completion.answered() is None


def test_a_line_that_is_not_there_is_left_to_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    for shell in SHELLS:
        monkeypatch.setenv("_SPEED_COMPLETE", f"complete_{shell}")
        assert quick_completion.answered() is None


@pytest.mark.parametrize("road", ["quick", "typer"])
@pytest.mark.parametrize("shell", SHELLS)
def test_a_long_title_stays_whole_and_on_one_line(
    shell: str, road: str, ask: Asks, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A shell would take what stands on the next line for another offer."""
    title = f"{'a long title ' * 10}[with] brackets"
    own_source(title, tmp_path, monkeypatch)
    if road == "typer":
        monkeypatch.setattr(quick_completion, "answered", lambda: None)
    out = ask(shell, "speed explain min").out
    assert (out.count("\n"), title in out) == (1, shell != "bash")


@pytest.mark.parametrize("shell", SHELLS)
def test_both_roads_escape_the_same(
    shell: str, ask: Asks, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own_source('It\'s "x": $a `b` \\c  \u00a0d [e] :f:', tmp_path, monkeypatch)
    quickly = ask(shell, "speed explain min")
    monkeypatch.setattr(quick_completion, "answered", lambda: None)
    assert ask(shell, "speed explain min") == quickly
    assert "mine" in quickly.out


def own_source(title: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = json.dumps(title)
    source = f"{{id: mine, authors: Me M, title: {named}, kind: coaching, finding: It works.}}"
    (folder / "mine.yaml").write_text(f"sources:\n- {source}\n")
    monkeypatch.setenv("SPEED_DATA", str(folder))


def test_topics_import_neither_typer_nor_what_it_brings() -> None:
    code = (
        "import os, sys; os.environ.update(_SPEED_COMPLETE='complete_zsh',"
        "_TYPER_COMPLETE_ARGS='speed explain ten'); from speedcli.cli.main import main; main([]);"
        "print(*sorted({'typer', 'rich', 'inspect', 'pathlib', 'yaml'} & {*sys.modules}))"
    )
    for _ in range(2):  # the first compiles, if nobody has
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    *offered, imported = done.stdout.splitlines()
    assert "tendon" in offered[0]
    assert imported == ""
