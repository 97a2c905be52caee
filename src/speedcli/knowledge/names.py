"""What the records of a library are called: ids, titles, short forms, aliases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speedcli.knowledge.claims import Dispute, System, SystemClaim
from speedcli.knowledge.figures import Figure
from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import SEARCHED, Called, bag
from speedcli.knowledge.records import Concept, Exercise, JointAction, Muscle, Source, Template
from speedcli.knowledge.rulebook import Rule
from speedcli.knowledge.series import Step

Entry = (
    Concept
    | Template
    | Exercise
    | Muscle
    | Rule
    | SystemClaim
    | Dispute
    | System
    | Step
    | Figure
    | Source
)


def called(library: Library, tables: Sequence[str] = SEARCHED) -> tuple[Called, ...]:
    """Every record of the tables with its names."""
    return tuple(
        Called(table, record.id, title(record), names, bag(names))
        for table in tables
        for record in library.table(table).values()
        for names in [_names(record)]
    )


def title(record: Entry | JointAction) -> str:
    """What a record is called first of all."""
    return record.name if isinstance(record, Exercise | Muscle | JointAction) else record.title


def _names(record: Entry) -> tuple[str, ...]:
    texts = [record.id, title(record), *_short_forms(title(record)), *record.aliases]
    if isinstance(record, Source):
        texts.append(_surname_and_year(record))
    return tuple(dict.fromkeys(texts))


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
