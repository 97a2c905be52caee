"""The reading path as it is shipped: whole, honest about its sources, and leading everywhere."""

from __future__ import annotations

import re

import pytest

from speedcli.knowledge.library import Library
from speedcli.knowledge.load import data_dir, load
from speedcli.knowledge.lookup import PATH, find
from speedcli.knowledge.names import called
from speedcli.knowledge.series import Step

# How a passage without a source says so.
UNSHOWN = re.compile(r"not (been )?(found|tested)")


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load(data_dir())


def words(step: Step) -> int:
    passages = (*step.evidence, *step.training)
    texts = (step.question, *step.teaches, *(one.text for one in passages), step.check, step.answer)
    return sum(len(text.split()) for text in texts)


def test_there_are_fifteen_steps_of_about_five_minutes(shipped: Library) -> None:
    assert len(shipped.series) == 15
    lengths = {step.id: words(step) for step in shipped.series.values()}
    assert {id: length for id, length in lengths.items() if not 500 <= length <= 900} == {}


def test_no_step_is_a_stub(shipped: Library) -> None:
    for step in shipped.series.values():
        assert len(step.teaches) >= 2, step.id
        assert len(step.evidence) >= 4, step.id
        assert len(step.training) >= 3, step.id
        assert step.sessions, step.id
        assert step.commands, step.id


def test_every_passage_has_its_sources_or_says_that_there_are_none(shipped: Library) -> None:
    for step in shipped.series.values():
        for passage in step.evidence:
            assert passage.sources or UNSHOWN.search(passage.text), passage.where
            assert "practice" not in passage.sources, passage.where
        for passage in step.training:
            assert passage.sources, passage.where


def test_numbers_of_the_evidence_have_a_source(shipped: Library) -> None:
    for step in shipped.series.values():
        for passage in step.evidence:
            assert passage.sources or not re.search(r"\d", passage.text), passage.where


def test_every_concept_is_at_most_one_link_away_from_the_path(shipped: Library) -> None:
    reached: set[str] = set()
    for step in shipped.series.values():
        for concept in step.concepts:
            reached |= {concept, *(other.id for other in shipped.related_to(concept))}
    assert set(shipped.concepts) - reached == set()


def test_every_claim_of_the_system_is_met_on_the_path(shipped: Library) -> None:
    met = {claim for step in shipped.series.values() for claim in step.claims}
    assert set(shipped.claims) - met == set()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("torque", "torque"),
        ("bulk", "bigger"),
        ("without bulk", "without-bulk"),
        ("fast twitch", "twitch"),
        ("isometrics", "isometric-training"),
        ("why stronger is not faster", "stronger"),
    ],
)
def test_a_step_is_found_by_its_words(shipped: Library, typed: str, found: str) -> None:
    assert find(typed, called(shipped, PATH), PATH)[0].id == found
