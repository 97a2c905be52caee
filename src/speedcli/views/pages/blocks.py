"""Blocks of a session as parts of a page: what to do, how hard, how long to rest, when to stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speedcli.knowledge.values import plain
from speedcli.training.document import Block, Item, Session
from speedcli.views import prescription, wording
from speedcli.views.page import Column, Fact, Facts, Row, Section, Table

BETWEEN = " · "
_FRAME = ("warm-up", "cool-down")
_COLUMNS = (Column(""), Column(""), Column(""))


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
    return Section(heading, (Table(_COLUMNS, tuple(_rows(block, bool(common)))),))


def in_one_line(block: Block) -> Fact:
    """The block as running text, for what is alike in every session.

    How hard easy work feels is said once, for the whole block.
    """
    items = "; ".join(_brief(item) for item in block.items)
    felt = [item.intensity for item in block.items if item.intensity and item.intensity.of == "rpe"]
    ends = [end for each in felt for end in _ends(each.value)]
    feel = f" Easy work at RPE {plain(min(ends))}-{plain(max(ends))}." if ends else ""
    return Fact(wording.capital(block.role), f"{block.minutes} min: {items}.{feel}")


def stops(session: Session) -> Section:
    """When to end each block."""
    rows = tuple(Fact(block.title, block.stop) for block in session.blocks)
    return Section("When to stop", (Facts(rows),))


def needs(session: Session, kit: str) -> Fact:
    """What to bring, and how much clear ground there must be."""
    ground = f"{session.space_m} m of clear ground, stopping room included"
    wanted = [kit, ground if session.space_m else ""]
    return Fact("Needs", "; ".join(filter(None, wanted)) or "nothing")


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


def _rows(block: Block, has_common_intensity: bool) -> Iterator[Row]:
    """A row to each item; a cue is given once, however often its exercise comes."""
    cued: set[str] = set()
    for item in block.items:
        cue = "" if item.exercise in cued else item.cue
        cued.add(item.exercise)
        details = (
            item.angle,
            "" if has_common_intensity else prescription.intensity(item),
            f"aim at {plain(item.target_s)} s" if item.target_s else "",
            cue,
            item.note,
        )
        cells = (item.name, prescription.dose(item), prescription.rest(item))
        yield Row(cells, _joined(details))


def _joined(texts: Iterable[str | None]) -> str:
    return BETWEEN.join(filter(None, texts))
