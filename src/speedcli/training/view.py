"""A plan as the rules see it: its sessions by date, and what each kind of thing amounts to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import NOWHERE, Where
from speedcli.knowledge.rulebook import When
from speedcli.training import measure
from speedcli.training.athlete import Athlete
from speedcli.training.document import Block, Item, Plan, Session, Week
from speedcli.training.limits import binds


class Breach(NamedTuple):
    """A place where a check fails: what is there, and what the rule wants instead."""

    where: str
    found: str
    wants: str
    at: Where = NOWHERE


@dataclass(frozen=True)
class View:
    """A plan with the library that explains it."""

    plan: Plan
    library: Library

    @cached_property
    def athlete(self) -> Athlete:
        """The person the plan is for."""
        return Athlete(self.plan.request, self.library)

    @property
    def alone(self) -> bool:
        """Whether this is a single session, which rules about weeks do not bind."""
        return self.plan.request.session is not None

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions by date."""
        found = [session for week in self.plan.weeks for session in week.sessions]
        return tuple(sorted(found, key=lambda session: session.date))

    @cached_property
    def letters(self) -> dict[int, str]:
        """The letter of the type of each week, by its number."""
        return {week.number: self._letter(week) for week in self.plan.weeks}

    def _letter(self, week: Week) -> str:
        phase = "taper" if week.phase == "test" else week.phase
        types = [each for each in self.library.planning.week_types if each.phase == phase]
        fitting = [each for each in types if each.emphasis == week.emphasis]
        return (fitting or types)[0].letter

    def is_loaded(self, week: Week) -> bool:
        """Whether the week is of a loaded type."""
        letter = self.letters[week.number]
        return any(
            each.loaded for each in self.library.planning.week_types if each.letter == letter
        )

    def weeks(self, when: When | None) -> Iterator[Week]:
        """The weeks that a check binds for this athlete; none of a session on its own."""
        if self.alone or (when and when.focus) or not binds(when, self.plan.request):
            return
        for week in self.plan.weeks:
            if not (when and when.weeks) or self.letters[week.number] in when.weeks:
                yield week

    def items(self, when: When | None = None) -> Iterator[tuple[Week, Session, Block, Item]]:
        """Every item with the block, session and week it stands in, where the check binds."""
        if not binds(when, self.plan.request):
            return
        for week in self.plan.weeks:
            if when and when.weeks and (self.alone or self.letters[week.number] not in when.weeks):
                continue
            for session in week.sessions:
                for block in session.blocks:
                    for item in block.items:
                        yield week, session, block, item


def loads(session: Session) -> set[str]:
    """The load classes of a session's blocks."""
    return {block.load for block in session.blocks}


def metric(name: str, sessions: tuple[Session, ...], view: View) -> float:
    """A metric of the rules over some sessions; the words are those of `rulebook.Metric`."""
    items = list(measure.items_of(sessions))
    sums = measure.totals(sessions)
    match name:
        case (
            "minutes"
            | "max-effort-m"
            | "speed-endurance-m"
            | "sprint-m"
            | "iso-push-s"
            | "iso-hold-s"
            | "contacts"
            | "hard-days"
        ):
            value: float = getattr(sums, name.replace("-", "_"))
            return value
        case "rest-days":
            return 7 - len({session.date for session in sessions})
        case "training-days":
            return len({session.date for session in sessions})
        case "iso-push-sessions":
            return _sessions_with(sessions, lambda item: item.kind == "iso-push")
        case "band-strength-sessions":
            return sum("band-strength" in loads(session) for session in sessions)
        case "nordic-sessions":
            return _sessions_with(sessions, lambda item: item.kind == "eccentric")
        case "assisted-sessions":
            return _sessions_with(sessions, lambda item: item.kind == "assisted")
        case "flying-sessions":
            return _sessions_with(sessions, lambda item: item.kind == "flying")
        case "top-speed-reps":
            fast = [i for i in items if i.kind == "flying" and measure.is_full_speed(i)]
            return sum(measure.reps(item) for item in fast)
        case "fast-reps":
            return sum(measure.reps(item) for item in items if measure.is_full_speed(item))
        case "sprint-reps":
            return sum(measure.reps(item) for item in items if item.kind in measure.EFFORT)
        case "ballistic-reps":
            return sum(measure.reps(item) for item in items if item.kind == "iso-ballistic")
        case "nordic-reps":
            return sum(measure.reps(item) for item in items if item.kind == "eccentric")
        case "sprint-part-minutes":
            return sum(b.minutes for s in sessions for b in s.blocks if b.load == "max-sprint")
    raise LookupError(f"no metric {name!r}")


def _sessions_with(sessions: tuple[Session, ...], test) -> int:  # type: ignore[no-untyped-def]
    return sum(any(test(item) for item in measure.items_of((session,))) for session in sessions)
