"""Single fields of a record changed by a coach's own file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from speedcli.knowledge.library import Library, Patch
from speedcli.knowledge.load import check, data_dir, load
from speedcli.knowledge.records import Where
from tests.knowledge.conftest import WORLD

PATCH = "patches:\n- id: wall-push-start\n"
PLANNING = "patches:\n- id: planning\n"


@pytest.fixture
def over_ours(in_files: Callable[..., Path]) -> Callable[[str], list[str]]:
    """What is wrong with a file on top of ours."""
    return lambda text: [str(one) for one in check(data_dir(), in_files(mine=text))]


def changed(in_files: Callable[..., Path], text: str) -> Library:
    return load(data_dir(), in_files(mine=text))


def test_the_given_fields_change_and_no_others(in_files: Callable[..., Path]) -> None:
    ours = load(data_dir()).exercises["wall-push-start"]
    library = changed(in_files, f"{PATCH}  cues: [Long]\n  sides: 1\n")
    mine = library.exercises["wall-push-start"]
    assert (mine.cues, mine.sides) == (("Long",), 1)
    assert (mine.setup, mine.dose) == (ours.setup, ours.dose)
    assert library.patches_of(mine) == (Patch(("cues", "sides"), Where("mine.yaml", 2)),)
    assert library.patches_of(library.exercises["iso-heel-dig"]) == ()


def test_the_order_of_a_table_stays(in_files: Callable[..., Path]) -> None:
    library = changed(in_files, f"{PATCH}  cues: [Long]\n")
    assert list(library.exercises) == list(load(data_dir()).exercises)


def test_keys_of_keys_change_one_by_one(in_files: Callable[..., Path]) -> None:
    ours = load(data_dir()).sessions["iso-max-push"].levels
    patch = "patches:\n- id: iso-max-push\n  levels: {beginner: {set-rest: 240-300 s}}\n"
    library = changed(in_files, patch)
    mine = library.sessions["iso-max-push"].levels
    assert str(mine["beginner"].set_rest) == "240-300 s"
    assert mine["beginner"].lines == ours["beginner"].lines
    assert mine["advanced"] == ours["advanced"]
    assert library.patches_of(library.sessions["iso-max-push"])[0].fields == (
        "levels.beginner.set-rest",
    )


def test_members_of_a_list_change_by_their_ids(in_files: Callable[..., Path]) -> None:
    ours = load(data_dir()).planning
    library = changed(
        in_files,
        f"{PLANNING}  levels: {{beginner: {{start: 0.2}}}}\n"
        "  week-types: {D: {volume: 30-40}}\n  return-to-sprint: {2: {speed: 60}}\n"
        "  limits: {minutes: 15-90}\n",
    )
    mine = library.planning
    assert [one.start for one in mine.levels] == [0.2, *(one.start for one in ours.levels[1:])]
    assert mine.levels[0].step == ours.levels[0].step
    assert [one.letter for one in mine.week_types] == [one.letter for one in ours.week_types]
    assert {one.letter: str(one.volume) for one in mine.week_types}["D"] == "30-40"
    stages = [one.speed for one in ours.return_to_sprint]
    assert [one.speed for one in mine.return_to_sprint] == [stages[0], 60, *stages[2:]]
    assert (str(mine.limits.minutes), mine.limits.weeks) == ("15-90", ours.limits.weeks)
    (patch,) = library.patches["planning/planning"]
    assert patch.fields == (
        "limits.minutes",
        "levels.beginner.start",
        "week-types.D.volume",
        "return-to-sprint.2.speed",
    )


def test_a_list_without_ids_changes_as_a_whole(in_files: Callable[..., Path]) -> None:
    library = changed(in_files, f"{PLANNING}  tapers: [{{weeks: 4-9, days: 5, volume: 60}}]\n")
    assert [one.days for one in library.planning.tapers] == [5]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{PATCH}  cue: [x]\n", "3: unknown key 'cue'; did you mean 'cues'?"),
        (f"{PATCH}  sides: two\n", "3: 'sides' wants one of 1, 2, got 'two'"),
        (f"{PATCH}  cues:\n", "3: 'cues' has no value; a patch gives one"),
        (PATCH, "2: the patch of 'wall-push-start' changes nothing"),
        ("patches:\n- cues: [x]\n", "2: missing key 'id'"),
        (
            f"{PATCH}  table: exercise\n  cues: [x]\n",
            "3: 'table' cannot be 'exercise'; did you mean 'exercises'?",
        ),
        (
            "patches:\n- id: wall-push-strat\n  cues: [x]\n",
            "2: 'id' names 'wall-push-strat', which is nowhere to be changed; "
            "did you mean 'wall-push-start'?",
        ),
        (
            f"{PATCH}  dose:\n    beginner: {{hold: soon}}\n",
            "4: 'dose.beginner.hold' wants e.g. '90 s' or '2-3 min', got 'soon'",
        ),
        (
            f"{PATCH}  dose:\n    beginner: {{hold: {{low: 3}}}}\n",
            "4: 'dose.beginner.hold' wants e.g. '90 s' or '2-3 min', got keys and values",
        ),
        (f"{PATCH}  kit: [[spaceship]]\n", "2: 'kit' names 'spaceship', which is no kit"),
        (f"{PLANNING}  levels: {{novice: {{start: 1}}}}\n", "3: 'levels' has no 'novice'"),
        (
            f"{PLANNING}  levels: {{begginer: {{start: 1}}}}\n",
            "3: 'levels' has no 'begginer'; did you mean 'beginner'?",
        ),
        (
            f"{PLANNING}  levels: {{beginner: {{id: novice}}}}\n",
            "3: 'id' names what is changed, and stays as it is",
        ),
        (
            f"{PLANNING}  week-types: {{D: {{letter: T}}}}\n",
            "3: 'letter' names what is changed, and stays as it is",
        ),
        (
            f"{PLANNING}  levels: {{beginner: 5}}\n",
            "3: 'levels.beginner' wants keys and values, got '5'",
        ),
        (
            f"{PLANNING}  limits: {{days: 1-7}}\n",
            "2: 'defaults.weekdays.7' wants 7 different days, as 'limits.days' is 1-7, got 0",
        ),
        (
            f"{PLANNING}  defaults: {{weekdays: {{'2': [mon, mon]}}}}\n",
            "3: 'defaults.weekdays.2' wants 2 different days, as 'limits.days' is 1-6, got 1",
        ),
        (
            f"{PLANNING}  defaults: {{days: 9}}\n",
            "3: 'defaults.days' takes 1-6, as 'limits.days', got 9",
        ),
        (
            f"{PLANNING}  limits: {{weeks: 1-40}}\n",
            "3: 'sequences' has no '17' for acceleration, beginner, and 'limits.weeks' is 1-40",
        ),
        (
            f"{PLANNING}  session-dose: 9\n",
            "2: 'session-dose' wants a number from 0 to 1, got 9.0",
        ),
        (f"{PLANNING}  rest-step-s: 0\n", "2: 'rest-step-s' wants a number above 0, got 0"),
        (
            f"{PLANNING}  hold-step-s: {{iso-push: 0}}\n",
            "2: 'hold-step-s.iso-push' wants a number above 0, got 0",
        ),
        (
            f"{PLANNING}  kind-times: {{sprint: {{speed-m-s: 0}}}}\n",
            "3: 'kind-times.sprint.speed-m-s' wants a number above 0, got 0.0",
        ),
        (
            f"{PLANNING}  levels: {{beginner: {{start: 5}}}}\n",
            "3: start 5.0, step 0.1 and top 0.8 of 'beginner' do not fit: doses lie from 0 to 1, "
            "start not above top, and step is not below 0",
        ),
        (f"{PLANNING}  test-day: rest\n", "2: 'test-day' names 'rest', which is no day type"),
        (
            "patches:\n- id: planing\n  health: x\n",
            "2: 'id' names 'planing', which is nowhere to be changed; did you mean 'planning'?",
        ),
        ("patches: [x]\n", "1: an item of 'patches' wants keys and values, got 'x'"),
    ],
)
def test_a_mistake_is_told_where_it_stands(
    text: str, said: str, over_ours: Callable[[str], list[str]]
) -> None:
    assert over_ours(text) == [f"mine.yaml:{said}"]


def test_a_sequence_has_a_type_of_week_to_each_week(
    over_ours: Callable[[str], list[str]],
) -> None:
    sequences = "  sequences: [{weeks: {'3': IXT, '4': IAT, '5': IAAAT}}]\n"
    assert over_ours(f"{PLANNING}  limits: {{weeks: 3-5}}\n{sequences}") == [
        "mine.yaml:4: '3' weeks want as many letters of IAMSPDT, got 'IXT'",
        "mine.yaml:4: '4' weeks want as many letters of IAMSPDT, got 'IAT'",
    ]


def test_what_a_patch_breaks_further_down_is_its_own_mistake(
    over_ours: Callable[[str], list[str]],
) -> None:
    patch = "patches:\n- id: iso-max-push\n  levels:\n    beginner:\n      total: 1-2 s\n"
    (said,) = over_ours(patch)
    assert said.startswith("mine.yaml:5: the lines of 'iso-max-push' at beginner come to ")


def test_an_id_in_two_tables_wants_the_table(in_files: Callable[..., Path]) -> None:
    kit = "kit:\n- {id: wall, name: Wall}\navoidables:\n- {id: wall, name: Walls, what: region}\n"
    patch = "patches:\n- {id: wall, name: Bricks}\n"
    assert [str(one) for one in check(in_files(a=kit, b=patch))] == [
        "b.yaml:2: 'wall' stands in kit and avoidables; add 'table'"
    ]
    chosen = in_files(a=kit, b="patches:\n- {id: wall, table: kit, name: Bricks}\n")
    library = load(chosen)
    assert (library.kit["wall"].name, library.avoidables["wall"].name) == ("Bricks", "Walls")


def test_an_id_of_ours_may_not_be_used_again(over_ours: Callable[[str], list[str]]) -> None:
    (said,) = over_ours("kit:\n- {id: wall, name: Bricks}\n")
    assert said.startswith("mine.yaml:2: 'wall' of 'kit' is given twice; the first is at planning")
    assert said.endswith("; change single fields of it under 'patches'")


def test_everything_in_a_changed_record_stands_where_the_patch_does(
    in_files: Callable[..., Path],
) -> None:
    patch = "patches:\n- {id: isometric, answer: Push.}\n"
    concept = load(in_files(ours=WORLD, patch=patch)).concepts["isometric"]
    inside: list[Any] = [*concept.myths, *concept.claims, *concept.numbers]
    assert {each.where for each in (concept, *inside)} == {Where("patch.yaml", 2)}
    assert (concept.answer, len(inside)) == ("Push.", 3)
