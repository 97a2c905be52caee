"""Figures as SVG, parsed back: every point and bar lies where its value is."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speedcli.knowledge.figures import Axis, BarChart, ChartBar, Curve, LineChart
from speedcli.knowledge.library import Library
from speedcli.views.letters import TIE
from speedcli.views.page import Figure
from speedcli.views.pages import figure as figures
from speedcli.views.pages import weeks
from speedcli.views.svg import picture as picture_of
from speedcli.views.svg.sheet import Look, Shape, wide
from tests.views.figures import axis, bar_charts, figure, line_chart, line_charts
from tests.views.test_plan_page import written

Element = ElementTree.Element
NAMESPACE = {"": "http://www.w3.org/2000/svg"}


def parsed(picture: Figure, *, upright: bool = False) -> Element:
    standing = replace(picture, upright=upright)
    root = ElementTree.fromstring(picture_of.document(standing))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    return root


def all_of(root: Element, tag: str) -> list[Element]:
    return root.findall(tag, NAMESPACE)


def texts(root: Element) -> list[str]:
    return ["".join(element.itertext()) for element in all_of(root, "text")]


def number(element: Element, name: str) -> float:
    return float(element.attrib[name])


def frame(root: Element) -> tuple[float, float, float, float]:
    """The left, top, right and bottom of the two axes, which are the black lines of no key."""
    black = [line for line in all_of(root, "line") if line.attrib["stroke"] == "#000"]
    (up,) = [line for line in black if abs(number(line, "y1") - number(line, "y2")) > 100]
    (along,) = [line for line in black if abs(number(line, "x1") - number(line, "x2")) > 100]
    return number(up, "x1"), number(up, "y1"), number(along, "x2"), number(along, "y1")


def values(places: str, root: Element, drawing: LineChart) -> list[tuple[float, float]]:
    """Places of the picture as values on its axes."""
    left, top, right, bottom = frame(root)

    def value(axis: Axis, share: float) -> float:
        return axis.low + share * (axis.high - axis.low)

    pairs = [pair.split(",") for pair in places.split()]
    return [
        (
            value(drawing.x, (float(x) - left) / (right - left)),
            value(drawing.y, (bottom - float(y)) / (bottom - top)),
        )
        for x, y in pairs
    ]


def shipped_pictures(library: Library) -> list[Figure]:
    return [figures.part(one, library) for one in library.figures.values()]


def test_every_point_of_every_shipped_line_is_where_its_value_is(shipped: Library) -> None:
    seen = 0
    for picture in shipped_pictures(shipped):
        if not isinstance(picture.drawing, LineChart):
            continue
        root = parsed(picture)
        curves = all_of(root, "polyline")
        assert len(curves) == len(picture.drawing.lines)
        for curve, line in zip(curves, picture.drawing.lines, strict=True):
            found = values(curve.attrib["points"], root, picture.drawing)
            assert len(found) == len(line.points)
            for (x, y), (wanted_x, wanted_y) in zip(found, line.points, strict=True):
                assert x == pytest.approx(wanted_x, abs=0.001 * reach(picture.drawing.x))
                assert y == pytest.approx(wanted_y, abs=0.001 * reach(picture.drawing.y))
                seen += 1
    assert seen > 100


def reach(axis: Axis) -> float:
    return axis.high - axis.low


def test_measured_points_have_dots_and_shapes_have_none(shipped: Library) -> None:
    for picture in shipped_pictures(shipped):
        if isinstance(picture.drawing, LineChart):
            points = sum(len(line.points) for line in picture.drawing.lines)
            keys = len(picture.drawing.lines)
            circles = len(all_of(parsed(picture), "circle"))
            assert circles == (points + keys if picture.dotted else 0), picture.title


def test_lying_bars_are_as_long_as_their_values(shipped: Library) -> None:
    for picture in shipped_pictures(shipped):
        if isinstance(picture.drawing, BarChart):
            root = parsed(picture)
            lengths = [number(bar, "width") for bar in all_of(root, "rect")[1:]]
            units = {
                round(length / bar.value, 1)
                for length, bar in zip(lengths, picture.drawing.bars, strict=True)
            }
            assert max(units) - min(units) <= 0.11
            shown = texts(root)
            assert all(f"{bar.value:g}" in shown for bar in picture.drawing.bars)


def test_a_picture_tells_its_title_and_itself_in_words(shipped: Library) -> None:
    for picture in shipped_pictures(shipped):
        root = parsed(picture)
        assert root.attrib["role"] == "img"
        first, second = list(root)[:2]
        assert (first.text, second.text) == (picture.title, picture.alt)
        shown = " ".join(texts(root)).replace(TIE, " ")
        assert picture.caption in shown
        assert picture.credit in shown
        assert picture.basis in shown


def test_no_picture_needs_colour(shipped: Library) -> None:
    for picture in shipped_pictures(shipped):
        for colour in re.findall(r'"(#[0-9a-f]+)"', picture_of.document(picture)):
            red, green, blue = re.findall(r"." if len(colour) == 4 else r"..", colour[1:])
            assert red == green == blue, colour
    several = line_chart(*(Curve(label=str(n), points=((0, n), (100, n))) for n in range(4)))
    dashes = [line.get("stroke-dasharray") for line in all_of(parsed(figure(several)), "polyline")]
    assert len(set(dashes)) == 4


SHAPES = (Shape(330, 150), Shape(312, 100), Shape(640, 50), Shape(640, 260))


def alone(picture: Figure, shape: Shape) -> Element:
    return picture_of.alone(picture, shape, Look())


@given(st.one_of(line_charts(), bar_charts()), st.booleans(), st.sampled_from(SHAPES))
def test_any_picture_is_sound_and_stays_on_its_sheet(
    drawing: LineChart | BarChart, upright: bool, shape: Shape
) -> None:
    picture = replace(figure(drawing), upright=upright)
    for root in (parsed(picture, upright=upright), alone(picture, shape)):
        height, wide = number(root, "height"), number(root, "width")
        for element in root.iter():
            for name in ("y", "y1", "y2", "cy"):
                assert 0 <= float(element.get(name, "0")) <= height
            for name in ("x", "x1", "x2", "cx"):
                assert -1 <= float(element.get(name, "0")) <= wide + 1


def reaches(text: Element) -> tuple[float, float, float]:
    """About where a text starts and ends, and the line that it stands on."""
    broad, x = wide(text.text or ""), number(text, "x")
    start = x - {"middle": broad / 2, "end": broad}.get(text.get("text-anchor", ""), 0)
    return start, start + broad, number(text, "y")


def test_no_two_words_of_a_shipped_picture_lie_on_each_other(shipped: Library) -> None:
    seen = 0
    for picture in shipped_pictures(shipped):
        for shape in SHAPES:
            root = alone(picture, shape)
            placed = [reaches(text) for text in root.iter("text")]
            for one, other in combinations(placed, 2):
                if abs(one[2] - other[2]) < 10:
                    assert one[1] <= other[0] or other[1] <= one[0], (picture.title, shape)
                    seen += 1
            for start, end, _ in placed:
                assert start >= -1, picture.title
                assert end <= shape.width + 1, picture.title
    assert seen > 100


def test_what_looks_like_markup_is_text() -> None:
    curve = Curve(label='<script>alert("&")</script>', points=((0, 0), (1, 1)))
    root = parsed(figure(line_chart(curve)))
    assert '<script>alert("&")</script>' in texts(root)
    assert {element.tag.partition("}")[2] for element in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "line",
        "polyline",
        "circle",
        "text",
    }


def test_the_load_of_a_plan_stands_as_bars_over_its_phases() -> None:
    plan = written("two-weeks.yaml")
    picture = weeks.load(plan.weeks)
    root = parsed(picture, upright=True)
    heights = [number(bar, "height") for bar in all_of(root, "rect")[1:]]
    metres = [week.totals.sprint_m for week in plan.weeks]
    assert len(heights) == len(metres)
    assert max(metres) > 0
    for height, metre in zip(heights, metres, strict=True):
        assert height / max(heights) == pytest.approx(metre / max(metres), abs=0.01)
    shown = texts(root)
    for week in plan.weeks:
        assert str(week.number) in shown
        assert week.phase in shown
        assert f"week {week.number}, {week.phase}: {week.totals.sprint_m} m" in picture.alt


def test_values_stand_on_bars_only_where_they_do_not_touch() -> None:
    for amount, shown in ((12, True), (16, False)):
        bars = tuple(ChartBar(label=str(n), value=530, group="load") for n in range(1, amount + 1))
        drawing = BarChart(kind="bars", axis=axis("m", 600), bars=bars)
        narrow = alone(replace(figure(drawing), upright=True), Shape(330, 150))
        written = [text.text for text in narrow.iter("text")]
        assert written.count("530") == (amount if shown else 0)
        assert {"0", "200", "400", "600"} <= {*written}


def test_a_phase_of_some_weeks_is_named_once_and_neighbours_do_not_touch() -> None:
    phases = ["intro", "load", "load", *["deload", "peak"] * 6]
    bars = tuple(
        ChartBar(label=str(number), value=10, group=phase) for number, phase in enumerate(phases, 1)
    )
    drawing = BarChart(kind="bars", axis=axis("m"), bars=bars)
    root = alone(replace(figure(drawing), upright=True), Shape(330, 150))
    shown = list(root.iter("text"))
    assert [text.text for text in shown].count("load") == 1
    named = [reaches(text) for text in shown if text.text in ("deload", "peak")]
    assert len(named) == 12
    for one, other in combinations(named, 2):
        assert one[2] != other[2] or one[1] < other[0] or other[1] < one[0]
