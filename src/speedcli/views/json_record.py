"""A record as JSON takes it, with what its links lead to in place of ids.

Keys only grow. `kind` comes first; a record's own kind, such as an exercise's, is `exercise_kind`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from speedcli.knowledge.claims import Dispute, System, SystemClaim
from speedcli.knowledge.figures import Figure
from speedcli.knowledge.library import Library
from speedcli.knowledge.names import Entry, title
from speedcli.knowledge.records import Concept, Exercise, Muscle, Source, Template
from speedcli.knowledge.references import REFERS
from speedcli.knowledge.rulebook import Rule
from speedcli.knowledge.series import Step
from speedcli.knowledge.values import Intensity, Span, Total
from speedcli.views.pages.concept import sessions_for
from speedcli.views.pages.step import following, number
from speedcli.views.pages.system_claim import contradictions

Json = Any  # what `json.dumps` takes
_KINDS: dict[type[Entry], str] = {
    Concept: "concept",
    Exercise: "exercise",
    Muscle: "muscle",
    Template: "session",
    Rule: "rule",
    SystemClaim: "claim",
    Dispute: "dispute",
    System: "system",
    Step: "step",
    Figure: "figure",
    Source: "source",
}
# Fields whose ids are given with the title of what they lead to.
_TITLED = frozenset(
    ("concepts", "related", "rules", "claims", "sessions", "muscles", "joint_actions")
)


def as_json(record: Entry, library: Library) -> dict[str, Json]:
    """The record with its sources, its relations and what trains it."""
    kind = _KINDS[type(record)]
    given = _fields(record, library)
    if "kind" in given:
        given = {f"{kind}_kind" if key == "kind" else key: given[key] for key in given}
    changed = {"patched": patched} if (patched := _patches(record, library)) else {}
    return {"kind": kind, **given, **_derived(record, library), **changed}


def _patches(record: Entry, library: Library) -> list[dict[str, Json]]:
    """What a coach's own files changed in the record."""
    return [
        {"file": patch.where.file, "line": patch.where.line, "fields": list(patch.fields)}
        for patch in library.patches_of(record)
    ]


def reference(record: Entry) -> dict[str, Json]:
    """A record as a link: what it is, its id and its title."""
    return {"kind": _KINDS[type(record)], "id": record.id, "title": title(record)}


def judged(claim: SystemClaim) -> dict[str, Json]:
    """A claim as a link, with its verdict."""
    return {"id": claim.id, "title": claim.title, "verdict": claim.verdict}


def _fields(record: Any, library: Library) -> dict[str, Json]:
    return {
        field.name: _value(field.name, getattr(record, field.name), library)
        for field in fields(record)
        if field.name != "where"
    }


def _value(name: str, value: Any, library: Library) -> Json:
    """A field's value; ids of sources and concepts become what they stand for."""
    match value:
        case str() if name == "source":
            return _source(value, library)
        case str() | int() | float() | None:
            return value
        case Span() | Total() | Intensity():
            return _quantity(value)
        case Mapping():
            return {str(key): _value("", each, library) for key, each in value.items()}
        case tuple():
            return [_member(name, each, library) for each in value]
        case _:
            return _fields(value, library)


def _member(name: str, value: Any, library: Library) -> Json:
    if name == "sources":
        return _source(value, library)
    if name in _TITLED and isinstance(value, str):
        return {"id": value, "title": title(library.table(REFERS[name])[value])}
    return _value("", value, library)


def _quantity(value: Span | Total | Intensity) -> dict[str, Json]:
    ends: dict[str, Json] = {"low": value.low, "high": value.high}
    if isinstance(value, Intensity):
        return {**ends, "of": value.of}
    return {**ends, "unit": value.unit} if value.unit else ends


def _source(id: str, library: Library) -> dict[str, Json]:
    source = library.sources[id]
    names = ("id", "authors", "year", "title", "doi", "url")
    return {name: getattr(source, name) for name in names}


def _derived(record: Entry, library: Library) -> dict[str, Json]:
    """What follows from links in the other direction."""
    match record:
        case Concept():
            return {
                "train_with": [
                    {"id": one.id, "title": one.title, "minutes": _quantity(one.minutes)}
                    for one in sessions_for(record.id, library)
                ],
                "exercises": [
                    {"id": one.id, "title": one.name} for one in library.exercises_for(record.id)
                ],
                "system_claims": [judged(one) for one in library.claims_about(record.id)],
                "disputes": [
                    {"id": one.id, "title": one.title} for one in library.disputes_about(record.id)
                ],
                "figures": _titles(library.figures_for(record.id)),
            }
        case Muscle():
            loading = library.exercises_loading(record.id)
            return {"exercises": [{"id": one.id, "title": one.name} for one in loading]}
        case SystemClaim():
            return {
                "contradictions": [
                    {"title": one.title, "one": one.one, "other": one.other}
                    for one in contradictions(record.id, library)
                ]
            }
        case Step():
            after = following(record, library)
            return {
                "number": number(record, library),
                "of": len(library.series),
                "next": reference(after) if after else None,
            }
        case Rule():
            return {"figures": _titles(library.figures_of_rule(record.id))}
        case Source():
            return {"cited_by": _cited_by(record.id, library)}
        case _:
            return {}


def _titles(figures: tuple[Figure, ...]) -> list[dict[str, Json]]:
    return [{"id": figure.id, "title": figure.title} for figure in figures]


def _cited_by(source: str, library: Library) -> list[dict[str, Json]]:
    """The records that rest on a source, with their claims that do."""
    records: tuple[Concept | Template | Muscle | Rule | Figure, ...] = (
        *library.concepts.values(),
        *library.sessions.values(),
        *library.muscles.values(),
        *library.rules.values(),
        *library.figures.values(),
    )
    cited = []
    for record in records:
        claims = [] if isinstance(record, Rule | Figure) else list(record.claims)
        resting = [claim.text for claim in claims if source in claim.sources]
        if resting or source in _named_sources(record):
            cited.append({**reference(record), "claims": resting})
    return cited + _weighed_by(source, library)


def _weighed_by(source: str, library: Library) -> list[dict[str, Json]]:
    """The claims of systems and the disputes in which a source counts."""
    found: list[SystemClaim | Dispute] = [
        claim for claim in library.claims.values() if source in claim.sources
    ]
    for dispute in library.disputes.values():
        found += [dispute] if any(source in side.sources for side in dispute.sides) else []
    return [{**reference(record), "claims": []} for record in found]


def _named_sources(record: Concept | Template | Muscle | Rule | Figure) -> tuple[str, ...]:
    if isinstance(record, Concept):
        return tuple(number.source for number in record.numbers)
    return record.sources
