"""Texts of a plan that a coach may write: paragraphs and lists."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.views.page import Bullets, Paragraph

_BULLET = "- "


def parts(text: str | None) -> Iterator[Paragraph | Bullets]:
    """A paragraph to a line, and lines that start with `- ` as a list."""
    items: list[str] = []
    for line in map(str.strip, (text or "").splitlines()):
        if line.startswith(_BULLET):
            items.append(line.removeprefix(_BULLET))
            continue
        yield from _bullets(items)
        items = []
        if line:
            yield Paragraph(line)
    yield from _bullets(items)


def _bullets(items: list[str]) -> Iterator[Bullets]:
    if items:
        yield Bullets(tuple(items))
