"""Where something is written: a line of a file."""

from __future__ import annotations

from speedcli.knowledge.frozen import NamedTuple


class Where(NamedTuple):
    """A line of a file."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


NOWHERE = Where("", 0)
