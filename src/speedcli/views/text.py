"""A page as text for a terminal, a pipe or an ASCII screen: one layout, with tints if asked."""

from __future__ import annotations

from speedcli.knowledge.frozen import frozen
from speedcli.views import page as doc
from speedcli.views.letters import TIE, harmless, to_ascii, width
from speedcli.views.lines import INDENT, Labelled, ends, hang, indent, labelled, pad, wrap
from speedcli.views.marks import MARKS
from speedcli.views.tables import table_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal

    from speedcli.knowledge.records import Grade

    Charset = Literal["unicode", "ascii"]

_MEASURE = 88  # columns; longer lines are hard to read
_NARROWEST = 20

_TINTS: dict[Grade, str] = {
    "strong": "32",
    "moderate": "36",
    "limited": "33",
    "contested": "35",
    "practice": "34",
}
_HEADING = "1"


@frozen()
class Style:
    """What the reader's screen can show."""

    colour: bool = False
    charset: Charset = "unicode"

    def paint(self, text: str, code: str) -> str:
        """`text` with a tint, on a screen that has them."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text

    def heading(self, text: str) -> str:
        """`text` as a heading."""
        return self.paint(text, _HEADING)


def render(page: doc.Page, width: int, style: Style) -> str:
    """The page in at most `width` columns (20 at least), ending in a new line."""
    room = max(width, _NARROWEST)
    clean = doc.with_texts(page, _cleaner(style.charset))
    lines = [*_title(clean, room, style)]
    for part in clean.parts:
        lines += ["", *_lines(part, room, style)]
    # Ties and the views' own marks are still in the text; each folds to one letter.
    text = "\n".join(line.rstrip() for line in lines).replace(TIE, " ") + "\n"
    return to_ascii(text) if style.charset == "ascii" else text


def _cleaner(charset: Charset) -> doc.Change:
    return (lambda text: to_ascii(harmless(text))) if charset == "ascii" else harmless


def _title(page: doc.Page, room: int, style: Style) -> list[str]:
    lines = ends(page.title, page.corner, min(room, _MEASURE))
    if len(lines) == 1 and lines[0].startswith(page.title):
        return [style.heading(page.title) + lines[0][len(page.title) :]]
    return [style.heading(line) for line in lines]


def _lines(part: doc.Part, room: int, style: Style) -> list[str]:
    """The lines of one part. Only a table may be wider than the measure."""
    measure = min(room, _MEASURE)
    match part:
        case doc.Section(title, parts):
            inner = [_lines(each, room - len(INDENT), style) for each in parts]
            return [*map(style.heading, wrap(title, measure)), *indent(_spaced(inner))]
        case doc.Table():
            return table_lines(part, room, style.heading)
        case doc.Paragraph(text, refs):
            return wrap(_with_refs(text, refs), measure)
        case doc.Bullets(items, numbered):
            return _flat(_bullets(items, numbered, measure))
        case doc.Facts(rows):
            facts = [Labelled(row.label, _with_refs(row.text, row.refs)) for row in rows]
            return _flat(labelled(facts, measure))
        case doc.Entries(rows):
            return _spaced(_entry(entry, measure, style) for entry in rows)
        case doc.Graded(rows):
            return _flat(_graded(rows, measure, style))
        case doc.Commands(rows):
            return _flat(labelled([Labelled(row.line, row.text) for row in rows], measure))
        case doc.Links(label, targets):
            return _links(label, targets, measure, style)
        case doc.Figure():
            return _figure(part, measure, style)
        case doc.References(rows):
            return _flat(_references(rows, measure))


def _flat(groups: Iterable[list[str]]) -> list[str]:
    return [line for group in groups for line in group]


def _spaced(groups: Iterable[list[str]]) -> list[str]:
    """The groups with an empty line between them."""
    return _flat(
        [line, *rest] if number == 0 else ["", line, *rest]
        for number, (line, *rest) in enumerate(filter(None, groups))
    )


def _bullets(items: tuple[str, ...], numbered: bool, room: int) -> Iterator[list[str]]:
    digits = len(str(len(items)))
    for number, item in enumerate(items, 1):
        yield hang(f"{number:>{digits}}. " if numbered else "- ", item, room)


def _entry(entry: doc.Entry, room: int, style: Style) -> list[str]:
    """A line with its text; what has a command is a record, and stands out."""
    inner = room - len(INDENT)
    heads = wrap(entry.head, room)
    below = [*wrap(entry.text, inner), *wrap(entry.command, inner)]
    return [*(map(style.heading, heads) if entry.command else heads), *indent(below)]


def _graded(rows: tuple[doc.GradedText, ...], room: int, style: Style) -> Iterator[list[str]]:
    names = max(len(row.grade) for row in rows)
    facts = [
        Labelled(f"{pad(row.grade, names)}  {MARKS[row.grade]}", _with_refs(row.text, row.refs))
        for row in rows
    ]
    for row, fact, lines in zip(rows, facts, labelled(facts, room), strict=True):
        tinted = style.paint(fact.label, _TINTS[row.grade])
        yield [tinted + lines[0][len(fact.label) :], *lines[1:]]


def _links(label: str, targets: tuple[doc.Link, ...], room: int, style: Style) -> list[str]:
    ids = f"{TIE}· ".join(link.id for link in targets)
    first, *others = hang(f"{label}  ", ids, room)
    return [style.heading(label) + first[len(label) :], *others]


def _figure(figure: doc.Figure, room: int, style: Style) -> list[str]:
    """The picture, what to see in it, and how far to trust it."""
    from speedcli.views import chart  # noqa: PLC0415 - most pages have no figure

    letters = chart.ASCII if style.charset == "ascii" else chart.UNICODE
    drawn = chart.lines(figure, room, letters)
    basis = _with_refs(figure.basis, figure.refs)
    return _spaced([drawn, wrap(figure.caption, room), wrap(basis, room)])


def _references(rows: tuple[doc.Reference, ...], room: int) -> Iterator[list[str]]:
    column = max(width(f"[{row.number}]") for row in rows)
    for row in rows:
        found = f" doi:{row.doi}" if row.doi else f" {row.url}" if row.url else ""
        yield hang(pad(f"[{row.number}]", column) + " ", row.text + found, room)


def _with_refs(text: str, refs: tuple[int, ...]) -> str:
    numbers = f",{TIE}".join(map(str, refs))
    return f"{text} [{numbers}]" if refs else text
