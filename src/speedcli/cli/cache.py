"""Files of ours in the user's cache: read only if nobody else can have written them."""

from __future__ import annotations

import os
import stat
import sys

_OTHERS = stat.S_IWGRP | stat.S_IWOTH
# Never through a link, and never waiting for a pipe; Windows knows neither.
_WAYS = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
_FLAGS = sum(getattr(os, way, 0) for way in _WAYS) | os.O_RDONLY


def path(name: str) -> str:
    """Where the cached file `name` belongs; OSError where this user has no place for it."""
    folder = _folder()
    if not os.path.isabs(folder):
        raise FileNotFoundError("no folder for caches")
    return os.path.join(folder, "speed", name)


def piece(file: str, offset: int, length: int, *, ours: bool = True) -> bytes:
    """So many bytes of a file, fewer if it ends before; OSError if it cannot or must not be read.

    It must not if it has to be `ours` and anybody but this user can have written it.
    """
    descriptor = os.open(file, _FLAGS)
    try:
        found = os.fstat(descriptor)
        if ours and not _is_ours(found):
            raise PermissionError(f"others can write {file}")
        os.lseek(descriptor, offset, os.SEEK_SET)
        return os.read(descriptor, min(length, found.st_size))  # there is memory for no more
    finally:
        os.close(descriptor)


def keep(name: str, data: bytes) -> None:
    """Write a file whole or not at all. Nothing rests on it, so failing is no error."""
    from contextlib import suppress
    from tempfile import mkstemp  # for this user alone, under a name that nobody else takes

    from speedcli.cli.whole import until_done

    with suppress(OSError):
        target = path(name)
        folder = os.path.dirname(target)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with until_done():
            descriptor, new = mkstemp(dir=folder)
            try:
                with open(descriptor, "wb") as file:
                    file.write(data)
                os.replace(new, target)
            except BaseException:
                with suppress(OSError):
                    os.unlink(new)
                raise


def keep_newest(ending: str, most: int) -> None:
    """Of the files whose names end so, let the newest stay. Nothing rests on it."""
    from contextlib import suppress

    with suppress(OSError):
        named = [one for one in os.scandir(path("")) if one.name.endswith(ending)]
        for old in sorted(named, key=lambda one: -one.stat().st_mtime_ns)[most:]:
            os.unlink(old)


def _folder() -> str:
    """The system's folder for caches, or something that is no absolute path."""
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA", "")
    if sys.platform == "darwin":
        return _home("Library", "Caches")
    given = os.environ.get("XDG_CACHE_HOME", "")
    return given if os.path.isabs(given) else _home(".cache")


def _home(*inside: str) -> str:
    home = os.path.expanduser("~")  # without HOME, by the system's list of users
    return os.path.join(home, *inside) if home.strip(os.sep) else ""


def _is_ours(found: os.stat_result) -> bool:
    if sys.platform == "win32":  # the folder is this user's alone
        return True
    mine = stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid()
    return mine and not found.st_mode & _OTHERS
