"""A page as Markdown (CommonMark with GitHub's tables), readable as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import assert_never
from urllib.parse import quote

from speedcli.views import chart
from speedcli.views import page as doc
from speedcli.views.letters import harmless, width
from speedcli.views.lines import pad
from speedcli.views.marks import MARKS

# What Markdown reads as markup anywhere, and what it does at the start of a line.
_MARKUP = re.compile(r"([\\`*_\[\]<>~|]|&(?=#?\w+;))")
_OPENING = re.compile(r"(?=(?:[#+=-]|\d+[.)])(?:\s|[#=-]|$))")
_NUMBERED = re.compile(r"(\d+)([.)])(?=\s|$)")

_DEEPEST = 6  # headings have no lower level
_PICTURE = 72  # columns of a figure, which needs letters of one width

# Where to read on behind an id or a command; None where there is no such place.
Address = Callable[[str], str | None]


def _nowhere(_: str) -> None:
    """The address of everything, where a page stands alone."""


def render(page: doc.Page, address: Address = _nowhere, level: int = 1) -> str:
    """The page as Markdown, ending in a new line. Its title is a heading of `level`."""
    clean = doc.with_texts(page, harmless)
    corner = f"*{escape(clean.corner)}*" if clean.corner else ""
    chunks = [f"{'#' * level} {escape(clean.title)}", corner]
    for part in clean.parts:
        chunks += _chunks(part, level + 1, address)
    return "\n\n".join(filter(None, chunks)) + "\n"


def _chunks(part: doc.Part, level: int, address: Address) -> Iterator[str]:
    """The part as chunks of Markdown that want an empty line between them."""
    match part:
        case doc.Section(title, parts):
            yield f"{'#' * min(level, _DEEPEST)} {escape(title)}"
            for inner in parts:
                yield from _chunks(inner, level + 1, address)
        case doc.Paragraph(text, refs):
            yield f"{_opening(text)}{_refs(refs)}"
        case doc.Bullets(items, numbered):
            marks = [f"{n}." if numbered else "-" for n in range(1, len(items) + 1)]
            yield _lines(
                f"{mark} {_opening(item)}" for mark, item in zip(marks, items, strict=True)
            )
        case doc.Facts(rows):
            yield _lines(f"- {_fact(row, address)}" for row in rows)
        case doc.Entries(rows):
            for entry in rows:
                yield f"**{escape(entry.head)}**"
                yield _opening(entry.text)
                if entry.command:
                    yield _code(entry.command)
        case doc.Graded(rows):
            yield _lines(
                f"- **{row.grade} {MARKS[row.grade]}** {escape(row.text)}{_refs(row.refs)}"
                for row in rows
            )
        case doc.Table():
            yield _lines(_table(part))
        case doc.Commands(rows):
            yield _lines(f"- {_command(row, address)}" for row in rows)
        case doc.Links(label, targets):
            named = [_target(link, address(link.id)) for link in targets]
            yield f"**{escape(label)}**: {' · '.join(named)}"
        case doc.Figure():
            yield _fenced(chart.lines(part, _PICTURE, chart.UNICODE))
            yield _opening(part.caption)
            yield _opening(part.basis) + _refs(part.refs)
        case doc.References(rows):
            yield _lines(f"{row.number}. {_reference(row, address)}" for row in rows)
        case _:
            assert_never(part)


def _linked(text: str, address: str | None) -> str:
    return f"[{text}]({address})" if address else text


def _target(link: doc.Link, address: str | None) -> str:
    """Its title, where that can be followed; its id, where that is what to type."""
    return _linked(escape(link.title), address) if address else _code(link.id)


def _fact(row: doc.Fact, address: Address) -> str:
    """A labelled text; the id that a label is, or begins with before a wide gap, is a link."""
    id, gap, rest = row.label.partition("  ")
    label = f"{_linked(escape(id), address(id))}{gap}{escape(rest)}"
    return f"**{label}**: {escape(row.text)}{_refs(row.refs)}"


def _command(row: doc.Command, address: Address) -> str:
    return f"{_linked(_code(row.line), address(row.line))}: {escape(row.text)}"


def _reference(row: doc.Reference, address: Address) -> str:
    return f"{_linked(escape(row.text), address(row.id))}{_found(row)}"


def _lines(lines: Iterator[str]) -> str:
    return "\n".join(lines)


def escape(text: str) -> str:
    """`text` with nothing in it that Markdown reads as markup."""
    return _MARKUP.sub(r"\\\1", text)


def _opening(text: str) -> str:
    """`text` where a line begins, where more letters mean something."""
    escaped = escape(text)
    if numbered := _NUMBERED.match(escaped):
        return f"{numbered[1]}\\{numbered[2]}{escaped[numbered.end() :]}"
    return f"\\{escaped}" if _OPENING.match(escaped) else escaped


def _code(text: str) -> str:
    """`text` in a fence that is longer than any run of backticks in it."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{blank}{text}{blank}{fence}"


def _fenced(lines: list[str]) -> str:
    """The lines as they are, in a fence that none of them can end."""
    text = "\n".join(lines)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def _refs(refs: tuple[int, ...]) -> str:
    return rf" \[{', '.join(map(str, refs))}\]" if refs else ""


def _found(row: doc.Reference) -> str:
    if row.doi:
        return f" [doi:{escape(row.doi)}](https://doi.org/{quote(row.doi)})"
    if row.url and row.url.startswith(("https://", "http://")):
        return f" <{quote(row.url, safe=':/?&=#%,;+~@!')}>"
    return f" {escape(row.url)}" if row.url else ""


def _table(table: doc.Table) -> Iterator[str]:
    titles = [escape(column.title) for column in table.columns]
    rows = [_cells(row) for row in table.rows]
    rooms = [max(3, *map(width, texts)) for texts in zip(titles, *rows, strict=True)]
    aligns = ["right" if _is_number(table, at) else "left" for at in range(len(titles))]
    rules = [
        "-" * (room - 1) + ":" if align == "right" else "-" * room
        for room, align in zip(rooms, aligns, strict=True)
    ]
    for texts in (titles, rules, *rows):
        padded = [pad(*cell) for cell in zip(texts, rooms, aligns, strict=True)]
        yield f"| {' | '.join(padded)} |"


def _is_number(table: doc.Table, at: int) -> bool:
    """Whether a column holds numbers; a bar is one here, where it is not drawn."""
    drawn = any(isinstance(row.cells[at], doc.Bar) for row in table.rows)
    return drawn or table.columns[at].align == "right"


def _cells(row: doc.Row) -> list[str]:
    texts = [escape(cell if isinstance(cell, str) else cell.text) for cell in row.cells]
    return [f"{texts[0]}<br>{escape(row.below)}", *texts[1:]] if row.below else texts
