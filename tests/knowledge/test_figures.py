"""Figures that would show more than they may: each is told with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.knowledge import lookup
from speedcli.knowledge.figures import BarChart, LineChart
from speedcli.knowledge.library import Library
from speedcli.knowledge.load import check, data_dir, load
from speedcli.knowledge.names import called
from tests.knowledge.conftest import WORLD

FIGURES = """\
figures:
- id: pull
  title: Pull of a band
  concepts: [isometric]
  drawing:
    kind: lines
    x: {label: stretch, unit: '%', low: 0, high: 100, ticks: [{at: 0, text: slack}]}
    y: {label: pull, unit: N, low: 0, high: 50}
    lines:
    - {label: thin, points: [[0, 0], [50, 12.5], [100, 20]]}
    - {label: thick, points: [[0, 0], [100, 50]]}
    stretches: [{label: toe, low: 0, high: 10}]
    markers: [{label: double, axis: x, at: 100}]
  caption: It pulls.
  alt: A line that rises.
  basis: measured
  rests-on: One band.
  sources: [weyand2000]
- id: shares
  title: Shares
  concepts: [isometric]
  drawing:
    kind: bars
    axis: {label: share, unit: '%', low: 0, high: 100}
    bars: [{label: fast, value: 75}, {label: slow, value: 25}]
  caption: Mostly fast.
  alt: Two bars.
  basis: schematic
  rests-on: Drawn for the eye.
  sources: [practice]
