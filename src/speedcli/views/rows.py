"""A plan as rows, one to an item, for tables that are sorted, filtered and added up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from speedcli.training import measure
from speedcli.training.document import Block, Item, Plan, Session, Week
from speedcli.views import prescription
from speedcli.views.letters import harmless

Value = str | float | date | None


class Place(NamedTuple):
    """An item and all that it stands in; blocks and items count from 1."""

    plan: Plan
    week: Week
    session: Session
    block_number: int
    block: Block
    item_number: int
    item: Item


class Column(NamedTuple):
    """A column by its name, which never changes, and what it holds of an item."""

    name: str
    value: Callable[[Place], Value]


def _ends(item: Item) -> tuple[float, ...]:
    if item.intensity is None:
        return ()
    value = item.intensity.value
    return value if isinstance(value, tuple) else (value,)


COLUMNS = (
    Column("plan", lambda at: at.plan.id),
    Column("athlete", lambda at: at.plan.athlete),
    Column("coach", lambda at: at.plan.coach),
    Column("club", lambda at: at.plan.club),
    Column("place", lambda at: at.session.place or at.plan.place),
    Column("week", lambda at: at.week.number),
    Column("phase", lambda at: at.week.phase),
    Column("emphasis", lambda at: at.week.emphasis),
    Column("date", lambda at: at.session.date),
    Column("session", lambda at: at.session.id),
    Column("session_title", lambda at: at.session.title),
    Column("session_minutes", lambda at: at.session.minutes),
    Column("session_notes", lambda at: at.session.notes),
    Column("block_number", lambda at: at.block_number),
    Column("block", lambda at: at.block.title),
    Column("role", lambda at: at.block.role),
    Column("template", lambda at: at.block.template),
    Column("load", lambda at: at.block.load),
    Column("block_minutes", lambda at: at.block.minutes),
    Column("item_number", lambda at: at.item_number),
    Column("exercise", lambda at: at.item.exercise),
    Column("name", lambda at: at.item.name),
    Column("kind", lambda at: at.item.kind),
    Column("dose", lambda at: prescription.dose(at.item)),
    Column("sets", lambda at: at.item.sets),
    Column("reps", lambda at: at.item.reps),
    Column("sides", lambda at: at.item.sides),
    Column("distance_m", lambda at: at.item.distance_m),
    Column("run_in_m", lambda at: at.item.run_in_m),
    Column("hold_s", lambda at: at.item.hold_s),
    Column("effort_s", lambda at: at.item.effort_s),
    Column("minutes", lambda at: at.item.minutes),
    Column("intensity_low", lambda at: min(_ends(at.item), default=None)),
    Column("intensity_high", lambda at: max(_ends(at.item), default=None)),
    Column("intensity_of", lambda at: at.item.intensity.of if at.item.intensity else None),
    Column("rest_s", lambda at: at.item.rest_s),
    Column("set_rest_s", lambda at: at.item.set_rest_s),
    Column("target_s", lambda at: at.item.target_s),
    Column("total_m", lambda at: measure.metres(at.item) or None),
    Column("total_hold_s", lambda at: measure.reps(at.item) * (at.item.hold_s or 0) or None),
    Column("angle", lambda at: at.item.angle),
    Column("cue", lambda at: at.item.cue),
    Column("easier", lambda at: at.item.easier),
    Column("harder", lambda at: at.item.harder),
    Column("note", lambda at: at.item.note),
    Column("stop", lambda at: at.block.stop),
)


def rows(plan: Plan) -> Iterator[tuple[Value, ...]]:
    """A value to each column, for each item of the plan in its order. Texts are on one line."""
    for at in _places(plan):
        yield tuple(_harmless(column.value(at)) for column in COLUMNS)


def _places(plan: Plan) -> Iterator[Place]:
    for week in plan.weeks:
        for session in week.sessions:
            for block_number, block in enumerate(session.blocks, 1):
                for item_number, item in enumerate(block.items, 1):
                    yield Place(plan, week, session, block_number, block, item_number, item)


def _harmless(value: Value) -> Value:
    """A text as nothing can be hidden in it, and a whole number without its `.0`."""
    if isinstance(value, str):
        return harmless(value).strip()
    return int(value) if isinstance(value, float) and value.is_integer() else value
