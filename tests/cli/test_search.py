from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from speedcli.cli import kept
from speedcli.cli.main import main
from speedcli.knowledge import load, lookup
from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import INDEXED, SEARCHED
from speedcli.knowledge.names import called
from speedcli.knowledge.search import Hit
from speedcli.views import ready
from speedcli.views.pages.search import Reader
from tests.cli.conftest import Run

Speed = Callable[..., Run]
Golden = Callable[[str, str], None]


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_what_was_found(
    columns: str, speed: Speed, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    run = speed("search", "isometric", "pushes", "for", "maximal force", "-n", "4")
    assert (run.err, run.code) == ("", 0)
    golden(f"views/search-{columns}.txt", run.out)


def test_as_markdown(speed: Speed, golden: Golden) -> None:
    golden("views/search.md", speed("search", "isometric pushes at knee angle", "-f", "md").out)


def test_on_an_ascii_screen(
    speed: Speed,
    golden: Golden,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("speedcli.cli.output.charset", lambda target: "ascii")
    run = speed("search", "isometric pushes at knee angle")
    assert run.out.isascii()
    golden("views/search-ascii.txt", run.out)


def test_json_lists_the_best_first(speed: Speed) -> None:
    listed = json.loads(speed("search", "tendons", "--json").out)
    assert listed[0] == {
        "kind": "concept",
        "id": "tendon",
        "title": "Tendon",
        "text": "The cord that ties muscle to bone, and springs back.",
        "command": "speed explain tendon",
    }
    assert all(list(one)[:3] == ["kind", "id", "title"] for one in listed)


def test_as_many_as_asked_for(speed: Speed) -> None:
    everything = json.loads(
        speed("search", "isometric", "pushes at", "knee angle", "-n", "99", "--json").out
    )
    assert len(everything) > 2
    assert (
        json.loads(speed("search", "isometric pushes at knee angle", "-n", "2", "--json").out)
        == everything[:2]
    )
    shown = speed("search", "isometric pushes at knee angle", "-n", "2").out.splitlines()
    assert shown[0].endswith(f" 2 of {len(everything)}")
    left = len(everything) - 2
    assert shown[-1] == f"{left} more; -n {len(everything)} shows them."


@pytest.mark.parametrize("most", ["0", "-1", "few"])
def test_no_other_number(most: str, speed: Speed) -> None:
    assert speed("search", "push", "-n", most).code == 2


def test_without_words_it_says_what_to_type(speed: Speed) -> None:
    assert speed("search") == (
        "",
        "speed: name what to look for: speed search hip drive; speed explain is the map\n",
        2,
    )


def test_what_works_in_an_exercise_is_searched_and_told(speed: Speed) -> None:
    listed = json.loads(speed("search", "plantar flexion", "--json").out)
    told = {one["id"]: one["text"] for one in listed}
    assert told["calf-hold"] == "Works calf and soleus, in plantar flexion."


def test_nothing_found(speed: Speed) -> None:
    assert speed("search", "qqqq") == (
        "",
        "speed: nothing holds 'qqqq'; looked through concepts, sessions, exercises, muscles, "
        "rules, claims, disputes, systems, figures, sources and series\n",
        3,
    )


def test_a_word_that_was_read_as_another_is_told(speed: Speed) -> None:
    run = speed("search", "tendonn", "-n", "1")
    assert run.out.splitlines()[2] == "Tendon · concept"
    assert (run.err, run.code) == ("speed: no text holds 'tendonn'; looked for 'tendon'\n", 0)


def test_what_was_typed_cannot_steer_the_terminal(speed: Speed) -> None:
    found, missed = speed("search", "\x1b tendon"), speed("search", "\x1bzzz")
    assert "\x1b" not in found.out + found.err + missed.err
    assert (found.code, missed.code) == (0, 3)


def test_into_a_file(speed: Speed, tmp_path: Path) -> None:
    file = tmp_path / "found.md"
    assert speed("search", "tendon", "-o", str(file)).code == 0
    assert file.read_text("utf-8").startswith("# tendon\n")


def test_own_data_on_top_of_ours(speed: Speed, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "sources:\n- {id: me, authors: Me M, title: Mine, kind: coaching, finding: Gnomes work.}\n"
    )
    run = speed("search", "gnomes", "--data", str(tmp_path))
    assert run.out.splitlines()[2:] == [
        "Me · source",
        "  Gnomes work.",
        "  speed explain me",
    ]


def test_no_tint_where_none_is_wanted(speed: Speed, monkeypatch: pytest.MonkeyPatch) -> None:
    tinted = speed("search", "tendon", "--color", "always").out
    assert "\x1b[1mTendon · concept\x1b[0m" in tinted
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in speed("search", "tendon").out


def reads(library: Library) -> Callable[[str], Any]:
    made = ready.entries(library)
    return lambda name: made[name]()


def test_every_command_leads_to_its_record() -> None:
    library = load.load(load.data_dir())
    reader, known = Reader(reads(library), {}, {}), called(library)
    for table in SEARCHED:
        for id in library.table(table):
            command = reader.result(Hit(table, id, 1)).command
            best, *_ = lookup.find(command.removeprefix("speed explain "), known)
            assert (best.table, best.id) == (table, id)
    for number, id in enumerate(library.series, 1):
        assert reader.result(Hit("series", id, 1)).command == f"speed learn {number}"


@pytest.mark.parametrize("number", range(1, 16))
def test_every_step_is_found_by_its_title_and_its_question(
    number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    step = list(kept.library().series.values())[number - 1]
    for typed, most in ((step.title, 2), (step.question, 9)):
        assert main(["search", typed, "--json", "--most", str(most)]) == 0
        found = json.loads(capsys.readouterr().out)
        assert f"speed learn {number}" in [one["command"] for one in found], typed


def test_figures_are_found_too(capsys: pytest.CaptureFixture[str]) -> None:
    figures = kept.library().figures.values()
    for figure in figures:
        assert main(["search", figure.title, "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert f"speed explain {figure.id}" in [one["command"] for one in found], figure.id


def test_every_record_has_a_sentence_to_show() -> None:
    library = load.load(load.data_dir())
    reader = Reader(reads(library), {}, {})
    for table in INDEXED:
        for id in library.table(table):
            assert len(reader.result(Hit(table, id, 1)).text) > len("No.")


def test_the_sentence_that_is_shown_holds_what_was_looked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["search", "elastic", "tendons", "lost", "26", "--json", "-n", "3"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in listed if "lost 26 % of top speed" in one["text"]]
