"""Figures as records: what is drawn, on which axes, and how far it can be trusted."""

from __future__ import annotations

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.values import Number
from speedcli.knowledge.where import NOWHERE, Where

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal  # slow to import; `shapes.hints` has it at hand


@frozen(kw_only=True)
class Tick:
    """A place on an axis that has a name."""

    at: Number
    text: str
    where: Where = NOWHERE


@frozen(kw_only=True)
class Axis:
    """One axis of a figure."""

    label: str  # what is measured along it
    unit: str  # of its numbers, or what its named places mean
    low: Number
    high: Number
    ticks: tuple[Tick, ...] = ()  # in place of numbers, where the places have names
    where: Where = NOWHERE


@frozen(kw_only=True)
class Curve:
    """Points from left to right, joined by straight lines."""

    label: str
    points: tuple[tuple[Number, ...], ...]  # pairs of x and y
    where: Where = NOWHERE


@frozen(kw_only=True)
class Stretch:
    """A part of the x axis that has a name, such as a phase."""

    label: str
    low: Number
    high: Number
    where: Where = NOWHERE


@frozen(kw_only=True)
class Marker:
    """One value of an axis that the eye should find, such as the length of a ground contact."""

    label: str
    axis: Literal["x", "y"]
    at: Number
    where: Where = NOWHERE


@frozen(kw_only=True)
class LineChart:
    """Lines between two axes."""

    kind: Literal["lines"]
    x: Axis
    y: Axis
    lines: tuple[Curve, ...]  # four at most
    stretches: tuple[Stretch, ...] = ()
    markers: tuple[Marker, ...] = ()
    where: Where = NOWHERE


@frozen(kw_only=True)
class ChartBar:
    """One value with its name; `group` is what it shares with its neighbours."""

    label: str
    value: Number
    group: str | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class BarChart:
    """Values beside each other, on one axis that starts at zero."""

    kind: Literal["bars"]
    axis: Axis
    bars: tuple[ChartBar, ...]
    where: Where = NOWHERE


Drawing = LineChart | BarChart


@frozen(kw_only=True)
class Figure:
    """One picture, drawn from its data in every form."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    concepts: tuple[str, ...]  # it is shown on their pages
    rules: tuple[str, ...] = ()  # it is shown on their pages too
    drawing: Drawing
    caption: str  # what to see, in a sentence or two
    alt: str  # the picture in words, for those who cannot see it
    basis: Literal["measured", "worked-out", "schematic"]
    rests_on: str  # whom or what was measured, or what the shape leaves out
    sources: tuple[str, ...]
    where: Where = NOWHERE
