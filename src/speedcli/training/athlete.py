"""Who a plan is for: what they may do, with which kit, and how their group changes the plan."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.library import Library
from speedcli.knowledge.planning import People
from speedcli.knowledge.records import Exercise, Template
from speedcli.training.document import Request


@frozen()
class Athlete:
    """A request seen as a person. Everything is derived from the request and the library."""

    request: Request
    library: Library

    @cached_property
    def provided(self) -> dict[str, str]:
        """Each piece of kit there is, and the given one that stands in for it."""
        given = {kit: kit for kit in self.request.kit}
        for kit in self.request.kit:
            for other in self.library.kit[kit].provides:
                given.setdefault(other, kit)
        return given

    @cached_property
    def groups(self) -> tuple[People, ...]:
        """The groups of people the athlete belongs to."""
        age, returning = self.request.age, self.request.returning
        return tuple(
            group
            for group in self.library.planning.people
            if (group.ages is not None and age is not None and age in group.ages)
            or (group.returning and returning)
        )

    @cached_property
    def volume(self) -> float:
        """The share of the usual volume; the smallest of the athlete's groups."""
        return min((group.volume for group in self.groups), default=1.0)

    def is_tapering(self, when: date) -> bool:
        """Whether a date is among the last days before the event, on which work gets less."""
        event = self.request.event
        return event is not None and any(
            self.request.weeks in taper.weeks and (event - when).days <= taper.days
            for taper in self.library.planning.tapers
        )

    def least(self, field: str) -> int | None:
        """The smallest number that the athlete's groups give for `field`, if any does."""
        numbers = [getattr(group, field) for group in self.groups]
        return min((number for number in numbers if number is not None), default=None)

    @cached_property
    def warm_up_min(self) -> int:
        """Minutes of warm-up that the athlete's groups ask for before fast running."""
        return max((group.warm_up_min or 0 for group in self.groups), default=0)

    def kit_for(self, exercise: Exercise) -> tuple[str, ...] | None:
        """The given kit that the exercise would use, or None where something is missing."""
        if exercise.id not in self._kits:
            self._kits[exercise.id] = self._kit_for(exercise)
        return self._kits[exercise.id]

    @cached_property
    def _kits(self) -> dict[str, tuple[str, ...] | None]:
        return {}

    def _kit_for(self, exercise: Exercise) -> tuple[str, ...] | None:
        for needs in exercise.kit or ((),):
            if all(kit in self.provided for kit in needs):
                return tuple(self.provided[kit] for kit in needs)
        return None

    def may_do(self, exercise: Exercise) -> bool:
        """Whether level, kit, wishes and age allow the exercise."""
        return (
            self.request.level in exercise.dose
            and self.kit_for(exercise) is not None
            and self.wishes_allow(exercise)
        )

    def wishes_allow(self, exercise: Exercise) -> bool:
        """Whether age and what the athlete avoids allow the exercise, whatever kit there is."""
        avoid = self.request.avoid
        return (
            exercise.id not in avoid
            and not any(part in avoid for part in exercise.avoid)
            and not any(
                exercise.kind in group.no_kinds or exercise.id in group.no_exercises
                for group in self.groups
            )
        )

    def may_use(self, template: Template) -> bool:
        """Whether level, kit, wishes and age allow the template; its exercises apart."""
        return (
            self.request.level in template.levels
            and all(kit in self.provided for kit in template.setup_kit)
            and template.id not in self.request.avoid
            and not any(template.id in group.no_templates for group in self.groups)
        )
