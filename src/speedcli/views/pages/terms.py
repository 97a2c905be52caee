"""How to read the doses of a plan: what RPE and its other words mean, and how angles count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speedcli.knowledge.library import Library
from speedcli.training.document import Session
from speedcli.views.page import Fact, Facts, Section

_ANGLE = "angle"


def terms(sessions: Iterable[Session], library: Library) -> tuple[Fact, ...]:
    """Each scale that something in the sessions is dosed on, and the angles where there are any."""
    items = [item for one in sessions for block in one.blocks for item in block.items]
    used = {item.intensity.of for item in items if item.intensity}
    angled = {_ANGLE} if any(item.angle for item in items) else set()
    planning = library.planning_if_any
    return tuple(
        Fact(each.label, each.text)
        for each in (planning.readings if planning else ())
        if each.of in used | angled
    )


def section(sessions: Iterable[Session], library: Library) -> Iterator[Section]:
    """The same as a part of a page; nothing where no dose needs it."""
    if found := terms(sessions, library):
        yield Section("How to read the doses", (Facts(found),))
