"""The knowledge base as commands read it: compiled once and kept, alone and with own data on top.

What is kept is a shelf of plain values. It is used only if it was made from the data files as they
are now, and every part that is read from it has its checksum. Otherwise it is made anew from YAML:
at the worst, where nothing can be written, by every command. Own data have a shelf for each state
of their files, and of those the newest few stay.
"""

from __future__ import annotations

import json
import os
import zlib

from speedcli import __version__
from speedcli.cli import cache
from speedcli.cli import own as own_data
from speedcli.cli.say import say
from speedcli.knowledge import place
from speedcli.knowledge.shelf import Shelf, Unusable, pack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from speedcli.cli.own import Folder
    from speedcli.knowledge.library import Library

    Read = Callable[[str], Any]

# The code that makes of the data what is kept.
_CODE = ("knowledge", "views", os.path.join("views", "pages"))
_OWN = ".own.shelf"  # how the names of shelves with own data end
_MOST_OWN = 4


def entries(own: str | None = None) -> Read:
    """What `views.ready` and `cli.own` make of the records, by name; with own data on top.

    `own` is the folder of `--data`; `cli.own` knows the others. What was left out of them is told;
    DataError with every problem that ends the command.
    """
    lying = own_data.folders(own)
    kept = _Kept(lying)
    for line in kept.read("left-out") if lying else ():
        say(line)
    return kept.read


def library(own: str | None = None) -> Library:
    """All records, told and refused as by `entries`."""
    from speedcli.knowledge import stored

    return stored.library(entries(own))


def compiled_file(lying: Sequence[Folder] = ()) -> str | None:
    """The file of the shelf that is read with these folders on top; None if none can be kept."""
    kept = _Kept(lying)
    if kept.shipped():
        return place.SHELF
    return cache.path(kept.name) if kept.cached() else None


def compiled(made_from: str, lying: Sequence[Folder] = ()) -> bytes:
    """The shelf of all that is kept of ours with these folders on top; DataError where invalid."""
    from speedcli.knowledge import stored
    from speedcli.views import ready

    laid = own_data.laid(lying)
    known = laid.library
    makers = {**own_data.entries(laid), **stored.entries(known), **ready.entries(known)}
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
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="backslashreplace")  # a path may hold half of a surrogate pair


class _Kept:
    """Reads from the shelf that is kept, or makes another when that one cannot be used."""

    def __init__(self, lying: Sequence[Folder]) -> None:
        self._lying = lying
        self._contents = self._now()
        self._shelf = self.shipped() or self.cached() or self._made()

    def read(self, name: str) -> Any:
        try:
            text = self._shelf.text(name)
        except (OSError, Unusable):
            self._shelf = self._made()
            text = self._shelf.text(name)
        return json.loads(text)

    @property
    def name(self) -> str:
        """What the cached shelf is called: its own in each place that `speed` is installed in."""
        placed = f"{zlib.crc32(place.data_dir().encode(errors='replace')):08x}"
        own = self._contents[1]
        return f"{placed}-{own}{_OWN}" if own else f"{placed}.shelf"

    def _now(self) -> tuple[str, str]:
        """What ours say and what own data say, as they are now."""
        return contents(), own_data.contents(self._lying) if self._lying else ""

    def _made_from(self) -> str:
        """What a cached shelf is made from: in a checkout the code changes as the data does."""
        ours, own = self._contents
        return f"{ours} {_code()} {own}".rstrip()

    def shipped(self) -> Shelf | None:
        if self._lying:
            return None
        try:
            return Shelf(lambda *at: cache.piece(place.SHELF, *at, ours=False), self._contents[0])
        except (OSError, Unusable):
            return None

    def cached(self) -> Shelf | None:
        try:
            path = cache.path(self.name)
            return Shelf(lambda *at: cache.piece(path, *at), self._made_from())
        except (OSError, Unusable):
            return None

    def _made(self) -> Shelf:
        """A new shelf, kept for the next time unless the data changed meanwhile."""
        from speedcli.cli.status import status

        made_from = self._made_from()
        with status("compiling the knowledge base"):
            data = compiled(made_from, self._lying)
        if self._contents == self._now():
            cache.keep(self.name, data)
            if self._lying:
                cache.keep_newest(_OWN, _MOST_OWN)
        return Shelf(lambda offset, length: data[offset : offset + length], made_from)
