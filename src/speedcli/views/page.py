"""A page: the small document tree between records and what is shown of them.

Texts are plain; they carry no markup. A view draws every kind of part and knows nothing of records.
Links name records by id, so that each view can make of them what it can.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal, TypeVar

from speedcli.knowledge.figures import Drawing
from speedcli.knowledge.records import Grade


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `refs` are numbers of the page's sources."""

    text: str
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short texts of equal rank; numbered where their order matters."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A text with a short label; `refs` are numbers of the page's sources."""

    label: str
    text: str
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled texts, their labels in one column: `Stop  form breaks twice`."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A short line and the text that answers it or goes with it, and the command to read on."""

    head: str
    text: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """Short lines with their texts below them."""

    rows: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GradedText:
    """A statement and how sure the evidence is; `refs` are numbers of the page's sources."""

    grade: Grade
    text: str
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Graded:
    """Statements with their grades in one column."""

    rows: tuple[GradedText, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A number with a bar that shows its share, 0 to 1, of the greatest one."""

    share: float
    text: str


Cell = str | Bar


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; numbers stand at the right."""

    title: str
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, with a text that belongs below it, such as a cue."""

    cells: tuple[Cell, ...]
    below: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. The first cell of a row names it.

    Where cells speak for themselves there is no head, if a view can do without one.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    headed: bool = True


@dataclass(frozen=True, slots=True)
class Command:
    """A command to type, and what it gives."""

    line: str
    text: str


@dataclass(frozen=True, slots=True)
class Commands:
    """Commands to type next."""

    rows: tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A record to read next."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Links:
    """Records to read next, under one label."""

    label: str
    targets: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as the foot of a page lists it, under the number that the page uses."""

    number: int
    text: str
    doi: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class References:
    """The sources of a page."""

    rows: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, as data to draw. `refs` are numbers of the page's sources.

    `basis` says how far to trust the points, and `credit` names the sources where a picture stands
    alone. `dotted` figures show their points, because these are values and no mere shape.
    """

    title: str
    drawing: Drawing
    caption: str
    alt: str
    basis: str
    credit: str
    dotted: bool = True
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    parts: tuple[Part, ...]


Part = (
    Paragraph
    | Bullets
    | Facts
    | Entries
    | Graded
    | Table
    | Commands
    | Links
    | Figure
    | References
    | Section
)


@dataclass(frozen=True, slots=True)
class Page:
    """One record, or one question, as it is shown. `corner` says what kind of thing it is."""

    title: str
    corner: str
    parts: tuple[Part, ...]


Change = Callable[[str], str]
N = TypeVar("N")


def with_texts(node: N, change: Change) -> N:
    """`node` with every text in it changed."""
    changed: Any = node
    if isinstance(node, str):
        changed = change(node)
    elif isinstance(node, tuple):
        changed = tuple(with_texts(member, change) for member in node)
    elif is_dataclass(node) and not isinstance(node, type):
        values = {field.name: getattr(node, field.name) for field in fields(node)}
        changed = replace(node, **{name: with_texts(v, change) for name, v in values.items()})
    result: N = changed
    return result
