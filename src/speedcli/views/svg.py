"""A figure as SVG: black on white, readable in grey, with its title and words for those who listen.

One picture is 640 units wide and as high as its words need. LineChart differ by dashes and points,
never by colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from xml.etree import ElementTree

from speedcli.knowledge.figures import Axis, BarChart, ChartBar, LineChart
from speedcli.views import scale
from speedcli.views.letters import harmless, width
from speedcli.views.lines import wrap
from speedcli.views.page import Figure, with_texts

Element = ElementTree.Element

WIDTH = 640
_EDGE = 20  # left and right of everything
_LEFT = 84  # of the frame
_RIGHT = WIDTH - 28
_PLOT = 260  # height of the frame around lines
_BAR, _BESIDE = 22, 12  # a bar, and the room between two
_COLUMN = 200  # height of upright bars
_LETTER = 0.52  # mean width of a letter, as a part of its size

_TITLE, _TEXT, _SMALL = 17, 13, 12
_LEADING = 1.35
_FONT = "Helvetica, Arial, sans-serif"
_INK, _PALE, _FAINT, _BACK = "#000", "#666", "#ddd", "#f3f3f3"
_DASHES = ("", "8 5", "2 4", "8 4 2 4")


class Box(NamedTuple):
    """The frame that values are drawn in."""

    left: float
    top: float
    right: float
    bottom: float

    def x(self, axis: Axis, value: float) -> float:
        """Where a value of a lying axis is."""
        return self.left + scale.share(axis, value) * (self.right - self.left)

    def y(self, axis: Axis, value: float) -> float:
        """Where a value of an upright axis is."""
        return self.bottom - scale.share(axis, value) * (self.bottom - self.top)


def render(figure: Figure, *, upright: bool = False) -> str:
    """The figure as an SVG document. Bars lie, unless `upright` ones are asked for."""
    clean = with_texts(figure, harmless)
    sheet = _Sheet(clean)
    if isinstance(clean.drawing, LineChart):
        _Chart(sheet, clean.drawing, clean.dotted).draw()
    elif upright:
        _columns(sheet, clean.drawing)
    else:
        _bars(sheet, clean.drawing)
    return sheet.document()


class _Sheet:
    """The picture as far as it is drawn; `at` is where the next thing goes, from the top."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")
        for tag, text in (("title", figure.title), ("desc", figure.alt)):
            ElementTree.SubElement(self.root, tag).text = text
        self.add("rect", width="100%", height="100%", fill="#fff")
        self.at = float(_EDGE)
        self.paragraph(figure.title, _TITLE, weight="bold")
        self.at += 6

    def add(self, tag: str, **given: str | float) -> Element:
        """An element; underscores in names stand for hyphens, and numbers are made short."""
        named = {
            key.replace("_", "-"): value if isinstance(value, str) else f"{value:.2f}"
            for key, value in given.items()
            if value != ""
        }
        return ElementTree.SubElement(self.root, tag, named)

    def line(self, x1: float, y1: float, x2: float, y2: float, ink: str, dash: str = "") -> None:
        self.add("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=ink, stroke_dasharray=dash)

    def text(self, x: float, y: float, text: str, anchor: str = "start", **more: str) -> None:
        named = {"font_size": str(_SMALL), "text_anchor": anchor, "fill": _INK, **more}
        self.add("text", x=x, y=y, **named).text = text

    def paragraph(self, text: str, size: int, ink: str = _INK, weight: str = "normal") -> None:
        """Running text across the sheet, and the next thing below it."""
        for line in wrap(text, int((WIDTH - 2 * _EDGE) / (size * _LETTER))):
            self.at += size * _LEADING
            self.text(_EDGE, self.at, line, fill=ink, font_size=str(size), font_weight=weight)

    def document(self) -> str:
        """Below the picture: what to see, and how far to trust it."""
        figure = self.figure
        self.at += 8
        self.paragraph(figure.caption, _TEXT)
        self.at += 4
        credit = f" {figure.credit}." if figure.credit else ""
        self.paragraph(f"{figure.basis}{credit}", _SMALL, _PALE)
        height = round(self.at + _EDGE)
        self.root.attrib |= {
            "width": str(WIDTH),
            "height": str(height),
            "viewBox": f"0 0 {WIDTH} {height}",
            "font-family": _FONT,
        }
        ElementTree.indent(self.root)
        return ElementTree.tostring(self.root, encoding="unicode") + "\n"


class _Chart:
    """Lines between two axes."""

    def __init__(self, sheet: _Sheet, drawing: LineChart, dotted: bool) -> None:
        self.sheet, self.drawing, self.dotted = sheet, drawing, dotted
        self.names = [marker for marker in drawing.markers if marker.axis == "x"]
        above = bool(drawing.stretches) + len(self.names)
        top = sheet.at + (1 + above) * _SMALL * _LEADING + 16
        self.box = Box(_LEFT, top, _RIGHT, top + _PLOT)

    def draw(self) -> None:
        self.sheet.at += _SMALL * _LEADING
        self.sheet.text(_EDGE, self.sheet.at, scale.name(self.drawing.y))
        self.stretches()
        self.axes()
        self.markers()
        for number, line in enumerate(self.drawing.lines):
            places = [
                (self.box.x(self.drawing.x, x), self.box.y(self.drawing.y, y))
                for x, y in line.points
            ]
            self.curve(places, number)
        self.sheet.at = self.box.bottom + 3 * _SMALL * _LEADING
        if len(self.drawing.lines) > 1 or self.dotted:
            self.key()

    def stretches(self) -> None:
        """Every second stretch has a faint ground, and each its name above it."""
        box, x = self.box, self.drawing.x
        for number, stretch in enumerate(self.drawing.stretches):
            left, right = box.x(x, stretch.low), box.x(x, stretch.high)
            if number % 2 == 0:
                size = {"width": right - left, "height": box.bottom - box.top}
                self.sheet.add("rect", x=left, y=box.top, fill=_BACK, **size)
            self.sheet.text((left + right) / 2, box.top - 6, stretch.label, "middle")

    def axes(self) -> None:
        box, sheet = self.box, self.sheet
        for mark in scale.marks(self.drawing.y, 6):
            y = box.bottom - mark.share * (box.bottom - box.top)
            sheet.line(box.left, y, box.right, y, _FAINT)
            sheet.text(box.left - 8, y + 4, mark.text, "end")
        for mark in scale.marks(self.drawing.x, 8):
            x = box.left + mark.share * (box.right - box.left)
            sheet.line(x, box.bottom, x, box.bottom + 5, _INK)
            sheet.text(x, box.bottom + 19, mark.text, "middle")
        sheet.line(box.left, box.top, box.left, box.bottom, _INK)
        sheet.line(box.left, box.bottom, box.right, box.bottom, _INK)
        sheet.text(box.right, box.bottom + 36, scale.name(self.drawing.x), "end")

    def markers(self) -> None:
        box, sheet = self.box, self.sheet
        above = box.top - 6 - bool(self.drawing.stretches) * _SMALL * _LEADING
        for marker in self.drawing.markers:
            if marker.axis == "x":
                x = box.x(self.drawing.x, marker.at)
                sheet.line(x, above + 4, x, box.bottom, _PALE, "2 3")
                sheet.text(x, above, marker.label, _anchor(x))
                above -= _SMALL * _LEADING
            else:
                y = box.y(self.drawing.y, marker.at)
                sheet.line(box.left, y, box.right, y, _PALE, "2 3")
                sheet.text(box.left + 6, y + 14, marker.label)

    def curve(self, places: list[tuple[float, float]], number: int) -> None:
        written = " ".join(f"{x:.2f},{y:.2f}" for x, y in places)
        self.sheet.add(
            "polyline",
            points=written,
            fill="none",
            stroke=_INK,
            stroke_width="1.8",
            stroke_dasharray=_DASHES[number],
        )
        for x, y in places if self.dotted else ():
            self.point(x, y, number)

    def point(self, x: float, y: float, number: int) -> None:
        """Full and hollow, round and square."""
        ink = {"fill": _INK if number % 2 == 0 else "#fff", "stroke": _INK}
        if number < 2:
            self.sheet.add("circle", cx=x, cy=y, r=4.0, **ink)
        else:
            self.sheet.add("rect", x=x - 4, y=y - 4, width=8.0, height=8.0, **ink)

    def key(self) -> None:
        """A row to each line: a piece of it, and its name."""
        for number, line in enumerate(self.drawing.lines):
            self.sheet.at += _TEXT * _LEADING
            y = self.sheet.at - 4
            dash = _DASHES[number]
            self.sheet.line(_LEFT, y, _LEFT + 36, y, _INK, dash)
            if self.dotted:
                self.point(_LEFT + 18, y, number)
            self.sheet.text(_LEFT + 46, self.sheet.at, line.label)


def _bars(sheet: _Sheet, drawing: BarChart) -> None:
    """Lying bars, with their names before and their values behind them."""
    left = _EDGE + max(_wide(bar.label) for bar in drawing.bars) + 14
    right = _RIGHT - max(_wide(f"{bar.value:g}") for bar in drawing.bars)
    sheet.paragraph(scale.name(drawing.axis), _SMALL)
    sheet.at += 10
    top = sheet.at
    for group, members in groupby(drawing.bars, key=lambda bar: bar.group):
        if group:
            sheet.paragraph(group, _SMALL, weight="bold")
            sheet.at += 6
        for bar in members:
            length = scale.share(drawing.axis, bar.value) * (right - left)
            where = {"x": left, "y": sheet.at, "width": length, "height": float(_BAR)}
            sheet.add("rect", fill=_PALE, **where)
            sheet.text(left - 8, sheet.at + 15, bar.label, "end")
            sheet.text(left + length + 6, sheet.at + 15, f"{bar.value:g}")
            sheet.at += _BAR + _BESIDE
    sheet.line(left, top, left, sheet.at, _INK)


def _columns(sheet: _Sheet, drawing: BarChart) -> None:
    """Bars that stand beside each other, as weeks do, with the names of their groups below."""
    sheet.paragraph(scale.name(drawing.axis), _SMALL)
    top = sheet.at + 22
    box = Box(_EDGE + 36, top, _RIGHT, top + _COLUMN)
    room = (box.right - box.left) / max(len(drawing.bars), 1)
    for mark in scale.marks(drawing.axis, 5):
        y = box.bottom - mark.share * (box.bottom - box.top)
        sheet.line(box.left, y, box.right, y, _FAINT)
        sheet.text(box.left - 6, y + 4, mark.text, "end")
    for number, bar in enumerate(drawing.bars):
        left, y = box.left + number * room, box.y(drawing.axis, bar.value)
        size = {"width": room * 0.7, "height": box.bottom - y}
        sheet.add("rect", x=left + room * 0.15, y=y, fill=_PALE, **size)
        sheet.text(left + room / 2, y - 5, f"{bar.value:g}", "middle")
        sheet.text(left + room / 2, box.bottom + 17, bar.label, "middle")
    sheet.line(box.left, box.bottom, box.right, box.bottom, _INK)
    runs = list(_runs(drawing.bars))
    crowded = any(_wide(group) > (last - first + 1) * room - 12 for first, last, group in runs)
    for number, (first, last, group) in enumerate(runs):
        lower = _SMALL * _LEADING if crowded and number % 2 else 0
        left, right = box.left + first * room + 4, box.left + (last + 1) * room - 4
        sheet.line(left, box.bottom + 25, right, box.bottom + 25, _INK)
        sheet.text((left + right) / 2, box.bottom + 40 + lower, group, "middle")
    sheet.at = box.bottom + (60 if crowded else 44)


def _runs(bars: tuple[ChartBar, ...]) -> Iterator[tuple[int, int, str]]:
    """The first and the last number of neighbours that share a group, and its name."""
    numbered = groupby(enumerate(bars), key=lambda pair: pair[1].group)
    for group, members in numbered:
        numbers = [number for number, _ in members]
        if group:
            yield numbers[0], numbers[-1], group


def _anchor(x: float) -> str:
    """How a name stands at its place, so that it does not run off the sheet."""
    return "middle" if _LEFT + 60 < x < _RIGHT - 60 else "start" if x < WIDTH / 2 else "end"


def _wide(text: str) -> float:
    return width(text) * _SMALL * _LETTER
