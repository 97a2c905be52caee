"""What we ask of our own writing, beyond what holds for everybody's data."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from speedcli.knowledge.grading import is_enough
from speedcli.knowledge.library import Library
from speedcli.knowledge.load import data_dir, load
from speedcli.knowledge.records import Where
from speedcli.knowledge.references import references
from speedcli.views import page as doc
from speedcli.views import present


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load(data_dir())


def test_one_study_alone_is_limited(shipped: Library) -> None:
    sessions = list(shipped.sessions.values())
    claims = [claim for concept in shipped.concepts.values() for claim in concept.claims]
    claims += [claim for session in sessions for claim in session.claims]
    graded: list[tuple[str, tuple[str, ...], Where]] = []
    graded += [(one.grade, one.sources, one.where) for one in claims]
    graded += [(one.grade, one.sources, one.where) for one in sessions]
    graded += [(one.strength, one.sources, one.where) for one in shipped.rules.values()]
    assert len(graded) > 300
    sure = [one for one in graded if one[0] in ("strong", "moderate")]
    assert [where for _, sources, where in sure if not is_enough(sources, shipped)] == []


def test_contested_names_two_sides_or_a_review_that_does(shipped: Library) -> None:
    for concept in shipped.concepts.values():
        for claim in concept.claims:
            assert claim.grade != "contested" or is_enough(claim.sources, shipped), claim.where


def test_every_concept_says_all_that_a_coach_asks(shipped: Library) -> None:
    for concept in shipped.concepts.values():
        assert concept.claims, concept.where
        assert concept.numbers, concept.where
        assert concept.myths, concept.where


def test_every_source_carries_something_or_was_retracted(shipped: Library) -> None:
    named = {id_ for _, _, id_, table in references(shipped) if table == "sources"}
    retracted = {source.id for source in shipped.sources.values() if source.retracted}
    assert set(shipped.sources) - named == retracted


def test_every_number_has_a_unit(shipped: Library) -> None:
    numbers = [one for concept in shipped.concepts.values() for one in concept.numbers]
    assert len(numbers) > 100
    assert [one.where for one in numbers if not one.unit.strip()] == []


def test_every_concept_is_trained_by_something(shipped: Library) -> None:
    for concept in shipped.concepts:
        assert shipped.sessions_for(concept) or shipped.exercises_for(concept), concept


def test_every_concept_is_reached_from_the_path_and_from_a_session(shipped: Library) -> None:
    """By the links that pages show, one after the other."""
    after = {name: links(present.page(one, shipped)) for name, one in shipped.concepts.items()}
    for table in ("series", "sessions"):
        records = shipped.table(table).values()
        reached: set[str] = set()
        new = {concept for record in records for concept in record.concepts}
        while new:
            reached |= new
            new = {other for concept in new for other in after[concept]} - reached
        assert set(shipped.concepts) - reached == set(), table


def test_links_between_concepts_go_both_ways(shipped: Library) -> None:
    shown = {name: links(present.page(one, shipped)) for name, one in shipped.concepts.items()}
    for concept, others in shown.items():
        assert others, concept
        assert all(concept in shown[other] for other in others), concept


def test_a_concept_names_what_names_it(shipped: Library) -> None:
    for concept in shipped.concepts.values():
        shown = set(ids(present.page(concept, shipped).parts))
        for table in ("rules", "claims", "disputes"):
            records = shipped.table(table).values()
            naming = {one.id for one in records if concept.id in one.concepts}
            assert naming <= shown, concept.id


def ids(parts: tuple[doc.Part, ...]) -> Iterator[str]:
    """The records that parts of a page name, in links and in labels."""
    for part in parts:
        match part:
            case doc.Section(_, inner):
                yield from ids(inner)
            case doc.Links(_, targets):
                yield from (link.id for link in targets)
            case doc.Facts(rows):
                yield from (row.label.partition("  ")[0] for row in rows)


def links(page: doc.Page) -> set[str]:
    """The concepts that a page of a concept says to read next."""
    rows = [part for part in page.parts if isinstance(part, doc.Links)]
    return {link.id for part in rows if part.label == "Read on" for link in part.targets}


def test_every_exercise_is_in_a_session(shipped: Library) -> None:
    used = {
        exercise
        for session in shipped.sessions.values()
        for level in session.levels.values()
        for line in level.lines
        for exercise in line.exercises
    }
    assert set(shipped.exercises) - used == set()


def test_every_exercise_says_what_works(shipped: Library) -> None:
    for exercise in shipped.exercises.values():
        assert 1 <= len(exercise.muscles) <= 5, exercise.where
        assert 1 <= len(exercise.joint_actions) <= 5, exercise.where


def test_every_muscle_and_joint_action_is_trained(shipped: Library) -> None:
    exercises = shipped.exercises.values()
    assert {one for each in exercises for one in each.muscles} == set(shipped.muscles)
    assert {one for each in exercises for one in each.joint_actions} == set(shipped.actions)


def test_muscles_of_two_joints_do_what_every_textbook_says(shipped: Library) -> None:
    does = {one.id: set(one.joint_actions) for one in shipped.muscles.values()}
    assert does["gastrocnemius"] == {"plantar-flexion", "knee-flexion"}
    assert does["hamstring-group"] == {"hip-extension", "knee-flexion"}
    assert does["rectus-femoris"] == {"hip-flexion", "knee-extension"}
    assert does["soleus"] == {"plantar-flexion"}
