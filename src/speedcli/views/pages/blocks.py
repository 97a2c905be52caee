"""Blocks of a session as parts of a page: what to do, how hard, how long to rest, when to stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from speedcli.knowledge.library import Library
from speedcli.knowledge.values import Span
from speedcli.training.document import Block, Item, Session
from speedcli.views import prescription, wording
from speedcli.views.page import Bullets, Column, Fact, Facts, Row, Section, Table

BETWEEN = " · "
FRAME = ("warm-up", "cool-down")
_COLUMNS = tuple(map(Column, ("Exercise", "Dose", "How hard", "Rest")))
_WITHOUT_INTENSITY = tuple(column for column in _COLUMNS if column.title != "How hard")
_ROOM = 76  # of 80 columns, within a block of a session


def inner(session: Session) -> tuple[Block, ...]:
    """The blocks between warm-up and cool-down."""
    return tuple(block for block in session.blocks if block.role not in FRAME)


def outer(session: Session, role: str) -> tuple[Block, ...]:
    """The blocks that are the session's warm-up, or its cool-down."""
    return tuple(block for block in session.blocks if block.role == role)


def section(block: Block, *, narrow: bool = False) -> Section:
    """The block's items under its title, minutes and what all items have in common.

    They stand in a table, or on a `narrow` screen in a list. How hard each is has a column where
    that leaves every prescription on one line.
    """
    common = common_intensity(block)
    heading = BETWEEN.join(filter(None, (block.title, f"{block.minutes} min", common)))
    rows = tuple(_rows(block, "heading" if common else "column"))
    if narrow:
        return Section(heading, (Bullets(tuple(map(_in_a_list, rows))),))
    if not common and _width(rows) > _ROOM:
        rows = tuple(_rows(block, "below"))
    titled = _COLUMNS if rows and len(rows[0].cells) == len(_COLUMNS) else _WITHOUT_INTENSITY
    return Section(heading, (Table(titled, rows, headed=False),))


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


def needs(session: Session, library: Library) -> Fact:
    """What to bring, and how much clear ground there must be."""
    ground = f"{session.space_m} m clear, to run and to stop" if session.space_m else ""
    return Fact("Needs", "; ".join(filter(None, (kit(session.kit, library), ground))) or "nothing")


def kit(ids: Iterable[str], library: Library) -> str:
    """Kit by its names; what the knowledge base does not know stays as a coach wrote it."""
    return wording.listing([library.kit[id].name if id in library.kit else id for id in ids])


def _brief(item: Item) -> str:
    """All of an item but how hard it feels."""
    measured = item.intensity is not None and item.intensity.of != "rpe"
    parts = [
        f"{prescription.lowered(item.name)} {prescription.dose(item)}",
        prescription.intensity(item) if measured else "",
        prescription.rest(item),
        item.angle,
        prescription.target(item),
        item.note and item.note.rstrip("."),
    ]
    return ", ".join(filter(None, parts))


def _ends(value: float | tuple[float, ...]) -> tuple[float, ...]:
    return value if isinstance(value, tuple) else (value,)


def common_intensity(block: Block) -> str:
    """How hard all of the block is, where that is the same."""
    found = {prescription.intensity(item) for item in block.items}
    return found.pop() if len(found) == 1 else ""


def _in_a_list(row: Row) -> str:
    name, *others = (str(cell) for cell in row.cells)
    return ". ".join(filter(None, (f"{name}: {', '.join(filter(None, others))}", row.below)))


def _width(rows: Sequence[Row]) -> int:
    """Columns that the rows take beside each other."""
    texts = zip(*(map(str, row.cells) for row in rows), strict=True)
    widths = [max(map(len, column)) for column in texts]
    return sum(widths) + 2 * (len(widths) - 1)


def _rows(block: Block, intensity: Literal["heading", "column", "below"]) -> Iterator[Row]:
    """A row to each item; a cue is given once, however often its exercise comes."""
    cued: set[str] = set()
    for item in block.items:
        cue = "" if item.exercise in cued else item.cue
        cued.add(item.exercise)
        hard = prescription.intensity(item)
        column = (hard,) if intensity == "column" else ()
        cells = (item.name, prescription.dose(item), *column, prescription.rest(item))
        below = (
            hard if intensity == "below" else "",
            item.angle,
            prescription.target(item),
            cue,
            item.note,
        )
        yield Row(cells, " ".join(map(wording.sentence, filter(None, below))))
