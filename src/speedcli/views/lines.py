"""Text broken into lines of a given width, and texts set beside each other."""

from __future__ import annotations

import re

from speedcli.knowledge.frozen import NamedTuple
from speedcli.views.letters import TIE, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

INDENT = "  "
GAP = "  "
_WIDEST_LABEL = 40  # a longer one stands above its text
_NARROWEST_TEXT = 24  # beside a label; where there is less room the label stands above

# A number and its unit are read as one word.
_QUANTITY = re.compile(r"(?<=\d) (?=(?:%|°|deg|m|s|ms|kg|min|cm|km|N|m/s)(?![\w/]))")


class Labelled(NamedTuple):
    """A label, set to one width with its fellows, and a text."""

    label: str
    text: str


def wrap(text: str, room: int) -> list[str]:
    """`text` in lines of at most `room` columns; only a word longer than that is broken."""
    lines: list[str] = []
    left = 0
    for word in _words(_QUANTITY.sub(TIE, text), max(room, 1)):
        left -= width(word) + 1
        if lines and left >= 0:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
            left = room - width(word)
    return lines


def indent(lines: Iterable[str], by: str = INDENT) -> list[str]:
    """The lines, each moved to the right."""
    return [f"{by}{line}" if line else line for line in lines]


def pad(text: str, to: int, align: str = "left") -> str:
    """`text` filled up with blanks to `to` columns."""
    blanks = " " * (to - width(text))
    return blanks + text if align == "right" else text + blanks


def hang(label: str, text: str, room: int) -> list[str]:
    """`text` with `label` before its first line, and its other lines under the first."""
    margin = width(label)
    lines = wrap(text, room - margin) or [""]
    return [(label + lines[0]).rstrip(), *indent(lines[1:], " " * margin)]


def labelled(rows: Sequence[Labelled], room: int) -> Iterator[list[str]]:
    """Each row's lines: labels in a column of their own, or above where that leaves no room."""
    widest = min(_WIDEST_LABEL, room // 2)
    short = [width(row.label) for row in rows if width(row.label) <= widest]
    column = max(short, default=0)
    beside = room - column - len(GAP) >= _NARROWEST_TEXT
    for label, text in rows:
        if beside and width(label) <= column:
            yield hang(pad(label, column) + GAP, text, room)
        else:
            yield [*wrap(label, room), *indent(wrap(text, room - len(INDENT)))]


def ends(left: str, right: str, room: int) -> list[str]:
    """`left` and `right` at the two ends of a line, or below each other where they do not fit."""
    blanks = room - width(left) - width(right)
    if right and blanks >= len(GAP):
        return [left + " " * blanks + right]
    return [*wrap(left, room), *wrap(right, room)]


class Box(NamedTuple):
    """The lines of one cell, and the room they are set in."""

    lines: list[str]
    room: int
    align: str = "left"


def side_by_side(boxes: Sequence[Box]) -> list[str]:
    """The boxes beside each other, as lines."""
    height = max((len(box.lines) for box in boxes), default=0)
    rows = [[_line_of(box, number) for box in boxes] for number in range(height)]
    return [GAP.join(row).rstrip() for row in rows]


def _line_of(box: Box, number: int) -> str:
    line = box.lines[number] if number < len(box.lines) else ""
    return pad(line, box.room, box.align)


def _words(text: str, room: int) -> Iterator[str]:
    """The words of `text`; one that fits no line comes in pieces, at its ties where it has any."""
    for word in text.split(" "):
        pieces = [word] if width(word) <= room else word.split(TIE)
        for piece in pieces:
            while width(piece) > room and len(piece) > 1:
                cut = _fitting(piece, room)
                yield piece[:cut]
                piece = piece[cut:]
            if piece:
                yield piece


def _fitting(word: str, room: int) -> int:
    """How many letters of `word` fit, at least one."""
    cut = min(len(word), room)
    while cut > 1 and width(word[:cut]) > room:
        cut -= 1
    return cut
