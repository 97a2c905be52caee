"""How hard a week lets things be: the caps of its type on what templates say."""

from __future__ import annotations

from typing import Self

from speedcli.knowledge.frozen import frozen, replace
from speedcli.knowledge.planning import WeekType
from speedcli.knowledge.records import Kind
from speedcli.knowledge.values import Intensity, Span

CAPPED_SPRINTS = frozenset({"sprint", "endurance"})


@frozen()
class Caps:
    """Limits in force in a week; None where the template alone decides."""

    sprint: Span | None = None
    flying: int | None = None
    push: Intensity | None = None
    band: Intensity | None = None
    speed: int | None = None  # on every run, after a break
    kinds: tuple[tuple[Kind, int], ...] = ()  # the highest intensity of single kinds

    def following(self, week: WeekType, speed: int | None = None) -> Self:
        """The caps of a week that comes after one with these; what it leaves open stays."""
        return replace(
            self,
            sprint=week.sprint,
            flying=week.flying,
            push=week.push or self.push,
            band=week.band or self.band,
            speed=speed,
        )

    def limit(self, kind: Kind, own: Intensity | None) -> Intensity | None:
        """An item's intensity: its own, no harder than the week allows."""
        if own is None:
            return None
        if own.of == "max-speed":
            return self._run(kind, own)
        if kind == "iso-push" and own.of == "max-force" and self.push is not None:
            high = min(own.high, self.push.high)
            width = self.push.high - self.push.low
            low = self.push.low if self.push.low < high else high - width
            return replace(own, low=low, high=high)
        if own.of == "rep-max" and self.band is not None:
            return _reps_in_hand(own, self.band)
        return own

    def _run(self, kind: Kind, own: Intensity) -> Intensity:
        if kind == "flying" and self.flying is not None:
            own = _at_most(own, min(own.low, self.sprint.low if self.sprint else 0), self.flying)
        elif (kind == "flying" or kind in CAPPED_SPRINTS) and self.sprint is not None:
            own = _at_most(own, self.sprint.low, self.sprint.high)
        for capped, percent in self.kinds:
            if kind == capped:
                own = _at_most(own, own.low, percent)
        return own if self.speed is None else _at_most(own, own.low, self.speed)


def _reps_in_hand(own: Intensity, week: Intensity) -> Intensity:
    """A range of possible reps no harder than the exercise's, and as near the week's as it goes."""
    if week.high <= own.low:
        return replace(own, high=min(own.high, own.low + week.high - week.low))
    low = max(own.low, min(week.low, own.high))
    return replace(own, low=low, high=max(low, min(week.high, own.high)))


def _at_most(own: Intensity, low: float, high: float) -> Intensity:
    """`own` with its high end brought down to `high`, and its low end to `low` where it must."""
    if own.high <= high:
        return own
    bottom = min(own.low, high) if own.low < low else min(low, high)
    return replace(own, low=bottom, high=high)
