from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.cli import options, output
from speedcli.cli.output import Target
from speedcli.knowledge.problems import UsageError
from tests.cli.conftest import Run

Speed = Callable[..., Run]
FORMATS = ("text", "md", "json")


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("target", "format"),
    [
        (Target(), "text"),
        (Target(file="-"), "text"),
        (Target(file="a.md"), "md"),
        (Target(file="a.MARKDOWN"), "md"),
        (Target(file="a.json"), "json"),
        (Target(format="md", file="a.json"), "md"),
        (Target(format="json", file="a.unknown"), "json"),
    ],
)
def test_format(target: Target, format: str) -> None:
    assert output.chosen_format(target, FORMATS) == format


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (Target(format="pdf"), "no format 'pdf' here; use text, md or json"),
        (
            Target(file="a.pdf"),
            "'a.pdf' has no suffix that fits; "
            "end it in .txt, .text, .md, .markdown or .json, or give -f",
        ),
        (
            Target(file="a"),
            "'a' has no suffix that fits; "
            "end it in .txt, .text, .md, .markdown or .json, or give -f",
        ),
    ],
)
def test_no_such_format(target: Target, message: str) -> None:
    with pytest.raises(UsageError) as error:
        output.chosen_format(target, FORMATS)
    assert str(error.value) == message


def test_json_and_another_format_contradict_each_other(speed: Speed) -> None:
    run = speed("explain", "tendon", "--json", "-f", "md")
    assert (run.out, run.code) == ("", 2)


@pytest.mark.parametrize(
    ("wanted", "environment", "tinted"),
    [
        ("auto", {}, True),
        ("auto", {"TERM": "dumb"}, False),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": ""}, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_on_a_screen(
    wanted: options.Colour,
    environment: dict[str, str],
    tinted: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", Screen())
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert output.colours(Target(colour=wanted)) is tinted


@pytest.mark.parametrize(
    ("line", "environment", "option", "tinted"),
    [
        ("never", {}, None, False),
        ("always", {"NO_COLOR": "1"}, None, True),
        ("auto", {"NO_COLOR": "1"}, None, False),
        ("always", {"SPEED_COLOR": "never"}, None, False),
        ("never", {"SPEED_COLOR": "Auto"}, None, True),
        ("never", {"SPEED_COLOR": "never"}, "always", True),
        ("allways", {}, "never", False),
    ],
)
def test_colour_by_settings(
    line: str,
    environment: dict[str, str],
    option: options.Colour | None,
    tinted: bool,
    monkeypatch: pytest.MonkeyPatch,
    put_settings: Callable[[str], Path],
) -> None:
    put_settings(f"color: {line}\n")
    monkeypatch.setattr(sys, "stdout", Screen())
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert output.colours(Target(colour=option)) is tinted


def test_a_colour_that_there_is_not(speed: Speed, put_settings: Callable[[str], Path]) -> None:
    file = put_settings("color: allways\n")
    run = speed("explain", "push")
    said = "color takes auto, always or never, got 'allways'; did you mean 'always'?"
    assert run == ("", f"speed: {file}:1: {said}\n", 2)


def test_colour_that_is_set_is_for_screens_alone(
    speed: Speed, put_settings: Callable[[str], Path], tmp_path: Path
) -> None:
    put_settings("color: always\n")
    speed("explain", "push", "-o", str(tmp_path / "t.txt"))
    assert "\x1b" in speed("explain", "push").out
    assert "\x1b" not in (tmp_path / "t.txt").read_text("utf-8")


def test_no_colour_in_pipes_and_files(speed: Speed, tmp_path: Path) -> None:
    file = tmp_path / "t.txt"
    assert "\x1b" not in speed("explain", "tendon").out
    speed("explain", "tendon", "-o", str(file))
    assert "\x1b" not in file.read_text("utf-8")
    assert "\x1b[1mTendon" in speed("explain", "tendon", "--color", "always").out


@pytest.mark.parametrize(("given", "columns"), [("72", 72), ("0", 55), ("wide", 55), ("", 55)])
def test_width(given: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", given)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((55, 20)))
    assert output.width(Target()) == columns


def test_width_without_a_terminal_and_in_files(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_terminal(_: int) -> os.terminal_size:
        raise OSError

    monkeypatch.delenv("COLUMNS")
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((55, 20)))
    assert output.width(Target(file="a.txt")) == 80
    monkeypatch.setattr(os, "get_terminal_size", no_terminal)
    assert output.width(Target()) == 80


def test_a_file_is_written_and_said_on_stderr(speed: Speed, tmp_path: Path) -> None:
    file = tmp_path / "t.md"
    run = speed("explain", "tendon", "-o", str(file))
    assert run == ("", f"speed: wrote {file}\n", 0)
    assert file.read_text("utf-8").startswith("# Tendon\n")
    assert os.listdir(tmp_path) == ["t.md"]


def test_a_file_is_never_replaced_unasked(speed: Speed, tmp_path: Path) -> None:
    file = tmp_path / "t.md"
    file.write_text("mine")
    run = speed("explain", "tendon", "-o", str(file))
    assert (run.out, run.code) == ("", 2)
    assert run.err == f"speed: '{file}' exists; add --force to replace it\n"
    assert file.read_text() == "mine"
    assert speed("explain", "tendon", "-o", str(file), "--force").code == 0
    assert file.read_text("utf-8").startswith("# Tendon\n")


def test_a_dash_is_stdout(speed: Speed) -> None:
    assert speed("explain", "tendon", "-o", "-").out == speed("explain", "tendon").out


def test_where_no_file_can_be(speed: Speed, tmp_path: Path) -> None:
    folder = tmp_path / "folder.md"
    folder.mkdir()
    assert speed("explain", "tendon", "-o", str(folder)).code == 2
    run = speed("explain", "tendon", "-o", str(tmp_path / "none" / "t.md"))
    assert run.code == 2
    assert run.err.endswith(f"there is no folder {str(tmp_path / 'none')!r}\n")


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "t.md"
    file.write_text("mine")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left on device"):
        output.write_file(file, "new", force=True)
    assert file.read_text() == "mine"
    assert os.listdir(tmp_path) == ["t.md"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "t.md", tmp_path / "l.md"
    file.write_text("old")
    link.symlink_to(file)
    output.write_file(link, "new", force=True)
    assert link.is_symlink()
    assert file.read_text() == "new"


def test_a_device_is_written_to_and_not_replaced(speed: Speed) -> None:
    assert speed("explain", "tendon", "-f", "md", "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


def test_bytes_and_lone_surrogates_are_written(tmp_path: Path) -> None:
    output.write_file(tmp_path / "a", b"\x00\xff")
    output.write_file(tmp_path / "b", "a\ud800")
    assert (tmp_path / "a").read_bytes() == b"\x00\xff"
    assert (tmp_path / "b").read_bytes() == rb"a\ud800"
