"""Checks of figures: nothing is drawn beyond its axes, or looks surer than its sources."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from speedcli.knowledge.figures import Axis, BarChart, Curve, Figure, LineChart
from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import Problem
from speedcli.knowledge.records import Where
from speedcli.knowledge.values import Number, plain

_MOST_LINES = 4  # as many as can be told apart without colour


def figures_belong_somewhere(library: Library) -> Iterator[Problem]:
    """Every figure is shown with a concept or a rule."""
    for figure in library.figures.values():
        if not figure.concepts and not figure.rules:
            yield Problem(figure.where, f"figure {figure.id!r} names no concept and no rule")


def figures_rest_on_something(library: Library) -> Iterator[Problem]:
    """Every figure has a source, and values are no coaching practice."""
    for figure in library.figures.values():
        if not figure.sources:
            said = f"figure {figure.id!r} has no source"
            yield Problem(figure.where, f"{said}; name one, or 'practice' for a schematic one")
        elif figure.basis != "schematic" and set(figure.sources) <= {"practice"}:
            said = f"figure {figure.id!r} is {figure.basis!r} but rests on practice alone"
            yield Problem(figure.where, f"{said}; name what was measured, or call it 'schematic'")


def figures_stay_inside_their_axes(library: Library) -> Iterator[Problem]:
    """Axes run upwards, and what is drawn or named on them lies within their ends."""
    for figure in library.figures.values():
        drawing = figure.drawing
        axes = (drawing.axis,) if isinstance(drawing, BarChart) else (drawing.x, drawing.y)
        if wrong := [problem for axis in axes for problem in _axis(axis)]:
            yield from wrong
        elif isinstance(drawing, BarChart):
            for bar in drawing.bars:
                yield from _within(drawing.axis, bar.value, f"bar {bar.label!r}", bar.where)
        else:
            yield from _named_places(drawing)
            for line in drawing.lines:
                yield from _points(line, drawing)


def lines_can_be_told_apart(library: Library) -> Iterator[Problem]:
    """A figure has one to four lines, or some bars, and no two share a label."""
    for figure in library.figures.values():
        labels = _labels(figure)
        if not labels:
            yield Problem(figure.drawing.where, f"figure {figure.id!r} draws nothing")
        for label in {label for label in labels if labels.count(label) > 1}:
            yield Problem(figure.drawing.where, f"figure {figure.id!r} has two called {label!r}")
        if isinstance(figure.drawing, LineChart) and len(labels) > _MOST_LINES:
            said = f"figure {figure.id!r} has {len(labels)} lines"
            yield Problem(figure.drawing.where, f"{said}; without colour {_MOST_LINES} are enough")


def bars_start_at_zero(library: Library) -> Iterator[Problem]:
    """A bar's length is its value, so its axis may not be cut off."""
    for figure in library.figures.values():
        if isinstance(figure.drawing, BarChart) and figure.drawing.axis.low != 0:
            axis = figure.drawing.axis
            said = f"the axis of bars starts at 0, here 'low' is {plain(axis.low)}"
            yield Problem(axis.where, said)


def _labels(figure: Figure) -> list[str]:
    if isinstance(figure.drawing, LineChart):
        return [line.label for line in figure.drawing.lines]
    return [f"{bar.group or ''} {bar.label}".strip() for bar in figure.drawing.bars]


def _axis(axis: Axis) -> Iterator[Problem]:
    if axis.low >= axis.high:
        said = f"axis {axis.label!r} runs from {plain(axis.low)} to {plain(axis.high)}"
        yield Problem(axis.where, f"{said}; 'low' wants to be less than 'high'")
    for tick in axis.ticks:
        yield from _within(axis, tick.at, f"tick {tick.text!r}", tick.where)


def _named_places(drawing: LineChart) -> Iterator[Problem]:
    for stretch in drawing.stretches:
        if stretch.low >= stretch.high:
            said = f"stretch {stretch.label!r} ends where it starts, or before"
            yield Problem(stretch.where, said)
        for end in (stretch.low, stretch.high):
            yield from _within(drawing.x, end, f"stretch {stretch.label!r}", stretch.where)
    for marker in drawing.markers:
        axis = drawing.x if marker.axis == "x" else drawing.y
        yield from _within(axis, marker.at, f"marker {marker.label!r}", marker.where)


def _points(line: Curve, drawing: LineChart) -> Iterator[Problem]:
    subject = f"line {line.label!r}"
    if wrong := [point for point in line.points if len(point) != 2]:
        yield Problem(line.where, f"{subject} has a point {_list(wrong[0])}; it wants [x, y]")
        return
    places = [x for x, _ in line.points]
    if len(places) < 2:
        yield Problem(line.where, f"{subject} wants two points or more")
    if any(left >= right for left, right in pairwise(places)):
        yield Problem(line.where, f"{subject} wants its points from left to right")
    for x, y in line.points:
        yield from _within(drawing.x, x, subject, line.where)
        yield from _within(drawing.y, y, subject, line.where)


def _within(axis: Axis, value: Number, subject: str, where: Where) -> Iterator[Problem]:
    if not axis.low <= value <= axis.high:
        ends = f"{plain(axis.low)} to {plain(axis.high)}"
        said = f"{subject} is at {plain(value)}, outside of {axis.label!r}, {ends}"
        yield Problem(where, said)


def _list(point: tuple[Number, ...]) -> str:
    return f"[{', '.join(map(plain, point))}]"
