"""Whatever becomes of the compiled knowledge base, the answer is the one that the YAML gives."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import speedcli
from speedcli.cli import cache, kept
from speedcli.cli.main import main
from speedcli.knowledge import load, place
from speedcli.knowledge.problems import DataError
from tests.cli.conftest import SMALL, Run

SOURCE = Path(speedcli.__file__).parents[1]


class Home:
    """A checkout of the small library with a cache of its own, and how often it was compiled."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = folder / "data"
        self.cache = folder / "cache"
        self.compiled = 0
        self._capsys = capsys
        shutil.copytree(SMALL, self.data)

    @property
    def shelf(self) -> Path:
        (found,) = (self.cache / "speed").iterdir()
        return found

    def edit(self, old: str, new: str) -> None:
        for file in self.data.glob("*.yaml"):
            text = file.read_text("utf-8")
            if old in text:
                stat = file.stat()
                file.write_text(text.replace(old, new), "utf-8")
                os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    def explain(self, *words: str) -> Run:
        code = main(["explain", *words])
        shown = self._capsys.readouterr()
        return Run(shown.out, shown.err, code)


@pytest.fixture
def home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Home:
    made = Home(tmp_path, capsys)
    monkeypatch.setattr(place, "data_dir", lambda: str(made.data))
    monkeypatch.setenv("XDG_CACHE_HOME", str(made.cache))
    compiled = kept.compiled

    def counted(made_from: str, *lying: Any) -> bytes:
        made.compiled += 1
        return compiled(made_from, *lying)

    monkeypatch.setattr(kept, "compiled", counted)
    return made


@pytest.fixture
def right(home: Home) -> Run:
    """The right answer, after which the shelf is there."""
    answer = home.explain("tendon")
    assert (answer.err, answer.code, home.compiled) == ("", 0, 1)
    return answer


def test_the_second_look_reads_no_yaml(
    home: Home, right: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "laid", None)
    assert home.explain("tendon") == right
    assert home.explain("isometric").code == 0
    assert home.compiled == 1


def test_a_new_word_in_the_data_is_seen_at_once(home: Home, right: Run) -> None:
    home.edit("Tendons stretch", "Tendons lengthen")
    changed = home.explain("tendon")
    assert changed.out == right.out.replace("Tendons stretch", "Tendons lengthen")
    assert home.compiled == 2


def test_a_letter_is_seen_although_size_and_time_stay(home: Home, right: Run) -> None:
    home.edit("Tendons stretch", "Tendons stretcH")
    assert "Tendons stretcH" in home.explain("tendon").out
    home.edit("Tendons stretcH", "Tendons stretch")
    assert home.explain("tendon") == right


def test_a_file_more_or_less_is_seen(home: Home, right: Run) -> None:
    more = home.data / "more.yaml"
    more.write_text("kit:\n- {id: rope, name: rope}\n")
    assert home.explain("tendon") == right
    assert home.compiled == 2
    more.rename(home.data / "other.yaml")
    assert home.explain("tendon") == right
    assert home.compiled == 3


def test_touching_the_data_changes_nothing(home: Home, right: Run) -> None:
    for file in home.data.iterdir():
        os.utime(file, (1, 1))
    assert home.explain("tendon") == right
    assert home.compiled == 1


def test_new_code_makes_new_pages(
    home: Home, right: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "package"
    for folder in ("knowledge", "views"):
        shutil.copytree(Path(place.PACKAGE) / folder, package / folder)
    monkeypatch.setattr(place, "PACKAGE", str(package))
    for _ in range(2):
        assert home.explain("tendon") == right
        assert home.compiled == 2
    (package / "views" / "pages" / "concept.py").touch()
    assert home.explain("tendon") == right
    assert home.compiled == 3


def test_the_code_that_is_looked_at_is_all_that_makes_what_is_kept() -> None:
    code = (
        "import sys; from speedcli.cli import kept; kept.compiled('x');"
        "print(*(name for name in sys.modules if name.startswith('speedcli.')))"
    )
    command = [sys.executable, "-c", code]
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=60)
    folders = {name.rpartition(".")[0].removeprefix("speedcli.") for name in done.stdout.split()}
    assert folders - {"speedcli", "cli"} == {"knowledge", "views", "views.pages"}


