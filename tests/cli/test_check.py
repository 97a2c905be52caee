from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Run

Speed = Callable[..., Run]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "mine.yaml"
    file.write_text("kit:\n- {id: rope}\n- {id: box, name: box, size: 3}\n")
    return file


def test_a_whole_knowledge_base_that_is_well(speed: Speed) -> None:
    assert speed("check", str(SMALL)) == (f"{SMALL}: all well\n", "", 0)


def test_a_file_of_one(speed: Speed) -> None:
    file = SMALL / "everything.yaml"
    assert speed("check", str(file)) == (f"{file}: all well\n", "", 0)


def test_a_folder_on_top_of_ours(speed: Speed, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "concepts:\n- {id: mine, title: Mine, category: muscle, answer: A., summary: S., how: H.,"
        " why: W., myths: [], claims: [], related: [tendon]}\n"
    )
    assert speed("check", str(tmp_path)).code == 0


def test_what_changes_others_lies_on_top_whatever_is_wrong_with_it(
    speed: Speed, tmp_path: Path
) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("patches:\n- id: wall-push\n  cue: [Push]\n  side: 2\n")
    assert speed("check", str(tmp_path)).out.splitlines() == [
        f"{file}:3: unknown key 'cue'; did you mean 'cues'?",
        f"{file}:4: unknown key 'side'; did you mean 'sides'?",
    ]


@pytest.mark.parametrize("whole", [False, True])
def test_problems_are_the_result(whole: bool, speed: Speed, broken: Path) -> None:
    run = speed("check", str(broken.parent if whole else broken))
    assert (run.err, run.code) == ("", 4)
    lines = run.out.splitlines()
    assert lines[0] == f"{broken}:2: missing key 'name'"
    assert lines[1].startswith(f"{broken}:3: unknown key 'size'")
    assert len(lines) == 2


def test_a_broken_link_in_one_file(speed: Speed, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("kit:\n- {id: rope, name: rope, provides: [wal]}\n")
    run = speed("check", str(file))
    assert run.code == 4
    assert run.out == f"{file}:2: 'provides' names 'wal', which is no kit; did you mean 'wall'?\n"


def test_json(speed: Speed, broken: Path) -> None:
    run = speed("check", "--json", str(broken))
    assert json.loads(run.out)[0] == {
        "file": str(broken),
        "line": 2,
        "message": "missing key 'name'",
    }
    assert run.code == 4
    assert json.loads(speed("check", "--json", str(SMALL)).out) == []


def test_plans_in_a_folder_are_checked_by_their_own_names(speed: Speed, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("concepts: []\n")
    plan = tmp_path / "plan.yaml"
    plan.write_text("format: speed-plan/1\n")
    said = f"{plan}: is a plan, and no data; name the file itself to check it\n"
    assert speed("check", str(tmp_path)) == (said, "", 4)


def test_a_path_that_leads_nowhere(speed: Speed) -> None:
    run = speed("check", "nowhere.yaml")
    assert (run.out, run.code) == ("nowhere.yaml: there is no such file or folder\n", 4)


def test_without_a_path(speed: Speed) -> None:
    assert speed("check").code == 2


def test_rules(speed: Speed, golden: Callable[[str, str], None]) -> None:
    golden("views/rules.txt", speed("check", "--rules").out)
    assert json.loads(speed("check", "--rules", "--json").out)[0] == {
        "id": "R07",
        "strength": "moderate",
        "title": "Full rest between fast runs",
        "firm": True,
    }
