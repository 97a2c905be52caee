"""Full text: which records hold some words, best first, by an index that was made before."""

from __future__ import annotations

from itertools import pairwise
from math import log

from speedcli.knowledge.frozen import NamedTuple
from speedcli.knowledge.lookup import words
from speedcli.knowledge.nearest import nearest, slip
from speedcli.knowledge.problems import NotFound, quoted
from speedcli.knowledge.stems import stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# What few look for first: publications, whose long titles hold many words, claims of others, and
# muscles, as who looks for one wants what trains it, and steps, whose long texts say again what the
# concepts say.
_LESS = {"sources": 0.7, "claims": 0.8, "disputes": 0.8, "muscles": 0.5, "series": 0.5}

_NAMED = 8.0  # what a name adds that is all of the question
_WORTH_SHOWING = 0.1  # of the best score
_MOST_SUGGESTED = 3
_SHORTEST_HALF = 3  # letters of each word, where two were run together

# Words that do not tell what a text is about.
_GRAMMAR = """
    a about again all am an and any are as at be been but by can could do does doing done for from
    get getting had has have he her how i if in is it its just me my need no not of on or our per
    she should so than that the their them then there these they this those to too us versus vs want
    was we were what when where which while who why will with would you your
"""
_EMPTY = frozenset(_GRAMMAR.split())


class Index(NamedTuple):
    """All that a search needs, as plain values that can be kept; records go by their number.

    Postings are texts, as a question needs few of them and texts are read back fastest.
    """

    records: Sequence[tuple[str, str]]  # table and id of each
    stems: Mapping[str, str]  # of every word that any text holds
    postings: Mapping[str, str]  # of each stem `record:score`, in hundredths, with blanks between
    names: Sequence[tuple[int, str]]  # record, and the stems of one of its names


class Hit(NamedTuple):
    """A record that holds what was looked for."""

    table: str
    id: str
    score: float


class Found(NamedTuple):
    """What was found, and how the question was read."""

    hits: tuple[Hit, ...]  # best first
    rarity: Mapping[str, float]  # of each stem that was looked for
    read_as: Mapping[str, str]  # words that no text holds, and what was looked for instead


def find(index: Index, typed: str) -> Found:
    """The records that hold some of the words; NotFound, with the nearest words, if none does."""
    read_as: dict[str, str] = {}
    stems = tuple(dict.fromkeys(_stems_of(index, typed, read_as)))
    postings = {one: list(_records(index.postings.get(one, ""))) for one in stems}
    rare = {one: rarity(len(held), len(index.records)) for one, held in postings.items()}
    scores = _scores(index, postings, rare)
    if not scores:
        raise NotFound(_nothing_holds(index, typed))
    least = _WORTH_SHOWING * max(scores.values())
    ranked = sorted(scores, key=lambda number: -scores[number])
    hits = [
        Hit(*index.records[number], round(scores[number], 2))
        for number in ranked
        if scores[number] >= least
    ]
    return Found(tuple(hits), rare, read_as)


def telling(text: str) -> list[str]:
    """The words of `text` that tell what it is about."""
    return [word for word in words(text) if word not in _EMPTY]


def rarity(holders: int, records: int) -> float:
    """The inverse document frequency of a stem that so many of the records hold."""
    return log(1 + (records - holders + 0.5) / (holders + 0.5))


def _stems_of(index: Index, typed: str, read_as: dict[str, str]) -> Iterator[str]:
    """The stems to look for; words that no text holds are read as the nearest that one does."""
    told = telling(typed)
    for word in told:
        if word in index.stems:
            yield index.stems[word]
        elif (stemmed := stem(word)) in index.postings:
            yield stemmed
        elif near := _halves(index, word) or slip(word, index.stems):
            read_as[word] = near
            yield from (index.stems[part] for part in near.split())
        else:
            yield stemmed
    for one, other in pairwise(told):
        if one + other in index.stems:
            yield index.stems[one + other]


def _halves(index: Index, word: str) -> str | None:
    """The two words that were run together to `word`, if it can be cut into two."""
    cuts = range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)
    pairs = ((word[:cut], word[cut:]) for cut in cuts)
    return next((" ".join(pair) for pair in pairs if index.stems.keys() >= {*pair}), None)


def _records(posting: str) -> Iterator[tuple[int, float]]:
    """The records of a posting, each with its score."""
    for each in posting.split():
        record, score = each.split(":")
        yield int(record), int(score) / 100


def _scores(
    index: Index, postings: Mapping[str, list[tuple[int, float]]], rare: Mapping[str, float]
) -> dict[int, float]:
    """The score of each record: what its texts say, by how much of the question they answer."""
    said: dict[int, float] = {}
    met: dict[int, float] = {}
    for one, held in postings.items():
        for number, score in held:
            said[number] = said.get(number, 0) + score
            met[number] = met.get(number, 0) + rare[one]
    asked = sum(rare.values())
    named = _named(index, rare)
    return {
        number: _LESS.get(index.records[number][0], 1)
        * (score * (met[number] / asked) ** 0.5 + _NAMED * (named.get(number, 0) / asked) ** 2)
        for number, score in said.items()
    }


def _named(index: Index, rare: Mapping[str, float]) -> dict[int, float]:
    """Of each record with names that the question holds whole, how rare the rarest of them is."""
    found: dict[int, float] = {}
    for number, name in index.names:
        stems = name.split()
        if all(one in rare for one in stems):
            found[number] = max(found.get(number, 0), sum(map(rare.__getitem__, stems)))
    return found


def _nothing_holds(index: Index, typed: str) -> str:
    *tables, last = dict.fromkeys(table for table, _ in index.records)
    said = f"nothing holds {quoted(typed)}; looked through {', '.join(tables)} and {last}"
    near = [one for word in telling(typed) for one in nearest(word, index.stems, _MOST_SUGGESTED)]
    suggested = ", ".join(map(repr, list(dict.fromkeys(near))[:_MOST_SUGGESTED]))
    return f"{said}; nearest: {suggested}" if suggested else said
