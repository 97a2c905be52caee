"""`speed check` over plans: files that cannot be, plans edited by hand, what is accepted."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from speedcli.views import document
from tests.cli.edited import PLANS, STARTS, edit, edit_first_start, findings, line_of, made, write
from tests.cli.planning import Shipped, shipped

BAD = sorted((PLANS / "bad").glob("*.yaml"))

KEYS = ["rule", "strength", "where", "line", "found", "wants", "why", "sources"]


@pytest.fixture
def speed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Shipped:
    monkeypatch.chdir(tmp_path)
    return Shipped(capsys, monkeypatch)


@pytest.fixture
def plan() -> str:
    return made(6)


# Files that are no plans.


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.stem)
def test_a_bad_plan_gets_exactly_these_messages(
    case: Path, speed: Shipped, same_as_file: Callable[[Path, str], None]
) -> None:
    os.chdir(case.parent)
    run = speed("check", case.name)
    assert (run.err, run.code) == ("", 4)
    same_as_file(case.with_suffix(".txt"), run.out)


def test_no_messages_are_left_over_from_a_case_that_is_gone() -> None:
    messages = (PLANS / "bad").glob("*.txt")
    assert {case.stem for case in BAD} == {message.stem for message in messages}


def test_mistakes_as_json(speed: Shipped) -> None:
    file = PLANS / "bad" / "no-block-minutes.yaml"
    run = speed("check", "--json", str(file))
    row = {"file": str(file), "line": 31, "message": "missing key 'minutes'; 8 belongs there"}
    assert (json.loads(run.out), run.code) == ([row], 4)


def test_a_file_without_a_format_is_still_a_plan(speed: Shipped, plan: str) -> None:
    edit(plan, "format: speed-plan/1\n", "")
    assert speed("check", "plan.yaml").code == 0


# Plans that are well, or not.


def test_a_generated_plan_is_well(speed: Shipped, plan: str) -> None:
    write(plan)
    rules = len(shipped().rules)
    said = f"plan.yaml: all well (6 weeks, 18 sessions, {rules} rules)\n"
    assert speed("check", "plan.yaml") == (said, "", 0)
    assert findings(speed, "plan.yaml") == []


def test_json_plans_are_checked_alike(speed: Shipped, plan: str) -> None:
    write(document.as_json(document.read(plan, "plan.yaml")), "plan.json")
    assert speed("check", "plan.json").code == 0


def test_one_edited_rest_has_exactly_its_consequences(speed: Shipped, plan: str) -> None:
    edited = edit_first_start(plan, "rest_s", 30)
    found = findings(speed, "plan.yaml")
    assert [list(row) for row in found] == [KEYS] * len(found)
    assert {row["rule"] for row in found} == {"totals", "R07"}
    start = next(row for row in found if row["rule"] == "R07")
    assert start["where"] == "w1d1 Falling start"
    assert start["found"] == "rests 30 s"
    assert start["line"] == line_of(edited, "- exercise: falling-start")
    assert start["sources"]
    places = [(row["where"], row["line"]) for row in found if row["rule"] == "totals"]
    assert places == [
        ("w1", line_of(edited, "  totals:")),
        ("w1d1", line_of(edited, "    minutes:", "id: w1d1")),
        ("w1d1 Acceleration sprints", line_of(edited, "      minutes:", "sprint-acceleration")),
    ]


def test_findings_in_words(speed: Shipped, plan: str) -> None:
    edited = edit_first_start(plan, "rest_s", 30)
    run = speed("check", "plan.yaml")
    assert run.code == 1
    assert run.err == "speed: totals are put right by: speed check --fix plan.yaml\n"
    *others, start = run.out.splitlines()
    line = line_of(edited, "- exercise: falling-start")
    assert start.startswith(f"plan.yaml:{line}: w1d1 Falling start rests 30 s; wants ")
    assert start.endswith(")")
    assert "(R07: " in start
    assert all(
        each.endswith("(totals: minutes and totals follow from the items)") for each in others
    )


def test_a_session_may_move_within_its_week_only(speed: Shipped, plan: str) -> None:
    edit(plan, "date: 2027-01-08", "date: 2027-01-09")  # no day that was asked for
    assert "dates" not in {row["rule"] for row in findings(speed, "plan.yaml")}
    edit(plan, "date: 2027-01-08", "date: 2027-01-11")
    moved = next(row for row in findings(speed, "plan.yaml") if row["rule"] == "dates")
    assert moved["where"] == "w1d3"
    assert moved["found"] == "is on 2027-01-11, outside week 1"
    assert moved["wants"] == "2027-01-04 to 2027-01-10"


def test_kit_that_the_request_does_not_have(speed: Shipped, plan: str) -> None:
    # Flat ground is provided by a track; nothing provides a sled.
    edited = plan.replace("kit: [flat-ground, wall, bands]", "kit: [track, wall, bands]", 1)
    edit(edited, "    kit: [flat-ground, wall, bands]", "    kit: [flat-ground, sled]")
    found = [row for row in findings(speed, "plan.yaml") if row["rule"] == "kit"]
    assert [(row["where"], row["found"]) for row in found] == [("w1d1", "needs sled")]
    assert found[0]["wants"] == "only track, wall, bands"


def test_exercises_and_templates_of_ones_own(speed: Shipped) -> None:
    assert speed("check", str(STARTS)).code == 1
    for own in ("falling-start-2", "stair-sprint", "sled-march", "a-leap"):
        write(STARTS.read_text("utf-8").replace("partner-chase", own))
        assert speed("check", "plan.yaml").code == 1


# What the author accepts.


def accepting(text: str, *entries: str) -> str:
    return edit(text, "weeks:\n- number", f"accepted:\n{''.join(entries)}weeks:\n- number")


@pytest.mark.parametrize("where", ["w1", "w1d1", "w1d1 Falling start"])
@pytest.mark.parametrize("rule", ["R07", "r07"])
def test_accepted_findings_do_not_count(speed: Shipped, plan: str, rule: str, where: str) -> None:
    edited = edit_first_start(plan, "rest_s", 30)
    accepting(edited, f"- {{rule: {rule}, where: {where}, because: Short on purpose.}}\n")
    run = speed("check", "--fix", "plan.yaml")
    first, empty, head, accepted = run.out.splitlines()
    assert first.startswith("plan.yaml: all well, 1 finding accepted (6 weeks, ")
    assert (empty, head) == ("", "Accepted:")
    assert "w1d1 Falling start rests 30 s; wants " in accepted
    assert accepted.endswith("(R07; accepted: Short on purpose.)")
    assert run.code == 0
    assert findings(speed, "plan.yaml") == []


@pytest.mark.parametrize("where", ["w2", "w1d2", "w1d", "w", "w1d1 Falling"])
def test_other_places_are_not_covered(speed: Shipped, plan: str, where: str) -> None:
    edited = edit_first_start(plan, "rest_s", 30)
    accepting(edited, f"- {{rule: R07, where: {where}, because: Elsewhere.}}\n")
    assert "R07" in {row["rule"] for row in findings(speed, "plan.yaml")}


def test_week_1_is_not_week_10(speed: Shipped) -> None:
    text = made(10)
    head, tail = text[: text.index("- number: 10")], text[text.index("- number: 10") :]
    accepting(
        head + re.sub("rest_s: [0-9]+", "rest_s: 1", tail), "- {rule: R07, where: w1, because: x}\n"
    )
    assert "R07" in {row["rule"] for row in findings(speed, "plan.yaml")}


# Several paths.


def test_several_files(speed: Shipped, plan: str) -> None:
    write(plan, "well.yaml")
    edit_first_start(plan, "rest_s", 30)
    run = speed("check", "well.yaml", "plan.yaml", str(PLANS / "bad" / "misspelt-kit.yaml"))
    assert run.code == 4
    first, *middle, last = run.out.splitlines()
    assert first.startswith("well.yaml: all well (")
    assert all(line.startswith("plan.yaml:") for line in middle)
    assert "'kit' names 'trak'" in last
    rows = findings(speed, "well.yaml", "plan.yaml")
    assert {row["file"] for row in rows} == {"plan.yaml"}
    assert list(rows[0]) == ["file", *KEYS]


# The schema.


def test_the_schema_that_a_plan_names(speed: Shipped, plan: str) -> None:
    write(plan)
    name = plan.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    assert f"speed check --schema plan -o {name}" in plan.splitlines()[2]
    assert speed("check", "--schema", "plan", "-o", name).code == 0
    assert "accepted" in json.loads(Path(name).read_text("utf-8"))["properties"]


def test_a_schema_that_there_is_not(speed: Shipped) -> None:
    run = speed("check", "--schema", "plans")
    assert (run.err, run.code) == (
        "speed: no schema is called 'plans'; did you mean 'plan'?\n",
        2,
    )
    assert "there are plan, data, sources, " in speed("check", "--schema", "xyz").err
