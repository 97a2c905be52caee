"""What takes its time is said on a terminal, taken back, and said nowhere else."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr
from pathlib import Path

import pytest

from speedcli.cli.status import status
from tests.cli.test_faults import speed as started
from tests.cli.test_pager import Screen, screen

__all__ = ["screen"]
TAKEN_BACK = "\rspeed: making sense ...\r" + " " * 23 + "\r"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 2


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of 40 columns."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((40, 24)))
    return Terminal()


def test_it_is_taken_back_when_it_is_done(terminal: Terminal) -> None:
    with redirect_stderr(terminal), status("making sense"):
        assert terminal.getvalue() == "\rspeed: making sense ..."
    assert terminal.getvalue() == TAKEN_BACK


def test_it_is_taken_back_when_it_fails(terminal: Terminal) -> None:
    with redirect_stderr(terminal), pytest.raises(KeyboardInterrupt), status("making sense"):
        raise KeyboardInterrupt
    assert terminal.getvalue() == TAKEN_BACK


def test_a_line_that_does_not_fit_names_nothing(terminal: Terminal) -> None:
    with redirect_stderr(terminal), status("making " + "long/" * 9):
        assert terminal.getvalue() == "\rspeed: ..."


def test_a_name_cannot_steer_the_terminal(terminal: Terminal) -> None:
    with redirect_stderr(terminal), status("making \x1b[2J"):
        assert "\x1b" not in terminal.getvalue()


@pytest.mark.parametrize(("name", "text"), [("TERM", "dumb"), ("_SPEED_COMPLETE", "complete_zsh")])
def test_it_is_said_to_people_alone(
    name: str, text: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, text)
    with redirect_stderr(terminal), status("making sense"):
        pass
    assert terminal.getvalue() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such terminals")
def test_long_work_is_told_on_a_terminal_and_nowhere_else(screen: Screen, tmp_path: Path) -> None:
    made = screen("plan --weeks 1 -o plan.yaml")[0]
    assert "\rspeed: making plan.yaml ...\r" in made
    assert "wrote plan.yaml" in made.rpartition("\r")[2]
    shown = screen("print plan.yaml -o plan.html")[0]
    assert "\rspeed: reading plan.yaml ...\r" in shown
    assert "\rspeed: making plan.html ...\r" in shown
    assert "\rspeed: checking plan.yaml ...\r" in screen("check plan.yaml")[0]
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "kit.yaml").write_text("kit:\n- {id: rope, name: rope}\n", "utf-8")
    assert "\rspeed: compiling the knowledge base ...\r" in screen("explain push --data own")[0]
    compiled = screen("explain push", XDG_CACHE_HOME=str(tmp_path), HOME=str(tmp_path))[0]
    assert "\rspeed: compiling the knowledge base ...\r" in compiled
    out, err = started("print plan.yaml -o other.html", tmp_path).communicate(timeout=60)
    assert (out, err) == ("", "speed: wrote other.html (3 sessions)\n")
