"""From templates to drafts: which exercise, and between which doses.

A block is first a draft on a ladder of doses, so that it can be made lighter or heavier; only at
the end does it become the block of the plan document.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from math import ceil
from typing import NamedTuple

from speedcli.knowledge import values
from speedcli.knowledge.records import ExerciseDose, Kind, Line, Role, Template, TemplateLevel
from speedcli.knowledge.values import Span
from speedcli.training import measure, testing
from speedcli.training.athlete import Athlete
from speedcli.training.caps import Caps
from speedcli.training.dose import Amount, Ladder, Strand, ladder, path
from speedcli.training.items import Items, Part
from speedcli.training.limits import most, rest_floor
from speedcli.training.measure import Timed

ONE = Span(1, 1)


class Draft(NamedTuple):
    """A block that can be made lighter: its lines, their ladder, the rung it stands on."""

    template: Template
    role: Role
    keep: bool
    strands: tuple[Strand, ...]
    ladder: Ladder
    rung: int

    @property
    def total(self) -> float:
        """What the block adds up to, in the unit of its template."""
        return self.ladder.totals[self.rung]


class Composer:
    """Makes drafts for one athlete, and remembers the ladders it has built."""

    def __init__(self, athlete: Athlete) -> None:
        self.athlete = athlete
        self.library = athlete.library
        self._ladders: dict[str, tuple[tuple[Strand, ...], Ladder] | None] = {}
        self._caps: dict[str, float | None] = {}
        self._lines: dict[tuple[Strand, Amount], Timed] = {}
        self.items = Items()

    @cached_property
    def tests(self) -> frozenset[str]:
        """The templates that measure, and are the same each time."""
        return testing.measuring(self.library.planning)

    def session_cap(self, metric: str) -> float | None:
        """The most of a metric that the rules allow this athlete in one session."""
        if metric not in self._caps:
            self._caps[metric] = most(self.library, self.athlete.request, metric, "session")
        return self._caps[metric]

    def draft(
        self,
        names: Iterable[str],
        role: Role,
        dose: float,
        keep: bool = True,
    ) -> Draft | None:
        """The first of the named templates that the athlete may do, at a dose; None without one."""
        for name in names:
            template = self.library.sessions[name]
            built = self._built(template)
            if built is None:
                continue
            strands, steps = built
            total = template.levels[self.athlete.request.level].total
            scale = 60 if total.unit == "min" else self.athlete.volume
            target = (total.low + dose * (total.high - total.low)) * scale
            reached = steps.rung(target, total.low * scale)
            return Draft(template, role, keep, strands, steps, reached)
        return None

    def _built(self, template: Template) -> tuple[tuple[Strand, ...], Ladder] | None:
        if template.id not in self._ladders:
            self._ladders[template.id] = self._build(template)
        return self._ladders[template.id]

    def _build(self, template: Template) -> tuple[tuple[Strand, ...], Ladder] | None:
        if not self.athlete.may_use(template):
            return None
        spec = template.levels[self.athlete.request.level]
        strands = tuple(
            strand for line in spec.lines if (strand := self._strand(line, spec)) is not None
        )
        if not any(not strand.optional for strand in strands):
            return None
        scale = 60 if spec.total.unit == "min" else 1

        def total(rung: tuple[tuple[Strand, Amount], ...]) -> float:
            return self._total(rung, spec.total.unit)

        steps = ladder(strands, spec.total.high * scale, total)
        enough = steps.totals[-1] >= spec.total.low * scale * self.athlete.volume
        return (strands, steps) if enough else None

    def _strand(self, line: Line, spec: TemplateLevel) -> Strand | None:
        """The line with an exercise that the athlete may do; None where there is none."""
        request = self.athlete.request
        known = [self.library.exercises[name] for name in line.exercises]
        allowed = [exercise for exercise in known if self.athlete.may_do(exercise)]
        if not allowed:
            return None
        exercise = allowed[(request.variant - 1) % len(allowed)]
        dose = exercise.dose[request.level]
        moves, moved = _moved(line, dose, spec)
        distance = line.distance or (dose.distance if not moves else None) or spec.distance
        metres = distance.low if distance and not moves else None
        if metres is not None and (most := self.athlete.least("distance_most")):
            metres = min(metres, most)
        run_in = line.run_in or dose.run_in
        rest, set_rest = self._rests(line, dose, spec, exercise.kind, metres)
        sets, reps = line.sets or dose.sets or spec.sets or ONE, line.reps or dose.reps or ONE
        step = self.library.planning.hold_step_s.get(exercise.kind, 1) if moves == "hold" else 1
        steps, low = path(exercise, sets, reps, moved, step, rest, line.optional)
        return Strand(
            exercise=exercise,
            optional=line.optional,
            distance=metres,
            run_in=run_in.low if run_in else None,
            moves=moves,
            intensity=_intensity(line, dose, spec),
            rest=rest,
            set_rest=set_rest,
            path=steps,
            low=low,
        )

    def _rests(
        self, line: Line, dose: ExerciseDose, spec: TemplateLevel, kind: Kind, metres: float | None
    ) -> tuple[int | None, int | None]:
        """Rest between reps and between sets: the template's least, or more where a rule asks."""
        given = line.rest or (spec.rest if dose.rest else None) or dose.rest
        between = int(given.low) or None if given else None
        if metres is not None and between is not None:
            step = self.library.planning.rest_step_s
            floor = rest_floor(self.library, kind, metres, self.athlete.request.level)
            between = max(between, ceil(floor / step) * step)
        sets = line.set_rest or spec.set_rest or dose.set_rest
        after = max(int(sets.low), between or 0) or None if sets else between
        return between, after

    def _total(self, rung: tuple[tuple[Strand, Amount], ...], unit: str) -> float:
        if unit == "min":
            return measure.in_a_row(map(self._timed, rung))
        return sum(_counted(strand, amount, unit) for strand, amount in rung)

    def _timed(self, line: tuple[Strand, Amount]) -> Timed:
        """A line as it takes time; remembered, because a ladder asks for it on every rung."""
        if line not in self._lines:
            item = self.items.one(Part(*line), Caps())
            self._lines[line] = measure.timed(item, self.library)
        return self._lines[line]


def _moved(line: Line, dose: ExerciseDose, spec: TemplateLevel) -> tuple[str, Span | None]:
    """What a dose moves beside sets and reps: the line's own measure, else the exercise's."""
    for name in ("minutes", "hold", "effort"):
        if (own := getattr(line, name)) is not None:
            return name, own
    if line.distance is None:
        for name in ("hold", "effort"):
            if (usual := getattr(dose, name)) is not None:
                return name, usual
    return "", None


def _intensity(line: Line, dose: ExerciseDose, spec: TemplateLevel) -> values.Intensity | None:
    """The line's intensity, else the template's where it is on the exercise's scale."""
    if line.intensity is not None:
        return line.intensity
    if spec.intensity is not None and dose.intensity is not None:
        return spec.intensity if spec.intensity.of == dose.intensity.of else dose.intensity
    return dose.intensity


def _counted(strand: Strand, amount: Amount, unit: str) -> float:
    """What a line adds to a total in `unit`; seconds and reps are per side."""
    reps, kind = amount.sets * amount.reps, strand.exercise.kind
    match unit:
        case "m":
            return reps * (strand.distance or 0)
        case "s":
            return reps * (amount.measure or 0) if strand.moves in ("hold", "effort") else 0
        case "contacts":
            return reps if kind == "plyo" else 0
        case "sets":
            return amount.sets
        case _:
            return reps if strand.moves == "" and kind != "mobility" else 0
