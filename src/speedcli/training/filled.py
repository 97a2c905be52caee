"""Weeks with their days, each day as drafts that can be made lighter, and as finished blocks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from speedcli.knowledge.frozen import frozen
from speedcli.training import measure
from speedcli.training.document import Block, Item
from speedcli.training.finish import Finisher
from speedcli.training.phases import Phased
from speedcli.training.sessions import DayDraft


@frozen()
class Day:
    """A date with its blocks, as drafts and finished."""

    date: date
    draft: DayDraft
    blocks: tuple[Block, ...]


@frozen()
class Filled:
    """A week with its days. `untested` is the same week without its test, where it has one."""

    phased: Phased
    finisher: Finisher
    days: tuple[Day, ...]
    untested: tuple[Day, ...] | None = None

    @property
    def items(self) -> Iterator[Item]:
        """Everything that is done in the week."""
        return (item for day in self.days for block in day.blocks for item in block.items)

    @property
    def sprint_metres(self) -> int:
        """Metres of all sprints, at any speed."""
        items = (item for item in self.items if item.kind in measure.RUNNING)
        return round(sum(measure.metres(item) for item in items))

    @property
    def work(self) -> list[tuple[Item, ...]]:
        """What is done, whatever its dates; no week shall be a copy of the one before."""
        return [block.items for day in self.days for block in day.blocks]
