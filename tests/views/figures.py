"""Figures for tests: made by hand, and any at all."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from speedcli.knowledge.figures import (
    Axis,
    BarChart,
    ChartBar,
    Curve,
    LineChart,
    Marker,
    Stretch,
)
from speedcli.knowledge.library import Library
from speedcli.views.page import Figure

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
SHARES = st.integers(0, 100)


def figure(drawing: LineChart | BarChart, *, dotted: bool = True) -> Figure:
    return Figure("A title", drawing, "See this.", "It rises.", "Measured.", "Me 2000", dotted)


def worded(library: Library, words: str) -> Library:
    """The library with one figure only, which says nothing but `words`."""
    figure = library.figures["gain-by-angle"]
    drawing = figure.drawing
    assert isinstance(drawing, LineChart)
    drawing = replace(drawing, x=replace(drawing.x, label=words))
    texts = dict.fromkeys(("title", "caption", "alt", "rests_on"), words)
    only = replace(figure, drawing=drawing, **texts)  # type: ignore[arg-type]
    return replace(library, figures={figure.id: only})


def line_chart(*curves: Curve, markers: tuple[Marker, ...] = ()) -> LineChart:
    """Curves on axes from 0 to 100."""
    return LineChart(kind="lines", x=axis("x"), y=axis("y"), lines=curves, markers=markers)


def axis(label: str, high: int = 100) -> Axis:
    return Axis(label=label, unit="%", low=0, high=high)


@st.composite
def line_charts(draw: st.DrawFn) -> LineChart:
    names = draw(st.lists(WORDS, min_size=1, max_size=4, unique=True))
    curves = [
        draw(st.builds(_curve, st.just(name), st.dictionaries(SHARES, SHARES, min_size=2)))
        for name in names
    ]
    stretch = st.builds(
        lambda a, n, label: Stretch(label=label, low=a, high=a + n),
        st.integers(0, 49),
        st.integers(1, 50),
        WORDS,
    )
    return LineChart(
        kind="lines",
        x=draw(axes()),
        y=draw(axes()),
        lines=tuple(curves),
        stretches=tuple(draw(st.lists(stretch, max_size=3))),
        markers=tuple(
            draw(
                st.lists(
                    st.builds(Marker, label=WORDS, axis=st.sampled_from("xy"), at=SHARES),
                    max_size=3,
                )
            )
        ),
    )


@st.composite
def axes(draw: st.DrawFn) -> Axis:
    """An axis that holds 0 to 100."""
    low = draw(st.integers(-1000, 0))
    return Axis(label=draw(WORDS), unit=draw(WORDS), low=low, high=draw(st.integers(100, 10**6)))


def bar_charts() -> st.SearchStrategy[BarChart]:
    bars = st.builds(ChartBar, label=WORDS, value=SHARES, group=st.none() | WORDS)
    made = st.builds(Axis, label=WORDS, unit=WORDS, low=st.just(0), high=st.just(100))
    return st.builds(
        BarChart,
        kind=st.just("bars"),
        axis=made,
        bars=st.lists(bars, min_size=1, max_size=8).map(tuple),
    )


def _curve(label: str, points: dict[int, int]) -> Curve:
    return Curve(label=label, points=tuple(sorted(points.items())))
