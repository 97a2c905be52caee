from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from speedcli.cli import planned
from tests.cli.planning import Shipped


@pytest.fixture
def speed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shipped:
    monkeypatch.setattr(planned, "this_day", lambda: date(2027, 1, 8))
    return Shipped(capsys, monkeypatch)


@pytest.fixture
def plan(speed: Shipped, tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    run = speed("plan", "--weeks", "2", "--start", "2027-01-04", "-o", str(path))
    assert run.code == 0
    return path


def test_a_plan_prints_as_it_was_shown_when_it_was_made(speed: Shipped, plan: Path) -> None:
    made = speed("plan", "--weeks", "2", "--start", "2027-01-04").out
    assert speed("print", str(plan)).out == made


def test_a_plan_edited_by_hand_prints_as_edited(speed: Shipped, plan: Path) -> None:
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("Stiff ankles", "Quick ankles"), "utf-8")
    shown = speed("print", str(plan), "w1").out
    assert "Quick ankles" in shown
    assert "Stiff ankles" not in shown


def test_one_session_is_shown_with_how_it_is_done(speed: Shipped, plan: Path) -> None:
    shown = speed("print", str(plan), "w2d1").out
    assert "week 2 of 2" in shown
    assert "How to do it" in shown
    assert ", as on " not in shown  # nothing is said by reference


def test_today_is_the_session_of_today(speed: Shipped, plan: Path) -> None:
    assert "Friday 8 January 2027" in speed("print", str(plan), "today").out


def test_a_part_of_a_plan_is_a_document_with_its_own_totals(speed: Shipped, plan: Path) -> None:
    part = json.loads(speed("print", str(plan), "w1d1", "--json").out)
    (week,) = part["weeks"]
    assert week["totals"]["minutes"] == week["sessions"][0]["minutes"]


def test_names_are_filled_in(speed: Shipped, plan: Path) -> None:
    named = ("--athlete", "Łukasz", "--coach", "José", "--club", "#1", "--place", "Hall")
    part = yaml.safe_load(speed("print", str(plan), *named, "-f", "yaml").out)
    assert [part[key] for key in ("athlete", "coach", "club", "place")] == [*named[1::2]]


def test_the_forms_are_listed_with_their_files(speed: Shipped) -> None:
    listed = {form["name"]: form for form in json.loads(speed("print", "--formats", "--json").out)}
    assert listed["md"]["suffixes"] == ".md, .markdown"
    assert all(form["purpose"] for form in listed.values())


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((), 2, "speed: name a plan file: speed print plan.yaml; speed plan -o makes one\n"),
        (("none.yaml",), 4, "speed: none.yaml: cannot be read: No such file or directory\n"),
        (("PLAN", "w3"), 3, "speed: no week 'w3' in the plan; it has w1, w2\n"),
        (("PLAN", "-o", "PLAN"), 2, "speed: 'PLAN' exists; add --force to replace it\n"),
    ],
)
def test_what_cannot_be_printed(
    speed: Shipped, plan: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    run = speed("print", *(str(plan) if each == "PLAN" else each for each in arguments))
    assert (run.code, run.err) == (code, message.replace("PLAN", str(plan)))


def test_a_mistyped_file_is_told_with_the_one_beside_it(
    speed: Shipped, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)
    for typed in (plan.stem, f"x{plan.name}"):
        run = speed("print", typed)
        said = f"cannot be read: No such file or directory; did you mean {plan.name!r}?"
        assert (run.err, run.code) == (f"speed: {typed}: {said}\n", 4)


def test_a_suffix_makes_the_page(speed: Shipped, plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "w2d1.html"
    run = speed("print", str(plan), "w2d1", "--athlete", "Łukasz", "-o", str(path))
    assert (run.out, run.err) == ("", f"speed: wrote {path} (1 session)\n")
    page = path.read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>\n")
    assert page.count("<article ") == 1
    assert "<title>2 weeks of general speed · Łukasz</title>" in page


def test_a_plan_can_be_made_as_a_page_at_once(speed: Shipped) -> None:
    run = speed("plan", "--weeks", "2", "--start", "2027-01-04", "--why", "-f", "html")
    assert run.out.count("<article ") == 6
    assert "<details open class=why>" in run.out
