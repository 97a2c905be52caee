"""A plan in short lines: every number, id and reason of it, and each other text once, cut short."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from speedcli.training.document import Item, Plan, Reason, Session, Week

WORDS = 3
IN_FULL = ("text", "because", "notes", "where")


def outline(plan: Plan) -> str:
    """The whole plan, a line to each of its parts."""
    return "".join(f"{line}\n" for line in _Outline().of_plan(plan))


class _Outline:
    def __init__(self) -> None:
        self._told: set[str] = set()

    def of_plan(self, plan: Plan) -> Iterator[str]:
        yield self.said(plan)
        yield f"request: {self.said(plan.request)}"
        for entry in plan.accepted:
            yield f"accepted: {self.said(entry)}"
        for week in plan.weeks:
            yield from self.of_week(week)

    def of_week(self, week: Week) -> Iterator[str]:
        yield f"\n{self.said(week)}"
        yield self.said(week.totals)
        yield from self.of_reasons(week.why)
        for session in week.sessions:
            yield from self.of_session(session)

    def of_session(self, session: Session) -> Iterator[str]:
        yield f"  {self.said(session)}"
        yield from self.of_reasons(session.why)
        for block in session.blocks:
            yield f"    {self.said(block)}"
            yield from (f"      {self.of_item(item)}" for item in block.items)

    def of_item(self, item: Item) -> str:
        if item.intensity is None:
            return self.said(item)
        return f"{self.said(item)} at {self.said(item.intensity)}"

    def of_reasons(self, reasons: tuple[Reason, ...]) -> Iterator[str]:
        return (f"    why: {self.said(reason)}" for reason in reasons)

    def said(self, record: Any) -> str:
        """What a record says in its own fields; records below it have lines of their own."""
        shown = {name: self.shown(name, getattr(record, name)) for name in record.__match_args__}
        return " ".join(f"{name}={value}" for name, value in shown.items() if value)

    def shown(self, name: str, value: Any) -> str:
        if value is None or value is False or hasattr(value, "__match_args__"):
            return ""
        if isinstance(value, tuple):
            return "|".join(filter(None, (self.shown(name, each) for each in value)))
        words = str(value).split(" ")
        if name in IN_FULL or len(words) == 1:
            return str(value)
        if str(value) in self._told:
            return ""
        self._told.add(str(value))
        return " ".join(words[:WORDS]) + "…" * (len(words) > WORDS)
