"""Find a record by what a coach types: an id, a name, an alias, or words of one.

How well a name fits is a rank, best first: it is the id; it is a title or alias; the same run
together or apart; the same in another order; the same but for plurals; a name that holds all the
words; a name they abbreviate. Case, hyphens, underscores and accents never matter.
"""

from __future__ import annotations

import re
from functools import cache

from speedcli.knowledge.frozen import NamedTuple
from speedcli.knowledge.nearest import nearest
from speedcli.knowledge.problems import NotFound, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Where names are looked for; the earlier table wins at equal rank.
SEARCHED = (
    "concepts",
    "sessions",
    "exercises",
    "muscles",
    "rules",
    "claims",
    "disputes",
    "systems",
    "figures",
    "sources",
)
PATH = ("series",)  # the reading path has a command of its own, which takes its names
INDEXED = (*SEARCHED, *PATH)  # whose texts a search looks through

_WORD = re.compile(r"[^\W\d_]+|\d+")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "’": ""})
# Words of a question that no name has to hold.
_FILLERS = frozenset(("how", "what", "why", "is", "are", "do", "does")).union(
    ("a", "an", "and", "for", "in", "my", "of", "the", "to", "versus", "vs")
)
# How well a name fits what was typed, best first.
_ID, _NAME, _JOINED, _OTHER_ORDER, _OTHER_NUMBER, _CONTAINED, _INITIALS = range(7)

_SHORTEST_INITIALS = 3
_MOST_SUGGESTED = 3


class Called(NamedTuple):
    """A record and its names, the id first. The `bag` has all that a fitting question may hold."""

    table: str
    id: str
    title: str
    names: Sequence[str]
    bag: str

    @property
    def kind(self) -> str:
        """What the records of the table are, each: a concept, a session."""
        return self.table.removesuffix("s")


class Fit(NamedTuple):
    """How well one record fits: compared from left to right, less is better."""

    rank: int
    table: int
    spare: int  # words of the name that were not typed
    order: int  # of the library


def words(text: str) -> tuple[str, ...]:
    """The words of `text`: lower case, without accents, `R07` as `r 7`."""
    bare = text.casefold()
    if not bare.isascii():
        bare = _in_alphabet(bare)
    return tuple([word.lstrip("0") or "0" for word in _WORD.findall(bare.replace("'", ""))])


def _in_alphabet(text: str) -> str:
    import unicodedata  # noqa: PLC0415 - few questions and names need it

    letters = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare.casefold().translate(_LETTERS)  # decomposing may bring capitals back


def normalise(text: str) -> str:
    """What two spellings of a name share: its words as singulars, each once, in the alphabet."""
    return " ".join(sorted({_singular(word) for word in words(text)}))


def bag(names: Iterable[str]) -> str:
    """Of each name its words as singulars, its initials, and all of it in one, between blanks.

    Most questions are told from most records by it, at a hundredth of the cost of comparing names.
    """
    told: dict[str, None] = {}
    for name in names:
        given = words(name)
        initials, joined = "".join(word[0] for word in given), "".join(given)
        told |= dict.fromkeys((*map(_singular, given), initials, joined))
    return f" {' '.join(told)} "


def fits(typed: str, known: Sequence[Called], tables: Sequence[str] = SEARCHED) -> list[Called]:
    """The records of the tables that `typed` may mean, best first, each by its best name."""
    question = _Question(typed)
    found = [
        fit
        for order, called in enumerate(known)
        if question.may_mean(called.bag)
        for fit in question.best_fit(called, order, tables.index(called.table))
    ]
    return [known[fit.order] for fit in sorted(found)]


def find(typed: str, known: Sequence[Called], tables: Sequence[str] = SEARCHED) -> list[Called]:
    """As `fits`, one at least; NotFound, with the nearest names, when there is none."""
    if found := fits(typed, known, tables):
        return found
    raise NotFound(_nothing_called(typed, known, tables))


class _Question:
    """What was typed, in the forms that names are compared with."""

    def __init__(self, typed: str) -> None:
        self.words = words(typed)
        self.telling = tuple(word for word in self.words if word not in _FILLERS) or self.words
        self.letters = "".join(self.words)
        self.wanted = {_singular(word) for word in self.telling}
        self._in_bag = [f" {word} " for word in self.wanted]
        self._short = f" {self.letters} "

    def may_mean(self, bag: str) -> bool:
        """Whether it is worth while to look at the names that `bag` was made from."""
        return all(map(bag.__contains__, self._in_bag)) or self._short in bag

    def best_fit(self, called: Called, order: int, table: int) -> list[Fit]:
        """How well the best name of a record fits, or nothing."""
        ranked = [
            Fit(rank, table, len(set(given) - _FILLERS) - len(self.wanted), order)
            for number, given in enumerate(map(words, called.names))
            if (rank := self.rank(given, is_id=not number)) is not None
        ]
        return [min(ranked)] if ranked else []

    def rank(self, given: tuple[str, ...], is_id: bool) -> int | None:
        if not self.words:
            return None
        if given in (self.words, self.telling):
            return _ID if is_id else _NAME
        if "".join(given) == self.letters:
            return _JOINED
        if not self.wanted.issubset(map(_singular, given)):
            return _INITIALS if self.is_short_for(given) else None
        if set(given) in (set(self.words), set(self.telling)):
            return _OTHER_ORDER
        if self.wanted == {_singular(word) for word in given if word not in _FILLERS}:
            return _OTHER_NUMBER
        return _CONTAINED

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


def _nothing_called(typed: str, known: Iterable[Called], tables: Sequence[str]) -> str:
    *others, last = tables
    through = f"{', '.join(others)} and {last}" if others else f"the {last}"
    ids = {text: called.id for called in known for text in called.names}
    return f"nothing is called {quoted(typed)}; looked through {through}{suggestion(typed, ids)}"


def suggestion(typed: str, ids: Mapping[str, str]) -> str:
    """The end of a message that names what was perhaps meant, or nothing.

    `ids` has the id behind each name; of the names of one id the nearest is suggested.
    """
    close: dict[str, str] = {}
    for text in (*nearest(typed, ids, most=2 * _MOST_SUGGESTED), *_sharing(typed, ids)):
        close.setdefault(ids[text], text)
    suggested = [repr(text) for text in close.values()][:_MOST_SUGGESTED]
    return f"; nearest: {', '.join(suggested)}" if suggested else ""


def _sharing(typed: str, names: Iterable[str]) -> list[str]:
    """The names that hold some of the words, first those with few others, then those with most."""
    wanted = _Question(typed).wanted
    given = {name: set(map(_singular, words(name))) for name in names}
    shared = {text: len(wanted & held) for text, held in given.items() if wanted & held}
    return sorted(shared, key=lambda text: (len(given[text]) / shared[text], -shared[text]))
