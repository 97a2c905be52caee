"""Tables as lines: aligned columns where there is room for them, one block to a row otherwise."""

from __future__ import annotations

from speedcli.views.letters import width
from speedcli.views.lines import GAP, Box, Labelled, indent, labelled, side_by_side, wrap
from speedcli.views.page import Bar, Cell, Column, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Grid = list[list[str]]

_COLUMNS_FROM = 70  # in less room than this, cells are not wrapped: blocks read better
_BAR = 10  # columns of a full bar


def table_lines(table: Table, room: int, paint: Callable[[str], str]) -> list[str]:
    """The table in at most `room` columns; its head goes through `paint`."""
    grid = _texts(table)
    titles = [column.title if table.headed else "" for column in table.columns]
    widths = _widths(titles, grid, room)
    if widths is None:
        return [line for block in _blocks(table, grid, room) for line in block]
    return list(_aligned(table, grid, widths, paint))


def _texts(table: Table) -> Grid:
    """The cells as texts; the numbers beside bars end in one column."""
    grid = [list(row.cells) for row in table.rows]
    numbers = [
        max((width(cell.text) for cell in column if isinstance(cell, Bar)), default=0)
        for column in zip(*grid, strict=True)
    ]
    return [
        [_text(cell, room) for cell, room in zip(cells, numbers, strict=True)] for cells in grid
    ]


def _text(cell: Cell, number: int) -> str:
    if isinstance(cell, str):
        return cell
    length = round(min(max(cell.share, 0), 1) * _BAR)
    drawn = "▇" * max(length, 1 if cell.share > 0 else 0)
    return f"{drawn:<{_BAR}} {cell.text:>{number}}"


def _widths(titles: Sequence[str], grid: Grid, room: int) -> list[int] | None:
    """The width of each column, or None when the table does not fit into `room`."""
    room -= len(GAP) * (len(titles) - 1)
    texts = [[title, *cells] for title, *cells in zip(titles, *grid, strict=True)]
    widths = [max(map(width, column)) for column in texts]
    least = [max(map(_longest_word, column)) for column in texts]
    if sum(widths) > room and room < _COLUMNS_FROM:
        return None
    while sum(widths) > room:
        wide = [number for number, wanted in enumerate(least) if widths[number] > wanted]
        if not wide:
            return None
        widths[max(wide, key=widths.__getitem__)] -= 1
    return widths


def _longest_word(text: str) -> int:
    return max(map(width, text.split(" ")))


def _aligned(
    table: Table, grid: Grid, widths: list[int], paint: Callable[[str], str]
) -> Iterator[str]:
    if table.headed:
        titles = [column.title for column in table.columns]
        yield from map(paint, _row(titles, widths, table.columns))
    for row, texts in zip(table.rows, grid, strict=True):
        yield from _row(texts, widths, table.columns)
        yield from indent(wrap(row.below, sum(widths)))


def _row(texts: list[str], widths: list[int], columns: Sequence[Column]) -> list[str]:
    boxes = [
        # A bar and its number are one text with blanks inside; it is never wrapped.
        Box([text] if width(text) <= room else wrap(text, room), room, column.align)
        for text, room, column in zip(texts, widths, columns, strict=True)
    ]
    return side_by_side(boxes)


def _blocks(table: Table, grid: Grid, room: int) -> Iterator[list[str]]:
    """One block to a row: the first cell as its head, the others as labelled texts."""
    first, *others = [column.title for column in table.columns]
    for row, (head, *texts) in zip(table.rows, grid, strict=True):
        named = f"{first} {head}" if head.isdigit() else head
        cells = [Labelled(title, text) for title, text in zip(others, texts, strict=True) if text]
        inner = room - 2
        facts = [line for lines in labelled(cells, inner) for line in lines]
        yield [*wrap(named, room), *indent([*facts, *wrap(row.below, inner)])]
