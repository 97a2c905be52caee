"""The page of a search: what was found, best first, each with the sentence that speaks of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import SEARCHED, words
from speedcli.knowledge.search import Hit
from speedcli.knowledge.texts import FIRST_LINES, texts
from speedcli.views import json_record, present, wording
from speedcli.views.page import Entries, Entry, Page, Paragraph, Part

_SENTENCE_ENDS = re.compile(r"(?<=[.!?]) +(?=[A-Z0-9])")
_UNQUOTED = ("id", "aliases", "authors")  # no sentences
_FIRST_LINE = 1.5  # how much more a first line tells


class Result(NamedTuple):
    """A record that was found: as JSON refers to it, its title, a sentence, and how to read on."""

    reference: Mapping[str, Any]
    title: str
    text: str
    command: str

    def as_json(self) -> dict[str, Any]:
        """For programs, `kind`, `id` and `title` first."""
        return {**self.reference, "text": self.text, "command": self.command}


class Reader(NamedTuple):
    """Reads records for what speaks of some stems, of which the rare ones tell more."""

    library: Library
    stems: Mapping[str, str]  # of words
    rarity: Mapping[str, float]  # of the stems that were looked for

    def result(self, hit: Hit) -> Result:
        """The record of a hit with the sentence that says most about what was looked for."""
        record = self.library.table(hit.table)[hit.id]
        title = present.brief(record, self.library).title
        return Result(
            json_record.reference(record),
            title,
            wording.sentence(self._best_sentence(record, title)),
            f"speed explain {_name(hit, record, self.library)}",
        )

    def _best_sentence(self, record: Any, title: str) -> str:
        """What tells most, the first lines before others; the first line where none needs to."""
        read = [
            (field, sentence)
            for field, text in texts(record)
            if " " in text and text not in title and field not in _UNQUOTED
            for sentence in _SENTENCE_ENDS.split(text)
        ]
        told = [
            (self._tells(sentence) * (_FIRST_LINE if field in FIRST_LINES else 1), sentence)
            for field, sentence in read
        ]
        most, best = max(told, key=itemgetter(0), default=(0, ""))
        if not most or self._held(title) == set(self.rarity):
            first = [sentence for field, sentence in read if field in FIRST_LINES]
            return next(iter((*first, *(sentence for _, sentence in read))), "")
        return best

    def _tells(self, sentence: str) -> float:
        return sum(self.rarity[stem] for stem in sorted(self._held(sentence)))

    def _held(self, text: str) -> set[str]:
        """The stems that were looked for, of those that a text holds."""
        return {self.stems.get(word, word) for word in words(text)}.intersection(self.rarity)


def page(typed: str, shown: Sequence[Result], found: int) -> Page:
    """The results that are shown, of so many that were found."""
    rows = tuple(
        Entry(f"{result.title} · {result.reference['kind']}", result.text, result.command)
        for result in shown
    )
    left = found - len(rows)
    more: tuple[Part, ...] = (Paragraph(f"{left} more; -n {found} shows them."),) if left else ()
    return Page(typed, f"{len(rows)} of {found}", (Entries(rows), *more))


def _name(hit: Hit, record: Any, library: Library) -> str:
    """What to look the record up by: its id, or where that is another's a name of its own."""
    before = SEARCHED[: SEARCHED.index(hit.table)]
    taken = any(hit.id in library.table(table) for table in before)
    return next(iter(record.aliases), hit.id) if taken else hit.id
