"""A figure as lines of letters, readable on 60 columns and in ASCII."""

from __future__ import annotations

from itertools import groupby

from speedcli.knowledge.figures import BarChart, ChartBar, LineChart, Marker
from speedcli.knowledge.frozen import NamedTuple
from speedcli.views import scale
from speedcli.views.canvas import Canvas, Place
from speedcli.views.letters import TIE, width
from speedcli.views.lines import GAP, INDENT, hang, indent, pad, wrap
from speedcli.views.page import Figure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDEST = 96  # columns; a wider picture says no more
_FEWEST, _MOST = 8, 16  # rows
_LEAST_PLOT = 8  # columns
_Y_MARKS = 5
_PIECE = 6  # columns of a piece of a line that stands for it
_ROOM_OF_X_MARK = 9  # columns


class Letters(NamedTuple):
    """What a picture is drawn with. Of `points` and `patterns` each line has its own."""

    up: str
    up_tick: str
    corner: str
    along: str
    along_tick: str
    upright: str
    level: str
    bar: str
    points: str
    patterns: tuple[str, ...]


UNICODE = Letters(
    "│", "┤", "└", "─", "┬", "┊", "╌", "▇", "●○◆◇", (".", "......    ", ".   ", "....   .   ")
)
ASCII = Letters("|", "+", "+", "-", "+", ":", "=", "#", "*o+x", ())
_JOINING = "-"  # between the points of a line, where there are no fine dots


def lines(figure: Figure, room: int, letters: Letters) -> list[str]:
    """The picture alone, without title and caption, in at most `room` columns."""
    room = min(room, _WIDEST)
    drawing = figure.drawing
    if isinstance(drawing, BarChart):
        drawn = _bars(drawing, room, letters)
    else:
        drawn = _Plot(drawing, figure.dotted, room, letters).lines()
    return [line.rstrip().replace(TIE, " ") for line in drawn]


