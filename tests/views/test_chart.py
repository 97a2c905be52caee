"""Figures drawn in letters: whole pictures, and what must hold for any picture."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speedcli.knowledge.figures import BarChart, ChartBar, Curve, LineChart, Marker
from speedcli.knowledge.library import Library
from speedcli.views import chart, text
from speedcli.views.letters import width
from speedcli.views.page import Figure, Page
from speedcli.views.pages import figure as figures
from speedcli.views.text import Style
from tests.views.figures import axis, bar_charts, figure, line_chart, line_charts

Golden = Callable[[str, str], None]


def drawn(library: Library, room: int, letters: chart.Letters) -> str:
    """Every shipped figure with its title, one below the other."""
    pictures = [
        "\n".join([one.title, "", *chart.lines(figures.part(one, library), room, letters)])
        for one in library.figures.values()
    ]
    assert len(pictures) >= 10
    return "\n\n\n".join(pictures) + "\n"


@pytest.mark.parametrize("columns", [60, 100])
def test_every_shipped_figure(columns: int, shipped: Library, golden: Golden) -> None:
    golden(f"views/charts-{columns}.txt", drawn(shipped, columns, chart.UNICODE))


def test_every_shipped_figure_in_ascii(shipped: Library, golden: Golden) -> None:
    picture = drawn(shipped, 60, chart.ASCII)
    assert picture.isascii()
    golden("views/charts-ascii.txt", picture)


def page(drawing: LineChart | BarChart, dotted: bool) -> Page:
    return Page("T", "", (figure(drawing, dotted=dotted),))


@given(st.one_of(line_charts(), bar_charts()), st.booleans(), st.integers(20, 130))
def test_any_picture_fits_its_room(
    drawing: LineChart | BarChart, dotted: bool, columns: int
) -> None:
    for charset in ("unicode", "ascii"):
        style = Style(charset="ascii" if charset == "ascii" else "unicode")
        shown = text.render(page(drawing, dotted), columns, style)
        assert max(map(width, shown.splitlines())) <= columns
        assert charset == "unicode" or shown.isascii()


def rows(picture: Figure, letters: chart.Letters = chart.ASCII) -> list[str]:
    """The rows between the axes, without the numbers at the left."""
    room = 60
    lines = chart.lines(picture, room, letters)
    marked = [line for line in lines if line[3:5] in (" |", " +")]
    return [line[5:] for line in marked][:-1]


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_point_stands_where_its_value_is(x: int, y: int) -> None:
    curve = Curve(label="one", points=((0, 0), (x, y)) if x else ((0, y), (100, y)))
    plot = rows(figure(line_chart(curve)))
    column = x / 100 * (60 - 5 - 1)
    row = (1 - y / 100) * (len(plot) - 1)
    assert plot[int(row + 0.5)][int(column + 0.5)] == "*"


def test_braille_and_letters_draw_the_same_line() -> None:
    curve = Curve(label="one", points=((0, 0), (40, 80), (100, 10)))
    shape = figure(line_chart(curve), dotted=False)
    ascii = rows(shape)
    dots = [line.split("┤")[-1].split("│")[-1] for line in chart.lines(shape, 60, chart.UNICODE)]
    fine = dots[1 : 1 + len(ascii)]
    for coarse, braille in zip(ascii, fine, strict=True):
        for column, letter in enumerate(coarse.rstrip()):
            near = braille.ljust(60)[max(column - 1, 0) : column + 2]
            assert letter == " " or near.strip(), (coarse, braille)


def test_lines_of_a_shape_differ_without_colour_and_are_named() -> None:
    curves = [Curve(label=f"line {n}", points=((0, n), (100, n + 50))) for n in range(0, 40, 10)]
    for letters in (chart.UNICODE, chart.ASCII):
        keys = chart.lines(figure(line_chart(*curves), dotted=False), 60, letters)[-4:]
        signs = [key.partition(" line")[0] for key in keys]
        assert len(set(signs)) == 4, signs
        assert [key.partition(" line ")[2] for key in keys] == ["0", "10", "20", "30"]


def test_a_shape_shows_no_points() -> None:
    curve = Curve(label="one", points=((0, 0), (50, 90), (100, 0)))
    shown = chart.lines(figure(line_chart(curve), dotted=False), 60, chart.UNICODE)
    assert "●" not in "".join(shown)
    assert "●" in "".join(chart.lines(figure(line_chart(curve)), 60, chart.UNICODE))


def test_a_marker_too_long_for_the_picture_is_told_below_it() -> None:
    curve = Curve(label="one", points=((0, 0), (100, 100)))
    long = Marker(label="the length of a contact at top speed", axis="x", at=50)
    shown = chart.lines(figure(line_chart(curve, markers=(long,))), 30, chart.ASCII)
    assert shown[-2:] == [": the length of a contact at", "  top speed"] or shown[-3:-1] == [
        ": the length of a contact at",
        "  top speed",
    ]


def test_bars_are_as_long_as_their_values() -> None:
    bars = tuple(ChartBar(label=f"b{value:>3}", value=value) for value in (100, 50, 1, 0))
    drawing = BarChart(kind="bars", axis=axis("share"), bars=bars)
    title, *lines = chart.lines(figure(drawing), 60, chart.ASCII)
    assert title == "share, %"
    assert [line.count("#") for line in lines] == [50, 25, 1, 0]
    assert [line.split()[-1] for line in lines] == ["100", "50", "1", "0"]
