"""Own folders: where they are looked for, which wins, and what a mistake in them does."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.cli import completion, own
from tests.cli.conftest import Run

Speed = Callable[..., Run]
Put = Callable[[str, str], Path]

CUES = "patches:\n- id: wall-push\n  cues: [{}]\n"
ROPE = "sources:\n- {{id: me, authors: Me M, title: {}, kind: coaching, finding: It works.}}\n"

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="settings lie elsewhere; one test asks for them all"
)


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Writes `mine.yaml` in the config folder, or in one of another name that SPEED_DATA names."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("SPEED_DATA", raising=False)

    def write(folder: str, text: str) -> Path:
        path = tmp_path / ("speed/data" if folder == "config" else folder)
        path.mkdir(parents=True, exist_ok=True)
        if folder not in ("config", "option"):
            named = [*filter(None, [os.environ.get("SPEED_DATA")]), str(path)]
            monkeypatch.setenv("SPEED_DATA", os.pathsep.join(named))
        (path / "mine.yaml").write_text(text, "utf-8")
        return path / "mine.yaml"

    return write


def test_every_command_reads_the_config_folder_and_speed_data(speed: Speed, put: Put) -> None:
    put("config", ROPE.format("Mine"))
    put("first", "kit:\n- {id: rope, name: rope}\n")
    file = put("second", CUES.format("Stay long"))
    assert speed("explain", "me").out.startswith("Me ")
    shown = speed("explain", "wall-push")
    assert f"Changedby{file}:2:cues" in "".join(shown.out.split())
    assert shown.err == ""
    assert speed("search", "stay", "long").code == 0
    assert speed("session", "iso-max-push", "--kit", "rope,wall").code != 2
    assert speed("check", str(file.parent)).out == f"{file.parent}: all well\n"


def test_the_folder_that_is_named_last_wins(speed: Speed, put: Put) -> None:
    put("config", ROPE.format("Config"))
    put("first", ROPE.format("First") + CUES.format("Low"))
    put("second", ROPE.format("Second") + CUES.format("High"))
    option = put("option", ROPE.format("Option")).parent
    assert json.loads(speed("explain", "me", "--json").out)["title"] == "Second"
    assert json.loads(speed("explain", "me", "--json", "--data", str(option)).out)["title"] == (
        "Option"
    )
    told = json.loads(speed("explain", "wall-push", "--json").out)
    assert told["cues"] == ["High"]
    assert [Path(one["file"]).parent.name for one in told["patched"]] == ["first", "second"]
    assert [one["fields"] for one in told["patched"]] == [["cues"], ["cues"]]


def test_what_nobody_changed_says_nothing_of_changes(speed: Speed, put: Put) -> None:
    put("first", ROPE.format("Mine"))
    assert "patched" not in json.loads(speed("explain", "wall-push", "--json").out)
    assert "Changed" not in speed("explain", "wall-push").out


def test_a_mistake_is_told_and_the_rest_goes_on(speed: Speed, put: Put) -> None:
    good = put("first", CUES.format("Stay long"))
    bad = put("second", "kit:\n- {id: rope}\n")
    run = speed("explain", "wall-push", "--json")
    assert run.code == 0
    assert json.loads(run.out)["patched"][0]["file"] == str(good)
    assert run.err.splitlines() == [
        f"speed: {bad}:2: missing key 'name'",
        f"speed: going on without {bad}",
    ]


def test_the_same_mistake_with_data_ends_the_command(speed: Speed, put: Put) -> None:
    bad = put("option", "kit:\n- {id: rope}\n")
    run = speed("explain", "wall-push", "--data", str(bad.parent))
    assert run == Run("", f"speed: {bad}:2: missing key 'name'\n", 4)


def test_what_needs_a_file_that_was_left_out_is_left_out_too(speed: Speed, put: Put) -> None:
    first = put("first", "kit:\n- {id: rope, name: rope}\n- {id: rope, name: cord}\n")
    second = put("second", "patches:\n- id: wall-push\n  kit: [[rope]]\n")
    run = speed("explain", "wall-push")
    assert run.code == 0
    assert run.err.splitlines() == [
        f"speed: {first}:3: 'rope' of 'kit' is given twice; the first is at {first}:2",
        f"speed: {second}:2: 'kit' names 'rope', which is no kit",
        f"speed: going on without {first}",
        f"speed: going on without {second}",
    ]


def test_a_name_of_ours_that_is_taken_is_the_mistake_of_who_took_it(speed: Speed, put: Put) -> None:
    file = put("first", "kit:\n- {id: rope, name: wall}\n")
    run = speed("explain", "wall-push")
    assert (run.code, run.err.splitlines()[0]) == (
        0,
        f"speed: {file}:2: 'wall' of 'rope' is also a name of 'wall'",
    )


def test_a_folder_that_is_not_there_is_told(speed: Speed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEED_DATA", "/nowhere")
    run = speed("explain", "wall-push")
    assert run.code == 0
    assert run.err.splitlines() == [
        "speed: /nowhere: holds no YAML files",
        "speed: going on without /nowhere",
    ]


def test_an_empty_config_folder_is_not_in_use(put: Put, tmp_path: Path) -> None:
    put("config", "x").unlink()
    assert own.folders() == ()


def test_a_folder_that_cannot_be_read_is_told(
    speed: Speed, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(put("config", "x").parent)
    listed = os.listdir

    def refuse(path: str) -> list[str]:
        if path == folder:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)
    run = speed("explain", "wall-push")
    assert run.code == 0
    assert run.err.splitlines()[0] == f"speed: {folder}: cannot be read: permission denied"


def test_completion_offers_own_names_and_tells_no_mistakes(
    speed: Speed, put: Put, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put("first", ROPE.format("Mine"))
    put("second", "kit:\n- {id: rope}\n")
    speed("--version")
    monkeypatch.setenv("_SPEED_COMPLETE", "complete_bash")
    assert "me" in dict(completion.topics("m"))
    assert capsys.readouterr().err == ""


def test_a_folder_that_is_named_twice_counts_once(put: Put) -> None:
    folder = str(put("first", "x").parent)
    assert own.folders(folder) == (own.Folder("--data", folder),)


@pytest.mark.parametrize(
    ("system", "variable", "value", "folder"),
    [
        ("linux", "XDG_CONFIG_HOME", "/etc/x", "/etc/x/speed/data"),
        ("linux", "XDG_CONFIG_HOME", "relative", "/home/me/.config/speed/data"),
        ("linux", "HOME", "/home/me", "/home/me/.config/speed/data"),
        ("darwin", "HOME", "/home/me", "/home/me/Library/Application Support/speed/data"),
        ("win32", "APPDATA", "/roaming", "/roaming/speed/data"),
        ("win32", "APPDATA", "", ""),
    ],
)
def test_each_system_has_its_place_for_settings(
    system: str, variable: str, value: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("HOME", "/home/me")
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv(variable, value)
    assert own.config_folder() == folder


def test_paths_name_every_folder_and_who_won(speed: Speed, put: Put) -> None:
    first = put("first", ROPE.format("First") + CUES.format("Low"))
    second = put("second", ROPE.format("Second") + CUES.format("High"))
    told = json.loads(speed("paths", "--json").out)
    used = [(one["name"], one["path"]) for one in told["folders"] if one["used"]]
    assert used[1:3] == [("SPEED_DATA", str(first.parent)), ("SPEED_DATA", str(second.parent))]
    assert [name for name, _ in used] == ["ours", *["SPEED_DATA"] * 2, "cache", "compiled"]
    assert used[-1][1].endswith(".own.shelf")
    assert told["own"] == [
        {
            "table": "sources",
            "what": "me",
            "file": f"{second}:2",
            "instead_of": [f"{first}:2"],
        },
        {
            "table": "exercises",
            "what": "wall-push cues",
            "file": f"{second}:4",
            "instead_of": [f"{first}:4"],
        },
    ]
    shown = speed("paths").out
    assert "SPEED_DATA" in shown
    assert "instead of" in shown


def test_a_folder_may_be_set_and_a_variable_takes_its_place(
    speed: Speed, put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, theirs = put("mine", ROPE.format("Mine")), put("theirs", ROPE.format("Theirs"))
    monkeypatch.delenv("SPEED_DATA")
    (tmp_path / "speed").mkdir()
    (tmp_path / "speed" / "config.yaml").write_text("data: ../mine\n", "utf-8")
    assert "\nMine\n" in speed("explain", "me").out
    folders = json.loads(speed("paths", "--json").out)["folders"]
    set_ = next(one for one in folders if one["name"] == "setting data")
    assert (set_["path"], set_["used"]) == (str(mine.parent), True)
    assert "config.yaml" in "".join(speed("paths").out.split())
    monkeypatch.setenv("SPEED_DATA", str(theirs.parent))
    assert "\nTheirs\n" in speed("explain", "me").out


def test_paths_without_anything_own(speed: Speed, put: Put) -> None:
    run = speed("paths")
    assert (run.code, run.err) == (0, "")
    assert "Nothing of your own is in use." in run.out
    assert ".shelf" in "".join(run.out.split())  # long paths take several lines


def test_paths_are_shown_even_where_own_data_are_wrong(speed: Speed, put: Put) -> None:
    bad = put("option", "kit:\n- {id: rope}\n")
    run = speed("paths", "--data", str(bad.parent))
    assert run.code == 4
    assert str(bad.parent) in "".join(run.out.split())
    assert run.err == f"speed: {bad}:2: missing key 'name'\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="nothing here can be waited for")
def test_a_pipe_among_own_files_is_not_waited_for(speed: Speed, put: Put) -> None:
    os.mkfifo(put("first", ROPE.format("Mine")).with_name("pipe.yaml"))
    assert speed("explain", "me").out.startswith("Me ")
