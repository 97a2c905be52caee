"""The knowledge base as commands read it: ours compiled once and kept, with own data read anew.

What is kept is a shelf of plain values. It is used only if it was made from the data files as they
are now, and every part that is read from it has its checksum. Otherwise it is made anew from YAML:
at the worst, where nothing can be written, by every command.
"""

from __future__ import annotations

import json
import os
import zlib

from speedcli import __version__
from speedcli.cli import cache
from speedcli.cli import own as own_data
from speedcli.knowledge import place
from speedcli.knowledge.shelf import Shelf, Unusable, pack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from speedcli.knowledge.library import Library

    Read = Callable[[str], Any]

# The code that makes of the data what is kept.
_CODE = ("knowledge", "views", os.path.join("views", "pages"))


def entries(own: Path | None = None) -> Read:
    """What `views.ready` makes of the records, by name; with own data on top, where there are any.

    `own` is the folder of `--data`; `cli.own` knows the others.
    """
    lying = own_data.folders(own)
    if not lying:
        return _Kept().read
    from speedcli.views import ready

    makers = ready.entries(own_data.laid(lying).library)
    return lambda name: makers[name]()


def library(own: Path | None = None) -> Library:
    """All records, with own data on top; DataError with every problem that ends the command."""
    if lying := own_data.folders(own):
        return own_data.laid(lying).library
    from speedcli.knowledge import stored

    return stored.library(_Kept().read)


def compiled_file() -> str | None:
    """The file of the shelf that is read where there are no own data; None if none can be kept."""
    kept = _Kept()
    if kept.shipped():
        return place.SHELF
    return cache.path(_name()) if kept.cached() else None


def compiled(made_from: str) -> bytes:
    """The shelf of all that is kept of the shipped data; DataError if they are not valid."""
    from speedcli.knowledge import load, stored
    from speedcli.views import ready

    known = load.load(load.data_dir())
    makers = {**stored.entries(known), **ready.entries(known)}
    return pack(made_from, {name: _text(make()) for name, make in makers.items()})


def contents() -> str:
    """What a wheel's shelf is made from: the version, and what the data files say.

    Times would say nothing: installing sets them anew.
    """
    folder = place.data_dir()
    size, checksum = 0, 0
    try:
        for name in place.data_files(folder):
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            size += len(data)
            checksum = zlib.crc32(data, zlib.crc32(name.encode(errors="replace"), checksum))
    except OSError:
        return "unreadable"  # which nothing can be made from
    return f"{__version__} {size} {checksum}"


def _code() -> int:
    """What tells the code in a checkout from that of an hour ago: names, sizes and times."""
    folders = [os.path.join(place.PACKAGE, folder) for folder in _CODE]
    found = [entry for folder in folders for entry in os.scandir(folder)]
    stats = [(one.path, one.stat()) for one in found if one.name.endswith(".py")]
    told = sorted((path, stat.st_size, stat.st_mtime_ns) for path, stat in stats)
    return zlib.crc32(repr(told).encode(errors="replace"))


def _text(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


class _Kept:
    """Reads from the shelf that is kept, or makes another when that one cannot be used."""

    def __init__(self) -> None:
        self._contents = contents()
        self._shelf = self.shipped() or self.cached() or self._made()

    def read(self, name: str) -> Any:
        try:
            text = self._shelf.text(name)
        except (OSError, Unusable):
            self._shelf = self._made()
            text = self._shelf.text(name)
        return json.loads(text)

    def _made_from(self) -> str:
        """What a cached shelf is made from: in a checkout the code changes as the data does."""
        return f"{self._contents} {_code()}"

    def shipped(self) -> Shelf | None:
        try:
            return Shelf(lambda *at: cache.piece(place.SHELF, *at, ours=False), self._contents)
        except (OSError, Unusable):
            return None

    def cached(self) -> Shelf | None:
        try:
            path = cache.path(_name())
            return Shelf(lambda *at: cache.piece(path, *at), self._made_from())
        except (OSError, Unusable):
            return None

    def _made(self) -> Shelf:
        """A new shelf, kept for the next time unless the data changed meanwhile."""
        from speedcli.cli.status import status

        made_from = self._made_from()
        with status("compiling the knowledge base"):
            data = compiled(made_from)
        if self._contents == contents():
            cache.keep(_name(), data)
        return Shelf(lambda offset, length: data[offset : offset + length], made_from)


def _name() -> str:
    """What the cached shelf is called: each place that `speed` is installed in has its own."""
    return f"{zlib.crc32(place.data_dir().encode(errors='replace')):08x}.shelf"
