"""Whatever is typed: every command and every option, with whatever a keyboard or a script sends."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from speedcli.cli.app import app
from speedcli.cli.main import main

COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
OPTIONS = {
    name: {opt: param for param in command.params for opt in param.opts if opt.startswith("-")}
    for name, command in COMMANDS.items()
}
PLAN = str(Path(__file__).parents[1] / "plans" / "starts.yaml")

HOSTILE = (
    "",
    " ",
    "-",
    "--",
    "-1",
    "0",
    "1",
    "999999999999999999999999",
    "9" * 5000,
    "1e9",
    "nan",
    "²",
    "٣",
    "--3",
    "03",
    ",,,",
    "mon,mon",
    "9999-12-31",
    "0001-01-01",
    "2027-W01-1",
    "24:00",
    "٠٩:٠٠",
    "x" * 100_000,
    "word " * 5000,
    "\x1b[2J\x07",
    "\udcff",
    "a\nb",
    "\N{RIGHT-TO-LEFT OVERRIDE}cba",
    "\N{LINE SEPARATOR}",
    "%s %d {0} {x}",
    "$(id) `id` ; id",
    "isometric",
    "sprint",
    "w1",
    "acceleration",
    "track",
    "json",
    "pdf",
    "plan",
    PLAN,
    "/dev/zero",
    "/dev/null",
    ".",
    "nope.yaml",
)
words = st.sampled_from(HOSTILE) | st.text(max_size=12).filter(lambda text: "\0" not in text)


TINTS = re.compile(rb"\x1b\[[0-9;]*m")
NO_TEXT = (b"%PDF", b"PK")


class Run(NamedTuple):
    out: bytes
    err: str
    code: int


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    """A command with some of its options, and words for those that take one."""
    name = draw(st.sampled_from(sorted(COMMANDS)))
    line = [name, *draw(st.lists(words, max_size=2))]
    for option in draw(st.lists(st.sampled_from(sorted(OPTIONS[name])), max_size=3)):
        line += [option] if OPTIONS[name][option].is_flag else [option, draw(words)]
    return line


def run(line: list[str]) -> Run:
    """One command line, with streams as a process has them."""
    out_bytes, err_bytes = io.BytesIO(), io.BytesIO()
    out = io.TextIOWrapper(out_bytes, "utf-8", write_through=True)
    err = io.TextIOWrapper(err_bytes, "utf-8", "backslashreplace", write_through=True)
    with patch.object(sys, "stdout", out), patch.object(sys, "stderr", err):
        code = main(line)
    return Run(out_bytes.getvalue(), err_bytes.getvalue().decode(), code)


@pytest.fixture(scope="module", autouse=True)
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where every file lands that is asked for: no name of a file here has a folder in it."""
    before, here = os.getcwd(), tmp_path_factory.mktemp("typed")
    os.chdir(here)
    yield here
    os.chdir(before)


def without_folders(line: list[str]) -> list[str]:
    """The line, with files to write only here."""
    asked = {"-o", "--output"}
    return [
        word.replace("/", "_") if before in asked else word
        for before, word in zip(["", *line], line, strict=False)
    ]


def check(line: list[str]) -> None:
    found = run(without_folders(line))
    assert found.code in range(6)
    assert "Traceback" not in found.err
    if found.code in (3, 4, 5):
        assert found.out or found.err.startswith("speed: ")
    assert "\x1b" not in found.err
    if not found.out.startswith(NO_TEXT):
        assert b"\x1b" not in TINTS.sub(b"", found.out)


SOON = settings(deadline=timedelta(seconds=30))


@settings(SOON, max_examples=60)
@given(command_lines())
def test_any_command_line(line: list[str]) -> None:
    check(line)


@pytest.mark.sweep
@settings(SOON, max_examples=400)
@given(command_lines())
def test_many_command_lines(line: list[str]) -> None:
    check(line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("plan --weeks 1 --days ²", "--days: '²' is no weekday; write mon, tue, wed, thu, fri,"),
        ("plan --weeks 1 --days --3", "--days: '--3' is no weekday; write mon, tue, wed, thu,"),
        ("plan --weeks 1 --start 9999-12-31", "--start takes a year from 1900 to 2999, got '9999"),
        ("plan --weeks 9 --event 0001-01-01", "--event takes a year from 1900 to 2999, got '0001"),
        (f"explain torque -o {'x' * 300}.md", f"cannot write '{'x' * 60}...': "),
    ],
)
def test_what_is_wrong_is_told_in_a_line(line: str, said: str) -> None:
    found = run(line.split())
    assert (found.out, found.code) == (b"", 2)
    assert found.err.startswith(f"speed: {said}")
    assert found.err.count("\n") == 1


def test_a_zero_may_stand_before_a_number_of_days() -> None:
    assert run(["plan", "--weeks", "1", "--days", "03", "--json"]).code == 0
