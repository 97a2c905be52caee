"""Own data are kept as ours are, a shelf to each state of their files, and never a stale one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import speedcli
from speedcli.cli import kept, own
from speedcli.cli.main import main
from speedcli.knowledge import load, place
from speedcli.views import ready
from tests.cli.conftest import SMALL, Run

Ask = Callable[..., Run]
SOURCE = Path(speedcli.__file__).parents[1]
CUES = "patches:\n- id: wall-push\n  cues: [{}]\n"
SHOW = ("explain", "wall-push", "--brief")


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of own data that every command reads, over the small library, with a cache."""
    monkeypatch.setattr(place, "data_dir", lambda: str(SMALL))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("SPEED_DATA", str(tmp_path / "mine"))
    (tmp_path / "mine").mkdir()
    file = tmp_path / "mine" / "mine.yaml"
    file.write_text(CUES.format("Stay long"))
    return file


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was compiled."""
    noted: list[str] = []
    compiled = kept.compiled

    def counted(made_from: str, *lying: Any) -> bytes:
        noted.append(made_from)
        return compiled(made_from, *lying)

    monkeypatch.setattr(kept, "compiled", counted)
    return noted


@pytest.fixture
def ask(mine: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    def run(*arguments: str) -> Run:
        code = main(arguments)
        shown = capsys.readouterr()
        return Run(shown.out, shown.err, code)

    return run


@pytest.fixture
def right(ask: Ask, made: list[str]) -> Run:
    """The right answer, after which its shelf is there."""
    answer = ask(*SHOW)
    assert "Cue  Stay long" in answer.out
    assert (answer.err, answer.code, len(made)) == ("", 0, 1)
    return answer


def shelves(file: Path) -> list[Path]:
    return sorted((file.parents[1] / "cache" / "speed").glob("*.own.shelf"))


def put_back(file: Path, text: str) -> None:
    """Write a text of the same length, and leave the file as old as it was."""
    stat = file.stat()
    assert len(text) == stat.st_size
    file.write_text(text)
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def test_the_second_look_reads_no_yaml(
    ask: Ask, right: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "laid", None)
    assert ask(*SHOW) == right
    for line in ("explain", "search stay long", "paths", "learn"):
        assert ask(*line.split()).code == 0


def test_what_is_kept_is_what_the_yaml_gives(mine: Path, ask: Ask, right: Run) -> None:
    lying = own.folders()
    fresh = ready.entries(own.laid(lying).library)
    read = kept.entries()
    for name in ("names", "index", "exercises/wall-push", "told/exercises/wall-push", "map"):
        assert kept._text(read(name)) == kept._text(fresh[name]())


def test_a_letter_is_seen_although_size_and_time_stay(
    mine: Path, ask: Ask, right: Run, made: list[str]
) -> None:
    put_back(mine, CUES.format("Stay lonG"))
    assert "Cue  Stay lonG" in ask(*SHOW).out
    put_back(mine, CUES.format("Stay long"))
    assert ask(*SHOW) == right
    assert len(made) == 2  # what was there before is still kept


def test_a_file_more_or_less_or_of_another_name_is_seen(mine: Path, ask: Ask, right: Run) -> None:
    more = mine.with_name("more.yaml")
    more.write_text(CUES.format("Push"))
    assert "Cue  Push" in ask(*SHOW).out
    more.unlink()
    assert ask(*SHOW) == right
    mine.rename(more)
    told, wanted = ("".join(out.split()) for out in (ask(*SHOW).out, right.out))  # paths may break
    assert told == wanted.replace("mine.yaml", "more.yaml")


def test_an_edit_of_ours_is_seen_below_own_data(
    mine: Path, ask: Ask, right: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "contents", lambda: "other data")
    monkeypatch.setattr(own, "laid", refuse)
    with pytest.raises(RuntimeError):
        ask(*SHOW)


def test_another_version_makes_its_own(
    ask: Ask, right: Run, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "__version__", "9.9.9")
    assert ask(*SHOW) == right
    assert len(made) == 2


def refuse(*_: object) -> None:
    raise RuntimeError


def test_each_set_of_folders_has_its_own(
    mine: Path, ask: Ask, right: Run, made: list[str], tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine.yaml").write_text(CUES.format("Push"))
    for _ in range(2):
        assert "Cue  Push" in ask(*SHOW, "--data", str(other)).out
        assert ask(*SHOW) == right
    assert len(made) == 2


def damaged(whole: bytes) -> Iterator[bytes]:
    yield from (whole[: int(share * len(whole))] for share in (0, 0.0001, 0.01, 0.5, 0.99))
    yield b"\xff" * 1000
    for number, at in enumerate([*range(0, 60, 7), *range(60, len(whole), len(whole) // 20)]):
        flipped = bytearray(whole)
        flipped[at] ^= 1 << number % 8
        yield bytes(flipped)


def test_a_damaged_shelf_is_made_anew(mine: Path, ask: Ask, right: Run) -> None:
    (shelf,) = shelves(mine)
    for content in damaged(shelf.read_bytes()):
        shelf.write_bytes(content)
        assert ask(*SHOW) == right


def test_a_shelf_that_others_can_write_is_replaced(
    mine: Path, ask: Ask, right: Run, made: list[str]
) -> None:
    (shelf,) = shelves(mine)
    shelf.write_bytes(shelf.read_bytes().replace(b"Stay long", b"Stay back"))
    shelf.chmod(0o666)
    assert ask(*SHOW) == right
    assert shelf.stat().st_mode & 0o777 == 0o600
    assert len(made) == 2


def test_a_shelf_of_another_user_is_not_believed(
    mine: Path, ask: Ask, right: Run, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    assert ask(*SHOW) == right
    assert len(made) == 2


def test_where_nothing_can_be_written(
    mine: Path, ask: Ask, right: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(mine))
    for _ in range(2):
        assert ask(*SHOW) == right
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", "")
    assert ask(*SHOW) == right


def test_own_data_that_change_while_they_are_read_are_not_kept(
    mine: Path, ask: Ask, right: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept under the old contents, the new ones would be believed when the old came back."""
    compiled = kept.compiled

    def late(made_from: str, *lying: Any) -> bytes:
        mine.write_text(CUES.format("Lean"))
        return compiled(made_from, *lying)

    with monkeypatch.context() as patch:
        patch.setattr(kept, "compiled", late)
        mine.write_text(CUES.format("Push"))
        assert "Cue  Lean" in ask(*SHOW).out
    mine.write_text(CUES.format("Push"))
    assert "Cue  Push" in ask(*SHOW).out


