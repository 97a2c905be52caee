from __future__ import annotations

import json
from datetime import date

import pytest

from speedcli.knowledge.records import Level
from speedcli.views import document
from tests.cli.planning import Shipped, shipped


@pytest.fixture
def speed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shipped:
    return Shipped(capsys, monkeypatch)


@pytest.mark.parametrize("kind", ["isometric", "band", "sprint"])
@pytest.mark.parametrize("columns", ["60", "80"])
def test_a_kind(kind: str, columns: str, speed: Shipped, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    run = speed("session", kind, "--start", "2027-01-04")
    assert run.code == 0
    assert max(map(len, run.out.splitlines())) <= int(columns)
    for title in ("Check first", "When to leave it out", "When to stop", "How to do it", "Why"):
        assert f"\n{title}\n" in run.out
    assert "Date   Monday 4 January 2027" in run.out


def test_it_is_for_today(speed: Shipped) -> None:
    before = date.today()
    plan = document.read(speed("session", "band", "--json").out, "session.json")
    assert plan.weeks[0].sessions[0].date in (before, date.today())


def test_what_was_assumed_is_one_line(speed: Shipped) -> None:
    run = speed("session", "isometric")
    assert run.err.startswith("speed: assumed beginner, ")
    assert run.err.endswith("; see speed session --help\n")
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("words", [["iso-max-push"], ["maximal", "pushes"], ["Maximal Pushes"]])
def test_a_template_by_any_spelling(words: list[str], speed: Shipped) -> None:
    assert speed("session", *words).out.startswith("Maximal pushes")


def test_a_published_protocol_stands_beside_the_evidence(speed: Shipped) -> None:
    shown = speed("session", "aq-band-isometric", "--kit", "bands,anchor").out
    assert "As published by Athletic Quickness." in shown
    assert "No controlled trial" in shown


@pytest.mark.parametrize("level", ["intermediate", "advanced"])
def test_what_a_session_says_to_a_level_stands_on_it(level: Level, speed: Shipped) -> None:
    note = shipped().sessions["sprint-float-sprint"].levels[level].note
    assert note
    assert note in " ".join(speed("session", "sprint-float-sprint", "--level", level).out.split())


def test_a_message_names_every_check_on_a_band(speed: Shipped) -> None:
    template = shipped().sessions["band-hip-extension"]
    message = speed("session", "iso-start-push", "-f", "chat").out
    assert template.title in message
    for check in (*template.safety, *(kit.text for kit in template.kit_safety)):
        assert check in message


def test_without_a_kind_all_are_listed(speed: Shipped) -> None:
    run = speed("session")
    assert run.code == 0
    assert "speed session isometric" in run.out
    for template in shipped().sessions.values():
        assert template.id in run.out
    listed = json.loads(speed("session", "--json").out)
    assert [one["id"] for one in listed] == list(shipped().sessions)


def test_an_unknown_kind(speed: Shipped) -> None:
    run = speed("session", "sprnt")
    assert (run.out, run.code) == ("", 3)
    assert run.err.startswith("speed: no session is called 'sprnt'; looked through isometric, ")
    assert run.err.endswith("templates; nearest: 'sprint'\n")
    assert run.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("sprint --minutes 5", 2),
        ("sprint --level wizard", 2),
        ("aq-band-isometric --kit bands", 5),
        ("sprint-special-endurance --level beginner", 5),
    ],
)
def test_requests_that_cannot_be_met_are_one_line(
    arguments: str, code: int, speed: Shipped
) -> None:
    run = speed("session", *arguments.split())
    assert (run.out, run.code) == ("", code)
    assert run.err.count("\n") == 1
