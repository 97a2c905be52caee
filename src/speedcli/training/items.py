"""Lines of a template at given amounts, as items of the plan document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, cast

from speedcli.knowledge import values
from speedcli.knowledge.planning import Scale
from speedcli.training.caps import Caps
from speedcli.training.document import Intensity, Item
from speedcli.training.dose import Amount, Strand


class Part(NamedTuple):
    """What becomes one item: a line at an amount, or the share of it that is done at one angle."""

    strand: Strand
    amount: Amount
    angle: str | None = None
    followed: bool = True  # by another set or item, so that its set rest stands


class Items:
    """Writes lines as items, and remembers them: most stand in many blocks and weeks alike."""

    def __init__(self) -> None:
        self._written: dict[tuple[Part, values.Intensity | None], Item] = {}

    def of(self, lines: Iterable[tuple[Strand, Amount]], caps: Caps) -> tuple[Item, ...]:
        """The lines of a block, with the week's caps and both angles of each push."""
        parts = [part for strand, amount in lines for part in _by_angle(strand, amount)]
        if parts and parts[-1].amount.sets == 1:
            parts[-1] = parts[-1]._replace(followed=False)
        return tuple(self.one(part, caps) for part in parts)

    def one(self, part: Part, caps: Caps) -> Item:
        """One part of a line."""
        key = part, caps.limit(part.strand.exercise.kind, part.strand.intensity)
        if key not in self._written:
            self._written[key] = _item(*key)
        return self._written[key]


def _item(part: Part, intensity: values.Intensity | None) -> Item:
    strand, amount = part.strand, part.amount
    exercise, moved, reps = strand.exercise, amount.measure, amount.reps
    if intensity is not None and intensity.of == "rep-max":
        reps = min(reps, int(intensity.low))
    return Item(
        exercise=exercise.id,
        name=exercise.name,
        kind=exercise.kind,
        sets=amount.sets,
        reps=reps,
        sides=exercise.sides,
        distance_m=strand.distance,
        run_in_m=strand.run_in,
        hold_s=moved if strand.moves == "hold" else None,
        effort_s=moved if strand.moves == "effort" else None,
        minutes=moved if strand.moves == "minutes" else None,
        angle=part.angle,
        intensity=_written(intensity),
        rest_s=strand.rest if reps > 1 else None,
        set_rest_s=strand.set_rest if part.followed and strand.moves != "minutes" else None,
        cue=exercise.cues[0],
        easier=exercise.easier[0] if exercise.easier else None,
        harder=exercise.harder[0] if exercise.harder else None,
    )


def _by_angle(strand: Strand, amount: Amount) -> list[Part]:
    """A push is shared between its two angles, set by set or rep by rep, long lengths first."""
    angles = strand.exercise.angles
    if strand.exercise.pattern is None or len(angles) < 2:
        return [Part(strand, amount, angles[0] if strand.exercise.pattern and angles else None)]
    sets, reps = amount.sets, amount.reps
    if sets > 1:
        parts = [(amount._replace(sets=sets - sets // 2)), (amount._replace(sets=sets // 2))]
    elif reps > 1:
        parts = [(amount._replace(reps=reps - reps // 2)), (amount._replace(reps=reps // 2))]
    else:
        parts = [amount]
    return [Part(strand, part, angle) for part, angle in zip(parts, angles, strict=False)]


def _written(intensity: values.Intensity | None) -> Intensity | None:
    """An intensity as the plan document writes it: a number, or a range."""
    if intensity is None:
        return None
    low, high = intensity.low, intensity.high
    return Intensity(value=high if low == high else (low, high), of=cast(Scale, intensity.of))
