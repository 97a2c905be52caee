"""What shells offer: asked as each of them asks, and in those that are on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import speedcli
from speedcli.cli import completion
from tests.cli.conftest import Run

Speed = Callable[..., Run]
Asks = Callable[..., list[str]]
SOURCE = Path(speedcli.__file__).parents[1]


@pytest.fixture
def bash(speed: Speed, monkeypatch: pytest.MonkeyPatch) -> Asks:
    """What bash is told to offer at the end of a line."""

    def ask(line: str, code: int = 0) -> list[str]:
        monkeypatch.setenv("_SPEED_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
        run = speed()
        assert (run.err, run.code) == ("", code)
        return run.out.split()

    return ask


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("speed sea", ["search"]),
        ("speed explain ", ["isometric", "tendon"]),
        ("speed explain iso", ["isometric", "iso-push-day"]),
        ("speed explain lum", ["lum2019"]),
        ("speed explain R0", ["R07"]),
        ("speed explain tendon iso", ["isometric", "iso-push-day"]),
        ("speed plan --kit wa", ["wall"]),
        ("speed plan --kit wall,", ["wall,bar", "wall,rack", "wall,bands"]),
        ("speed plan --goal max", ["max-velocity"]),
        ("speed plan --level ", ["beginner", "intermediate", "advanced"]),
        ("speed plan --days mon,t", ["mon,tue", "mon,thu"]),
        ("speed plan -f y", ["yaml"]),
        ("speed explain -f ", ["text", "md", "json", "svg"]),
        ("speed learn -f ", ["text", "md", "json"]),
        ("speed explain --color a", ["auto", "always"]),
        ("speed print plan.yaml ", ["today", "next"]),
        ("speed explain zzz", []),
    ],
)
def test_what_is_offered(line: str, offered: list[str], bash: Asks) -> None:
    assert bash(line) == offered


@pytest.mark.parametrize(
    "line",
    [
        "speed print ",
        "speed check ",
        "speed plan --like ",
        "speed explain torque -o ",
        "speed explain torque --data ",
    ],
)
def test_nothing_is_offered_where_files_belong_so_that_the_shell_offers_them(
    line: str, bash: Asks
) -> None:
    assert bash(line) == []


def test_names_of_one_word_are_offered_where_no_id_begins_so() -> None:
    assert ("achilles", "Tendon") in completion.topics("achil")
    assert all(" " not in name for name, _ in completion.topics("achil"))


def test_offers_come_from_the_data() -> None:
    assert ("hamstring", "hamstring") in completion.avoidables("")
    assert [name for name, _ in completion.sessions("")][:3] == ["isometric", "band", "sprint"]
    assert [name for name, _ in completion.days("")][:2] == ["1", "2"]
    assert ("R07", "Full rest between fast runs") in completion.topics("R")


def test_data_that_cannot_be_read_offer_nothing_and_stay_silent(
    bash: Asks, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_text("kit:\n- {id: rope}\n")
    monkeypatch.setattr("speedcli.knowledge.place.data_dir", lambda: str(tmp_path))
    assert bash("speed plan --kit ro", code=4) == []


@pytest.mark.parametrize(
    ("shell", "line", "offered"),
    [
        ("zsh", "speed explain ten", '_arguments \'*: :(("tendon":"Tendon"))\'\n'),
        ("fish", "speed explain ten", "tendon\tTendon\n"),
        ("powershell", "speed explain ten", "tendon:::Tendon\n"),
        ("pwsh", "speed explain ten", "tendon:::Tendon\n"),
        ("zsh", "speed print pl", "_files\n"),
    ],
)
def test_the_other_shells_are_told_titles_too(
    shell: str, line: str, offered: str, speed: Speed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_SPEED_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", line.split()[-1])
    assert speed() == (offered, "", 0)


SCRIPTS = {
    "bash": (
        "source speed.bash; COMP_CWORD=2;"
        "COMP_WORDS=(speed explain hip-t); _speed_completion speed;"
        'echo "${COMPREPLY[@]}"; COMP_WORDS=(speed print pla); _speed_completion speed;'
        'echo "${#COMPREPLY[@]}"'
    ),
    "fish": "source speed.fish; complete -C 'speed explain hip-t'; complete -C 'speed print pla'",
}
SHOWN = {
    "bash": ["hip-torque hip-thrust", "0"],
    "fish": ["hip-thrust\tBarbell hip thrust", "hip-torque\tHip torque", "plan.yaml"],
}


@pytest.mark.skipif(os.name == "nt", reason="the program is found by a script with a first line")
@pytest.mark.parametrize("shell", SCRIPTS)
def test_in_the_shell_itself(shell: str, tmp_path: Path) -> None:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"no {shell} here")
    program = tmp_path / "bin" / "speed"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m speedcli "$@"\n')
    program.chmod(0o755)
    (tmp_path / "plan.yaml").touch()
    path = os.pathsep.join([str(program.parent), os.environ["PATH"]])
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(SOURCE), "HOME": str(tmp_path)}
    script = subprocess.run(
        [str(program)],
        env={**env, "_SPEED_COMPLETE": f"source_{shell}"},
        capture_output=True,
        check=True,
    )
    (tmp_path / f"speed.{shell}").write_bytes(script.stdout)
    done = subprocess.run(
        [found, "-c", SCRIPTS[shell]], env=env, cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.stdout.splitlines(), done.stderr) == (SHOWN[shell], "")
