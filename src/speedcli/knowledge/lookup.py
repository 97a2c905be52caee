"""Find a record by what a coach types: an id, a name, an alias, or words of one.

How well a name fits is a rank, best first: it is the id; it is a title or alias; the same run
together or apart; the same in another order; the same but for plurals; a name that holds all the
words; a name they abbreviate. Case, hyphens, underscores and accents never matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from speedcli.knowledge.claims import Dispute, System, SystemClaim
from speedcli.knowledge.figures import Figure
from speedcli.knowledge.library import Library
from speedcli.knowledge.nearest import nearest
from speedcli.knowledge.problems import NotFound, quoted
from speedcli.knowledge.records import Concept, Exercise, Source, Template
from speedcli.knowledge.rulebook import Rule
from speedcli.knowledge.series import Step

Entry = (
    Concept | Template | Exercise | Rule | SystemClaim | Dispute | System | Step | Figure | Source
)

# Where names are looked for; the earlier table wins at equal rank.
SEARCHED = (
    "concepts",
    "sessions",
    "exercises",
    "rules",
    "claims",
    "disputes",
    "systems",
    "figures",
    "sources",
)
PATH = ("series",)  # the reading path has a command, and so a search, of its own

_WORD = re.compile(r"[^\W\d_]+|\d+")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "’": "", "'": ""})
# Words of a question that no name has to hold.
_FILLERS = frozenset(("how", "what", "why", "is", "are", "do", "does")).union(
    ("a", "an", "and", "for", "in", "my", "of", "the", "to", "versus", "vs")
)
_SHORTEST_INITIALS = 3
_MOST_SUGGESTED = 3


class Rank(IntEnum):
    """How well a name fits what was typed, best first."""

    ID = 0
    NAME = 1
    JOINED = 2
    OTHER_ORDER = 3
    OTHER_NUMBER = 4
    CONTAINED = 5
    INITIALS = 6


class Name(NamedTuple):
    """One way to call a record: plain data, to be kept beside a compiled library."""

    table: str
    id: str
    text: str
    words: tuple[str, ...]
    is_id: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """The record that fits best, and the others that fit, best first."""

    best: Entry
    others: tuple[Entry, ...] = ()


class Fit(NamedTuple):
    """How well one record fits: compared from left to right, less is better."""

    rank: Rank
    table: int  # its place among those that were searched
    spare: int  # words of the name that were not typed
    order: int  # of the library
    id: str


def words(text: str) -> tuple[str, ...]:
    """The words of `text`: lower case, without accents, `R07` as `r 7`."""
    bare = text.casefold().translate(_LETTERS)
    if not bare.isascii():
        letters = unicodedata.normalize("NFKD", bare)
        bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
        bare = bare.casefold().translate(_LETTERS)  # decomposing may bring capitals back
    return tuple(word.lstrip("0") or "0" for word in _WORD.findall(bare))


def normalise(text: str) -> str:
    """What two spellings of a name share: its words as singulars, each once, in the alphabet."""
    return " ".join(sorted({_singular(word) for word in words(text)}))


def names(library: Library, tables: Sequence[str] = SEARCHED) -> tuple[Name, ...]:
    """Every name of every record that can be looked up, in the order of `tables`."""
    return tuple(
        name
        for table in tables
        for record in library.table(table).values()
        for name in _names_of(table, record)
    )


def fits(typed: str, known: Iterable[Name], tables: Sequence[str] = SEARCHED) -> list[Fit]:
    """The records that `typed` may mean, best first, each by its best name."""
    question = _Question(typed)
    best: dict[tuple[int, str], Fit] = {}
    for order, name in enumerate(known):
        if fit := question.fit(name, order, tables.index(name.table)):
            key = fit.table, fit.id
            best[key] = min(fit, best.get(key, fit))
    return sorted(best.values())


def find(library: Library, typed: str, tables: Sequence[str] = SEARCHED) -> Match:
    """The record called `typed`; NotFound, with the nearest names, when there is none."""
    known = names(library, tables)
    found = [library.table(tables[fit.table])[fit.id] for fit in fits(typed, known, tables)]
    if not found:
        raise NotFound(_nothing_called(typed, known, tables))
    return Match(found[0], tuple(found[1:]))


class _Question:
    """What was typed, in the forms that names are compared with."""

    def __init__(self, typed: str) -> None:
        self.words = words(typed)
        self.telling = tuple(word for word in self.words if word not in _FILLERS) or self.words
        self.letters = "".join(self.words)
        self.wanted = {_singular(word) for word in self.telling}

    def fit(self, name: Name, order: int, table: int) -> Fit | None:
        rank = self.rank(name.words, name.is_id)
        if rank is None:
            return None
        spare = len(set(name.words) - _FILLERS) - len(self.wanted)
        return Fit(rank, table, spare, order, name.id)

    def rank(self, given: tuple[str, ...], is_id: bool) -> Rank | None:
        if not self.words:
            return None
        if given in (self.words, self.telling):
            return Rank.ID if is_id else Rank.NAME
        if "".join(given) == self.letters:
            return Rank.JOINED
        if not self.wanted.issubset(map(_singular, given)):
            return Rank.INITIALS if self.is_short_for(given) else None
        if set(given) in (set(self.words), set(self.telling)):
            return Rank.OTHER_ORDER
        if self.wanted == {_singular(word) for word in given if word not in _FILLERS}:
            return Rank.OTHER_NUMBER
        return Rank.CONTAINED

    def is_short_for(self, given: tuple[str, ...]) -> bool:
        if len(self.letters) < _SHORTEST_INITIALS or len(self.letters) != len(given):
            return False
        return self.letters == "".join(word[0] for word in given)


@cache
def _singular(word: str) -> str:
    """An English plural as its singular, roughly: both sides of a comparison pass through here."""
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]


def _names_of(table: str, record: Entry) -> Iterator[Name]:
    yield Name(table, record.id, record.id, words(record.id), is_id=True)
    title = record.name if isinstance(record, Exercise) else record.title
    texts = [title, *_short_forms(title), *record.aliases]
    if isinstance(record, Source):
        texts.append(_surname_and_year(record))
    for text in dict.fromkeys(texts):
        yield Name(table, record.id, text, words(text))


def _short_forms(title: str) -> Iterator[str]:
    """`Sprint profile` and `FV` of a title such as `Sprint profile (FV): what it tells you`."""
    head = title.partition(":")[0]
    before, _, rest = head.partition("(")
    yield before.strip()
    if abbreviation := rest.partition(")")[0].strip():
        yield abbreviation


def _surname_and_year(source: Source) -> str:
    """`Vicens-Bordas 2024` of the authors `Vicens-Bordas J, Sarand AP`."""
    first = source.authors.partition(",")[0].split()
    surname = [part for part in first if not part.isupper()] or first
    return f"{' '.join(surname)} {source.year or ''}".strip()


def _nothing_called(typed: str, known: Iterable[Name], tables: Sequence[str]) -> str:
    ids = {name.text: name.id for name in known}
    close: dict[str, str] = {}
    for text in (*nearest(typed, ids, most=2 * _MOST_SUGGESTED), *_sharing(typed, known)):
        close.setdefault(ids[text], text)
    *others, last = tables
    through = f"{', '.join(others)} and {last}" if others else f"the {last}"
    said = f"nothing is called {quoted(typed)}; looked through {through}"
    suggested = [repr(text) for text in close.values()][:_MOST_SUGGESTED]
    return f"{said}; nearest: {', '.join(suggested)}" if suggested else said


def _sharing(typed: str, known: Iterable[Name]) -> list[str]:
    """The names that hold some of the words, first those with few others, then those with most."""
    wanted = _Question(typed).wanted
    given = {name.text: {_singular(word) for word in name.words} for name in known}
    shared = {text: len(wanted & held) for text, held in given.items() if wanted & held}
    return sorted(shared, key=lambda text: (len(given[text]) / shared[text], -shared[text]))
