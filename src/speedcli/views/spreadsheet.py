"""Sheets of a workbook on which text stays text: nothing in it is run, counted or linked.

The same cells make the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any, Literal, NamedTuple

from xlsxwriter import Workbook

from speedcli.views.letters import harmless
from speedcli.views.lines import wrap

Style = Literal["plain", "title", "head", "number_head", "band", "bold", "cell", "day", "box"]
Value = str | float | date | None

_LINE = 15.0  # points of a line of text
_BOX = 21.0  # points that a box is high, to be written in by hand
_LETTERS = 1.1  # of running text in the room of a digit, by which columns are measured
_CHART_LINES = 16
_LONGEST = 32767  # letters that a cell takes
_FIRST_YEAR = 1900  # earlier days are no days to a spreadsheet
_MOST_HEIGHT = 400.0  # points that a row can be high, and a little less

_PLAIN = {"valign": "top", "text_wrap": True}
_GREY, _LINES = "#E7E6E6", "#7F7F7F"
_STYLES: dict[Style, dict[str, Any]] = {
    "plain": _PLAIN,
    "title": {"bold": True, "font_size": 14},
    "head": {**_PLAIN, "bold": True, "bottom": 1},
    "number_head": {**_PLAIN, "bold": True, "bottom": 1, "align": "right"},
    "band": {"bold": True, "bg_color": _GREY},
    "cell": {"valign": "top"},
    "bold": {"bold": True, "valign": "top"},
    "day": {**_PLAIN, "num_format": "yyyy-mm-dd", "align": "left"},
    "box": {"border": 1, "border_color": _LINES, "align": "center", "valign": "top"},
}


class Cells(NamedTuple):
    """A column of cells of a sheet, from a row to a row."""

    sheet: str
    column: int
    first: int
    last: int

    @property
    def range(self) -> list[str | int]:
        """As a chart takes it."""
        return [self.sheet, self.first, self.column, self.last, self.column]


class Series(NamedTuple):
    """Numbers in cells, and what they are called."""

    name: str
    cells: Cells


class Book:
    """A workbook that is built in memory. `made` is the day that it says it was made on."""

    def __init__(self, title: str, made: date) -> None:
        self._bytes = BytesIO()
        self._book = Workbook(self._bytes, {"in_memory": True})
        created = datetime(made.year, made.month, made.day)
        self._book.set_properties({"title": harmless(title), "created": created})
        self._styles = {name: self._book.add_format(look) for name, look in _STYLES.items()}

    def sheet(self, name: str, widths: Sequence[float]) -> Sheet:
        """A new sheet with columns that are so many letters wide."""
        return Sheet(self._book.add_worksheet(name), widths, self._styles)

    def chart(self, title: str, names: Cells, bars: Series, line: Series) -> Any:
        """A chart of bars, and of a line with a scale of its own at the right."""
        chart, over = (self._book.add_chart({"type": kind}) for kind in ("column", "line"))
        fill = {"fill": {"color": "#A6A6A6"}, "gap": 60}
        drawn = {"line": {"color": "#000000"}, "marker": {"type": "circle"}, "y2_axis": True}
        for series, to, look in ((bars, chart, fill), (line, over, drawn)):
            values = {"name": series.name, "categories": names.range, "values": series.cells.range}
            to.add_series({**values, **look})
        chart.combine(over)
        chart.set_title({"name": title, "name_font": {"size": 12}})
        chart.set_y_axis({"name": bars.name, "major_gridlines": {"visible": False}})
        over.set_y2_axis({"name": line.name})
        chart.set_legend({"position": "bottom"})
        chart.set_size({"width": 720, "height": 300})
        return chart

    def close(self) -> bytes:
        """The finished workbook."""
        self._book.close()
        return self._bytes.getvalue()


class Sheet:
    """A sheet that is written from top to bottom; `row` is the next one, counted from 0."""

    def __init__(self, sheet: Any, widths: Sequence[float], styles: dict[Style, Any]) -> None:
        self.row = 0
        self.name: str = sheet.get_name()
        self._sheet, self._widths, self._styles = sheet, widths, styles
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)

    def head(self, words: Sequence[str], numbers: Sequence[str] = ()) -> None:
        """The heads of columns with words, and of those with numbers, which stand at the right."""
        titles = (*words, *numbers)
        for column, title in enumerate(titles):
            self._write(column, title, "head" if column < len(words) else "number_head")
        self._end(max(map(self._lines, titles, self._widths)))

    def line(self, values: Sequence[Value], style: Style = "plain", boxes: int = 0) -> None:
        """A row of cells, as high as its longest text wants, and after them boxes to write in."""
        high = 1
        for column, value in enumerate(values):
            self._write(column, value, style)
            if isinstance(value, str) and "text_wrap" in _STYLES[style]:
                high = max(high, self._lines(value, self._widths[column]))
        for column in range(len(values), len(values) + boxes):
            self._write(column, "", "box")
        self._end(high, _BOX if boxes else 0)

    def across(self, text: str, style: Style = "plain") -> None:
        """A text over all columns, on one line."""
        for column in range(1, len(self._widths)):
            self._write(column, "", style)
        self._write(0, text, style)
        self._end(1)

    def labelled(self, label: str, text: str) -> None:
        """A text in all columns but the first, which names it."""
        last = len(self._widths) - 1
        self._write(0, label, "bold")
        if last > 1:
            self._sheet.merge_range(self.row, 1, self.row, last, "", self._styles["plain"])
        self._write(1, text, "plain")
        self._end(self._lines(text, sum(self._widths[1:])))

    def skip(self) -> None:
        """An empty row."""
        self.row += 1

    def freeze(self) -> None:
        """What is written so far stays in sight, and is printed on every page."""
        self._sheet.freeze_panes(self.row, 1)
        self._sheet.repeat_rows(0, self.row - 1)

    def for_print(self) -> None:
        """All of it on pages that lie on their side, as wide as the paper."""
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
        self._sheet.set_footer("&L&A&R&P/&N")
        self._sheet.print_area(0, 0, max(self.row - 1, 0), len(self._widths) - 1)

    def filter(self) -> None:
        """All of it can be sorted and filtered by its first row."""
        self._sheet.autofilter(0, 0, max(self.row - 1, 0), len(self._widths) - 1)

    def insert(self, chart: Any) -> None:
        """A chart in the next rows."""
        self._sheet.insert_chart(self.row, 0, chart)
        self.row += _CHART_LINES

    def _write(self, column: int, value: Value, style: Style) -> None:
        look = self._styles[style]
        if isinstance(value, date) and value.year >= _FIRST_YEAR:
            self._sheet.write_datetime(self.row, column, value, self._styles["day"])
        elif isinstance(value, int | float):
            self._sheet.write_number(self.row, column, value, look)
        elif value:
            self._sheet.write_string(self.row, column, harmless(str(value))[:_LONGEST], look)
        else:
            self._sheet.write_blank(self.row, column, None, look)

    def _lines(self, text: str, width: float) -> int:
        return len(wrap(harmless(text), int(width * _LETTERS)))

    def _end(self, lines: int, least: float = 0) -> None:
        if lines > 1 or least:
            height = min(max(lines * _LINE, least), _MOST_HEIGHT)
            self._sheet.set_row(self.row, height)
        self.row += 1
