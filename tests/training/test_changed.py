"""A plan says which of its records a coach has changed."""

from __future__ import annotations

from dataclasses import replace

from speedcli.knowledge.library import Library, Patch
from speedcli.knowledge.records import Where
from speedcli.training.changed import noted
from tests.training.plans import one_week, session, sprints

PLAN = one_week(session(0, sprints()))
MINE = Patch(("cues", "dose.beginner.rest"), Where("C:\\data\\mine.yaml", 3))
OURS = Patch(("title",), Where("club.yaml", 1))


def notes(library: Library, **patches: tuple[Patch, ...]) -> str | None:
    given = {key.replace("_", "/", 1).replace("_", "-"): each for key, each in patches.items()}
    return noted(PLAN, replace(library, patches=given)).notes


def test_without_changes_nothing_is_said(library: Library) -> None:
    assert noted(PLAN, library) is PLAN


def test_changes_of_what_the_plan_uses_are_named_with_their_file(library: Library) -> None:
    assert notes(
        library, exercises_standing_accel=(MINE, OURS), sessions_sprint_acceleration=(OURS,)
    ) == (
        "- Standing acceleration: mine.yaml changes cues, dose.beginner.rest.\n"
        "- Standing acceleration: club.yaml changes title.\n"
        "- Acceleration sprints: club.yaml changes title."
    )


def test_changes_of_what_it_does_not_use_are_not(library: Library) -> None:
    assert notes(library, exercises_pogo=(MINE,), sessions_sprint_hill=(MINE,)) is None


def test_rules_bind_every_plan(library: Library) -> None:
    assert notes(library, rules_R07=(OURS,)) == (
        f"- {library.rules['R07'].title}: club.yaml changes title."
    )


def test_the_notes_that_there_are_stay_above(library: Library) -> None:
    changed = replace(library, patches={"rules/R07": (OURS,)})
    said = noted(replace(PLAN, notes="From last year."), changed).notes
    assert said is not None
    assert said.splitlines()[0] == "From last year."
    assert len(said.splitlines()) == 2
