"""Blocks of a session as parts of a page: what to do, how hard, how long to rest, when to stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speedcli.knowledge.values import Span, plain
from speedcli.training.document import Block, Item, Session
from speedcli.views import prescription
from speedcli.views.page import Column, Fact, Facts, Row, Section, Table

BETWEEN = " · "
_FRAME = ("warm-up", "cool-down")


def inner(session: Session) -> tuple[Block, ...]:
    """The blocks between warm-up and cool-down."""
    return tuple(block for block in session.blocks if block.role not in _FRAME)


def outer(session: Session, role: str) -> tuple[Block, ...]:
    """The blocks that are the session's warm-up, or its cool-down."""
    return tuple(block for block in session.blocks if block.role == role)


def section(block: Block) -> Section:
    """The block's items as a table, under its title, minutes and what all items have in common."""
    common = _common_intensity(block)
    heading = BETWEEN.join(filter(None, (block.title, f"{block.minutes} min", common)))
    rows = tuple(_rows(block, with_intensity=not common))
    columns = tuple(Column("") for _ in rows[0].cells) if rows else ()
    return Section(heading, (Table(columns, rows),))


def in_one_line(block: Block) -> str:
    """The block as running text; how hard easy work feels is said once, for all of it."""
    items = "; ".join(_brief(item) for item in block.items)
    felt = [item.intensity for item in block.items if item.intensity and item.intensity.of == "rpe"]
    ends = [end for each in felt for end in _ends(each.value)]
    others = "All" if len(felt) == len(block.items) else "All else"
    feel = f" {others} at RPE {Span(min(ends), max(ends))}." if ends else ""
    return f"{block.minutes} min: {items}.{feel} {block.stop}"


def stops(found: Iterable[Block]) -> Section:
    """When to end each block."""
    return Section("When to stop", (Facts(tuple(Fact(one.title, one.stop) for one in found)),))


def needs(session: Session, kit: str) -> Fact:
    """What to bring, and how much clear ground there must be."""
    ground = f"{session.space_m} m clear, to run and to stop" if session.space_m else ""
    return Fact("Needs", "; ".join(filter(None, (kit, ground))) or "nothing")


def _brief(item: Item) -> str:
    """All of an item but how hard it feels."""
    measured = item.intensity is not None and item.intensity.of != "rpe"
    parts = [
        f"{prescription.lowered(item.name)} {prescription.dose(item)}",
        prescription.intensity(item) if measured else "",
        prescription.rest(item),
    ]
    return ", ".join(filter(None, parts))


def _ends(value: float | tuple[float, ...]) -> tuple[float, ...]:
    return value if isinstance(value, tuple) else (value,)


def _common_intensity(block: Block) -> str:
    found = {prescription.intensity(item) for item in block.items}
    return found.pop() if len(found) == 1 else ""


def _rows(block: Block, *, with_intensity: bool) -> Iterator[Row]:
    """A row to each item; a cue is given once, however often its exercise comes."""
    cued: set[str] = set()
    for item in block.items:
        cue = "" if item.exercise in cued else item.cue
        cued.add(item.exercise)
        target = f"aim at {plain(item.target_s)} s" if item.target_s else ""
        hard = (prescription.intensity(item),) if with_intensity else ()
        cells = (item.name, prescription.dose(item), *hard, prescription.rest(item))
        below = BETWEEN.join(filter(None, (item.angle, target, cue, item.note)))
        yield Row(cells, below)
