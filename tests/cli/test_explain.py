from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.planning import Shipped, shipped

Speed = Callable[..., Run]
Golden = Callable[[str, str], None]


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_a_concept(
    columns: str, speed: Speed, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    run = speed("explain", "isometric", "contraction")
    assert (run.err, run.code) == ("", 0)
    golden(f"views/concept-{columns}.txt", run.out)


def test_without_words_it_is_the_map(speed: Speed, golden: Golden) -> None:
    golden("views/map.txt", speed("explain").out)
    listed = json.loads(speed("explain", "--json").out)
    assert [one["id"] for one in listed] == ["isometric", "tendon"]


@pytest.mark.parametrize("typed", ["r07", "R7", "Full rest between fast runs"])
def test_a_rule_by_any_spelling(typed: str, speed: Speed) -> None:
    assert speed("explain", typed).out.startswith("R07 Full rest between fast runs")


def test_the_rule_for_coming_back_has_the_stages_after_a_strain(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    speed = Shipped(capsys, monkeypatch)
    planning = shipped().planning
    said = " ".join(speed("explain", planning.return_rule).out.split())
    assert planning.return_note in said
    for one in planning.return_to_sprint:
        assert f"Stage {one.stage} {one.content} Up to {one.speed} % of best speed." in said
    assert "After a hamstring strain" not in speed("explain", "R01").out


def test_json_resolves_links(speed: Speed) -> None:
    data = json.loads(speed("explain", "isometric", "--json").out)
    assert list(data)[:3] == ["kind", "id", "title"]
    assert data["claims"][0]["sources"][0]["doi"] == "10.1055/a-0863-4539"
    assert data["related"] == [{"id": "tendon", "title": "Tendon"}]
    minutes = {"low": 20, "high": 35, "unit": "min"}
    trained = {"id": "iso-push-day", "title": "Maximal pushes", "minutes": minutes}
    assert data["train_with"] == [trained]
    assert data["also"] == []


def test_markdown_and_brief(speed: Speed, golden: Golden) -> None:
    golden("views/concept.md", speed("explain", "isometric", "-f", "md").out)
    assert speed("explain", "tendon", "--brief").out.splitlines()[2:] == [
        "The cord that ties muscle to bone, and springs back.",
        "",
        "Tendons stretch under load. Hard loading over weeks makes them stiffer.",
    ]


def test_an_exercise_without_cues_in_brief(speed: Speed) -> None:
    assert speed("explain", "calf-hold", "--brief").out.splitlines()[0].startswith("Calf hold")


def test_other_records_that_fit_are_named_in_the_last_line(speed: Speed) -> None:
    run = speed("explain", "push")
    assert run.out.startswith("Maximal pushes")
    assert run.out.splitlines()[-1] == "Also  wall-push"
    also = json.loads(speed("explain", "push", "--json").out)["also"]
    assert also == [{"kind": "exercise", "id": "wall-push", "title": "Wall push"}]


def test_the_figures_are_listed(speed: Speed, golden: Golden) -> None:
    golden("views/figures.txt", speed("explain", "figures").out)
    assert speed("explain", "Figure").out == speed("explain", "figures").out
    listed = json.loads(speed("explain", "figures", "--json").out)
    assert [one["id"] for one in listed] == ["stretch-and-pull", "shares"]
    assert listed[1]["basis"] == "schematic"


def test_a_figure_alone_on_the_screen_and_as_data(speed: Speed, golden: Golden) -> None:
    golden("views/figure-80.txt", speed("explain", "pull", "curve").out)
    data = json.loads(speed("explain", "stretch-and-pull", "--json").out)
    assert data["drawing"]["lines"][0]["points"] == [[0, 0], [2, 500], [4, 1000]]
    assert data["rules"] == [{"id": "R07", "title": "Full rest between fast runs"}]


def test_a_figure_as_a_picture(speed: Speed, golden: Golden, tmp_path: Path) -> None:
    file = tmp_path / "shares.svg"
    assert speed("explain", "shares", "-o", str(file)).code == 0
    golden("views/shares.svg", file.read_text("utf-8"))
    assert speed("explain", "shares", "-f", "svg").out == file.read_text("utf-8")


def test_a_page_with_one_figure_is_that_picture(speed: Speed) -> None:
    picture = speed("explain", "stretch-and-pull", "-f", "svg").out
    assert picture.startswith("<svg ")
    assert speed("explain", "R07", "-f", "svg").out == picture


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (
            "isometric",
            "no figure on the page of 'isometric'; speed explain figures lists them all",
        ),
        (
            "tendon",
            "2 figures on the page of 'tendon'; ask for one: Stretch and pull; Shares of two kinds",
        ),
    ],
)
def test_a_page_without_figures_or_with_several_is_no_picture(
    speed: Speed, typed: str, message: str
) -> None:
    run = speed("explain", typed, "-f", "svg")
    assert (run.out, run.code) == ("", 2)
    assert run.err == f"speed: {message}\n"


