"""The claims of the source system and the disputes of the literature, as they are shipped."""

from __future__ import annotations

import re

import pytest

from speedcli.knowledge.claims import SystemClaim
from speedcli.knowledge.library import Library
from speedcli.knowledge.load import data_dir, load
from speedcli.knowledge.lookup import find
from speedcli.knowledge.names import called

SYSTEM = "Athletic Quickness"


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load(data_dir())


def test_all_claims_and_disputes_are_there_in_order(shipped: Library) -> None:
    assert list(shipped.claims) == [f"C{number:02}" for number in range(1, 47)]
    assert list(shipped.disputes) == [f"D{number:02}" for number in range(1, 15)]


def test_every_claim_is_attributed_and_weighed_in_two_sentences(shipped: Library) -> None:
    for claim in shipped.claims.values():
        assert claim.claim.startswith(f"{SYSTEM} "), claim.id
        assert len(re.findall(r"[.?](?:\s|$)", claim.why)) == 2, claim.id


def test_the_core_claim_has_no_trial_behind_it(shipped: Library) -> None:
    core = shipped.claims["C11"]
    assert core.verdict == "untested"
    assert "No controlled trial of these holds was found." in core.why


def test_what_was_never_published_is_said_to_be_unknown(shipped: Library) -> None:
    system = shipped.systems["athletic-quickness"]
    assert [era.id for era in system.eras] == ["E1", "E2", "E3"]
    assert len(system.contradictions) == 7
    assert re.search(r"weekly schedule is unknown", " ".join(system.unpublished))


def test_every_verdict_stands_on_the_pages_of_its_concepts(shipped: Library) -> None:
    for claim in shipped.claims.values():
        assert all(claim in shipped.claims_about(concept) for concept in claim.concepts)
    for dispute in shipped.disputes.values():
        assert all(dispute in shipped.disputes_about(concept) for concept in dispute.concepts)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("C11", "C11"),
        ("c11", "C11"),
        ("holds against a band", "C11"),
        ("d7", "D07"),
        ("nordics or isometric hamstrings", "D07"),
        ("athletic quickness", "athletic-quickness"),
        ("eras", "athletic-quickness"),
    ],
)
def test_they_are_found_by_id_and_by_words(shipped: Library, typed: str, found: str) -> None:
    assert find(typed, called(shipped))[0].id == found


def test_nothing_is_supported_by_one_small_study(shipped: Library) -> None:
    supported = [one for one in shipped.claims.values() if one.verdict == "supported"]
    assert supported
    assert all(len(studies(claim, shipped)) > 1 for claim in supported)


def studies(claim: SystemClaim, library: Library) -> set[str]:
    return {id for id in claim.sources if library.sources[id].kind != "practice"}
