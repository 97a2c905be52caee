"""Figures of a card, as plain data: each with its picture as SVG, and with its words."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from speedcli.knowledge.library import Library
from speedcli.training.document import Week
from speedcli.views import wording
from speedcli.views.page import Figure
from speedcli.views.pages import figure as pages
from speedcli.views.pages import weeks
from speedcli.views.svg import picture
from speedcli.views.svg.sheet import Look, Shape

Data = dict[str, Any]

# As wide as a sheet of paper, and as half of one, where a letter of 12 units has 10 points.
_WHOLE, _HALF = Shape(640, 50), Shape(312, 100)
_LOOK = Look(pale="#4d4d4d", font="Source Sans Pro")


def of_weeks(plan_weeks: tuple[Week, ...]) -> list[Data]:
    """The load of a plan by week, as far as there is any to draw."""
    return [_data(one, _WHOLE) for one in weeks.pictures(plan_weeks)]


class Numbered:
    """The figures of a handout: each is printed once, and named by its number elsewhere."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._numbers: dict[str, int] = {}

    def named(self, concept: str) -> str:
        """`Figures 2 and 3.`, or nothing where a concept has none."""
        ids = [one.id for one in self._library.figures_for(concept)]
        numbers = [str(self._numbers.setdefault(id, len(self._numbers) + 1)) for id in ids]
        return f"Figure{'s' * (len(numbers) > 1)} {wording.listing(numbers)}." if numbers else ""

    def data(self) -> list[Data]:
        """The figures that were named, in the order of their numbers."""
        figures = self._library.figures
        return [
            {"number": number, **_data(pages.part(figures[id], self._library), _HALF)}
            for id, number in self._numbers.items()
        ]


def _data(figure: Figure, shape: Shape) -> Data:
    drawn = picture.alone(figure, shape, _LOOK)
    return {
        "title": figure.title,
        "svg": ElementTree.tostring(drawn, encoding="unicode"),
        "alt": figure.alt,
        "caption": figure.caption,
        "basis": picture.sure(figure),
    }
