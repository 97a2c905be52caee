"""The file of settings: where it lies, what may stand in it, and each mistake with its line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from speedcli.cli import settings_file
from speedcli.cli.settings import SETTINGS

FILE = "config.yaml"


def by_yaml(text: str) -> tuple[dict[str, list[str]], list[str]]:
    lines, problems = settings_file.by_yaml(text.encode(), FILE, SETTINGS)
    return {name: list(texts) for name, (texts, _) in lines.items()}, list(map(str, problems))


@pytest.mark.parametrize(
    ("platform", "variable", "inside"),
    [
        ("linux", "XDG_CONFIG_HOME", "speed/config.yaml"),
        ("win32", "APPDATA", "speed/config.yaml"),
        ("linux", "HOME", ".config/speed/config.yaml"),
        ("darwin", "HOME", "Library/Application Support/speed/config.yaml"),
    ],
)
def test_it_lies_where_the_system_keeps_settings(
    platform: str, variable: str, inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform == "win32" and variable == "HOME":
        variable = "USERPROFILE"
    monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    assert Path(settings_file.path()) == tmp_path / inside


PLAIN = (
    "# mine\n\nlevel: advanced\nkit: wall, hill   # and the park\nat: 17:00\r\nclub: Zoë's & co\n"
)


def test_plain_lines_are_read_by_hand() -> None:
    assert settings_file.by_hand(PLAIN.encode(), SETTINGS) == {
        "level": (["advanced"], 3),
        "kit": (["wall, hill"], 4),
        "at": (["17:00"], 5),
        "club": (["Zoë's & co"], 6),
    }


@pytest.mark.parametrize(
    "line",
    [
        "level: 'advanced'",
        "kit: [wall, hill]",
        "kit:\n- wall",
        "level:",
        "level: advanced\n  beginner",
        "level: a: b",
        "level: &a advanced",
        "level:\tadvanced",
        "nonsense",
        "levle: advanced",
        "level: a\nlevel: b",
        "level: a\u2028kit: wall",
        "# a\rlevel: advanced",
    ],
)
def test_anything_else_is_left_to_yaml(line: str) -> None:
    assert settings_file.by_hand(line.encode(), SETTINGS) is None


_MOSTLY_PLAIN = st.builds(
    "{}{}".format, st.sampled_from("aZë7/~"), st.text("aë7 ,:.'&(-", max_size=7)
)
_ODD = st.text("a ,:#'\"&[]{}~-*!|>%@`\\?=\t\r\u2028\ufeff\xa0", max_size=5)
_LINES = st.builds(
    "{}:{}{}{}".format,
    st.sampled_from([*SETTINGS, *SETTINGS, " level"]),
    st.sampled_from([" ", "  "]),
    _MOSTLY_PLAIN | _MOSTLY_PLAIN | _ODD,
    st.sampled_from(["", " # said", "\r", " "]),
)


@profile(max_examples=400)
@given(st.lists(_LINES | _LINES | st.text("a #:-\r", max_size=4), max_size=3).map("\n".join))
def test_by_hand_nothing_is_read_but_what_yaml_reads(text: str) -> None:
    plain = settings_file.by_hand(text.encode(), SETTINGS)
    if plain is not None:
        assert (plain, []) == _listed(settings_file.by_yaml(text.encode(), FILE, SETTINGS))


def _listed(read: tuple[settings_file.Lines, object]) -> tuple[settings_file.Lines, list[object]]:
    return read[0], list(read[1])  # type: ignore[call-overload]


def test_lists_are_written_in_any_way_of_yaml() -> None:
    text = "days: [mon, thu]\nkit:\n- wall\n- 'hill'\ncoach: >\n  Sam\n  Hill\n"
    assert by_yaml(text) == (
        {"days": ["mon", "thu"], "kit": ["wall", "hill"], "coach": ["Sam Hill"]},
        [],
    )


@pytest.mark.parametrize("text", ["", "\n\n", "# level: advanced\n", "\ufeff# a\n", "  # \xa0\n"])
def test_a_file_may_set_nothing(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    assert settings_file.read(str(tmp_path / FILE), SETTINGS) == ({}, ())


def test_there_need_not_be_a_file(tmp_path: Path) -> None:
    assert settings_file.read(str(tmp_path / FILE), SETTINGS) == ({}, ())
    assert settings_file.read(str(tmp_path / "no" / FILE), SETTINGS) == ({}, ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\nlevle: advanced", "2: no setting is called 'levle'; did you mean 'level'?"),
        ("spikes: new", "1: no setting is called 'spikes'; speed config lists them"),
        ("level: a\nkit: wall\nlevel: b", "3: level is set twice, on line 1 too; keep one"),
        ("level: [a, b]", "1: level takes one text, as level: intermediate"),
        ("kit: {wall: 2}", "1: kit takes one text, as kit: track,wall,bands,hill"),
        ("days: [[mon]]", "1: days takes one text, as days: mon,wed,fri"),
        ("- level: a", "1: settings are written one to a line, as level: advanced"),
        ("advanced", "1: settings are written one to a line, as level: advanced"),
        ("level: !!str a", "1: '!!str' is a tag, which is not read; delete it, or quote the text"),
        ("level:\tadvanced", "1: a tab is used between words; use spaces"),
    ],
)
def test_each_mistake_has_its_line(text: str, message: str) -> None:
    assert by_yaml(text)[1] == [f"{FILE}:{message}"]


def test_what_is_right_beside_a_mistake_is_read() -> None:
    assert by_yaml("levle: a\ngoal: general\n")[0] == {"goal": ["general"]}
    assert by_yaml('data: "a\\0"\ngoal: general\n')[0] == {"goal": ["general"]}


def test_a_forgotten_colon_is_told_where_reading_ended(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("level advanced\n# kit\nkit: [wall]\n")
    (problem,) = settings_file.read(str(tmp_path / FILE), SETTINGS)[1]
    assert problem.where.line == 3
    assert problem.message.startswith("the file ends above this, by a key without ': '")


def test_a_folder_in_its_place_cannot_be_read(tmp_path: Path) -> None:
    lines, (problem,) = settings_file.read(str(tmp_path), SETTINGS)
    assert lines == {}
    assert str(problem).startswith(f"{tmp_path}: cannot be read: ")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="nothing here has no end")
def test_a_file_without_an_end_is_refused() -> None:
    lines, (problem,) = settings_file.read("/dev/zero", SETTINGS)
    assert lines == {}
    assert str(problem) == "/dev/zero: cannot be read: it is larger than 4 megabytes"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="nothing here can be waited for")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE)
    (problem,) = settings_file.read(str(tmp_path / FILE), SETTINGS)[1]
    assert str(problem) == f"{tmp_path / FILE}: cannot be read: it is a pipe"


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes("club: Zoë\n".encode("latin-1"))
    (problem,) = settings_file.read(str(tmp_path / FILE), SETTINGS)[1]
    assert problem.message == "this is not saved as UTF-8 (byte 0xeb); save the file as UTF-8"
