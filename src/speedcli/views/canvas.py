"""A field of letters to draw on: lines in fine dots where Unicode has them, else in letters."""

from __future__ import annotations

from itertools import pairwise

from speedcli.views.letters import width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Place = tuple[float, float]  # column and row of a cell's middle, from the left and from the top

# The dots of a braille letter, by row and column.
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BRAILLE = 0x2800
_STEP = 0.2  # cells; a line is drawn in steps of this length at most


class Canvas:
    """Cells of one letter each; what is drawn later covers what was there."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._cells = [[" "] * columns for _ in range(rows)]

    def put(self, place: Place, letter: str) -> None:
        """One letter in the cell nearest to `place`."""
        self._cells[int(place[1] + 0.5)][int(place[0] + 0.5)] = letter

    def write(self, column: int, row: int, text: str) -> None:
        """A text from a cell to the right, as far as there are cells."""
        for letter in text:
            room = width(letter)
            if column + room > self.columns:
                return
            self._cells[row][column : column + room] = [letter, *[""] * (room - 1)][:room]
            column += room

    def is_free(self, column: int, row: int, length: int) -> bool:
        """Whether some cells of a row hold nothing yet."""
        return all(cell == " " for cell in self._cells[row][max(column, 0) : column + length])

    def fine_line(self, places: Sequence[Place], pattern: str) -> None:
        """A line through places, in dots of a fourth of a cell's height, in braille letters.

        `pattern` is repeated along the line: where it has a blank, the line is left out.
        """
        seen: dict[tuple[int, int], None] = {}
        for column, row in _along(places):
            seen[int(column * 2 + 1), int(row * 4 + 2)] = None
        for number, (x, y) in enumerate(seen):
            if pattern[number % len(pattern)] != " ":
                self._dot(x, y)

    def coarse_line(self, places: Sequence[Place], letter: str) -> None:
        """A line through places, one letter to a cell."""
        for place in _along(places):
            self.put(place, letter)

    def lines(self) -> list[str]:
        """The rows, from the top."""
        return ["".join(cells) for cells in self._cells]

    def _dot(self, x: int, y: int) -> None:
        cells, column = self._cells[y // 4], x // 2
        before = ord(cells[column]) - _BRAILLE
        dots = before if 0 <= before < 256 else 0
        cells[column] = chr(_BRAILLE + (dots | _DOTS[y % 4][x % 2]))


def _along(places: Sequence[Place]) -> Iterator[Place]:
    """Places on the way through `places`, close enough to leave no gap."""
    for (left, top), (right, bottom) in pairwise(places):
        steps = max(1, round(max(abs(right - left), abs(bottom - top)) / _STEP))
        for number in range(steps + 1):
            part = number / steps
            yield left + (right - left) * part, top + (bottom - top) * part
