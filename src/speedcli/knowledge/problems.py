"""What can go wrong that the user can put right, and the exit code of each."""

from __future__ import annotations

from speedcli.knowledge.frozen import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import ClassVar

    from speedcli.knowledge.records import Where

_LONGEST_QUOTE = 60


def quoted(text: str) -> str:
    """`text` as messages quote it: of a long one the beginning."""
    return repr(text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}...")


class Problem(NamedTuple):
    """One mistake in a file. Line 0 means the file as a whole."""

    where: Where
    message: str

    def __str__(self) -> str:
        place = self.where if self.where.line else self.where.file
        return f"{place}: {self.message}"


class SpeedError(Exception):
    """Anything the user can fix. Its text is shown as it is, without a traceback."""

    exit_code: ClassVar[int] = 1


class UsageError(SpeedError):
    """The command line does not make sense, or the output exists or cannot be written."""

    exit_code: ClassVar[int] = 2


class NotFound(SpeedError):
    """Nothing goes by the name that was asked for."""

    exit_code: ClassVar[int] = 3


class DataError(SpeedError):
    """A file is not valid or cannot be read; `problems` holds every mistake, one to a line."""

    exit_code: ClassVar[int] = 4

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class CannotMeet(SpeedError):
    """The request asks for things that do not fit together."""

    exit_code: ClassVar[int] = 5
