"""Whatever a coach types leads somewhere sensible, or to the nearest names."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speedcli.knowledge import lookup
from speedcli.knowledge.library import Library
from speedcli.knowledge.load import data_dir, load
from speedcli.knowledge.lookup import Called, bag, fits, normalise, words
from speedcli.knowledge.names import called
from speedcli.knowledge.problems import NotFound
from tests.knowledge.asked import asked


def find(library: Library, typed: str) -> list[str]:
    return [one.id for one in lookup.find(typed, called(library))]


def record(table: str, id: str, *names: str) -> Called:
    return Called(table, id, names[0], (id, *names), bag((id, *names)))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("isometric", "isometric"),
        ("Isometrics", "isometric"),
        ("what is isometric", "isometric"),
        ("static-work", "isometric"),
        ("force without movement", "isometric"),
        ("fast twitch", "fast-vs-slow-twitch"),
        ("slow vs fast twitch", "fast-vs-slow-twitch"),
        ("types of fibre", "fast-vs-slow-twitch"),
        ("RFD", "rate-of-force-development"),
        ("rate of force development", "rate-of-force-development"),
        ("hard push", "iso-max-push"),
        ("iso max push", "iso-max-push"),
        ("flying sprints", "flying-10"),
        ("flying 10m", "flying-10"),
        ("wall pushes", "wall-push"),
        ("imtp", "iso-mid-thigh-pull"),
        ("r07", "R07"),
        ("R7", "R07"),
        ("full rest", "R07"),
        ("c01", "C01"),
        ("C1", "C01"),
        ("holds make fast", "C01"),
        ("d01", "D01"),
        ("more runs", "D01"),
        ("holdwell", "holdwell"),
        ("weyand2000", "weyand2000"),
        ("weyand 2000", "weyand2000"),
        ("Weyand", "weyand2000"),
        ("Tønnessen 2011", "tonnessen-two"),
        ("tonnessen 2011", "tonnessen-two"),
    ],
)
def test_what_is_typed_leads_to_a_record(library: Library, typed: str, found: str) -> None:
    assert find(library, typed)[0] == found


def test_the_others_that_fit_follow(library: Library) -> None:
    assert find(library, "push") == ["iso-max-push", "wall-push"]


def concepts_only(*concepts: str) -> str:
    """Concepts of these ids, titles and aliases, each written `id / title / alias`."""
    lines = ["categories:", "- {id: c, title: C}", "concepts:"]
    for concept in concepts:
        identity, title, alias = concept.split(" / ")
        lines.append(
            f"- {{id: {identity}, title: {title}, category: c, aliases: [{alias}], answer: a, "
            "summary: a, how: a, why: a, myths: [], claims: [], related: []}"
        )
    return "\n".join(lines)


def test_a_better_fit_comes_first_whatever_the_order_of_the_file(
    in_files: Callable[..., Path],
) -> None:
    library = load(
        in_files(
            a=concepts_only(
                "c1 / Long hip drive power / x1",
                "c2 / Hips drive / x2",
                "c3 / Drive hip / x3",
                "c4 / Something / hip drive",
            )
        )
    )
    assert find(library, "Hip drive") == ["c4", "c3", "c2", "c1"]


def test_at_equal_rank_the_name_with_fewer_spare_words_comes_first(
    in_files: Callable[..., Path],
) -> None:
    library = load(
        in_files(a=concepts_only("c1 / Big strong hip drive / x", "c2 / Strong hip drive / y"))
    )
    assert find(library, "hip drive")[0] == "c2"


def test_an_id_comes_first_then_concepts_sessions_exercises_rules_and_sources() -> None:
    known = [
        record("sources", "s", "Hip drive"),
        record("rules", "R01", "Hip drive"),
        record("exercises", "e", "Hip drive"),
        record("sessions", "s", "Hip drive"),
        record("concepts", "c", "Hip drive"),
        record("rules", "hip-drive", "Something"),
    ]
    found = [one.table for one in fits("hip drive", known)]
    assert found == ["rules", "concepts", "sessions", "exercises", "rules", "sources"]


def test_a_plural_is_a_better_fit_than_a_longer_name() -> None:
    known = [record("concepts", "c", "Long hip drive"), record("sessions", "s", "Hip drive")]
    assert [one.id for one in fits("hip drives", known)] == ["s", "c"]


def test_the_parts_of_a_title_are_names_too(library: Library) -> None:
    texts = {text for one in called(library) for text in one.names}
    assert {"Isometric", "Rate of force development", "RFD"} <= texts


class Everything(str):
    """A bag that no question is told from."""

    def __contains__(self, _: object) -> bool:
        return True


def test_a_bag_hides_nothing_that_fits(library: Library) -> None:
    known = called(library)
    open_to_all = [one._replace(bag=Everything()) for one in known]
    names = [name for one in known for name in one.names]
    typed = {*names, *(word for name in names for word in words(name)), "imtp", "the", ""}
    for question in sorted({*typed, *(f"{each}s" for each in typed)}):
        found = [one.names for one in fits(question, known)]
        assert found == [one.names for one in fits(question, open_to_all)], question


def test_nothing_by_that_name_tells_what_was_searched_and_the_nearest(library: Library) -> None:
    with pytest.raises(NotFound) as missed:
        find(library, "isometirc")
    assert str(missed.value) == (
        "nothing is called 'isometirc'; looked through concepts, sessions, exercises, muscles, "
        "rules, claims, disputes, systems, figures and sources; nearest: 'isometric'"
    )
    assert missed.value.exit_code == 3


@pytest.mark.parametrize("typed", ["", "   ", "?!", "qqqqqq", "x" * 10_000])
def test_what_is_like_nothing_has_no_nearest(library: Library, typed: str) -> None:
    with pytest.raises(NotFound, match=r"looked through .* and sources$"):
        find(library, typed)


def test_the_matcher_is_loaded_only_when_something_was_missed() -> None:
    code = "import sys, speedcli.knowledge.load, speedcli.knowledge.lookup; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "rapidfuzz" not in done.stdout.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FV-profile", "fv profile"),
        ("Fast_Twitch", "twitch fast"),
        ("Nordics", "nordic"),
        ("bodies", "body"),
        ("pushes", "push"),
        ("exercises", "exercise"),
        ("R07", "r 7"),
        ("Tønnessen's", "tonnessens"),
        ("flying 10m", "flying-10-m"),
    ],
)
def test_spellings_of_the_same_name_are_the_same(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"), [("press", "pres"), ("focus", "focu"), ("R07", "R70"), ("30 m", "3 0 m")]
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@given(st.text(max_size=30))
def test_normalising_twice_is_normalising_once_but_for_plurals(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


def test_a_near_miss_leads_to_the_page_or_is_suggested_first() -> None:
    shipped = load(data_dir())
    owners = {text: one.id for one in reversed(called(shipped)) for text in one.names}
    missed = []
    for typed, wanted in asked("near_misses.txt"):
        try:
            found = find(shipped, typed)[0]
        except NotFound as said:
            suggested = re.findall("'([^']*)'", str(said).partition("nearest: ")[2])
            found = owners[suggested[0]]
        missed += [] if found == wanted else [(typed, found)]
    assert len(asked("near_misses.txt")) == 65
    assert missed == [("weekly deload", "R05")]  # `weekly mileage` looks more alike


def test_words_run_together_are_a_name(library: Library) -> None:
    assert find(library, "wallpush")[0] == "wall-push"
    assert find(library, "iso metric")[0] == "isometric"


def test_names_that_share_words_are_suggested(library: Library) -> None:
    with pytest.raises(NotFound, match=r"nearest: 'full rest', .*'wall-push'$"):
        find(library, "push after a full rest")
