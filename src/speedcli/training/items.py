"""Lines of a template at given amounts, as items of the plan document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from speedcli.knowledge import values
from speedcli.training.caps import Caps
from speedcli.training.document import Intensity, Item, Scale
from speedcli.training.dose import Amount, Strand


def items(lines: Iterable[tuple[Strand, Amount]], caps: Caps) -> tuple[Item, ...]:
    """The lines as items, with the week's caps and both angles of each push.

    Set rests stand only where something follows: another set, or the next item of the block.
    """
    parts = [
        (strand, part, angle)
        for strand, amount in lines
        for part, angle in _by_angle(strand, amount)
    ]
    last = len(parts) - 1
    return tuple(
        item(strand, part, caps, angle, followed=place < last or part.sets > 1)
        for place, (strand, part, angle) in enumerate(parts)
    )


def item(
    strand: Strand,
    amount: Amount,
    caps: Caps,
    angle: str | None = None,
    followed: bool = True,
) -> Item:
    """One line at one amount and angle; its set rest only where something follows."""
    exercise, moved = strand.exercise, amount.measure
    intensity = caps.limit(exercise.kind, strand.intensity)
    reps = amount.reps
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
        angle=angle,
        intensity=_written(intensity),
        rest_s=strand.rest if reps > 1 else None,
        set_rest_s=strand.set_rest if followed and strand.moves != "minutes" else None,
        cue=exercise.cues[0],
        easier=exercise.easier[0] if exercise.easier else None,
        harder=exercise.harder[0] if exercise.harder else None,
    )


def _by_angle(strand: Strand, amount: Amount) -> list[tuple[Amount, str | None]]:
    """A push is shared between its two angles, set by set or rep by rep, long lengths first."""
    angles = strand.exercise.angles
    if strand.exercise.pattern is None or len(angles) < 2:
        return [(amount, angles[0] if strand.exercise.pattern and angles else None)]
    sets, reps = amount.sets, amount.reps
    if sets > 1:
        parts = [(amount._replace(sets=sets - sets // 2)), (amount._replace(sets=sets // 2))]
    elif reps > 1:
        parts = [(amount._replace(reps=reps - reps // 2)), (amount._replace(reps=reps // 2))]
    else:
        parts = [amount]
    return list(zip(parts, angles, strict=False))


def _written(intensity: values.Intensity | None) -> Intensity | None:
    """An intensity as the plan document writes it: a number, or a range."""
    if intensity is None:
        return None
    low, high = intensity.low, intensity.high
    return Intensity(value=high if low == high else (low, high), of=cast(Scale, intensity.of))
