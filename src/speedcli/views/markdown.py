"""A page as Markdown (CommonMark with GitHub's tables), readable as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
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

_PICTURE = 72  # columns of a figure, which needs letters of one width


def render(page: doc.Page) -> str:
    """The page as Markdown, ending in a new line."""
    clean = doc.with_texts(page, harmless)
    corner = f"*{_escape(clean.corner)}*" if clean.corner else ""
    chunks = [f"# {_escape(clean.title)}", corner]
    for part in clean.parts:
        chunks += _chunks(part, level=2)
    return "\n\n".join(filter(None, chunks)) + "\n"


def _chunks(part: doc.Part, level: int) -> Iterator[str]:
    """The part as chunks of Markdown that want an empty line between them."""
    match part:
        case doc.Section(title, parts):
            yield f"{'#' * level} {_escape(title)}"
            for inner in parts:
                yield from _chunks(inner, level + 1)
        case doc.Paragraph(text, refs):
            yield f"{_opening(text)}{_refs(refs)}"
        case doc.Bullets(items, numbered):
            marks = [f"{n}." if numbered else "-" for n in range(1, len(items) + 1)]
            yield _lines(
                f"{mark} {_opening(item)}" for mark, item in zip(marks, items, strict=True)
            )
        case doc.Facts(rows):
            yield _lines(
                f"- **{_escape(row.label)}**: {_escape(row.text)}{_refs(row.refs)}" for row in rows
            )
        case doc.Entries(rows):
            for entry in rows:
                yield f"**{_escape(entry.head)}**"
                yield _opening(entry.text)
                if entry.command:
                    yield _code(entry.command)
        case doc.Graded(rows):
            yield _lines(
                f"- **{row.grade} {MARKS[row.grade]}** {_escape(row.text)}{_refs(row.refs)}"
                for row in rows
            )
        case doc.Table():
            yield _lines(_table(part))
        case doc.Commands(rows):
            yield _lines(f"- {_code(row.line)}: {_escape(row.text)}" for row in rows)
        case doc.Links(label, targets):
            yield f"**{_escape(label)}**: {' · '.join(_code(link.id) for link in targets)}"
        case doc.Figure():
            yield _fenced(chart.lines(part, _PICTURE, chart.UNICODE))
            yield _opening(part.caption)
            yield _opening(part.basis) + _refs(part.refs)
        case doc.References(rows):
            yield _lines(f"{row.number}. {_escape(row.text)}{_found(row)}" for row in rows)
        case _:
            assert_never(part)


def _lines(lines: Iterator[str]) -> str:
    return "\n".join(lines)


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _opening(text: str) -> str:
    """`text` where a line begins, where more letters mean something."""
    escaped = _escape(text)
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
        return f" [doi:{_escape(row.doi)}](https://doi.org/{quote(row.doi)})"
    if row.url and row.url.startswith(("https://", "http://")):
        return f" <{quote(row.url, safe=':/?&=#%,;+~@!')}>"
    return f" {_escape(row.url)}" if row.url else ""


def _table(table: doc.Table) -> Iterator[str]:
    titles = [_escape(column.title) for column in table.columns]
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
    texts = [_escape(cell if isinstance(cell, str) else cell.text) for cell in row.cells]
    return [f"{texts[0]}<br>{_escape(row.below)}", *texts[1:]] if row.below else texts
