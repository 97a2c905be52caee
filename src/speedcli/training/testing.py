"""What in a plan is a test, by the templates that the planner tests with."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.planning import Planning
from speedcli.training.document import Block, Session


def measuring(planning: Planning) -> frozenset[str]:
    """The templates that measure, and are the same each time."""
    days = [day for day in planning.day_types if day.id == planning.test_day]
    main = [slot for day in days for slot in day.slots if slot.role == "main"]
    return frozenset(name for slot in main for name in slot.templates)


def tests(session: Session, planning: Planning) -> Iterator[Block]:
    """The blocks of a session that are tests, alone on their day or beside other work."""
    templates = measuring(planning)
    return (block for block in session.blocks if block.template in templates)


def is_test(session: Session, planning: Planning) -> bool:
    """Whether something is tested in a session."""
    return any(True for _ in tests(session, planning))
