"""What must hold across records: a small world is sound, and every way to break it is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any

import pytest

from speedcli.knowledge import claims, figures, planning, records, rulebook, series, why
from speedcli.knowledge.integrity import reasons_can_be_told, references_exist
from speedcli.knowledge.library import TABLES, Library
from speedcli.knowledge.load import data_dir, load
from speedcli.knowledge.records import NOWHERE, Where
from speedcli.knowledge.references import NOUNS, REFERS, all_records, known_ids

Problems = Callable[..., list[str]]


def test_the_small_world_is_sound(problems: Problems) -> None:
    assert problems() == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("category: muscle", "category: muscel", "'category' names 'muscel', which is no category"),
        ("related: [fast", "related: [fats", "'related' names 'fats-vs-slow-twitch', which is no"),
        (
            "sources: [weyand2000",
            "sources: [weyand",
            "'sources' names 'weyand', which is no source",
        ),
        (
            "source: weyand2000",
            "source: weyland2000",
            "'source' names 'weyland2000', which is no so",
        ),
        ("provides: [flat", "provides: [flatt", "'provides' names 'flatt-ground', which is no kit"),
        ("kit: [[wall]]", "kit: [[wal]]", "'kit' names 'wal', which is no kit"),
        ("setup-kit: [wall]", "setup-kit: [wals]", "'setup-kit' names 'wals', which is no kit"),
        ("avoid: [calf]", "avoid: [calve]", "'avoid' names 'calve', which is no region or quality"),
        ("concepts: [iso", "concepts: [ico", "'concepts' names 'icometric', which is no concept"),
        (
            "pull, wall-push]",
            "pull, wall-pus]",
            "'exercises' names 'wall-pus', which is no exercise",
        ),
        ("eras: [E1]", "eras: [E11]", "'eras' names 'E11', which is no era of a system"),
        (
            "other: Newer pages do not., claims: [C01]",
            "other: No., claims: [C011]",
            "'claims' names 'C011', which",
        ),
        ("rules: [R07]", "rules: [R077]", "'rules' names 'R077', which is no rule"),
        (
            "sessions: [iso-max",
            "sessions: [iso-mix",
            "'sessions' names 'iso-mix-push', which is no",
        ),
        ("[flying-10]", "[flying-11]", "'exercises' names 'flying-11', which is no exercise"),
        (
            "[iso-max-push]",
            "[iso-maxi-push]",
            "'templates' names 'iso-maxi-push', which is no sessi",
        ),
    ],
)
def test_a_broken_reference_is_told_with_the_nearest_id(
    problems: Problems, old: str, new: str, said: str
) -> None:
    (message,) = problems(old, new)
    assert message.startswith(said)
    assert "; did you mean '" in message


def test_a_reference_far_from_every_id_gets_no_suggestion(problems: Problems) -> None:
    assert problems("avoid: [calf]", "avoid: [moon]") == [
        "'avoid' names 'moon', which is no region or quality to avoid"
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "sources: [weyand2000, practice]",
            "sources: []",
            "the claim 'Pushes make you stronger.' has no source; name one, or 'practice'",
        ),
        (
            "grade: moderate, sources: [weyand2000, practice]",
            "grade: strong, sources: [weyand2000, practice]",
            "the grade 'strong' of 'Pushes make you stronger.' wants a review or two studies",
        ),
        (
            "grade: moderate, sources: [weyand2000, practice]",
            "grade: limited, sources: [practice]",
            "the grade 'limited' of 'Pushes make you stronger.' wants a study, or it is 'practice'",
        ),
        (
            "sources: [practice]\n  grade: practice",
            "sources: [practice]\n  grade: contested",
            "the grade 'contested' of 'iso-max-push' wants a study, or it is 'practice'",
        ),
        (
            "purpose: Force.\n  concepts: [isometric]",
            "purpose: Force.\n  concepts: []",
            "session 'iso-max-push' names no concept",
        ),
        (
            "verdict: untested\n",
            "verdict: partly\n",
            "the verdict 'partly' of 'C02' wants a source, or it is 'untested'",
        ),
        (
            "[weyand2000, tonnessen-two]\n",
            "[practice]\n",
            "the verdict 'supported' of 'C01' wants a source, or it is 'untested'",
        ),
        (
            "[weyand2000, tonnessen-two]\n",
            "[weyand2000, practice]\n",
            "the verdict 'supported' of 'C01' wants a review or two studies",
        ),
        (
            "{text: Rest., sources: [weyand2000]}",
            "{text: Rest., sources: []}",
            "the side 'Rest.' has no",
        ),
        (
            "  - {text: Rest., sources: [weyand2000]}\n",
            "",
            "dispute 'D01' wants two sides or more",
        ),
        (
            "concepts: [rate-of-force-development]\n  claims",
            "concepts: []\n  claims",
            "step of the reading path 'why-push' names no concept",
        ),
        ("id: C02", "id: C2", "id 'C2' wants small letters, digits and single hyphens"),
        ("related: [fast-vs-slow-twitch]", "related: [isometric]", "'isometric' names itself"),
        ("provides: [flat-ground]", "provides: [track]", "'provides' of 'track' names itself"),
        ("id: flying-10\n", "id: flying_10\n", "id 'flying_10' wants small letters, digits"),
        ("id: wall,", "id: Wall,", "id 'Wall' wants small letters, digits and single hyphens"),
        ("id: R07", "id: R7", "id 'R7' wants small letters, digits and single hyphens"),
        (
            "aliases: [static work]",
            "aliases: [Fibre-Types]",
            "'fibre types' of 'fast-vs-slow-twitch' is also a name of 'isometric'",
        ),
        (
            "aliases: [static work]",
            "aliases: [Fast vs slow twitch]",
            "'Fast vs slow twitch' of 'isometric' is also a name of 'fast-vs-slow-twitch'",
        ),
        ("name: Track", "name: Flat ground", "'Flat ground' of 'track' is also a name of 'flat-gr"),
        ("doi: 10.1152", "doi: https://doi.org/10.1152", "'doi' wants e.g. '10.1519/"),
        (
            "title: Repeated sprints",
            "title: Repeated sprints\n  doi: 10.1152/JAPPL.2000.89.5.1991",
            "'tonnessen-two' has the DOI of 'weyand2000'",
        ),
        (
            "reps: 2-3, hold: 3-5 s",
            "reps: 2-3",
            "'wall-push' at beginner: kind 'iso-push' wants 'hold'",
        ),
        (
            "reps: 2-3, distance: 10 m",
            "reps: 2-3, effort: 2 s",
            "'flying-10' at beginner: kind 'flying' wants 'distance'",
        ),
        (
            "reps: 2-3, distance: 10 m",
            "reps: 2-3, distance: 10 m, hold: 2 s",
            "'flying-10' at beginner: one of 'distance', 'hold' is enough",
        ),
        (
            "[iso-mid-thigh-pull, wall-push]",
            "[iso-mid-thigh-pull]",
            "'iso-mid-thigh-pull': no dose for beginner",
        ),
        (
            "pull, wall-push]",
            "pull, wall-push], distance: 10 m",
            "'distance' does not fit 'wall-push', which has a 'hold'",
        ),
        (
            "total: 12-30 s",
            "total: 8-11 s",
            "the lines of 'iso-max-push' at beginner come to 12 s or more; 'total' allows 8-11 s",
        ),
    ],
)
def test_a_broken_rule_of_the_house_is_told(
    problems: Problems, old: str, new: str, said: str
) -> None:
    messages = problems(old, new)
    assert any(said in message for message in messages), messages


def test_a_retracted_source_supports_nothing(problems: Problems) -> None:
    assert problems("year: 2000", "year: 2000\n  retracted: true") == [
        "'sources' names 'weyand2000', which was retracted",
        "'source' names 'weyand2000', which was retracted",
        "'sources' names 'weyand2000', which was retracted",
        "'sources' names 'weyand2000', which was retracted",
        "'sources' names 'weyand2000', which was retracted",
    ]


def test_what_a_line_says_comes_before_the_dose_of_the_exercise(problems: Problems) -> None:
    (message,) = problems("pull, wall-push]", "pull, wall-push], sets: 4, reps: 3, hold: 5 s")
    assert "come to 60 s or more" in message


def test_an_optional_line_does_not_count_towards_the_least(problems: Problems) -> None:
    assert problems("pull, wall-push]}", "pull, wall-push], sets: 9, optional: true}") == []


def test_ids_that_are_numbers_are_for_rules_only(problems: Problems) -> None:
    assert problems("id: calf", "id: R07")[-1].startswith("id 'R07' wants small letters")


@dataclass(frozen=True)
class Part:
    """A record as `planning` has them: the one id it refers to stands in `loads` or `easy`."""

    loads: dict[str, int] = field(default_factory=dict)
    easy: tuple[str, ...] = ()
    where: Where = NOWHERE


@dataclass(frozen=True)
class Named:
    id: str


@dataclass(frozen=True)
class Plans:
    parts: tuple[Part, ...]
    load_classes: tuple[Named, ...] = (Named("iso-high"),)
    day_types: tuple[Named, ...] = (Named("gym"),)
    where: Where = NOWHERE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It comes {weeks} later.", "has a place {weeks}; it may have {days}"),
        ("It comes {} later.", "has a place {}; it may have {days}"),
        ("It comes {days later.", "has a brace without its other half; places are {days}"),
    ],
)
def test_a_reason_has_the_places_that_are_filled(text: str, said: str) -> None:
    shipped = load(data_dir())
    assert list(reasons_can_be_told(shipped)) == []
    told = next(each for each in shipped.planning.reasons if each.case == "day-hard")
    wrong = replace(told, why=replace(told.why, text=text))
    broken = replace(shipped, planning_if_any=replace(shipped.planning, reasons=(wrong,)))
    (problem,) = reasons_can_be_told(broken)
    assert problem.message == f"the reason for 'day-hard' {said}"


def test_planning_is_searched_for_references_too(library: Library) -> None:
    plans: Any = Plans((Part(loads={"iso-hihg": 2}), Part(easy=("gim", "gym"))))
    found = references_exist(replace(library, planning_if_any=plans))
    assert [problem.message for problem in found] == [
        "'loads' names 'iso-hihg', which is no load class; did you mean 'iso-high'?",
        "'easy' names 'gim', which is no day type; did you mean 'gym'?",
    ]


def test_every_reference_leads_to_a_table_that_has_a_name() -> None:
    assert set(REFERS.values()) <= set(NOUNS)
    assert set(TABLES) <= set(NOUNS)


def test_no_ids_of_the_shipped_data_go_unchecked() -> None:
    shipped = load(data_dir())
    written: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in all_records(shipped):
        for one in fields(record):
            if one.name not in REFERS and one.name != "id":
                written[type(record).__name__, one.name].update(texts(getattr(record, one.name)))
    for place, values in written.items():
        for table, ids in known_ids(shipped).items():
            assert not values or not values <= set(ids), f"{place} seems to refer to {table}"


def texts(value: Any) -> set[str]:
    """A text, or those in a tuple or among the values of a mapping."""
    if isinstance(value, str):
        return {value}
    members = value.values() if isinstance(value, dict) else value
    return set().union(*map(texts, members)) if isinstance(value, dict | tuple) else set()


def test_every_name_of_a_reference_is_a_field_of_some_record() -> None:
    written = {
        one.name
        for module in (records, rulebook, planning, why, claims, figures, series)
        for record in vars(module).values()
        if hasattr(record, "__dataclass_fields__")
        for one in fields(record)
    }
    assert set(REFERS) <= written
