"""The page of a search: what was found, best first, each with the sentence that speaks of it."""

from __future__ import annotations

from operator import itemgetter

from speedcli.knowledge.frozen import NamedTuple
from speedcli.knowledge.lookup import words
from speedcli.views.page import Entries, Entry, Page, Paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from speedcli.knowledge.search import Hit
    from speedcli.views.page import Part

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

    read: Callable[[str], Any]  # of what `views.ready` keeps
    stems: Mapping[str, str]  # of words
    rarity: Mapping[str, float]  # of the stems that were looked for

    def result(self, hit: Hit) -> Result:
        """The record of a hit with the sentence that says most about what was looked for."""
        told = self.read(f"told/{hit.table}/{hit.id}")
        return Result(
            told["reference"],
            told["title"],
            self._best(told["sentences"], told["title"]),
            told["command"],
        )

    def _best(self, sentences: Sequence[tuple[bool, str]], title: str) -> str:
        """What tells most, the first lines before others; the first line where none needs to."""
        weighed = [
            (self._tells(sentence) * (_FIRST_LINE if is_first else 1), sentence)
            for is_first, sentence in sentences
        ]
        most, best = max(weighed, key=itemgetter(0), default=(0, ""))
        if not most or self._held(title) == set(self.rarity):
            first = [sentence for is_first, sentence in sentences if is_first]
            return next(iter((*first, *(sentence for _, sentence in sentences))), "")
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
