"""The same work with less of it: a block, a day, and the shares that are tried for a week."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.training.compose import Draft
from speedcli.training.sessions import DayDraft


def block(draft: Draft, share: float) -> Draft | None:
    """The draft at about `share` of its total, at least one rung down; None without a rung."""
    steps = draft.ladder
    below = range(draft.rung)
    if not below:
        return None
    target = draft.total * share
    best = min(below, key=lambda rung: (abs(steps.totals[rung] - target), rung))
    return draft._replace(rung=best)


def day(full: DayDraft, share: float) -> DayDraft:
    """The day at about `share`; blocks that cannot be lighter go, but not all of the main work."""
    found: list[Draft] = []
    for draft in full.drafts:
        if draft.template.load == "none":
            found.append(draft)
        elif (less := block(draft, share)) is not None:
            found.append(less)
    if not any(draft.role == "main" for draft in found):
        found.insert(0, next(draft for draft in full.drafts if draft.role == "main"))
    return full._replace(drafts=tuple(found))


def shares(low: float, high: float) -> Iterator[float]:
    """Shares to try for a lighter week: the middle of its range, then around it."""
    middle, width = (low + high) / 2, high - low
    for step in (0, -1, 1, -2, 2):
        yield middle + step * width / 2
