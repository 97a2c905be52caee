"""What a plan owes to a coach's own changes of our records, said in its notes."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.frozen import replace
from speedcli.knowledge.library import PLANNING, Library
from speedcli.knowledge.names import title
from speedcli.training.document import Plan


def noted(plan: Plan, library: Library) -> Plan:
    """The plan with a note for each changed record it uses; rules and planning are of all."""
    if not library.patches:
        return plan
    lines = [f"- {line}" for line in _lines(plan, library)]
    notes = [plan.notes] if plan.notes else []
    return replace(plan, notes="\n".join([*notes, *lines]) or None)


def _lines(plan: Plan, library: Library) -> Iterator[str]:
    blocks = [block for week in plan.weeks for session in week.sessions for block in session.blocks]
    used = {f"sessions/{block.template}" for block in blocks}
    used |= {f"exercises/{item.exercise}" for block in blocks for item in block.items}
    for key, patches in library.patches.items():
        table, _, id = key.partition("/")
        if key in used or table in ("rules", PLANNING):
            named = PLANNING if table == PLANNING else title(library.table(table)[id])
            for patch in patches:
                yield f"{named}: {patch.name} changes {', '.join(patch.fields)}."
