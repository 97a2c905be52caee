"""How soon commands answer: `python benchmarks/startup.py` prints a table in Markdown.

Whole processes, each measured against `python -c pass` of the same round: the commands take turns,
so that whatever else the machine does falls on all of them. Times and ratios are medians.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

ROUNDS = 25
SECOND = 1000  # milliseconds
MEBIBYTE = 1024 if sys.platform == "linux" else 1024 * 1024  # of what the system counts in

SPEED = str(Path(sys.executable).with_name("speed"))
PASS = (sys.executable, "-c", "pass")
# Each command with the most that it should take, as a ratio.
COMMANDS = {
    PASS: None,
    (sys.executable, "-c", "import re"): None,
    (SPEED, "explain", "isometric"): 3,
    (SPEED, "explain", "isometric", "--json"): 3,
    (SPEED, "explain"): 3,
    (SPEED, "search", "hip"): 4,
    (SPEED, "--version"): 7,
    (SPEED, "--help"): 7,
    (SPEED, "plan", "--weeks", "6"): 9,
    (SPEED, "plan", "--weeks", "6", "-f", "md"): None,
    (SPEED, "session", "isometric"): None,
}


class Took(NamedTuple):
    """What one process took."""

    ms: float
    mib: float  # the most memory at any time


def took(command: tuple[str, ...], **environment: str) -> Took:
    """Run a command to its end; CalledProcessError when it fails."""
    start = perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Took((perf_counter() - start) * SECOND, usage.ru_maxrss / MEBIBYTE)


def named(command: tuple[str, ...]) -> str:
    """A command as somebody types it."""
    program, *arguments = command
    return " ".join([Path(program).name.rstrip("0123456789."), *arguments])


def main() -> None:
    """Measure and print."""
    rounds = [{command: took(command) for command in COMMANDS} for _ in range(ROUNDS + 1)][1:]
    print(f"Python {sys.version.split()[0]}, {ROUNDS} rounds after one to warm up\n")
    print("| Command | ms | ratio | at most | peak MiB |\n| --- | ---: | ---: | ---: | ---: |")
    for command, most in COMMANDS.items():
        ms = median(each[command].ms for each in rounds)
        ratio = median(each[command].ms / each[PASS].ms for each in rounds)
        mib = max(each[command].mib for each in rounds)
        print(f"| `{named(command)}` | {ms:.0f} | {ratio:.2f} | {most or ''} | {mib:.1f} |")

    with TemporaryDirectory() as empty:
        first = took((SPEED, "explain", "isometric"), XDG_CACHE_HOME=empty, HOME=empty)
    print(f"\nThe first use in a checkout, which compiles the data, took {first.ms:.0f} ms.")


if __name__ == "__main__":
    main()