def test_a_mistake_is_told_by_every_command(mine: Path, ask: Ask, made: list[str]) -> None:
    mine.write_text("kit:\n- {id: rope}\n")
    for _ in range(2):
        run = ask(*SHOW)
        assert (run.code, run.err.splitlines()) == (
            0,
            [f"speed: {mine}:2: missing key 'name'", f"speed: going on without {mine}"],
        )
    assert len(made) == 1


def test_a_file_that_cannot_be_read_is_told_and_read_when_it_can(
    mine: Path, ask: Ask, right: Run
) -> None:
    mine.rename(mine.with_name("kept"))
    mine.mkdir()
    for _ in range(2):
        assert f"speed: {mine}: cannot be read: is a directory" in ask(*SHOW).err.splitlines()
    mine.rmdir()
    mine.with_name("kept").rename(mine)
    assert ask(*SHOW) == right


def test_old_ones_do_not_pile_up(mine: Path, ask: Ask, right: Run) -> None:
    for cue in "abcdefgh":
        mine.write_text(CUES.format(cue))
        assert f"Cue  {cue}" in ask(*SHOW).out
    assert len(shelves(mine)) == 4
    assert ask(*SHOW).out.endswith("Cue  h\n")


def test_many_processes_at_once_all_answer(mine: Path) -> None:
    code = (
        "import sys; from speedcli.knowledge import place;"
        f"place.data_dir = lambda: {str(SMALL)!r};"
        "from speedcli.cli.main import main; sys.exit(main(['explain', 'wall-push', '--brief']))"
    )
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-c", code]
    started = [
        subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    answers = {(*process.communicate(timeout=60), process.returncode) for process in started}
    ((out, err, exit_code),) = answers
    assert (b"Cue  Stay long" in out, err, exit_code) == (True, b"", 0)
    assert len(shelves(mine)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_folder_may_have_a_name_that_no_encoding_takes(
    ask: Ask, mine: Path, right: Run, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = mine.parent.with_name("m\udcff")
    mine.parent.rename(odd)
    monkeypatch.setenv("SPEED_DATA", str(odd))
    first = ask(*SHOW)
    assert "Cue  Stay long" in first.out
    assert (ask(*SHOW), len(made)) == (first, 2)
    assert [ask(*line.split()).code for line in ("paths", "paths --json")] == [0, 0]
