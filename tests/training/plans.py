"""Plans in a few words, for tests of the rules, and ways to change a plan that is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from speedcli.knowledge.records import Kind
from speedcli.training.document import Block, Intensity, Item, Plan, Request, Session, Week
from speedcli.training.measure import totals
from speedcli.training.recount import recounted
from tests.training.requests import LIBRARY

START = date(2027, 1, 4)  # a Monday
DAY = timedelta(days=1)
REQUEST = Request(
    weeks=1,
    goal="general",
    level="intermediate",
    days=("mon", "wed", "fri"),
    minutes=90,
    kit=("track", "bands", "partner"),
    start=START,
)


def hard(value: float | tuple[float, ...], of: str = "max-speed") -> Intensity:
    return Intensity(value=value, of=of)  # type: ignore[arg-type]


def item(kind: Kind, exercise: str = "", **fields: Any) -> Item:
    """An item; its name is that of the exercise, or of the kind where there is none."""
    known = LIBRARY.exercises.get(exercise)
    return Item(exercise=exercise or kind, name=known.name if known else kind, kind=kind, **fields)


def run(reps: int = 2, metres: float = 20, rest: int = 120, percent: float = 100) -> Item:
    """Free sprints at an intensity that counts, with enough rest."""
    fields = {"reps": reps, "distance_m": metres, "rest_s": rest, "intensity": hard(percent)}
    return item("sprint", "standing-accel", **fields)


def flying(reps: int = 2, percent: float = 100) -> Item:
    fields = {"reps": reps, "distance_m": 10, "rest_s": 300, "intensity": hard(percent)}
    return item("flying", "flying-10", **fields)


def push(sets: int = 1, angle: str = "low", hold: float = 3) -> Item:
    fields: dict[str, Any] = {"sets": sets, "hold_s": hold, "angle": angle}
    return item("iso-push", "iso-towel-pull", set_rest_s=60, **fields)


def block(template: str, *items: Item, role: str = "main", minutes: int = 0) -> Block:
    """A block of a template, with the load class and title it has there."""
    known = LIBRARY.sessions[template]
    return Block(
        template=template,
        role=role,  # type: ignore[arg-type]
        title=known.title,
        load=known.load,
        minutes=minutes,
        stop=known.stop,
        items=items,
    )


def sprints(*items: Item) -> Block:
    return block("sprint-acceleration", *(items or (run(),)))


def called(block: Block, load: str, template: str | None = None) -> Block:
    """A block that goes by another load, and by another template where one is named."""
    return replace(block, load=load, template=template or block.template)


def session(
    day: int, *blocks: Block, kit: tuple[str, ...] = (), name: str | None = None
) -> Session:
    """A session `day` days after the start of its plan, called after it: d0, d1.

    Its load is that of its heaviest block.
    """
    ranks = {load.id: load.rank for load in LIBRARY.planning.load_classes}
    return Session(
        id=name or f"d{day}",
        date=START + day * DAY,
        title="Session",
        family="sprint",
        load=max((block.load for block in blocks), key=lambda load: ranks[load]),
        minutes=sum(block.minutes for block in blocks),
        kit=kit,
        purpose="Run fast.",
        why=(),
        blocks=blocks,
    )


def week(number: int, *sessions: Session, phase: str = "load", emphasis: str = "mixed") -> Week:
    return Week(
        number=number,
        starts=START + 7 * (number - 1) * DAY,
        phase=phase,  # type: ignore[arg-type]
        emphasis=emphasis,  # type: ignore[arg-type]
        totals=totals(sessions, LIBRARY),
        sessions=sessions,
    )


def plan(*weeks: Week, **asked: Any) -> Plan:
    """A plan of these weeks, for an intermediate athlete unless `asked` says otherwise."""
    request = replace(REQUEST, **{"weeks": len(weeks), **asked})
    return Plan(id="0", title="Plan", fingerprint="0", request=request, weeks=weeks)


def one_week(
    *sessions: Session, phase: str = "load", emphasis: str = "mixed", **asked: Any
) -> Plan:
    return plan(week(1, *sessions, phase=phase, emphasis=emphasis), **asked)


def with_sessions(plan: Plan, sessions: tuple[Session, ...]) -> Plan:
    """A plan of one week with other sessions, its minutes and totals counted anew."""
    (only,) = plan.weeks
    return recounted(replace(plan, weeks=(replace(only, sessions=sessions),)), LIBRARY)


def with_session(plan: Plan, at: str, change: Callable[[Session], Session]) -> Plan:
    """A plan of one week with the session `at` changed."""
    sessions = (change(each) if each.id == at else each for each in plan.weeks[0].sessions)
    return with_sessions(plan, tuple(sessions))


def with_items(plan: Plan, at: str, change: Callable[[Item], Item | None]) -> Plan:
    """A plan of one week with the items of the session `at` changed, or dropped for None."""

    def changed(block: Block) -> Block:
        found = (change(each) for each in block.items)
        return replace(block, items=tuple(each for each in found if each is not None))

    def blocks(session: Session) -> Session:
        return replace(session, blocks=tuple(changed(block) for block in session.blocks))

    return with_session(plan, at, blocks)