def test_another_version_makes_its_own(
    home: Home, right: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "__version__", "9.9.9")
    assert home.explain("tendon") == right
    assert home.compiled == 2


@pytest.mark.parametrize("share", [0, 0.0001, 0.001, 0.01, 0.1, 0.5, 0.9, 0.999])
def test_a_shelf_cut_short(share: float, home: Home, right: Run) -> None:
    whole = home.shelf.read_bytes()
    home.shelf.write_bytes(whole[: int(share * len(whole))])
    assert home.explain("tendon") == right
    assert home.explain() == home.explain()
    assert home.explain("practice").code == 0


def test_a_shelf_with_flipped_bits(home: Home, right: Run) -> None:
    whole = home.shelf.read_bytes()
    places = [*range(0, 60, 7), *range(60, len(whole), len(whole) // 40)]
    for number, at in enumerate(places):
        damaged = bytearray(whole)
        damaged[at] ^= 1 << number % 8
        home.shelf.write_bytes(damaged)
        assert home.explain("tendon") == right, at


def test_every_entry_is_made_anew_when_it_is_damaged(home: Home, right: Run) -> None:
    """Beyond the index, only what is read is found to be damaged."""
    whole = home.shelf.read_bytes()
    index = whole.index(b"}") + 1
    home.shelf.write_bytes(whole[:index] + bytes(len(whole) - index))
    assert home.explain("tendon") == right
    assert home.compiled == 2
    assert home.shelf.read_bytes() == whole


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"speed-shelf/1\n", b"\xff" * 1000, b"{}", b"HEAD 9%s 1\n" % (b"9" * 99)],
)
def test_something_else_in_its_place(content: bytes, home: Home, right: Run) -> None:
    head, _, _ = home.shelf.read_bytes().partition(b"\n")
    up_to_the_numbers = head.rsplit(b" ", 2)[0]
    home.shelf.write_bytes(content.replace(b"HEAD", up_to_the_numbers))
    assert home.explain("tendon") == right
    assert home.compiled == 2
    assert home.explain("tendon") == right
    assert home.compiled == 2


def test_a_shelf_that_others_can_write_is_replaced(home: Home, right: Run) -> None:
    home.shelf.chmod(0o666)
    assert home.explain("tendon") == right
    assert home.compiled == 2
    assert home.shelf.stat().st_mode & 0o777 == 0o600


