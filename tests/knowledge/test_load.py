"""From files in a folder to one library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.knowledge import place
from speedcli.knowledge.library import TABLES, Library
from speedcli.knowledge.load import Laid, Layer, check, data_dir, laid, load
from speedcli.knowledge.problems import DataError

WALL = "kit:\n- {id: wall, name: Wall}\n"


def test_tables_are_pooled_from_all_files_in_the_order_of_their_names(
    in_files: Callable[..., Path],
) -> None:
    directory = in_files(
        b="kit:\n- {id: band, name: Band}\n",
        a=WALL,
        c="avoidables:\n- {id: calf, name: Calf, what: region}\n",
    )
    library = load(directory)
    assert list(library.kit) == ["wall", "band"]
    assert list(library.avoidables) == ["calf"]
    assert str(library.kit["band"].where) == "b.yaml:2"


def test_a_second_folder_adds_to_the_first(tmp_path: Path, in_files: Callable[..., Path]) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "more.yml").write_text("kit:\n- {id: hill, name: Hill}\n", "utf-8")
    assert list(load(in_files(a=WALL), mine).kit) == ["wall", "hill"]


def test_hidden_and_other_files_are_left_alone(in_files: Callable[..., Path]) -> None:
    directory = in_files(a=WALL)
    (directory / ".a.yaml").write_text("{", "utf-8")
    (directory / "notes.txt").write_text("{", "utf-8")
    assert check(directory) == []


def test_a_doubled_id_is_told_with_both_lines(in_files: Callable[..., Path]) -> None:
    assert [str(problem) for problem in check(in_files(a=WALL, b=f"\n{WALL}"))] == [
        "b.yaml:3: 'wall' of 'kit' is given twice; the first is at a.yaml:2"
    ]


def test_the_same_id_may_stand_in_two_tables(in_files: Callable[..., Path]) -> None:
    assert check(in_files(a=WALL + "avoidables:\n- {id: wall, name: Walls, what: region}\n")) == []


def test_all_mistakes_of_all_files_are_told_at_once(in_files: Callable[..., Path]) -> None:
    directory = in_files(a="kit:\n- {id: wall}\n", b="kid: []\n", c=WALL + WALL)
    with pytest.raises(DataError) as refused:
        load(directory)
    assert str(refused.value).splitlines() == [
        "a.yaml:2: missing key 'name'",
        "b.yaml:1: unknown key 'kid'; did you mean 'kit'?",
        "c.yaml:3: key 'kit' is given twice; the first is on line 1",
    ]
    assert list(refused.value.problems) == check(directory)
    assert refused.value.exit_code == 4


def test_meaning_is_checked_once_the_form_is_right(in_files: Callable[..., Path]) -> None:
    kit = "kit:\n- {id: track, name: Track, provides: [ground]}\n"
    assert len(check(in_files(a=kit))) == 1
    assert [problem.where.file for problem in check(in_files(a=kit, b="x"))] == ["b.yaml"]


@pytest.mark.parametrize("name", ["", "gone"])
def test_a_folder_without_data_is_a_problem(tmp_path: Path, name: str) -> None:
    assert [str(problem) for problem in check(tmp_path / name)] == [
        f"{tmp_path / name}: holds no YAML files"
    ]


def test_planning_may_stand_in_one_file_only(in_files: Callable[..., Path]) -> None:
    shipped = (data_dir() / "planning.yaml").read_text("utf-8")
    said = [str(problem) for problem in check(in_files(a=shipped, b=WALL, c=shipped))]
    line = next(n for n, text in enumerate(shipped.splitlines(), 1) if text == "planning:") + 1
    twice = "'planning' is given twice; the first is at"
    assert f"c.yaml:{line}: {twice} a.yaml:{line}" in said
    on_top = map(str, check(data_dir(), in_files(c=shipped)))
    hint = "; change single fields of it under 'patches', by the id 'planning'"
    assert f"c.yaml:{line}: {twice} planning.yaml:{line}{hint}" in on_top


def test_the_planning_of_the_shipped_data_is_at_hand() -> None:
    assert load(data_dir()).planning.load_classes


def test_a_library_without_planning_says_so_when_it_is_needed(library: Library) -> None:
    with pytest.raises(DataError, match="no file holds 'planning'"):
        _ = library.planning


def test_the_data_of_a_checkout_lie_beside_the_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "src" / "speedcli"
    monkeypatch.setattr(place, "PACKAGE", str(package))
    assert data_dir() == tmp_path / "data"
    packaged = package / "data"
    packaged.mkdir(parents=True)
    assert data_dir() == packaged


def test_every_table_of_a_library_may_stand_in_a_file(library: Library) -> None:
    assert all(len(library.table(table)) for table in TABLES)


def test_links_lead_back_from_a_concept_to_what_names_it(library: Library) -> None:
    assert [one.id for one in library.sessions_for("isometric")] == ["iso-max-push"]
    assert [one.id for one in library.exercises_for("isometric")] == [
        "wall-push",
        "iso-mid-thigh-pull",
    ]
    assert library.sessions_for("fast-vs-slow-twitch") == ()


def test_concepts_are_related_both_ways_those_named_first(library: Library) -> None:
    assert [one.id for one in library.related_to("isometric")] == [
        "fast-vs-slow-twitch",
        "rate-of-force-development",
    ]


@pytest.fixture
def over(tmp_path: Path) -> Callable[..., Laid]:
    """A wall, and over it a coach's files by name; those with a mistake are left out."""

    def lay(**texts: str) -> Laid:
        ours, mine = tmp_path / "ours", tmp_path / "mine"
        for folder in (ours, mine):
            folder.mkdir()
        (ours / "kit.yaml").write_text(WALL, "utf-8")
        for name, text in texts.items():
            (mine / f"{name}.yaml").write_text(text, "utf-8")
        return laid([Layer(ours), Layer(mine, own=True, forgiving=True)])

    return lay


def left_out(found: Laid) -> list[str]:
    return [
        f"{Path(one.where.file).name}:{one.where.line}: {one.message}" for one in found.left_out
    ]


def test_own_records_lie_over_ours_and_are_listed(over: Callable[..., Laid]) -> None:
    found = over(hill="kit:\n- {id: hill, name: Hill}\n")
    assert list(found.library.kit) == ["wall", "hill"]
    assert [(one.table, one.id) for one in found.own] == [("kit", "hill")]
    assert left_out(found) == []


def test_a_file_that_cannot_be_read_is_left_out_and_the_rest_goes_on(
    over: Callable[..., Laid],
) -> None:
    found = over(bad="kit:\n- {id: hill}\n", good="kit:\n- {id: sled, name: Sled}\n")
    assert list(found.library.kit) == ["wall", "sled"]
    assert left_out(found) == ["bad.yaml:2: missing key 'name'"]


def test_a_file_whose_meaning_is_wrong_is_left_out_with_what_rests_on_it(
    over: Callable[..., Laid],
) -> None:
    found = over(
        a="kit:\n- {id: track, name: Track, provides: [ground]}\n",
        b="kit:\n- {id: hall, name: Hall, provides: [track]}\n",
    )
    assert list(found.library.kit) == ["wall"]
    assert left_out(found) == [
        "a.yaml:2: 'provides' names 'ground', which is no kit",
        "b.yaml:2: 'provides' names 'track', which is no kit",
    ]


def test_a_folder_without_files_is_told_and_nothing_else(over: Callable[..., Laid]) -> None:
    assert left_out(over()) == ["mine:0: holds no YAML files"]
