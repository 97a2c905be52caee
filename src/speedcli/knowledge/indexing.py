"""Make the index for a search of all texts.

Records are scored by BM25 over the stems of their texts, with more weight to names and first lines
(Robertson and Zaragoza 2009, doi:10.1561/1500000019).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from speedcli.knowledge.anatomy import worked
from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import INDEXED
from speedcli.knowledge.search import Index, rarity, telling
from speedcli.knowledge.stems import stem
from speedcli.knowledge.texts import FIRST_LINES, NAMES, texts

_WEIGHTS = {
    **dict.fromkeys(NAMES, 6),
    **dict.fromkeys(FIRST_LINES, 3),
    **dict.fromkeys(("authors", "muscles", "joint_actions"), 3),
}

_ENOUGH = 2.0  # BM25's k1: how soon more of the same word adds little
_BY_LENGTH = 0.75  # BM25's b: how far a long text has to say a word more often

Counts = Mapping[int, Counter[str]]  # how often a record says each stem, by weight of the field


def build(library: Library) -> Index:
    """The index of every record that can be looked up or learnt."""
    numbered = [(table, record) for table in INDEXED for record in library.table(table).values()]
    stems: dict[str, str] = {}
    names: list[tuple[int, str]] = []
    counts: list[Counts] = []
    for number, (_, record) in enumerate(numbered):
        read = (*texts(record), *worked(record, library))
        said = [(field, _stems(text, stems)) for field, text in read]
        counts.append(_counts(said))
        named = {" ".join(dict.fromkeys(told)): None for field, told in said if field in NAMES}
        names += [(number, name) for name in named if name]
    return Index(
        records=[(table, record.id) for table, record in numbered],
        stems=stems,
        postings=_postings(_weighted(counts)),
        names=names,
    )


def _stems(text: str, known: dict[str, str]) -> list[str]:
    """The stems of a text's telling words, each of which is `known` afterwards."""
    return [known.setdefault(word, stem(word)) for word in telling(text)]


def _counts(said: Iterable[tuple[str, list[str]]]) -> Counts:
    counts: dict[int, Counter[str]] = {}
    for field, told in said:
        counts.setdefault(_WEIGHTS.get(field, 1), Counter()).update(told)
    return counts


def _weighted(counts: Sequence[Counts]) -> list[dict[str, float]]:
    """How much each record says each stem: by weight of the field, and for its length."""
    weights: set[int] = set().union(*counts)
    mean = {weight: _mean_length(weight, counts) for weight in weights}
    weighted = []
    for each in counts:
        said: dict[str, float] = {}
        for weight, counter in each.items():
            length = 1 - _BY_LENGTH + _BY_LENGTH * counter.total() / mean[weight]
            for one, times in counter.items():
                said[one] = said.get(one, 0) + weight * times / length
        weighted.append(said)
    return weighted


def _mean_length(weight: int, counts: Sequence[Counts]) -> float:
    lengths = [each[weight].total() for each in counts if weight in each]
    return max(sum(lengths) / len(lengths), 1)


def _postings(weighted: Sequence[Mapping[str, float]]) -> dict[str, str]:
    holders = Counter(one for said in weighted for one in said)
    postings: dict[str, list[str]] = {}
    for number, said in enumerate(weighted):
        for one, times in said.items():
            score = rarity(holders[one], len(weighted)) * times / (times + _ENOUGH)
            postings.setdefault(one, []).append(f"{number}:{round(score * 100)}")
    return {one: " ".join(each) for one, each in postings.items()}
