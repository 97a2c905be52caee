"""Bars as SVG: lying, with a name before each, or upright, as weeks stand beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from speedcli.knowledge.figures import BarChart, ChartBar
from speedcli.views import scale
from speedcli.views.svg.sheet import LEADING, SMALL, Box, Name, Sheet, wide

_BAR, _BESIDE = 22, 12  # a bar, and the room between two
_LINE = SMALL * LEADING
_ROOM_OF_MARK, _MOST_MARKS = 24, 6
_APART = 5  # the least room between two values


def lying(sheet: Sheet, drawing: BarChart) -> None:
    """Bars with their names before them, or above where they are long, and their values behind."""
    longest = max(wide(bar.label) for bar in drawing.bars)
    beside = longest <= (sheet.right - sheet.left) / 2
    left = sheet.left + (longest + 14 if beside else 0)
    right = sheet.right - max(wide(f"{bar.value:g}") for bar in drawing.bars) - 8
    sheet.paragraph(scale.name(drawing.axis))
    sheet.at += 10
    top = sheet.at
    for group, members in groupby(drawing.bars, key=lambda bar: bar.group):
        if group:
            sheet.paragraph(group, weight="bold")
            sheet.at += 6
        for bar in members:
            if not beside:
                sheet.paragraph(bar.label)
                sheet.at += 4
            length = scale.share(drawing.axis, bar.value) * (right - left)
            where = {"x": left, "y": sheet.at, "width": length, "height": float(_BAR)}
            sheet.add("rect", fill=sheet.look.bar, **where)
            if beside:
                sheet.text(left - 8, sheet.at + 15, bar.label, "end")
            sheet.text(left + length + 6, sheet.at + 15, f"{bar.value:g}")
            sheet.at += _BAR + _BESIDE
    sheet.line(left, top, left, sheet.at, sheet.look.ink)


def upright(sheet: Sheet, drawing: BarChart) -> None:
    """Bars beside each other, with the names of their groups below.

    Values stand on them where they have the room, else the axis has to do.
    """
    sheet.paragraph(scale.name(drawing.axis))
    marks = scale.marks(drawing.axis, max(min(sheet.shape.plot // _ROOM_OF_MARK, _MOST_MARKS), 3))
    left = sheet.left + max(wide(mark.text) for mark in marks) + 10
    room = (sheet.right - left) / len(drawing.bars)
    valued = max(wide(f"{bar.value:g}") for bar in drawing.bars) + _APART <= room
    top = sheet.at + (22 if valued else 10)
    box = Box(left, top, sheet.right, top + sheet.shape.plot)
    for mark in marks:
        y = box.bottom - mark.share * (box.bottom - box.top)
        if not valued:  # a line through a value would strike it out
            sheet.line(box.left, y, box.right, y, sheet.look.grid)
        sheet.text(box.left - 6, y + 4, mark.text, "end")
    for number, bar in enumerate(drawing.bars):
        x, y = box.left + number * room, box.y(drawing.axis, bar.value)
        size = {"width": room * 0.7, "height": box.bottom - y}
        sheet.add("rect", x=x + room * 0.15, y=y, fill=sheet.look.bar, **size)
        if valued:
            sheet.text(x + room / 2, y - 5, f"{bar.value:g}", "middle")
        sheet.text(x + room / 2, box.bottom + 16, bar.label, "middle")
    sheet.line(box.left, box.bottom, box.right, box.bottom, sheet.look.ink)
    sheet.at = box.bottom + 20
    _groups(sheet, box, drawing.bars)


def _groups(sheet: Sheet, box: Box, bars: tuple[ChartBar, ...]) -> None:
    """A line below the bars of each group, and its name under that."""
    room = (box.right - box.left) / len(bars)
    names = []
    for first, last, group in _runs(bars):
        left, right = box.left + first * room + 3, box.left + (last + 1) * room - 3
        sheet.line(left, sheet.at + 3, right, sheet.at + 3, sheet.look.ink)
        names.append(Name((left + right) / 2, group))
    for x, line, text in (placed := sheet.set_out(names)):
        sheet.text(x, sheet.at + 17 + line * _LINE, text, "middle")
    lines = 1 + max((name.line for name in placed), default=-1)
    sheet.at += 6 + lines * _LINE


def _runs(bars: tuple[ChartBar, ...]) -> Iterator[tuple[int, int, str]]:
    """The first and the last number of neighbours that share a group, and its name."""
    numbered = groupby(enumerate(bars), key=lambda pair: pair[1].group)
    for group, members in numbered:
        numbers = [number for number, _ in members]
        if group:
            yield numbers[0], numbers[-1], group
