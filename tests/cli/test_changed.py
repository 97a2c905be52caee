"""What a patch changed of ours says so wherever it is shown, and is found as before."""

from __future__ import annotations

from pathlib import Path

import pytest

from speedcli.cli import kept
from speedcli.cli.main import main
from speedcli.knowledge.library import TABLES

PATCHES = """
patches:
- {id: wall-push-start, cues: [Long as a plank]}
- {id: iso-max-push, surface: tiles}
- {id: R07, statement: Rest between fast runs.}
- {id: isometric, answer: Pushing what will not move.}
- {id: hard-training, table: series, check: Why?}
- {id: C01, claim: Something.}
- {id: D01, question: Which?}
- {id: weyand2000, finding: Force counts.}
"""
PUSHES = "session iso-max-push --level intermediate --kit wall"


@pytest.fixture(autouse=True)
def changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.yaml").write_text(PATCHES)
    monkeypatch.setenv("SPEED_DATA", str(tmp_path))


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("explain wall-push-start --brief", "Wall push, start position (changed) "),
        ("explain", "Pushing what will not move. (changed)"),
        ("explain isometric", "Isometric contraction (changed) "),
        ("explain isometric", "Maximal pushes (changed), "),
        ("explain claims", " (changed)"),
        ("explain disputes", " (changed): Which?"),
        ("search long as a plank", "Wall push, start position (changed) · exercise"),
        ("check --rules", "Full rest between fast runs (changed)"),
        ("session", "Maximal pushes (changed)"),
        ("learn", "1 Why training hard does not make you faster (changed)"),
        ("learn 1", "1 Why training hard does not make you faster (changed) "),
        (PUSHES, "Maximal pushes (changed) · "),
        (PUSHES, "How to do it\n  Wall push, start position (changed)\n"),
        (PUSHES, "- Wall push, start position (changed): mine.yaml changes cues."),
        (f"{PUSHES} -f chat", "Wall push, start position (changed)"),
        (f"{PUSHES} -f csv", '"Wall push, start position (changed)"'),
        (f"{PUSHES} -f html", "Wall push, start position (changed)"),
        (f"{PUSHES} --why", "Pushing what will not move. (changed)"),
    ],
)
def test_it_is_marked(line: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 0
    assert shown in capsys.readouterr().out


PLANNING = "- {id: planning, levels: {beginner: {start: 0.2}}, limits: {minutes: 15-120}}\n"
NOTE = "- planning: mine.yaml changes limits.minutes, levels.beginner.start."


@pytest.mark.parametrize("line", ["plan --weeks 1", "session isometric"])
def test_every_plan_notes_what_was_changed_in_the_planning(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "mine.yaml").open("a") as file:
        file.write(PLANNING)
    assert main(line.split()) == 0
    assert NOTE in " ".join(capsys.readouterr().out.split())
    assert main(["paths"]) == 0
    assert "planning levels.beginner.start" in capsys.readouterr().out


def test_a_title_for_programs_and_names_to_look_up_stay_as_they_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "wall push, start position", "--json"]) == 0
    assert "(changed)" not in capsys.readouterr().out
    assert main(["explain", "changed"]) == 3
    assert main(["session", "changed"]) == 3


def test_nothing_else_is_marked_and_all_stay_in_their_order() -> None:
    library = kept.library()
    for table in TABLES:
        ours, shown = library.table(table), library.shown.table(table)
        assert list(shown) == list(ours)
        others = [id for id in ours if f"{table}/{id}" not in library.patches]
        assert [shown[id] for id in others] == [ours[id] for id in others]


def test_without_patches_nothing_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SPEED_DATA")
    library = kept.library()
    assert library.shown is library
