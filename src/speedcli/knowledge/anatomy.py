"""What works in an exercise: the names that it is found by, and that all of them fit."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import Problem
from speedcli.knowledge.records import Exercise, Muscle


def worked(record: object, library: Library) -> Iterator[tuple[str, str]]:
    """A muscle's name, or those of an exercise's main muscle and joint actions, with their fields.

    A name is one word here, as a knee and some flexion are no knee flexion. With all muscles, a
    word such as soleus would tell little.
    """
    if isinstance(record, Muscle):
        yield "muscles", record.name.replace(" ", "")
    if isinstance(record, Exercise):
        for field, table, ids in (
            ("muscles", library.muscles, record.muscles[:1]),
            ("joint_actions", library.actions, record.joint_actions),
        ):
            yield from ((field, table[one].name.replace(" ", "")) for one in ids)


def muscles_rest_on_something(library: Library) -> Iterator[Problem]:
    """Every muscle does something, and a source says so."""
    for muscle in library.muscles.values():
        if not muscle.joint_actions:
            yield Problem(muscle.where, f"muscle {muscle.id!r} has no joint action; name one")
        if not muscle.sources:
            said = f"muscle {muscle.id!r} has no source"
            yield Problem(muscle.where, f"{said}; name one, or 'practice'")


def muscles_and_actions_agree(library: Library) -> Iterator[Problem]:
    """Of an exercise each muscle does one of the joint actions, and each action has its muscle.

    Where an id leads nowhere, that is told, and nothing is compared.
    """
    for exercise in library.exercises.values():
        known = library.muscles.keys() >= set(exercise.muscles)
        if known and library.actions.keys() >= set(exercise.joint_actions):
            yield from _idle(exercise, library)
            yield from _unmoved(exercise, library)


def _idle(exercise: Exercise, library: Library) -> Iterator[Problem]:
    """The muscles that none of the joint actions needs."""
    for muscle in exercise.muscles:
        does = library.muscles[muscle].joint_actions
        if not set(does) & set(exercise.joint_actions):
            said = f"{exercise.id!r}: {muscle!r} does none of its joint actions"
            yield Problem(exercise.where, f"{said}; it does {', '.join(does)}")


def _unmoved(exercise: Exercise, library: Library) -> Iterator[Problem]:
    """The joint actions that none of the muscles does."""
    for action in exercise.joint_actions:
        able = [one.id for one in library.muscles.values() if action in one.joint_actions]
        if not set(able) & set(exercise.muscles):
            said = f"{exercise.id!r}: none of its muscles does {action!r}"
            right = f"that is done by {', '.join(able)}" if able else "no muscle does it"
            yield Problem(exercise.where, f"{said}; {right}")
