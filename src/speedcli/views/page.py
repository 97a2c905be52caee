"""A page: the small document tree between records and what is shown of them.

Texts are plain; they carry no markup. A view draws every kind of part and knows nothing of records.
Links name records by id, so that each view can make of them what it can.
"""

from __future__ import annotations

from speedcli.knowledge.frozen import frozen, make, values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any, Literal, TypeVar

    from speedcli.knowledge.figures import Drawing
    from speedcli.knowledge.records import Grade

    Change = Callable[[str], str]
    N = TypeVar("N")


@frozen()
class Paragraph:
    """Running text; `refs` are numbers of the page's sources."""

    text: str
    refs: tuple[int, ...] = ()


@frozen()
class Bullets:
    """Short texts of equal rank; numbered where their order matters."""

    items: tuple[str, ...]
    numbered: bool = False


@frozen()
class Fact:
    """A text with a short label; `refs` are numbers of the page's sources."""

    label: str
    text: str
    refs: tuple[int, ...] = ()


@frozen()
class Facts:
    """Labelled texts, their labels in one column: `Stop  form breaks twice`."""

    rows: tuple[Fact, ...]


@frozen()
class Entry:
    """A short line and the text that answers it or goes with it, and the command to read on."""

    head: str
    text: str
    command: str = ""


@frozen()
class Entries:
    """Short lines with their texts below them."""

    rows: tuple[Entry, ...]


@frozen()
class GradedText:
    """A statement and how sure the evidence is; `refs` are numbers of the page's sources."""

    grade: Grade
    text: str
    refs: tuple[int, ...] = ()


@frozen()
class Graded:
    """Statements with their grades in one column."""

    rows: tuple[GradedText, ...]


@frozen()
class Bar:
    """A number with a bar that shows its share, 0 to 1, of the greatest one."""

    share: float
    text: str


Cell = str | Bar


def words(cell: Cell) -> str:
    """What a cell says, without its bar."""
    return cell if isinstance(cell, str) else cell.text


@frozen()
class Column:
    """The head of a column; numbers stand at the right."""

    title: str
    align: Literal["left", "right"] = "left"


@frozen()
class Row:
    """A row of a table, with a text that belongs below it, such as a cue."""

    cells: tuple[Cell, ...]
    below: str = ""


@frozen()
class Table:
    """Rows under columns. The first cell of a row names it.

    Where cells speak for themselves there is no head, if a view can do without one.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    headed: bool = True


@frozen()
class Command:
    """A command to type, and what it gives."""

    line: str
    text: str


@frozen()
class Commands:
    """Commands to type next."""

    rows: tuple[Command, ...]


@frozen()
class Link:
    """A record to read next."""

    id: str
    title: str


@frozen()
class Links:
    """Records to read next, under one label."""

    label: str
    targets: tuple[Link, ...]


@frozen()
class Reference:
    """A source as the foot of a page lists it, under the number that the page uses."""

    number: int
    text: str
    doi: str | None = None
    url: str | None = None
    id: str = ""


@frozen()
class References:
    """The sources of a page."""

    rows: tuple[Reference, ...]


@frozen()
class Figure:
    """A picture, as data to draw. `refs` are numbers of the page's sources.

    `basis` says how far to trust the points, and `credit` names the sources where a picture stands
    alone. `dotted` figures show their points, because these are values and no mere shape. Bars lie,
    unless they are `upright`, as far as a form can draw them so.
    """

    title: str
    drawing: Drawing
    caption: str
    alt: str
    basis: str
    credit: str
    dotted: bool = True
    refs: tuple[int, ...] = ()
    upright: bool = False


@frozen()
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


@frozen()
class Page:
    """One record, or one question, as it is shown. `corner` says what kind of thing it is."""

    title: str
    corner: str
    parts: tuple[Part, ...]


def parts(page: Page | Section) -> Iterator[Part]:
    """Every part of a page, also those in sections."""
    for part in page.parts:
        yield part
        if isinstance(part, Section):
            yield from parts(part)


class _Nodes(dict[str, "type[Any]"]):
    """The kinds of node by name. What figures draw is imported only where a page has one."""

    def __missing__(self, name: str) -> type[Any]:
        from speedcli.knowledge import figures  # noqa: PLC0415 - most pages have none

        kind: type[Any] = getattr(figures, name)
        return kind


NODES: Mapping[str, type[Any]] = _Nodes(
    {name: kind for name, kind in vars().items() if hasattr(kind, "__match_args__")}
)


def with_texts(node: N, change: Change) -> N:
    """`node` with every text in it changed."""
    changed: Any = node
    if isinstance(node, str):
        changed = change(node)
    elif isinstance(node, tuple):
        changed = tuple(with_texts(member, change) for member in node)
    elif hasattr(node, "__match_args__"):
        changed = make(type(node), [with_texts(value, change) for value in values(node)])
    result: N = changed
    return result
