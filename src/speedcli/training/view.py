"""A plan as the rules see it: its sessions by date, and what each kind of thing amounts to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.library import Library
from speedcli.knowledge.planning import MAX_SPRINT
from speedcli.knowledge.records import NOWHERE, Kind, Where
from speedcli.knowledge.rulebook import When
from speedcli.training import measure
from speedcli.training.athlete import Athlete
from speedcli.training.document import Block, Item, Plan, Session, Week
from speedcli.training.limits import binds

DAYS = 7


class Breach(NamedTuple):
    """A place where a check fails: what is there, and what the rule wants instead."""

    where: str
    found: str
    wants: str
    at: Where = NOWHERE


@frozen()
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

    @property
    def has_course(self) -> bool:
        """Whether the plan is long enough for rules about its course."""
        return not self.alone and len(self.plan.weeks) >= self.library.planning.limits.course_weeks

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

    def binds_below(self, week: Week, session: Session) -> bool:
        """Whether the low ends of ranges bind a session: in loaded weeks, before any taper."""
        tapering = self.athlete.is_tapering(session.date)
        return self.is_loaded(week) and not self.alone and not tapering

    def loads(self, session: Session) -> set[str]:
        """The load classes of a session's blocks."""
        return self._loads[session.id]

    @cached_property
    def _loads(self) -> dict[str, set[str]]:
        return {
            session.id: {load for block in session.blocks for load in self.block_loads(block)}
            for session in self.sessions
        }

    def block_loads(self, block: Block) -> set[str]:
        """The load classes of a block: as written, as its template has, as its runs are.

        A fast run is a maximal sprint whatever its block is called.
        """
        template = self.library.sessions.get(block.template)
        found = {block.load} | ({template.load} if template else set())
        planning = self.library.planning
        if MAX_SPRINT not in found and any(
            measure.is_full_speed(item, planning.full_speed_from)
            or (item.kind == "endurance" and measure.is_fast(item, planning.fast_from))
            for item in block.items
        ):
            found.add(MAX_SPRINT)
        return found

    def sums(self, session: Session) -> dict[str, float]:
        """Every metric of a session that adds up over sessions."""
        return self._sums[session.id]

    @cached_property
    def _sums(self) -> dict[str, dict[str, float]]:
        return {session.id: _sums(session, self) for session in self.sessions}

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of everything that is done in the plan."""
        return frozenset(item.kind for *_, item in self.items())

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


def metric(name: str, sessions: tuple[Session, ...], view: View) -> float:
    """A metric of the rules over some sessions; the words are those of `rulebook.Metric`."""
    if name == "rest-days":
        return DAYS - len({session.date for session in sessions})
    return sum(view.sums(session)[name] for session in sessions)


def _sums(session: Session, view: View) -> dict[str, float]:
    """Every metric that adds up over sessions."""
    items = list(measure.items_of((session,)))
    kinds = {item.kind for item in items}
    written = measure.totals((session,), view.library)
    loads, full = view.loads(session), view.library.planning.full_speed_from
    return {
        "minutes": written.minutes,
        "max-effort-m": written.max_effort_m,
        "speed-endurance-m": written.speed_endurance_m,
        "sprint-m": written.sprint_m,
        "iso-push-s": written.iso_push_s,
        "iso-hold-s": written.iso_hold_s,
        "contacts": written.contacts,
        "hard-days": MAX_SPRINT in loads,
        "iso-push-sessions": "iso-push" in kinds,
        "band-strength-sessions": "band-strength" in loads,
        "nordic-sessions": "eccentric" in kinds,
        "assisted-sessions": "assisted" in kinds,
        "flying-sessions": "flying" in kinds,
        "top-speed-reps": _reps(
            item for item in items if item.kind == "flying" and measure.is_full_speed(item, full)
        ),
        "sprint-reps": _reps(item for item in items if item.kind in measure.EFFORT),
        "ballistic-reps": _reps(item for item in items if item.kind == "iso-ballistic"),
        "nordic-reps": _reps(item for item in items if item.kind == "eccentric"),
        "sprint-part-minutes": sum(
            block.minutes for block in session.blocks if MAX_SPRINT in view.block_loads(block)
        ),
    }


def _reps(items: Iterable[Item]) -> int:
    return sum(measure.reps(item) for item in items)