def test_a_planted_shelf_is_not_believed(
    home: Home, right: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lie = home.shelf.read_bytes().replace(b"Tendons", b"Muscles")
    home.shelf.write_bytes(lie)
    assert home.explain("tendon") == right
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    assert home.explain("tendon") == right
    assert home.compiled == 3


def test_a_missing_shelf(home: Home, right: Run) -> None:
    home.shelf.unlink()
    assert home.explain("tendon") == right
    assert home.compiled == 2


def test_without_any_place_to_keep_it(
    home: Home, right: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", "")
    assert home.explain("tendon") == right
    assert home.explain("tendon") == right
    assert home.compiled == 3


def test_in_a_place_that_cannot_be_written(
    home: Home, right: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = home.data.parent / "file"
    in_the_way.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(in_the_way))
    assert home.explain("tendon") == right


def test_on_a_full_disk(home: Home, right: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    home.shelf.unlink()
    monkeypatch.setattr(os, "replace", full)
    assert home.explain("tendon") == right
    assert os.listdir(home.cache / "speed") == []


def test_data_that_change_while_they_are_read_are_not_kept(
    home: Home, right: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept under the old contents, the new ones would be believed when the old came back."""
    home.edit("Tendons stretch", "Tendons lengthen")
    compiled = kept.compiled

    def late(made_from: str, *lying: Any) -> bytes:
        home.edit("Tendons lengthen", "Tendons snap")
        return compiled(made_from, *lying)

    monkeypatch.setattr(kept, "compiled", late)
    before = home.shelf.read_bytes()
    assert "Tendons snap" in home.explain("tendon").out
    assert home.shelf.read_bytes() == before


def test_data_that_are_not_valid_say_so_every_time(home: Home, right: Run) -> None:
    home.edit("answer: ", "anwser: ")
    for _ in range(2):
        run = home.explain("tendon")
        assert (run.out, run.code) == ("", DataError.exit_code)
        assert "unknown key 'anwser'; did you mean 'answer'?" in run.err
    home.edit("anwser: ", "answer: ")
    assert home.explain("tendon") == right


def test_data_that_are_gone_say_so(home: Home, right: Run) -> None:
    shutil.rmtree(home.data)
    run = home.explain("tendon")
    assert (run.out, run.err, run.code) == ("", f"speed: {home.data}: holds no YAML files\n", 4)


def test_many_processes_at_once_all_answer(tmp_path: Path) -> None:
    """All find no shelf and make one; whoever is last replaces what is the same."""
    code = (
        "import sys; from speedcli.knowledge import place;"
        f"place.data_dir = lambda: {str(SMALL)!r};"
        "from speedcli.cli.main import main; sys.exit(main(['explain', 'tendon']))"
    )
    env = {**os.environ, "PYTHONPATH": str(SOURCE), "XDG_CACHE_HOME": str(tmp_path)}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    answers = {(*process.communicate(timeout=60), process.returncode) for process in started}
    ((out, err, code_),) = answers
    assert (out.startswith(b"Tendon"), err, code_) == (True, b"", 0)
    assert len(os.listdir(tmp_path / "speed")) == 1


def test_the_same_data_compile_to_the_same_bytes(home: Home, right: Run, tmp_path: Path) -> None:
    """Also in another process, where sets and hashes fall otherwise."""
    code = (
        "import sys; from speedcli.cli import kept; from speedcli.knowledge import place;"
        f"place.data_dir = lambda: {str(SMALL)!r};"
        "sys.stdout.buffer.write(kept.compiled('x'))"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]
    assert made[0]


def test_a_wheel_reads_what_came_with_it(
    home: Home, right: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever installed it; and what was edited there is made anew, in the cache."""
    shelf = tmp_path / "knowledge.shelf"
    shelf.write_bytes(kept.compiled(kept.contents()))
    shelf.chmod(0o444)
    monkeypatch.setattr(place, "SHELF", str(shelf))
    cached = home.shelf
    cached.unlink()
    assert home.explain("tendon") == right
    assert (home.compiled, cached.exists()) == (2, False)
    home.edit("Tendons stretch", "Tendons stretcH")
    assert "stretcH" in home.explain("tendon").out
    assert "stretcH" in home.explain("tendon").out
    assert (home.compiled, cached.exists()) == (3, True)


def test_a_damaged_wheel_is_made_up_for_in_the_cache(
    home: Home, right: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = tmp_path / "knowledge.shelf"
    whole = kept.compiled(kept.contents())
    monkeypatch.setattr(place, "SHELF", str(shelf))
    for length in (0, 100, len(whole) // 2):
        shelf.write_bytes(whole[:length])
        assert home.explain("tendon") == right
        assert len(shelf.read_bytes()) == length


def test_every_command_reads_what_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kept.library().rules  # which compiles, if nobody has
    monkeypatch.setattr(load, "laid", None)
    lines = ("plan --weeks 1", "session isometric", "check --rules", "explain", "search hip drive")
    for line in (*lines, "session", "learn"):
        assert main(line.split()) == 0, capsys.readouterr().err


def test_the_cache_is_asked_for_one_file_only(
    home: Home, right: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And for few pieces of it: the head, the index, the names, and one record."""
    read: list[int] = []
    piece: Callable[..., bytes] = cache.piece

    def noted(file: str, offset: int, length: int, **ours: bool) -> bytes:
        found = piece(file, offset, length, **ours)
        read.append(len(found))
        return found

    monkeypatch.setattr(cache, "piece", noted)
    assert home.explain("tendon") == right
    shipped = Path(kept.__file__).parents[1] / "knowledge.shelf"  # which is looked at first
    assert len(read) == 4 + shipped.exists()
    assert sum(read) < home.shelf.stat().st_size / 2