def test_nothing_by_that_name(speed: Speed) -> None:
    run = speed("explain", "isometrik")
    assert (run.out, run.code) == ("", 3)
    assert run.err.startswith("speed: nothing is called 'isometrik'; looked through concepts")
    assert "'isometric'" in run.err


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [("why push at all", True), ("why pusch at al", True), ("qqqq", False)],
)
def test_a_step_of_that_name_is_suggested(typed: str, suggested: bool, speed: Speed) -> None:
    run = speed("explain", *typed.split())
    assert (run.out, run.code) == ("", 3)
    assert ("; speed learn 1 is 'Why push at all'; speed search" in run.err) is suggested


def test_what_was_typed_cannot_steer_the_terminal(speed: Speed) -> None:
    run = speed("explain", "\x1b[2Jzzz")
    assert run.code == 3
    assert "\x1b" not in run.err


def test_own_data_on_top_of_ours(speed: Speed, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "kit:\n- {id: rope, name: rope}\n"
        "sources:\n- {id: me, authors: Me M, title: Mine, kind: coaching, finding: It works.}\n"
    )
    assert speed("explain", "me", "--data", str(tmp_path)).out.startswith("Me ")


def test_every_mistake_of_own_data_is_a_line(speed: Speed, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("kit:\n- {id: rope}\n- {id: box}\n")
    run = speed("explain", "isometric", "--data", str(tmp_path))
    assert (run.out, run.code) == ("", 4)
    file = tmp_path / "mine.yaml"
    assert run.err.splitlines() == [
        f"speed: {file}:2: missing key 'name'",
        f"speed: {file}:3: missing key 'name'",
    ]


@pytest.mark.parametrize("columns", ["60", "80"])
def test_claims_and_disputes_are_listed(
    columns: str, speed: Speed, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for typed in ("claims", "Claim"):
        golden(f"views/claims-{columns}.txt", speed("explain", typed).out)
    assert speed("explain", "disputes").out.startswith("Where the literature disagrees")


def test_lists_as_json(speed: Speed) -> None:
    claims = json.loads(speed("explain", "claims", "--json").out)
    assert claims[0] == {"id": "C01", "title": "Holds make you faster", "verdict": "partly"}
    (dispute,) = json.loads(speed("explain", "disputes", "--json").out)
    assert dispute["question"] == "Should you push or hold?"


def test_a_claim_in_either_case(speed: Speed) -> None:
    for typed in ("C01", "c01", "holds and speed"):
        assert speed("explain", typed).out.startswith("C01 Holds make you faster")


def test_the_words_of_claims_do_not_crowd_other_pages(speed: Speed) -> None:
    assert "C01" not in speed("explain", "make").err
    assert json.loads(speed("explain", "hold", "--json").out)["also"] == [
        {"kind": "exercise", "id": "calf-hold", "title": "Calf hold"}
    ]


def test_a_concept_names_the_claims_about_it(speed: Speed) -> None:
    data = json.loads(speed("explain", "isometric", "--json").out)
    assert [one["id"] for one in data["system_claims"]] == ["C01", "C02"]
    assert [one["id"] for one in data["disputes"]] == ["D01"]
