"""How a page names its sources: short in text, and numbered at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterable

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Source
from speedcli.views.page import Reference, References, Section

_EDITORS = re.compile(r"\s*\(.*?\)")


def short(source: Source) -> str:
    """`Weyand 2000`, `Lum & Barbosa 2019`, `Nicholson et al. 2021`."""
    authors = _EDITORS.sub("", source.authors)
    names = [_surname(author) for author in authors.split(", ")]
    if len(names) > 2 or names[-1] in ("et al", "et al."):
        named = f"{names[0]} et al."
    else:
        named = " & ".join(names)
    return f"{named} {source.year}" if source.year else named


class Numbering:
    """The numbers of a page's sources, in the order in which the page first names them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._numbers: dict[str, int] = {}

    def refs(self, sources: Iterable[str]) -> tuple[int, ...]:
        """The numbers to set behind a text, smallest first."""
        numbers = [self._numbers.setdefault(id, len(self._numbers) + 1) for id in sources]
        return tuple(sorted(numbers))

    def section(self) -> tuple[Section, ...]:
        """The list for the foot of the page; nothing when no source was named."""
        rows = tuple(
            _reference(number, self._library.sources[id]) for id, number in self._numbers.items()
        )
        return (Section("Sources", (References(rows),)),) if rows else ()


def _reference(number: int, source: Source) -> Reference:
    retracted = "Retracted: " if source.retracted else ""
    title = source.title if source.title.endswith((".", "?", "!")) else f"{source.title}."
    text = f"{retracted}{short(source)}. {title}"
    return Reference(number, text, source.doi, source.url, source.id)


def _surname(author: str) -> str:
    """`Van Hooren` of `Van Hooren B`: without the initials, which are capitals only."""
    words = author.split()
    while len(words) > 1 and words[-1].isupper():
        words.pop()
    return " ".join(words)
