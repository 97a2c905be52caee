"""What a picture is drawn on: a sheet that is filled from the top, in given inks and letters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree import ElementTree

from speedcli.knowledge.figures import Axis
from speedcli.views import scale
from speedcli.views.letters import width
from speedcli.views.lines import wrap

Element = ElementTree.Element

TITLE, TEXT, SMALL = 17, 13, 12  # sizes of letters
LEADING = 1.35
_LETTER = 0.52  # mean width of a letter, as a part of its size
_APART = 9  # the least room between two names on one line


class Look(NamedTuple):
    """Inks and letters: those of a file, unless a form has its own."""

    ink: str = "#000"  # of lines and words
    pale: str = "#666"  # of words that matter less
    bar: str = "#666"
    grid: str = "#ddd"
    ground: str = "#f3f3f3"  # of every second stretch
    paper: str = "#fff"  # in hollow points
    font: str = "Helvetica, Arial, sans-serif"


class Shape(NamedTuple):
    """How wide a picture is, and how high what lies between its axes; in units of its letters."""

    width: int
    plot: int


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


class Name(NamedTuple):
    """A text, and the place that its middle belongs to."""

    x: float
    text: str


class Placed(NamedTuple):
    """A name where it has room: around `x`, on a line counted from the picture outwards."""

    x: float
    line: int
    text: str


class Sheet:
    """The picture as far as it is drawn; `at` is where the next thing goes, from the top."""

    def __init__(self, shape: Shape, look: Look, edge: int) -> None:
        self.shape, self.look = shape, look
        self.left, self.right = float(edge), float(shape.width - edge)
        self.at = float(edge)
        self.root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")

    def add(self, tag: str, **given: str | float) -> Element:
        """An element; underscores in names stand for hyphens, and numbers are made short."""
        named = {
            key.replace("_", "-"): value if isinstance(value, str) else f"{round(value, 1):g}"
            for key, value in given.items()
            if value != ""
        }
        return ElementTree.SubElement(self.root, tag, named)

    def say(self, tag: str, text: str) -> None:
        """Words that belong to the picture and are not drawn."""
        ElementTree.SubElement(self.root, tag).text = text

    def line(self, x1: float, y1: float, x2: float, y2: float, ink: str, dash: str = "") -> None:
        """A straight line, whole or dashed."""
        self.add("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=ink, stroke_dasharray=dash)

    def text(self, x: float, y: float, text: str, anchor: str = "", **more: str) -> None:
        """One line of small text in ink, unless `more` says otherwise."""
        self.add("text", x=x, y=y, text_anchor=anchor, **more).text = text

    def paragraph(self, text: str, size: int = SMALL, ink: str = "", weight: str = "") -> None:
        """Running text across the sheet, and the next thing below it."""
        font_size = "" if size == SMALL else str(size)
        more = {"fill": ink, "font_size": font_size, "font_weight": weight}
        for line in self.wrapped(text, self.right - self.left, size):
            self.at += size * LEADING
            self.text(self.left, self.at, line, **more)

    def wrapped(self, text: str, room: float, size: int = SMALL) -> list[str]:
        """A text in lines as wide as `room`, as far as that can be told without a font."""
        return wrap(text, int(room / (size * _LETTER)))

    def set_out(self, names: Iterable[Name]) -> list[Placed]:
        """Names around their places, as far as the sheet goes, on as many lines as they need."""
        ends: list[float] = []
        placed = []
        for name in sorted(names):
            half = wide(name.text) / 2
            x = max(min(name.x, self.right - half), self.left + half)
            line = next((n for n, end in enumerate(ends) if end + _APART <= x - half), len(ends))
            ends[line : line + 1] = [x + half]
            placed.append(Placed(x, line, name.text))
        return placed

    def finished(self) -> Element:
        """The picture, as high as what was drawn."""
        measure, height = self.shape.width, round(self.at + self.left)
        self.root.attrib |= {
            "width": str(measure),
            "height": str(height),
            "viewBox": f"0 0 {measure} {height}",
            "font-size": str(SMALL),
            "fill": self.look.ink,
            **({"font-family": self.look.font} if self.look.font else {}),
        }
        return self.root


def wide(text: str) -> float:
    """About how wide a small text is."""
    return width(text) * SMALL * _LETTER
