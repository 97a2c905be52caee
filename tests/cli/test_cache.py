"""The user's cache: where it is, whose files in it are read, and that writing to it is safe."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from speedcli.cli import cache


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in the cache that only we can have written."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache.keep("a.shelf", b"0123456789")
    return tmp_path / "speed" / "a.shelf"


@pytest.mark.parametrize(
    ("platform", "environment", "path"),
    [
        ("linux", {"XDG_CACHE_HOME": "/tmp/c", "HOME": "/home/me"}, "/tmp/c/speed/a"),
        ("linux", {"HOME": "/home/me"}, "/home/me/.cache/speed/a"),
        ("linux", {"XDG_CACHE_HOME": "", "HOME": "/home/me"}, "/home/me/.cache/speed/a"),
        ("linux", {"XDG_CACHE_HOME": "relative", "HOME": "/home/me"}, "/home/me/.cache/speed/a"),
        ("darwin", {"HOME": "/Users/me"}, "/Users/me/Library/Caches/speed/a"),
        ("win32", {"LOCALAPPDATA": "/Local"}, "/Local/speed/a"),
    ],
)
def test_where_the_cache_is(
    platform: str, environment: dict[str, str], path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.path("a") == path


@pytest.mark.parametrize("home", ["", "/", "relative", "~"])
def test_a_user_without_a_home_has_no_cache(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", home)
    with pytest.raises(OSError, match="no folder for caches"):
        cache.path("a")
    cache.keep("a", b"x")


def test_pieces_of_a_file(file: Path) -> None:
    assert cache.piece(str(file), 2, 3) == b"234"
    assert cache.piece(str(file), 8, 100) == b"89"
    assert cache.piece(str(file), 100, 1) == b""
    assert cache.piece(str(file), 0, 10**30) == b"0123456789"


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        cache.piece(str(tmp_path / "none"), 0, 1)


def test_only_this_user_can_read_and_write_it(file: Path) -> None:
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_what_others_can_write_is_not_read(mode: int, file: Path) -> None:
    file.chmod(mode)
    with pytest.raises(PermissionError, match="others can write"):
        cache.piece(str(file), 0, 1)
    assert cache.piece(str(file), 0, 1, ours=False) == b"0"


def test_what_another_user_wrote_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    with pytest.raises(PermissionError, match="others can write"):
        cache.piece(str(file), 0, 1)


def test_a_link_is_not_followed(file: Path) -> None:
    link = file.with_name("link")
    link.symlink_to(file)
    with pytest.raises(OSError, match="symbolic links"):
        cache.piece(str(link), 0, 1)


def test_a_pipe_is_neither_read_nor_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    with pytest.raises(PermissionError):
        cache.piece(str(tmp_path / "pipe"), 0, 1)


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r".+"):
        cache.piece(str(tmp_path), 0, 1)


def test_a_file_is_replaced_whole(file: Path) -> None:
    with file.open("rb") as before:
        cache.keep("a.shelf", b"new")
        assert before.read() == b"0123456789"
    assert file.read_bytes() == b"new"
    assert os.listdir(file.parent) == ["a.shelf"]


def test_a_link_in_the_place_of_the_file_is_replaced_and_not_written_through(file: Path) -> None:
    precious = file.parents[1] / "precious"
    precious.write_bytes(b"mine")
    file.unlink()
    file.symlink_to(precious)
    cache.keep("a.shelf", b"new")
    assert (precious.read_bytes(), file.read_bytes()) == (b"mine", b"new")


@pytest.mark.parametrize("step", ["makedirs", "replace", "write"])
def test_a_full_disk_leaves_all_as_it_was(
    step: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    if step == "write":
        monkeypatch.setattr(cache, "open", lambda *_: full(), raising=False)
    else:
        monkeypatch.setattr(os, step, full)
    cache.keep("a.shelf", b"new")
    assert file.read_bytes() == b"0123456789"
    assert os.listdir(file.parent) == ["a.shelf"]


def test_an_interrupt_leaves_nothing_half_written(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        cache.keep("a.shelf", b"new")
    assert os.listdir(file.parent) == ["a.shelf"]


def test_the_newest_stay(file: Path) -> None:
    for number in range(5):
        made = file.with_name(f"{number}.own")
        made.touch()
        os.utime(made, (number, -number % 5))
    cache.keep_newest(".own", 2)
    assert sorted(os.listdir(file.parent)) == ["1.own", "2.own", "a.shelf"]


def test_where_nothing_is_kept_nothing_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "none"))
    cache.keep_newest(".own", 2)


def test_where_a_file_stands_in_the_way_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "speed").write_bytes(b"no folder")
    cache.keep("a.shelf", b"new")
    assert (tmp_path / "speed").read_bytes() == b"no folder"
