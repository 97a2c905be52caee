"""Whole processes, timed in turns, and set beside `python -c pass` of the same round.

Commands take turns, so that whatever else the machine does falls on all of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

ROUNDS = 25
SECOND = 1000  # milliseconds
MEBIBYTE = 1024 if sys.platform == "linux" else 1024 * 1024  # of what the system counts in

Command = tuple[str, ...]


class Took(NamedTuple):
    """What one process took."""

    ms: float
    mib: float  # the most memory at any time


class Medians(NamedTuple):
    """What a command took over all rounds: medians, and the most memory of any round."""

    ms: float
    ratio: float
    mib: float


def took(command: Command, environment: Mapping[str, str] | None = None) -> Took:
    """Run a command, with more in its environment, to its end; CalledProcessError if it fails."""
    start = perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Took((perf_counter() - start) * SECOND, usage.ru_maxrss / MEBIBYTE)


def compared(
    python: str,
    commands: Sequence[Command],
    environment: Mapping[str, str] | None = None,
    rounds: int = ROUNDS,
) -> list[Medians]:
    """Each command against `python -c pass`, after one round to warm up."""
    nothing = (python, "-c", "pass")
    bases, times = [], []
    for _ in range(rounds + 1):
        bases.append(took(nothing, environment).ms)
        times.append([took(command, environment) for command in commands])
    return [_medians(column[1:], bases[1:]) for column in zip(*times, strict=True)]


def _medians(times: Sequence[Took], bases: Sequence[float]) -> Medians:
    return Medians(
        ms=median(each.ms for each in times),
        ratio=median(each.ms / base for each, base in zip(times, bases, strict=True)),
        mib=max(each.mib for each in times),
    )


def typed(command: Command) -> str:
    """A command as somebody types it."""
    program, *arguments = command
    return " ".join([Path(program).name.rstrip("0123456789."), *arguments])


def row(what: str, medians: Medians, most: int | None = None) -> str:
    """A row of the table: what ran, milliseconds, ratio, the most it should be, and memory."""
    ms, ratio, mib = medians
    return f"| {what} | {ms:.0f} | {ratio:.2f} | {most or ''} | {mib:.1f} |"


def heading(what: str) -> str:
    """The head of the table."""
    return f"| {what} | ms | ratio | at most | peak MiB |\n| --- | ---: | ---: | ---: | ---: |"
