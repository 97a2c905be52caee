"""What must hold across records: each check yields what does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from string import Formatter

from speedcli.knowledge.anatomy import muscles_and_actions_agree, muscles_rest_on_something
from speedcli.knowledge.claims import Side
from speedcli.knowledge.doses import (
    doses_fit_the_kind,
    lines_fit_the_kind,
    lines_suit_the_level,
    totals_can_be_kept,
)
from speedcli.knowledge.drawable import (
    bars_start_at_zero,
    figures_belong_somewhere,
    figures_rest_on_something,
    figures_stay_inside_their_axes,
    lines_can_be_told_apart,
)
from speedcli.knowledge.grading import grades_fit_their_sources, verdicts_have_sources
from speedcli.knowledge.library import TABLES, Library
from speedcli.knowledge.lookup import words
from speedcli.knowledge.nearest import did_you_mean
from speedcli.knowledge.problems import Problem, quoted
from speedcli.knowledge.records import Claim, Source
from speedcli.knowledge.references import NOUNS, all_records, known_ids, references
from speedcli.knowledge.why import PLACES
from speedcli.knowledge.workable import (
    days_have_their_weekdays,
    levels_start_below_their_top,
    sequences_are_of_week_types,
    steps_and_speeds_are_above_nothing,
    weeks_have_their_sequence,
)

Check = Callable[[Library], Iterator[Problem]]

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBERED = {
    table: re.compile(letter + "[0-9]{2}")
    for table, letter in {"rules": "R", "claims": "C", "disputes": "D"}.items()
}
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")


def references_exist(library: Library) -> Iterator[Problem]:
    """Every id that is named is in the table it is meant for."""
    known = known_ids(library)
    for where, field, written, table in references(library):
        if table in known and written not in known[table]:
            said = f"{field!r} names {quoted(written)}, which is no {NOUNS[table]}"
            yield Problem(where, said + did_you_mean(written, known[table]))


def nothing_names_itself(library: Library) -> Iterator[Problem]:
    """No concept is related to itself, and no kit stands in for itself."""
    for record in all_records(library):
        for field in ("related", "provides"):
            if getattr(record, "id", "") in getattr(record, field, ()):
                yield Problem(record.where, f"{field!r} of {record.id!r} names itself")


def reasons_can_be_told(library: Library) -> Iterator[Problem]:
    """The places in the planner's reasons are those that it fills."""
    planning = library.planning_if_any
    for told in planning.reasons if planning else ():
        filled = PLACES[told.case.partition("-")[0]]
        wanted = ", ".join(f"{{{name}}}" for name in sorted(filled))
        try:
            places = {name for _, name, _, _ in Formatter().parse(told.why.text)} - {None}
        except ValueError:
            said = f"the reason for {told.case!r} has a brace without its other half"
            yield Problem(told.why.where, f"{said}; places are {wanted}")
            continue
        for unknown in sorted(map(str, places - filled)):
            said = f"the reason for {told.case!r} has a place {{{unknown}}}"
            yield Problem(told.why.where, f"{said}; it may have {wanted}")


def claims_have_sources(library: Library) -> Iterator[Problem]:
    """Every claim, and every side of a dispute, rests on a source, if only on practice."""
    for record in all_records(library):
        if isinstance(record, Claim | Side) and not record.sources:
            noun = "claim" if isinstance(record, Claim) else "side"
            said = f"the {noun} {quoted(record.text)} has no source"
            yield Problem(record.where, f"{said}; name one, or 'practice'")


def disputes_have_sides(library: Library) -> Iterator[Problem]:
    """A dispute has two sides or more."""
    for dispute in library.disputes.values():
        if len(dispute.sides) < 2:
            yield Problem(dispute.where, f"dispute {dispute.id!r} wants two sides or more")


def records_name_a_concept(library: Library) -> Iterator[Problem]:
    """Every session, claim, dispute and step names a concept, so that the way leads there."""
    for table in ("sessions", "claims", "disputes", "systems", "series"):
        for record in library.table(table).values():
            if not record.concepts:
                yield Problem(record.where, f"{NOUNS[table]} {record.id!r} names no concept")


def nothing_rests_on_the_retracted(library: Library) -> Iterator[Problem]:
    """No retracted publication supports anything."""
    retracted = {source.id for source in library.sources.values() if source.retracted}
    for where, field, written, table in references(library):
        if table == "sources" and written in retracted:
            yield Problem(where, f"{field!r} names {quoted(written)}, which was retracted")


def ids_are_kebab_case(library: Library) -> Iterator[Problem]:
    """Ids are kebab-case; rules, claims and disputes may have numbers such as `R07`."""
    for table in TABLES:
        for written, record in library.table(table).items():
            numbered = table in _NUMBERED and _NUMBERED[table].fullmatch(written)
            if not numbered and not _KEBAB.fullmatch(written):
                wanted = "small letters, digits and single hyphens"
                yield Problem(record.where, f"id {quoted(written)} wants {wanted}")


def names_are_clear(library: Library) -> Iterator[Problem]:
    """Within a table no id, title or alias may mean two records; the later one has it wrong."""
    for table in TABLES:
        owners: dict[tuple[str, ...], str] = {}
        records = library.table(table).values()
        place = {record.id: number for number, record in enumerate(records)}
        for record in records:
            owners[words(record.id)] = record.id
        for record in records:
            title = getattr(record, "title", None) or getattr(record, "name", record.id)
            for name in (title, *getattr(record, "aliases", ())):
                owner = owners.setdefault(words(name), record.id)
                if owner != record.id and not isinstance(record, Source):
                    said = f"{quoted(name)} of {quoted(record.id)} is also a name of {owner!r}"
                    later = max(record.id, owner, key=lambda id: place[id])
                    yield Problem(library.table(table)[later].where, said)


def dois_are_sound(library: Library) -> Iterator[Problem]:
    """DOIs are written bare, and no two sources share one."""
    owners: dict[str, str] = {}
    for source in library.sources.values():
        if source.doi is None:
            continue
        if not _DOI.fullmatch(source.doi):
            said = f"'doi' wants e.g. '10.1519/JSC.0000000000001245', got {quoted(source.doi)}"
            yield Problem(source.where, said)
        owner = owners.setdefault(source.doi.casefold(), source.id)
        if owner != source.id:
            yield Problem(source.where, f"{source.id!r} has the DOI of {owner!r}")


CHECKS: tuple[Check, ...] = (
    references_exist,
    nothing_names_itself,
    claims_have_sources,
    reasons_can_be_told,
    grades_fit_their_sources,
    verdicts_have_sources,
    disputes_have_sides,
    records_name_a_concept,
    nothing_rests_on_the_retracted,
    ids_are_kebab_case,
    names_are_clear,
    dois_are_sound,
    muscles_rest_on_something,
    muscles_and_actions_agree,
    doses_fit_the_kind,
    lines_suit_the_level,
    lines_fit_the_kind,
    totals_can_be_kept,
    figures_belong_somewhere,
    figures_rest_on_something,
    figures_stay_inside_their_axes,
    lines_can_be_told_apart,
    bars_start_at_zero,
    steps_and_speeds_are_above_nothing,
    levels_start_below_their_top,
    days_have_their_weekdays,
    sequences_are_of_week_types,
    weeks_have_their_sequence,
)
