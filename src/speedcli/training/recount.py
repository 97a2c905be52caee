"""Minutes and totals that a document states, and what they have to be: they follow from the items.

A coach who edits a rest does not edit the minutes above it. Everything that reads a plan counts
anew; only here are the written numbers compared with the right ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from speedcli.knowledge.frozen import replace
from speedcli.knowledge.library import Library
from speedcli.training import measure
from speedcli.training.document import Block, Plan, Session, Totals, Week

# The way to a value of the document: keys of mappings and places in lists.
Path = tuple[str | int, ...]

# The keys of a week's totals.
TOTALS: tuple[str, ...] = Totals.__match_args__[:-1]  # all but `where`


class Sum(NamedTuple):
    """A number that follows from the items: what is written, and what is right."""

    path: Path
    where: str  # w3, w3d2, or w3d2 and the block's title
    written: int
    right: int

    @property
    def key(self) -> str:
        """The key that the number is written under."""
        return str(self.path[-1])

    @property
    def is_stale(self) -> bool:
        """Whether an edit has left the number behind."""
        return self.written != self.right


def recounted(plan: Plan, library: Library) -> Plan:
    """The plan with all minutes and totals as they follow from its items."""
    return replace(plan, weeks=tuple(_week(week, library) for week in plan.weeks))


def sums(written: Plan, counted: Plan) -> Iterator[Sum]:
    """Every sum of a plan as it was written, beside the same plan `recounted`."""
    for place, (week, right) in enumerate(zip(written.weeks, counted.weeks, strict=True)):
        path: Path = ("weeks", place)
        for key in TOTALS:
            numbers = getattr(week.totals, key), getattr(right.totals, key)
            yield Sum((*path, "totals", key), f"w{week.number}", *numbers)
        for at, sessions in enumerate(zip(week.sessions, right.sessions, strict=True)):
            yield from _sums_of_session((*path, "sessions", at), *sessions)


def _sums_of_session(path: Path, session: Session, right: Session) -> Iterator[Sum]:
    yield Sum((*path, "minutes"), session.id, session.minutes, right.minutes)
    for at, (block, counted) in enumerate(zip(session.blocks, right.blocks, strict=True)):
        where = f"{session.id} {block.title}"
        yield Sum((*path, "blocks", at, "minutes"), where, block.minutes, counted.minutes)


def _week(week: Week, library: Library) -> Week:
    sessions = tuple(_session(session, library) for session in week.sessions)
    return replace(week, sessions=sessions, totals=measure.totals(sessions, library))


def _session(session: Session, library: Library) -> Session:
    blocks = tuple(_block(block, library) for block in session.blocks)
    return replace(session, blocks=blocks, minutes=measure.session_minutes(blocks))


def _block(block: Block, library: Library) -> Block:
    return replace(block, minutes=measure.block_minutes(block.items, library))
