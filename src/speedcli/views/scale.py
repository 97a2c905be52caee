"""Where values lie on an axis, and which of them are written beside it."""

from __future__ import annotations

import math

from speedcli.knowledge.frozen import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speedcli.knowledge.figures import Axis
    from speedcli.knowledge.values import Number

_STEPS = (1, 2, 2.5, 5, 10)


class Mark(NamedTuple):
    """A place on an axis, 0 at its low and 1 at its high end, and what is written there."""

    share: float
    text: str


def share(axis: Axis, value: Number) -> float:
    """How far up the axis a value lies, from 0 to 1."""
    return (value - axis.low) / (axis.high - axis.low)


def marks(axis: Axis, most: int) -> list[Mark]:
    """The named places of an axis, or else at most `most` round numbers (two at least)."""
    if axis.ticks:
        return [Mark(share(axis, tick.at), tick.text) for tick in axis.ticks]
    return [Mark(share(axis, value), f"{value:g}") for value in _round_numbers(axis, most)]


def name(axis: Axis) -> str:
    """`speed, m/s`."""
    return f"{axis.label}, {axis.unit}"


def _round_numbers(axis: Axis, most: int) -> Iterator[float]:
    """Multiples of the smallest round step that is wide enough."""
    least = (axis.high - axis.low) / max(most - 1, 1)
    power = 10 ** math.floor(math.log10(least))
    step = next(step * power for step in _STEPS if step * power >= least * (1 - 1e-9))
    first = math.ceil(axis.low / step - 1e-9)
    last = math.floor(axis.high / step + 1e-9)
    yield from (round(number * step, 10) for number in range(first, last + 1))
