"""`speed check --fix`: sums put right in place, and every other byte left as it was."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
import yaml

from speedcli.views import document
from tests.cli.edited import STARTS, edit, edit_first_start, findings, made, write
from tests.cli.planning import Shipped, shipped


@pytest.fixture
def speed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Shipped:
    monkeypatch.chdir(tmp_path)
    return Shipped(capsys, monkeypatch)


@pytest.fixture
def plan() -> str:
    return made(6)


def test_fix_changes_the_sums_and_nothing_else(speed: Shipped, plan: str) -> None:
    noted = plan.replace("    minutes: ", "    minutes:    ").replace("\n", "  # mine\n", 8)
    edited = edit_first_start(noted, "rest_s", "30    # short")
    run = speed("check", "--fix", "plan.yaml")
    assert run.err == "speed: plan.yaml: 3 numbers and the fingerprint put right\n"
    assert run.code == 1  # the rest is still short
    fixed = Path("plan.yaml").read_text("utf-8")
    changed = [
        (old, new)
        for old, new in zip(edited.splitlines(), fixed.splitlines(), strict=True)
        if old != new
    ]
    assert len(changed) == 4
    for old, new in changed:
        where = re.compile(r"[0-9a-f\"]+")
        assert where.sub("", old) == where.sub("", new)
    assert {row["rule"] for row in findings(speed, "plan.yaml")} == {"R07"}


def test_fix_is_idempotent(speed: Shipped, plan: str) -> None:
    edit_first_start(plan, "reps", 3)
    speed("check", "--fix", "plan.yaml")
    once = Path("plan.yaml").read_bytes()
    run = speed("check", "--fix", "plan.yaml")
    assert run.err == "speed: plan.yaml: nothing had to be put right\n"
    assert Path("plan.yaml").read_bytes() == once


def test_a_fixed_plan_reads_as_before(speed: Shipped, plan: str) -> None:
    edit_first_start(plan, "reps", 3)
    right = document.read(Path("plan.yaml").read_bytes(), "plan.yaml", shipped())
    speed("check", "--fix", "plan.yaml")
    assert document.read(Path("plan.yaml").read_bytes(), "plan.yaml") == right
    assert yaml.safe_load(Path("plan.yaml").read_text("utf-8"))["fingerprint"] == right.fingerprint


@pytest.mark.parametrize("indent", [None, 1, 2])
def test_fix_of_json(speed: Shipped, plan: str, indent: int | None) -> None:
    data = json.loads(document.as_json(document.read(plan, "plan.yaml")))
    data["weeks"][0]["totals"]["sprint_m"] += 1
    data["weeks"][5]["sessions"][2]["blocks"][1]["minutes"] = "99"
    data["title"] = "Ünïcödé 🏃"
    write(json.dumps(data, indent=indent, ensure_ascii=False), "plan.json")
    assert "2 numbers put right" in speed("check", "--fix", "plan.json").err
    fixed = json.loads(Path("plan.json").read_text("utf-8"))
    assert fixed["title"] == data["title"]
    block = fixed["weeks"][5]["sessions"][2]["blocks"][1]
    assert isinstance(block["minutes"], str)  # quotes stay as they were
    assert findings(speed, "plan.json") == []


def test_marks_and_line_ends_of_other_systems_stay(speed: Shipped) -> None:
    text = "\ufeff" + STARTS.read_text("utf-8").replace("\n", "\r\n").replace("Ada", "Zoë 🏃")
    write(text.replace("minutes: 8, max_effort_m: 60", "minutes: 7, max_effort_m: 6000"))
    assert "4 numbers put right" in speed("check", "--fix", "plan.yaml").err
    assert Path("plan.yaml").read_bytes().decode() == text


def test_a_number_that_an_alias_repeats(speed: Shipped) -> None:
    """Both blocks take the same minutes until one of them is changed."""
    text = STARTS.read_text("utf-8").replace(
        "    minutes: 8\n    kit", "    minutes: &m 8\n    kit", 1
    )
    parts = text.rsplit("    minutes: 8\n    kit", 1)
    shared = "    minutes: *m\n    kit".join(parts)
    write(shared.replace("rest_s: 180", "rest_s: 600"))
    assert speed("check", "--fix", "plan.yaml").code == 1
    assert "minutes: &m 22\n" in Path("plan.yaml").read_text("utf-8")
    wrong = write(shared.replace("rest_s: 180", "rest_s: 600", 1))
    run = speed("check", "--fix", "plan.yaml")
    assert "an alias repeats this value, which wants 22 and 8; write both out" in run.out
    assert run.code == 4
    assert Path("plan.yaml").read_text("utf-8") == wrong


def test_a_file_that_is_not_valid_is_left_alone(speed: Shipped) -> None:
    wrong = edit(STARTS.read_text("utf-8"), "minutes: 8", "minutes: 9, 3")
    assert speed("check", "--fix", "plan.yaml").code == 4
    assert Path("plan.yaml").read_text("utf-8") == wrong


def test_who_may_read_a_file_stays(speed: Shipped) -> None:
    edit(STARTS.read_text("utf-8"), "    minutes: 8", "    minutes: 80")
    Path("plan.yaml").chmod(0o640)
    speed("check", "--fix", "plan.yaml")
    assert Path("plan.yaml").stat().st_mode & 0o777 == 0o640
    assert os.listdir() == ["plan.yaml"]


def test_fix_is_for_plans(speed: Shipped) -> None:
    write("kit: []\n", "data.yaml")
    run = speed("check", "--fix", "data.yaml")
    assert (run.err, run.code) == ("speed: --fix is for plans; 'data.yaml' is none\n", 2)
    assert speed("check", "--fix", "gone.yaml").code == 4
