"""Help: on every command, in either form, examples first, and page by page where it is long."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.main import get_command

from speedcli.cli.app import app
from tests.cli.conftest import Run
from tests.cli.test_pager import Screen, screen

__all__ = ["screen"]

COMMANDS = [[], *([name] for name in get_command(app).commands)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_examples_first(
    flag: str, command: list[str], speed: Callable[..., Run]
) -> None:
    run = speed(*command, flag)
    assert (run.err, run.code) == ("", 0)
    assert run.out.startswith(f"Usage: {' '.join(['speed', *command])} ")
    assert 0 < run.out.index(f"\n  {' '.join(['speed', *command])} ") < run.out.index("\nOptions:")
    assert max(map(len, run.out.splitlines())) <= 80


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such terminals")
def test_long_help_is_paged_and_short_help_is_not(screen: Screen, tmp_path: Path) -> None:
    shown, code = screen("plan --help")
    assert code == 0
    assert (tmp_path / "paged").read_text("utf-8") == shown
    assert shown.startswith("Usage: speed plan ")
    (tmp_path / "paged").unlink()
    for line in ("plan --help --no-pager", "--no-pager plan -h"):
        assert screen(line) == (shown, 0)
    assert screen("config --help", SPEED_PAGER="head -n 1")[0].count("\n") == 1
    assert not (tmp_path / "paged").exists()