class _Plot:
    """Lines between two axes."""

    def __init__(self, drawing: LineChart, dotted: bool, room: int, letters: Letters) -> None:
        self.drawing, self.dotted, self.room, self.letters = drawing, dotted, room, letters
        self.y_marks = scale.marks(drawing.y, _Y_MARKS)
        self.gutter = max(width(mark.text) for mark in self.y_marks)
        columns = max(room - self.gutter - 2, _LEAST_PLOT)
        self.canvas = Canvas(columns, min(max(room // 5, _FEWEST), _MOST))
        self.keys: list[tuple[str, str]] = []  # what stands below the picture: sign and meaning

    def lines(self) -> Iterator[str]:
        names = self.names()
        self.background()
        self.draw_lines()
        self.levels()
        margin = " " * (self.gutter + 2)
        yield from wrap(scale.name(self.drawing.y), self.room)
        yield from (margin + row for row in names)
        yield from self.framed()
        yield from (" " * (self.room - width(one)) + one for one in self.below())
        for sign, meaning in self.keys:
            yield from hang(f"{sign} ", meaning, self.room)

    def place(self, x: float, y: float) -> Place:
        column = scale.share(self.drawing.x, x) * (self.canvas.columns - 1)
        return column, (1 - scale.share(self.drawing.y, y)) * (self.canvas.rows - 1)

    def column(self, x: float) -> int:
        return round(self.place(x, self.drawing.y.low)[0])

    def names(self) -> list[str]:
        """The names of stretches and upright markers, above their places."""
        spans = [
            (self.column(stretch.low), self.column(stretch.high), stretch.label)
            for stretch in self.drawing.stretches
        ]
        row = Canvas(self.canvas.columns, 1)
        for number, (low, high, label) in enumerate(spans, 1):
            fits = width(label) < high - low
            text = label if fits else str(number)
            row.write((low + high + 1 - width(text)) // 2, 0, text)
            self.keys += [] if fits else [(text, label)]
        return [line for line in (row.lines()[0], *self.marker_names()) if line.strip()]

    def marker_names(self) -> Iterator[str]:
        for marker in self.upright():
            if width(marker.label) > self.canvas.columns:
                self.keys.append((self.letters.upright, marker.label))
                continue
            start = self.column(marker.at) - width(marker.label) // 2
            start = min(max(start, 0), self.canvas.columns - width(marker.label))
            yield " " * start + marker.label

    def upright(self) -> list[Marker]:
        return [marker for marker in self.drawing.markers if marker.axis == "x"]

    def background(self) -> None:
        ends = [stretch.low for stretch in self.drawing.stretches]
        inner = [end for end in ends if end > self.drawing.x.low]
        for x in (*inner, *(marker.at for marker in self.upright())):
            for row in range(self.canvas.rows):
                self.canvas.put((self.column(x), row), self.letters.upright)

    def draw_lines(self) -> None:
        several = len(self.drawing.lines) > 1
        for number, line in enumerate(self.drawing.lines):
            places = [self.place(x, y) for x, y in line.points]
            self.draw_line(places, number)
            if several or self.dotted:
                self.keys.append((self.sign(number), line.label))
        if self.dotted:  # above all lines, so that no point is covered
            for number, line in enumerate(self.drawing.lines):
                for x, y in line.points:
                    self.canvas.put(self.place(x, y), self.letters.points[number])

    def draw_line(self, places: Sequence[Place], number: int) -> None:
        if self.letters.patterns:
            self.canvas.fine_line(places, self.letters.patterns[number])
        else:
            self.canvas.coarse_line(
                places, _JOINING if self.dotted else self.letters.points[number]
            )

    def sign(self, number: int) -> str:
        """What a line is known by: its points, or a piece of it."""
        if self.dotted or not self.letters.patterns:
            return self.letters.points[number]
        piece = Canvas(_PIECE, 1)
        piece.fine_line([(0, 0), (_PIECE - 1, 0)], self.letters.patterns[number])
        return piece.lines()[0]

    def levels(self) -> None:
        """Level markers, with their names on them where nothing else is."""
        for marker in self.drawing.markers:
            if marker.axis != "y":
                continue
            row = round(self.place(self.drawing.x.low, marker.at)[1])
            text = f" {marker.label} "
            start = self.canvas.columns - width(text)
            fits = start >= 0 and self.canvas.is_free(start, row, width(text))
            for column in range(self.canvas.columns):
                if self.canvas.is_free(column, row, 1):
                    self.canvas.put((column, row), self.letters.level)
            if fits:
                self.canvas.write(start, row, text)
            else:
                self.keys.append((self.letters.level * 3, marker.label))

    def framed(self) -> Iterator[str]:
        """The rows of the picture with the numbers of the y axis."""
        texts = {
            round((1 - mark.share) * (self.canvas.rows - 1)): mark.text for mark in self.y_marks
        }
        for number, row in enumerate(self.canvas.lines()):
            text = texts.get(number, "")
            sign = self.letters.up_tick if text else self.letters.up
            yield f"{pad(text, self.gutter, 'right')} {sign}{row}"

    def below(self) -> Iterator[str]:
        """The x axis, its numbers and its name. Each line ends where the picture ends."""
        columns, last = self.canvas.columns, self.canvas.columns - 1
        most = max(columns // _ROOM_OF_X_MARK, 2)
        axis, texts = Canvas(columns, 1), Canvas(self.gutter + 2 + columns, 1)
        axis.write(0, 0, self.letters.along * columns)
        for mark in scale.marks(self.drawing.x, most):
            column = round(mark.share * last)
            axis.put((column, 0), self.letters.along_tick)
            start = self.gutter + 2 + column - (width(mark.text) - 1) // 2
            start = max(min(start, texts.columns - width(mark.text)), 0)
            if texts.is_free(start - 1, 0, width(mark.text) + 2):
                texts.write(start, 0, mark.text)
        yield self.letters.corner + axis.lines()[0]
        yield texts.lines()[0]
        yield from wrap(scale.name(self.drawing.x), self.room)


def _bars(drawing: BarChart, room: int, letters: Letters) -> Iterator[str]:
    """A bar to a line, with its name before and its value behind it."""
    yield from wrap(scale.name(drawing.axis), room)
    grouped = any(bar.group for bar in drawing.bars)
    inner = room - len(INDENT) if grouped else room
    for group, members in groupby(drawing.bars, key=lambda bar: bar.group):
        rows = [line for bar in members for line in _bar(bar, drawing, inner, letters)]
        yield from wrap(group, room) if group else ()
        yield from indent(rows) if grouped else rows


def _bar(bar: ChartBar, drawing: BarChart, room: int, letters: Letters) -> Iterator[str]:
    labels = max(width(one.label) for one in drawing.bars)
    values = max(len(f"{one.value:g}") for one in drawing.bars)
    beside = labels <= room // 2
    longest = max(room - values - 1 - (labels + len(GAP) if beside else 0), 1)
    length = round(scale.share(drawing.axis, bar.value) * longest)
    drawn = letters.bar * max(length, 1 if bar.value else 0) + f" {bar.value:g}"
    if beside:
        yield pad(bar.label, labels) + GAP + drawn.strip()
    else:
        yield from wrap(bar.label, room)
        yield drawn.strip()
