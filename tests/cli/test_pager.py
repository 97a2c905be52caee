"""Long texts on a terminal go through the reader's pager, and nothing else does."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.cli import pager
from tests.cli.test_faults import SOURCE, START

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no such terminals")

Screen = Callable[..., tuple[str, int]]
LONG, SHORT = "explain isometric", "explain isometric --brief"


@pytest.fixture
def screen(tmp_path: Path) -> Screen:
    """Runs a command on a terminal of 24 lines, with a pager that leaves `paged` behind."""
    import pty
    import subprocess
    from termios import tcsetwinsize  # type: ignore[attr-defined, unused-ignore]

    def run(line: str, /, **environment: str | None) -> tuple[str, int]:
        ours, theirs = pty.openpty()
        tcsetwinsize(theirs, (24, 80))
        unset = {"PAGER", "SPEED_PAGER", "LESS", "COLUMNS", "TERM"}
        env = {name: value for name, value in os.environ.items() if name not in unset}
        env |= {"PYTHONPATH": os.pathsep.join((SOURCE, *sys.path)), "TERM": "xterm"}
        wanted = {"SPEED_PAGER": "tee paged", **environment}
        env |= {name: text for name, text in wanted.items() if text is not None}
        process = subprocess.Popen(
            [sys.executable, "-B", "-c", START, *line.split()],
            cwd=tmp_path,
            env=env,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b"")).decode()
        os.close(ours)
        return shown.replace("\r\n", "\n"), process.wait(60)

    return run


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that nobody writes any more
        return b""


def test_a_long_text_is_paged(screen: Screen, tmp_path: Path) -> None:
    shown, code = screen(LONG)
    assert code == 0
    assert "Isometric contraction" in shown
    assert (tmp_path / "paged").read_text("utf-8") == shown


@pytest.mark.parametrize(
    ("line", "environment"),
    [
        (SHORT, {}),
        (f"--no-pager {LONG}", {}),
        (f"{LONG} --no-pager", {}),
        (f"{LONG} -o out.md", {}),
        (LONG, {"TERM": "dumb"}),
    ],
)
def test_anything_else_is_not(
    line: str, environment: dict[str, str], screen: Screen, tmp_path: Path
) -> None:
    shown, code = screen(line, **environment)
    assert code == 0
    assert "Isometric contraction" in shown or "wrote out.md" in shown
    assert not (tmp_path / "paged").exists()


@pytest.mark.parametrize("wanted", ["", "cat", "nonesuch", "'open quote"])
def test_without_a_pager_all_is_shown_at_once(wanted: str, screen: Screen) -> None:
    shown, code = screen(LONG, SPEED_PAGER=wanted, PAGER="tee paged")
    assert code == 0
    assert shown.count("\n") > 60


def test_tints_go_through_and_less_is_told_to_keep_them(screen: Screen) -> None:
    assert "\x1b[1m" in screen(LONG)[0]
    shown = screen(LONG, SPEED_PAGER="env")[0]
    assert "LESS=FRX\n" in shown
    assert "LESS=S\n" in screen(LONG, SPEED_PAGER="env", LESS="S")[0]


def test_a_pager_that_is_left_early_is_no_error(screen: Screen) -> None:
    shown, code = screen(LONG, SPEED_PAGER="head -n 1")
    assert (shown.count("\n"), code) == (1, 0)


def test_an_interrupt_is_the_pagers_own(screen: Screen, tmp_path: Path) -> None:
    (tmp_path / "page.sh").write_text("kill -INT $PPID; sleep 0.2; echo read on")
    assert screen(LONG, SPEED_PAGER="sh page.sh") == ("read on\n", 0)


def test_the_usual_variable_counts_after_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "sh -x")
    monkeypatch.delenv("SPEED_PAGER", raising=False)
    assert pager.command() == ["sh", "-x"]
    monkeypatch.setenv("SPEED_PAGER", "cat -v")
    assert pager.command() == ["cat", "-v"]


def test_the_pager_may_be_set(screen: Screen, tmp_path: Path) -> None:
    (tmp_path / "speed").mkdir()
    (tmp_path / "speed" / "config.yaml").write_text("pager: head -n 2\n", "utf-8")
    settings = {"XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}
    assert screen(LONG, SPEED_PAGER=None, **settings)[0].count("\n") == 2
    assert screen(LONG, SPEED_PAGER=None, PAGER="head -n 3", **settings)[0].count("\n") == 2
    assert screen(LONG, SPEED_PAGER="head -n 4", **settings)[0].count("\n") == 4
    assert screen(f"{LONG} --no-pager", SPEED_PAGER=None, **settings)[0].count("\n") > 60


def test_a_flag_behind_two_dashes_is_a_word(screen: Screen) -> None:
    shown, code = screen("explain -- --no-pager isometric")
    assert shown.startswith("speed: nothing is called '--no-pager isometric'; ")
    assert code == 3
