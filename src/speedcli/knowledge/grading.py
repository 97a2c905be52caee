"""Checks of how sure: no grade and no verdict is surer than the kind of study that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import Problem, quoted
from speedcli.knowledge.records import Claim, Source, Template
from speedcli.knowledge.references import all_records
from speedcli.knowledge.rulebook import Rule

_POOLING = frozenset(("meta-analysis", "systematic-review", "review", "consensus", "book"))


def grades_fit_their_sources(library: Library) -> Iterator[Problem]:
    """What is graded rests on studies, or says `practice`; one study alone is never strong."""
    for record in all_records(library):
        if not isinstance(record, Claim | Rule | Template):
            continue
        if not record.sources or not library.sources.keys() >= set(record.sources):
            continue  # which is told elsewhere
        grade = record.strength if isinstance(record, Rule) else record.grade
        named = quoted(record.text) if isinstance(record, Claim) else repr(record.id)
        if grade != "practice" and not studies(record.sources, library):
            said = f"the grade {grade!r} of {named} wants a study, or it is 'practice'"
            yield Problem(record.where, said)
        elif grade == "strong" and not is_enough(record.sources, library):
            yield Problem(
                record.where, f"the grade 'strong' of {named} wants a review or two studies"
            )


def verdicts_have_sources(library: Library) -> Iterator[Problem]:
    """A verdict rests on studies, or says that none was found; one small study supports nothing."""
    for claim in library.claims.values():
        if claim.verdict == "untested":
            continue
        said = f"the verdict {claim.verdict!r} of {claim.id!r}"
        if not studies(claim.sources, library):
            yield Problem(claim.where, f"{said} wants a source, or it is 'untested'")
        elif claim.verdict == "supported" and not is_enough(claim.sources, library):
            yield Problem(claim.where, f"{said} wants a review or two studies")


def studies(ids: Iterable[str], library: Library) -> list[Source]:
    """The sources that looked at something, without what is coaching practice."""
    found = [library.sources[id] for id in ids if id in library.sources]
    return [source for source in found if source.kind not in ("practice", "coaching")]


def is_enough(ids: Iterable[str], library: Library) -> bool:
    """Whether there are two studies, or one work that looked at many."""
    found = studies(ids, library)
    return len(found) > 1 or any(source.kind in _POOLING for source in found)
