"""Muscles and joint actions fit each other, whoever wrote them, and a search knows their names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.knowledge.anatomy import worked
from speedcli.knowledge.indexing import build
from speedcli.knowledge.library import Library
from speedcli.knowledge.load import check, data_dir, load
from speedcli.knowledge.search import find
from tests.knowledge.conftest import WORLD

Problems = Callable[..., list[str]]

WORKS = "muscles: [gluteus-maximus, quadriceps]\n  joint-actions: [hip-extension, knee-extension]"


@pytest.mark.parametrize(
    ("muscles", "actions", "said"),
    [
        (
            "gluteus-maximus, hamstring-group, quadriceps",
            "knee-flexion, knee-extension",
            [
                "'wall-push': 'gluteus-maximus' does none of its joint actions; "
                "it does hip-extension"
            ],
        ),
        (
            "hamstring-group",
            "knee-flexion, knee-extension",
            [
                "'wall-push': none of its muscles does 'knee-extension'; "
                "that is done by quadriceps",
            ],
        ),
        (
            "quadriceps",
            "hip-extension",
            [
                "'wall-push': 'quadriceps' does none of its joint actions; it does knee-extension",
                "'wall-push': none of its muscles does 'hip-extension'; that is done by "
                "gluteus-maximus, hamstring-group",
            ],
        ),
        (
            "hamstring-group",
            "",
            [
                "'wall-push': 'hamstring-group' does none of its joint actions; it does "
                "hip-extension, knee-flexion",
            ],
        ),
        (
            "",
            "knee-flexion",
            [
                "'wall-push': none of its muscles does 'knee-flexion'; that is done by "
                "hamstring-group",
            ],
        ),
        (
            "gluteus-maximos",
            "knee-flexion",
            [
                "'muscles' names 'gluteus-maximos', which is no muscle; did you mean "
                "'gluteus-maximus'?",
            ],
        ),
        (
            "quadriceps",
            "knee-extensoin",
            [
                "'joint-actions' names 'knee-extensoin', which is no joint action; did you mean "
                "'knee-extension'?",
            ],
        ),
    ],
)
def test_muscles_that_do_not_fit_are_told(
    problems: Problems, muscles: str, actions: str, said: list[str]
) -> None:
    new = f"muscles: [{muscles}]\n  joint-actions: [{actions}]"
    assert problems(WORKS, new) == said


def test_two_joint_muscles_fit_at_either_joint(problems: Problems) -> None:
    for action in ("hip-extension", "knee-flexion"):
        new = f"muscles: [hamstring-group]\n  joint-actions: [{action}]"
        assert problems(WORKS, new) == []


def test_who_names_neither_breaks_nothing(problems: Problems) -> None:
    assert problems(f"  {WORKS}\n", "") == []


def test_an_action_that_nobody_does_is_told(problems: Problems) -> None:
    assert problems("joint-actions: [knee-extension]\n", "joint-actions: [knee-flexion]\n") == [
        "'wall-push': 'quadriceps' does none of its joint actions; it does knee-flexion",
        "'wall-push': none of its muscles does 'knee-extension'; no muscle does it",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "joint-actions: [hip-extension, knee-flexion]",
            "joint-actions: []",
            "muscle 'hamstring-group' has no joint action; name one",
        ),
        (
            "thigh.\n  joint-actions: [hip-extension, knee-flexion]\n  sources: [practice]",
            "thigh.\n  joint-actions: [hip-extension, knee-flexion]\n  sources: []",
            "muscle 'hamstring-group' has no source; name one, or 'practice'",
        ),
    ],
)
def test_a_muscle_does_something_and_somebody_says_so(
    problems: Problems, old: str, new: str, said: str
) -> None:
    assert problems(old, new) == [said]


def test_a_mistake_is_told_with_file_and_line(in_files: Callable[..., Path]) -> None:
    world = WORLD.replace(WORKS, WORKS.replace(", quadriceps", ""), 1)
    line = world[: world.index("- id: wall-push")].count("\n") + 1
    (problem,) = check(in_files(world=world))
    assert str(problem).startswith(f"world.yaml:{line}: 'wall-push': none of its muscles does")


def test_own_exercises_name_our_muscles_or_none(in_files: Callable[..., Path]) -> None:
    ours = (data_dir() / "exercises.yaml").read_text("utf-8")
    nordic = ours[ours.index("- id: nordic\n") :].partition("\n- id:")[0]
    nordic = nordic.replace("id: nordic", "id: my-nordic").replace(
        "name: Nordic", "name: My Nordic"
    )
    own = "exercises:\n" + "\n".join(line for line in nordic.splitlines() if "aliases" not in line)
    wrong = own.replace("[hamstring-group]", "[soleus]")
    assert wrong != own
    assert check(data_dir(), in_files(own=own)) == []
    assert [
        problem.message.partition(";")[0] for problem in check(data_dir(), in_files(own=wrong))
    ] == [
        "'my-nordic': 'soleus' does none of its joint actions",
        "'my-nordic': none of its muscles does 'knee-flexion'",
    ]


def test_a_search_reads_the_main_muscle_and_the_joint_actions(library: Library) -> None:
    push = library.exercises["wall-push"]
    assert list(worked(push, library)) == [
        ("muscles", "glutes"),
        ("joint_actions", "hipextension"),
        ("joint_actions", "kneeextension"),
    ]
    assert list(worked(library.concepts["isometric"], library)) == []


def test_exercises_are_found_by_what_works() -> None:
    library = load(data_dir())
    index = build(library)
    for typed, wanted in {
        "hip extension exercises": "hip-extension",
        "knee flexion": "knee-flexion",
        "trunk rotation": "trunk-rotation",
    }.items():
        found = [hit.id for hit in find(index, typed).hits if hit.table == "exercises"][:10]
        doing = [id for id in found if wanted in library.exercises[id].joint_actions]
        assert len(doing) >= 3, (typed, found)
    hits = {hit.id for hit in find(index, "hamstrings").hits}
    main = [one.id for one in library.exercises.values() if one.muscles[0] == "hamstring-group"]
    assert hits >= set(main)
    assert "rdl" in main


def test_a_muscle_knows_the_exercises_that_load_it(library: Library) -> None:
    assert [one.id for one in library.exercises_loading("quadriceps")] == ["wall-push"]
    assert library.exercises_loading("hamstring-group") == ()
