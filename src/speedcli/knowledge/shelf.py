"""Named texts in one file, each with its checksum, so that one is read without the others.

The first line says the format, what the shelf was made from, and how long and which the index is.
Then comes the index as JSON, `{name: [offset, length, checksum]}`, and then the texts.
"""

from __future__ import annotations

import json
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    # The bytes from an offset on, as many as asked for, or fewer where there are no more.
    Bytes = Callable[[int, int], bytes]

_FORMAT = "speed-shelf/1"
_LONGEST_HEAD = 200


class Unusable(Exception):
    """The shelf is damaged, or was made from something else."""


def pack(made_from: str, texts: Mapping[str, bytes]) -> bytes:
    """A shelf with the texts; `made_from` is one word or some, on one line."""
    index: dict[str, tuple[int, int, int]] = {}
    end = 0
    for name, text in texts.items():
        index[name] = end, len(text), zlib.crc32(text)
        end += len(text)
    listed = json.dumps(index, separators=(",", ":")).encode()
    head = f"{_head(made_from)} {len(listed)} {zlib.crc32(listed)}\n".encode()
    return b"".join([head, listed, *texts.values()])


class Shelf:
    """A shelf to take texts from. Unusable unless it was made from `made_from` and is whole."""

    def __init__(self, read: Bytes, made_from: str) -> None:
        head, newline, _ = read(0, _LONGEST_HEAD).partition(b"\n")
        wanted = f"{_head(made_from)} ".encode()
        numbers = head.removeprefix(wanted).split()
        if not newline or not head.startswith(wanted) or len(numbers) != 2:
            raise Unusable
        length, checksum = numbers
        if not (length.isdigit() and checksum.isdigit()):
            raise Unusable
        self._read = read
        self._start = len(head) + 1 + int(length)
        self._index: dict[str, tuple[int, int, int]] = json.loads(
            self._checked(len(head) + 1, int(length), int(checksum))
        )

    def text(self, name: str) -> bytes:
        """The text called `name`; Unusable if it is not what was put there, or was never put."""
        if name not in self._index:
            raise Unusable
        offset, length, checksum = self._index[name]
        return self._checked(self._start + offset, length, checksum)

    def _checked(self, offset: int, length: int, checksum: int) -> bytes:
        text = self._read(offset, length)
        if len(text) != length or zlib.crc32(text) != checksum:
            raise Unusable
        return text


def _head(made_from: str) -> str:
    return f"{_FORMAT} {made_from}"
