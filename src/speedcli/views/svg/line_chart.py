"""Lines between two axes as SVG. They differ by dashes and points, never by colour."""

from __future__ import annotations

from speedcli.knowledge.figures import LineChart
from speedcli.views import scale
from speedcli.views.svg.sheet import LEADING, SMALL, Box, Name, Sheet, wide

_DASHES = ("", "8 5", "2 4", "8 4 2 4")
_LINE = SMALL * LEADING
_PIECE = 36  # of a line, in the key
_ROOM_OF_X_MARK, _ROOM_OF_Y_MARK = 44, 24
_MOST_X_MARKS, _MOST_Y_MARKS = 8, 6


def draw(sheet: Sheet, drawing: LineChart, *, dotted: bool) -> None:
    """The lines with their axes, and below them what each line is."""
    sheet.paragraph(scale.name(drawing.y))
    _Chart(sheet, drawing, dotted).draw()


class _Chart:
    def __init__(self, sheet: Sheet, drawing: LineChart, dotted: bool) -> None:
        self.sheet, self.drawing, self.dotted = sheet, drawing, dotted
        self.look, plot = sheet.look, sheet.shape.plot
        self.y_marks = scale.marks(drawing.y, min(plot // _ROOM_OF_Y_MARK, _MOST_Y_MARKS))
        gutter = max(wide(mark.text) for mark in self.y_marks) + 12
        left = sheet.left + min(gutter, sheet.shape.width / 2)
        most = int(sheet.right - left) // _ROOM_OF_X_MARK
        self.x_marks = scale.marks(drawing.x, max(min(most, _MOST_X_MARKS), 2))
        right = sheet.right - min(wide(self.x_marks[-1].text) / 2, _ROOM_OF_X_MARK)
        across = Box(left, 0, right, 0)
        self.stretches = sheet.set_out(
            Name(across.x(drawing.x, (one.low + one.high) / 2), one.label)
            for one in drawing.stretches
        )
        self.upright = [marker for marker in drawing.markers if marker.axis == "x"]
        self.rows = 1 + max((name.line for name in self.stretches), default=-1)
        top = sheet.at + (self.rows + len(self.upright)) * _LINE + 12
        self.box = Box(left, top, right, top + plot)

    def x(self, value: float) -> float:
        return self.box.x(self.drawing.x, value)

    def y(self, value: float) -> float:
        return self.box.y(self.drawing.y, value)

    def draw(self) -> None:
        self.ground()
        self.axes()
        self.markers()
        self.levels()
        for number, line in enumerate(self.drawing.lines):
            self.curve([(self.x(x), self.y(y)) for x, y in line.points], number)
        if len(self.drawing.lines) > 1 or self.dotted:
            self.key()

    def ground(self) -> None:
        """Every second stretch has a faint ground, and each its name above it."""
        box = self.box
        for stretch in self.drawing.stretches[::2]:
            left, right = self.x(stretch.low), self.x(stretch.high)
            size = {"width": right - left, "height": box.bottom - box.top}
            self.sheet.add("rect", x=left, y=box.top, fill=self.look.ground, **size)
        for x, line, text in self.stretches:
            self.sheet.text(x, box.top - 6 - line * _LINE, text, "middle")

    def axes(self) -> None:
        box, sheet, look = self.box, self.sheet, self.look
        for mark in self.y_marks:
            y = box.bottom - mark.share * (box.bottom - box.top)
            sheet.line(box.left, y, box.right, y, look.grid)
            sheet.text(box.left - 8, y + 4, mark.text, "end")
        for mark in self.x_marks:
            x = box.left + mark.share * (box.right - box.left)
            sheet.line(x, box.bottom, x, box.bottom + 5, look.ink)
            sheet.text(x, box.bottom + 19, mark.text, "middle")
        sheet.line(box.left, box.top, box.left, box.bottom, look.ink)
        sheet.line(box.left, box.bottom, box.right, box.bottom, look.ink)
        sheet.at = box.bottom + 20
        for text in sheet.wrapped(scale.name(self.drawing.x), box.right - sheet.left):
            sheet.at += _LINE
            sheet.text(box.right, sheet.at, text, "end")

    def levels(self) -> None:
        """Level markers, their names on a strip of paper that keeps other lines off."""
        left, sheet, look = self.box.left + 6, self.sheet, self.look
        for marker in self.drawing.markers:
            if marker.axis == "y":
                y = self.y(marker.at)
                sheet.line(self.box.left, y, self.box.right, y, look.pale, "2 3")
                strip = {"width": wide(marker.label), "height": SMALL + 2.0}
                sheet.add("rect", x=left, y=y + 4, fill=look.paper, **strip)
                sheet.text(left, y + 15, marker.label)

    def markers(self) -> None:
        """Upright markers: each has a line of its own for its name, above those of stretches."""
        above = self.box.top - 6 - self.rows * _LINE
        for marker in self.upright:
            x = self.x(marker.at)
            self.sheet.line(x, above + 4, x, self.box.bottom, self.look.pale, "2 3")
            (name,) = self.sheet.set_out([Name(x, marker.label)])
            self.sheet.text(name.x, above, marker.label, "middle")
            above -= _LINE

    def curve(self, places: list[tuple[float, float]], number: int) -> None:
        self.sheet.add(
            "polyline",
            points=" ".join(f"{round(x, 1):g},{round(y, 1):g}" for x, y in places),
            fill="none",
            stroke=self.look.ink,
            stroke_width="1.8",
            stroke_dasharray=_DASHES[number],
        )
        for x, y in places if self.dotted else ():
            self.point(x, y, number)

    def point(self, x: float, y: float, number: int) -> None:
        """Full and hollow, round and square."""
        ink = {"stroke": self.look.ink, "fill": self.look.paper if number % 2 else ""}
        if number < 2:
            self.sheet.add("circle", cx=x, cy=y, r=4.0, **ink)
        else:
            self.sheet.add("rect", x=x - 4, y=y - 4, width=8.0, height=8.0, **ink)

    def key(self) -> None:
        """A row to each line: a piece of it, and its name."""
        sheet, left = self.sheet, self.box.left
        sheet.at += 4
        for number, line in enumerate(self.drawing.lines):
            y = sheet.at + _LINE - 4
            sheet.line(left, y, left + _PIECE, y, self.look.ink, _DASHES[number])
            if self.dotted:
                self.point(left + _PIECE / 2, y, number)
            for text in sheet.wrapped(line.label, sheet.right - left - _PIECE - 10):
                sheet.at += _LINE
                sheet.text(left + _PIECE + 10, sheet.at, text)