"""

Files = Callable[..., Path]


@pytest.fixture
def told(in_files: Files) -> Callable[..., list[str]]:
    """What is wrong once `old` has become `new`, each with its line."""

    def found(old: str = "", new: str = "") -> list[str]:
        assert old in FIGURES
        directory = in_files(world=WORLD, figures=FIGURES.replace(old, new, 1))
        return [f"{problem.where.line}: {problem.message}" for problem in check(directory)]

    return found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "[100, 20]]",
            "[100, 51]]",
            "10: line 'thin' is at 51, outside of 'pull', 0 to 50",
        ),
        (
            "[100, 20]]",
            "[101, 20]]",
            "10: line 'thin' is at 101, outside of 'stretch', 0 to 100",
        ),
        (
            "[50, 12.5]",
            "[50, 12.5, 1]",
            "10: line 'thin' has a point [50, 12.5, 1]; it wants [x, y]",
        ),
        (
            "[[0, 0], [100, 50]]",
            "[[0, 0]]",
            "11: line 'thick' wants two points or more",
        ),
        (
            "[50, 12.5]",
            "[0, 12.5]",
            "10: line 'thin' wants its points from left to right",
        ),
        ("at: 0,", "at: -1,", "7: tick 'slack' is at -1, outside of 'stretch', 0 to 100"),
        ("high: 10}", "high: 110}", "12: stretch 'toe' is at 110, outside of 'stretch', 0 to 100"),
        ("low: 0, high: 10}", "low: 10, high: 10}", "12: stretch 'toe' ends where it starts, or b"),
        (
            "axis: x, at: 100",
            "axis: y, at: 100",
            "13: marker 'double' is at 100, outside of 'pull', 0 to 50",
        ),
        (
            "low: 0, high: 50}",
            "low: 50, high: 50}",
            "8: axis 'pull' runs from 50 to 50; 'low' wants to be less than 'high'",
        ),
        ("label: thick", "label: thin", "6: figure 'pull' has two called 'thin'"),
        (
            "    - {label: thick, points: [[0, 0], [100, 50]]}\n",
            "".join(f"    - {{label: l{n}, points: [[0, 0], [9, {n}]]}}\n" for n in range(4)),
            "6: figure 'pull' has 5 lines; without colour 4 are enough",
        ),
        (
            "[{label: fast, value: 75}, {label: slow, value: 25}]",
            "[]",
            "23: figure 'shares' draws nothing",
        ),
        (
            "value: 75",
            "value: 175",
            "25: bar 'fast' is at 175, outside of 'share', 0 to 100",
        ),
        (
            "unit: '%', low: 0, high: 100}\n    bars",
            "unit: '%', low: 20, high: 100}\n    bars",
            "24: the axis of bars starts at 0, here 'low' is 20",
        ),
        (
            "concepts: [isometric]\n  drawing:\n    kind: bars",
            "concepts: []\n  drawing:\n    kind: bars",
            "19: figure 'shares' names no concept and no rule",
        ),
        (
            "[practice]",
            "[]",
            "19: figure 'shares' has no source; name one, or 'practice' for a schematic one",
        ),
        (
            "basis: schematic",
            "basis: measured",
            "19: figure 'shares' is 'measured' but rests on practice alone; name what was",
        ),
        ("[weyand2000]", "[weyland2000]", "2: 'sources' names 'weyland2000', which is no source;"),
        ("[isometric]", "[isometrik]", "2: 'concepts' names 'isometrik', which is no concept;"),
        ("unit: N, ", "", "8: missing key 'unit'"),
        ("kind: bars", "kind: pies", "23: 'kind' cannot be 'pies'"),
        ("basis: measured", "basis: guessed", "16: 'basis' wants one of measured, worked-out"),
    ],
)
def test_what_may_not_be_drawn_is_told(
    told: Callable[..., list[str]], old: str, new: str, said: str
) -> None:
    (message,) = told(old, new)
    assert message.startswith(said)


def test_figures_as_they_should_be_are_sound(told: Callable[..., list[str]]) -> None:
    assert told() == []


def test_a_rule_can_have_a_figure_of_its_own(in_files: Files) -> None:
    alone = FIGURES.replace("concepts: [isometric]", "concepts: []\n  rules: [R07]", 1)
    library = load(in_files(world=WORLD, figures=alone))
    assert [figure.id for figure in library.figures_of_rule("R07")] == ["pull"]
    assert [figure.id for figure in library.figures_for("isometric")] == ["shares"]
    assert check(in_files(figures=alone.replace("[R07]", "[R70]"))) != []


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load(data_dir())


def test_the_wanted_figures_are_there(shipped: Library) -> None:
    wanted = {
        "force-and-power-curve",
        "force-over-time",
        "recruitment-by-size",
        "fibre-power",
        "speed-over-100-m",
        "direction-of-force",
        "band-pull",
        "force-at-angles",
        "taper-curve",
    }
    assert wanted <= set(shipped.figures)


def test_values_in_a_figure_stand_in_the_finding_of_a_source(shipped: Library) -> None:
    """Measured bars and points are not from memory: their sources say the same numbers."""
    for figure in shipped.figures.values():
        if figure.basis != "measured" or figure.id == "band-pull":  # rounded there
            continue
        said = " ".join(shipped.sources[one].finding for one in figure.sources)
        for value in _values(figure.drawing):
            assert f"{value:g}" in said, (figure.id, value)


def test_whoever_cannot_see_a_figure_hears_of_all_its_lines(shipped: Library) -> None:
    for figure in shipped.figures.values():
        assert len(figure.alt) > len(figure.caption) // 2
        assert figure.alt.endswith(".")
        assert figure.alt != figure.caption


def _values(drawing: LineChart | BarChart) -> list[float]:
    if isinstance(drawing, BarChart):
        return [bar.value for bar in drawing.bars]
    return [y for line in drawing.lines for _, y in line.points]


def test_no_figure_takes_a_name_from_what_it_belongs_to(shipped: Library) -> None:
    """Whoever types a concept's name wants the concept, which shows its figures."""
    taken: dict[tuple[str, ...], set[str]] = {}
    for one in called(shipped):
        for name in one.names:
            taken.setdefault(lookup.words(name), set()).add(one.table)
    shared = [words for words, tables in taken.items() if "figures" in tables and len(tables) > 1]
    assert shared == []
