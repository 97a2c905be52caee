"""A search finds what a coach means: measured on questions, then property by property."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speedcli.knowledge import load
from speedcli.knowledge.indexing import build
from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import SEARCHED
from speedcli.knowledge.problems import NotFound
from speedcli.knowledge.search import Index, find
from tests.knowledge.asked import asked
from tests.knowledge.conftest import WORLD


@pytest.fixture(scope="module")
def shipped() -> Index:
    return build(load.load(load.data_dir()))


@pytest.fixture
def index(library: Library) -> Index:
    return build(library)


def ids(index: Index, typed: str) -> list[str]:
    return [hit.id for hit in find(index, typed).hits]


@pytest.mark.parametrize(
    ("file", "of", "first", "in_five"),
    [("queries.txt", 100, 91, 100), ("more_queries.txt", 127, 106, 122)],
)
def test_questions_lead_to_their_answers(
    file: str, of: int, first: int, in_five: int, shipped: Index
) -> None:
    questions = asked(file)
    found = {typed: ids(shipped, typed) for typed, _ in questions}
    assert len(found) == of
    later = [q for q in questions if found[q.typed][0] != q.wanted]
    missed = [q for q in questions if q.wanted not in found[q.typed][:5]]
    assert (of - len(later) >= first, of - len(missed) >= in_five) == (True, True), (later, missed)


def test_questions_ask_for_records_that_are_there(shipped: Index) -> None:
    known = {id for _, id in shipped.records}
    for file in ("queries.txt", "more_queries.txt", "near_misses.txt"):
        assert [each for each in asked(file) if each.wanted not in known] == []


def test_every_record_is_found_by_its_title(shipped: Index) -> None:
    library = load.load(load.data_dir())
    lost = [
        title
        for table in SEARCHED
        for record in library.table(table).values()
        for title in [getattr(record, "title", None) or record.name]
        if record.id not in ids(shipped, title)[:5]
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pushing walls", "wall-push"),
        ("HARD  push!", "iso-max-push"),
        ("Tønnessen", "tonnessen-two"),
        ("tonnessen repeating sprint", "tonnessen-two"),
        ("what is the rate of force development", "rate-of-force-development"),
        ("slow-twitch fibres", "fast-vs-slow-twitch"),
        ("midthigh pull", "iso-mid-thigh-pull"),  # run together
        ("wallpush", "wall-push"),
        ("fas ter", "weyand2000"),  # apart
        ("drive", "rate-of-force-development"),  # in its running text only
    ],
)
def test_forms_of_words_do_not_matter(typed: str, found: str, index: Index) -> None:
    assert ids(index, typed)[0] == found


def test_a_name_counts_for_more_than_a_text(in_files: Callable[..., Path]) -> None:
    world = WORLD.replace("how: They differ.", "how: Wall push. Wall push. Wall push. Wall push.")
    assert ids(build(load.load(in_files(world=world))), "wall push")[0] == "wall-push"


def test_more_of_the_question_counts_for_more_than_one_word_often() -> None:
    records = [("concepts", "one-often"), ("concepts", "both")]
    index = Index(
        records, {"hip": "hip", "band": "band"}, {"hip": "0:300 1:200", "band": "1:50"}, []
    )
    assert ids(index, "hip") == ["one-often", "both"]
    assert ids(index, "hip band") == ["both", "one-often"]


def test_own_records_are_found_beside_ours(in_files: Callable[..., Path]) -> None:
    own = in_files(mine="sources:\n- {id: me, authors: Zyx Q, title: T, kind: book, finding: F.}")
    assert ids(build(load.load(load.data_dir(), own)), "zyx") == ["me"]


def test_a_word_that_no_text_holds_is_read_as_the_nearest(index: Index) -> None:
    assert dict(find(index, "isometirc wallpush").read_as) == {
        "isometirc": "isometric",
        "wallpush": "wall push",
    }
    assert dict(find(index, "isometrics").read_as) == {}


def test_what_tells_little_is_left_out(index: Index) -> None:
    found = find(index, "mid-thigh pull").hits
    assert found[0].id == "iso-mid-thigh-pull"
    assert all(hit.score >= found[0].score * 0.1 for hit in found)
    assert len(found) < len(index.records)


def test_nothing_found_tells_what_was_searched_and_the_nearest_words(index: Index) -> None:
    with pytest.raises(NotFound) as missed:
        find(index, "fibrils")
    assert str(missed.value) == (
        "nothing holds 'fibrils'; looked through concepts, sessions, exercises, muscles, rules, "
        "claims, disputes, systems, figures, sources and series; nearest: 'fibres', 'fibre'"
    )


@pytest.mark.parametrize("typed", ["", "?!", "how to", "qqqqqq", "x" * 10_000])
def test_what_is_in_no_text_has_no_nearest(typed: str, index: Index) -> None:
    with pytest.raises(NotFound, match=r"looked through .* and series$"):
        find(index, typed)


def test_an_index_comes_back_from_json_as_it_was(shipped: Index) -> None:
    kept = Index(*json.loads(json.dumps(shipped)))
    for typed in ("hamstring pull late swing", "wallpush", "achilees"):
        assert find(kept, typed) == find(shipped, typed)


def test_an_index_is_the_same_every_time(library: Library) -> None:
    assert build(library) == build(library)


def test_known_words_need_no_stemmer_and_no_matcher() -> None:
    """Both are slow to import, and most questions are in words that the texts hold."""
    code = (
        "import sys; from speedcli.knowledge.search import Index, find;"
        "find(Index([('concepts', 'a')], {'hip': 'hip'}, {'hip': '0:1'}, []), 'what is hip');"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"Stemmer", "rapidfuzz", "yaml"}.isdisjoint(done.stdout.split())


@given(st.text(max_size=40))
def test_whatever_is_typed_is_answered_or_refused(shipped: Index, typed: str) -> None:
    try:
        found = find(shipped, typed).hits
    except NotFound:
        return
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert {(hit.table, hit.id) for hit in found} <= set(shipped.records)
