"""How much memory a command may take: of hostile files, and of the longest plan there can be."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import speedcli
from speedcli.cli.forms import FORMS
from speedcli.cli.main import main

STATUS = Path("/proc/self/status")
pytestmark = pytest.mark.skipif(not STATUS.exists(), reason="nothing here tells the most memory")

SOURCE = str(Path(speedcli.__file__).parents[1])
# What `wait4` tells of a process counts the memory of the one that started it; this does not.
START = f"""
import re, sys
from speedcli.cli.main import main
code = main(sys.argv[1:])
print(re.search(r"VmHWM:\\s*(\\d+) kB", open("{STATUS}").read())[1], file=sys.stderr)
sys.exit(code)
"""
MOST = 256  # MiB that a command may take
MOST_OF_CARDS = 512  # typst keeps all pages at once

SIZE = 3_900_000  # bytes, about as many as are read
LAUGHS = "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
WORST: dict[str, Callable[[], str]] = {
    "many short values": lambda: "kit:\n" + "- a\n" * (SIZE // 4),
    "many values on a line": lambda: "kit: [" + "a, " * (SIZE // 3) + "a]\n",
    "many keys": lambda: "".join(f"k{n}: 1\n" for n in range(SIZE // 11)),
    "many lists in lists": lambda: "kit:\n" + "- - - - a\n" * (SIZE // 10),
    "many anchors": lambda: "kit:\n" + "".join(f"- &a{n} x\n" for n in range(SIZE // 13)),
    "a long text": lambda: "kit: |\n" + "  word word word word\n" * (SIZE // 22),
    "a long word": lambda: "kit: " + "x" * SIZE,
    "a long comment": lambda: "# " + "x" * SIZE,
    "deep nesting": lambda: "kit: " + "[" * SIZE,
    "a billion laughs": lambda: f"kit:\n- &a0 [x, x, x, x, x, x, x, x, x]\n{LAUGHS}",
    "letters of four bytes": lambda: "kit: '" + "\N{RUNNER}" * (SIZE // 4) + "'\n",
    "a tab on every line": lambda: "\t\n" * (SIZE // 2),
    "a mistake in every value": lambda: "kit:\n" + "- {nam: x}\n" * 95_000,
    "a mistake in every week": lambda: "format: speed-plan/1\nweeks:\n" + "- {}\n" * 190_000,
    "a plan of many weeks": lambda: "format: speed-plan/1\nweeks:\n" + "- {}\n" * (SIZE // 5),
}


class Used(NamedTuple):
    """What a command took, in MiB, and its exit code."""

    memory: int
    code: int


def used(*arguments: str, folder: Path) -> Used:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((SOURCE, *sys.path))}
    run = subprocess.run(
        [sys.executable, "-B", "-c", START, *arguments],
        cwd=folder,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=120,
        check=False,
    )
    return Used(int(run.stderr.splitlines()[-1]) >> 10, run.returncode)


def check_memory(most: int, code: int, *arguments: str, folder: Path) -> None:
    found = used(*arguments, folder=folder)
    assert found.code == code
    assert found.memory <= most


@pytest.mark.sweep
@pytest.mark.parametrize("text", WORST.values(), ids=WORST)
def test_no_file_makes_check_take_more(text: Callable[[], str], tmp_path: Path) -> None:
    (tmp_path / "worst.yaml").write_text(text(), "utf-8")
    check_memory(MOST, 4, "check", "worst.yaml", folder=tmp_path)


def test_a_file_of_short_values_does_not_make_check_take_more(tmp_path: Path) -> None:
    """The worst of those above, and the quickest."""
    (tmp_path / "worst.yaml").write_text(WORST["many short values"](), "utf-8")
    check_memory(MOST, 4, "check", "worst.yaml", folder=tmp_path)


@pytest.fixture(scope="module")
def longest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a plan of 16 weeks with 6 days each."""
    folder = tmp_path_factory.mktemp("longest")
    wishes = "--weeks 16 --days 6 --level advanced --kit track,bands,wall,hill,sled,rack,bar"
    asked = ["plan", *wishes.split(), "--start", "2027-01-04", "-o", str(folder / "plan.yaml")]
    assert main(asked) == 0
    return folder


@pytest.mark.sweep
@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_the_longest_plan_in_every_form(form: str, longest: Path) -> None:
    most = MOST_OF_CARDS if form == "pdf" else MOST
    check_memory(most, 0, "print", "plan.yaml", "-f", form, "-o", f"out.{form}", folder=longest)


@pytest.mark.sweep
def test_the_longest_plan_is_checked(longest: Path) -> None:
    check_memory(MOST, 0, "check", "plan.yaml", folder=longest)
