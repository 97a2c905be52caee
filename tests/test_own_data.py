"""Runs docs/own-data.md as it is written: its files are saved, its commands typed, in order."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.cli.main import main

PAGE = Path(__file__).parents[1] / "docs" / "own-data.md"

_BLOCK = re.compile(r"^```(yaml|sh|console)\n(.*?)^```$", re.M | re.S)
_SAVED_AS = re.compile(r"`(my-data/[\w-]+\.yaml)`:\n\n$")


def test_the_page_runs_as_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    same_as_file: Callable[[Path, str], None],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("SPEED_DATA", "")
    text = PAGE.read_text("utf-8")
    shown: dict[str, str] = {}
    said, end = "", 0
    for block in _BLOCK.finditer(text):
        kind, content = block.groups()
        if kind == "yaml":
            saved = _SAVED_AS.search(text[: block.start()])
            assert saved, content
            Path(saved[1]).parent.mkdir(exist_ok=True)
            Path(saved[1]).write_text(content, "utf-8")
        elif kind == "sh":
            for line in content.splitlines():
                assert _typed(line, monkeypatch) == 0, line
                shown[line] = capsys.readouterr().out
        else:
            first = content.splitlines()[0]
            _typed(first.removeprefix("$ "), monkeypatch)
            out, err = capsys.readouterr()
            said += f"{text[end : block.start(2)]}{first}\n{out}{err}"
            end = block.end(2)
    same_as_file(PAGE, said + text[end:])
    plan = shown["speed plan --weeks 4"]
    assert "Wall calf push" in plan
    assert "- Wall push, start position (changed): changes.yaml changes" in plan
    assert "- planning: planning.yaml changes limits.minutes, levels.beginner.start," in plan
    assert "levels.beginner.lines" in shown["speed paths"]


def _typed(line: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code of a line, which runs `speed` or sets a variable."""
    word, *others = shlex.split(line)
    if word == "export":
        name, _, value = others[0].partition("=")
        monkeypatch.setenv(name, value)
        return 0
    assert word == "speed"
    return main(others)
