"""The boxes of a card: one to write in, or to tick, for every rep."""

from __future__ import annotations

from typing import Any, Literal

from speedcli.training.document import Item

# What a box is for: the time of a run, a tick, a rep of many in a set, or how many reps it was.
Shape = Literal["time", "tick", "count", "total"]

_RUNS = frozenset(("sprint", "flying", "resisted", "hill", "assisted", "endurance", "tempo"))
_MEASURES = ("distance_m", "hold_s", "effort_s", "minutes")
_MOST = 400  # boxes of one item; nobody ticks off more, so there is one to write the number in


def of(item: Item) -> dict[str, Any]:
    """The boxes of an item as data: their shape, and a row to each side with its sets of reps."""
    sides = ("L", "R") if item.sides == 2 else ("",)
    endless = item.sets * item.reps * item.sides > _MOST
    sets = [1] if endless else [item.reps] * item.sets
    rows = [{"side": side, "sets": sets} for side in sides]
    return {"shape": "total" if endless else shape(item), "rows": rows}


def shape(item: Item) -> Shape:
    """A run takes a time, a hold or a drill a tick, and reps that are counted a cell each."""
    if item.kind in _RUNS and item.distance_m is not None:
        return "time"
    measured = any(getattr(item, measure) is not None for measure in _MEASURES)
    return "tick" if measured else "count"
