"""How soon commands answer, beside Python itself, and in how much memory."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from processes import Command, compared, heading, row, took, typed

SPEED = str(Path(sys.executable).with_name("speed"))
# Each command with the most that it should take, as a ratio.
COMMANDS: dict[Command, int | None] = {
    (sys.executable, "-c", "pass"): None,
    (sys.executable, "-c", "import re"): None,
    (SPEED, "explain", "isometric"): 3,
    (SPEED, "explain", "isometric", "--json"): 3,
    (SPEED, "explain"): 3,
    (SPEED, "search", "hip"): 4,
    (SPEED, "learn", "1"): None,
    (SPEED, "--version"): 7,
    (SPEED, "--help"): 7,
    (SPEED, "plan", "--weeks", "6"): 9,
    (SPEED, "plan", "--weeks", "6", "-f", "md"): None,
    (SPEED, "session", "isometric"): None,
}
# What bash runs when somebody presses the tabulator key behind `speed explain iso`.
TABULATOR = {
    "_SPEED_COMPLETE": "complete_bash",
    "COMP_WORDS": "speed explain iso",
    "COMP_CWORD": "2",
}
COMPLETION_AT_MOST = 4
FIRST_USES = 5


def main() -> None:
    """Measure and print."""
    print(heading("Command"))
    for command, medians in zip(COMMANDS, compared(sys.executable, [*COMMANDS]), strict=True):
        print(row(f"`{typed(command)}`", medians, COMMANDS[command]))
    [medians] = compared(sys.executable, [(SPEED,)], TABULATOR)
    print(row("completing `speed explain iso`", medians, COMPLETION_AT_MOST))

    first = median(first_use() for _ in range(FIRST_USES))
    print(f"\nThe first use in a checkout, which compiles the data, took {first:.0f} ms.")


def first_use() -> float:
    """Milliseconds of an answer where nothing is kept yet."""
    with TemporaryDirectory() as empty:
        return took((SPEED, "explain", "isometric"), {"XDG_CACHE_HOME": empty, "HOME": empty}).ms


if __name__ == "__main__":
    main()
