"""A sample of all mutants, and what became of those that were run; `docs/mutation.md` says how.

`python benchmarks/mutants.py NUMBER` prints the names of that many, from each module its share;
without a number it prints the table of that page.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable
from math import sqrt
from pathlib import Path
from typing import NamedTuple

SOURCE = Path("mutants/src/speedcli")
SEED = 300
SURVIVED, UNTESTED = 0, 33  # mutmut's exit codes; None is a mutant that was not run
CONFIDENCE = 1.96  # standard errors to each side: 95 of 100 samples hold the truth


class Module(NamedTuple):
    """The mutants of a module by name, each with the exit code of its tests."""

    name: str
    codes: dict[str, int | None]

    @property
    def ran(self) -> list[int]:
        """The exit codes that there are."""
        return [code for code in self.codes.values() if code is not None]

    @property
    def killed(self) -> int:
        """How many made a test fail, or run without end."""
        return sum(code not in (SURVIVED, UNTESTED) for code in self.ran)


def modules() -> list[Module]:
    """Every module that has mutants."""
    read = (
        (path.relative_to(SOURCE).with_suffix("").as_posix(), json.loads(path.read_text("utf-8")))
        for path in sorted(SOURCE.glob("*/*.py.meta"))
    )
    return [
        Module(name, meta["exit_code_by_key"]) for name, meta in read if meta["exit_code_by_key"]
    ]


def sample(found: list[Module], number: int) -> Iterable[str]:
    """About `number` names, always the same ones."""
    chance = random.Random(SEED)
    total = sum(len(module.codes) for module in found)
    for module in found:
        share = max(1, round(number * len(module.codes) / total))
        yield from sorted(chance.sample(sorted(module.codes), share))


def table(found: list[Module]) -> Iterable[str]:
    """How many of each module's mutants were run and killed, as Markdown."""
    yield "| Module | Mutants | Run | Killed | Score |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for module in found:
        if ran := len(module.ran):
            share = f"{100 * module.killed / ran:.0f} %"
            yield f"| `{module.name}` | {len(module.codes)} | {ran} | {module.killed} | {share} |"
    tried = [module for module in found if module.ran]
    total = sum(len(module.codes) for module in tried)
    score = uncertain = 0.0
    for module in tried:  # each counts by its size, however many of its mutants were run
        size, ran = len(module.codes) / total, len(module.ran)
        score += size * module.killed / ran
        uncertain += size**2 / ran * (1 - ran / len(module.codes))
    margin = CONFIDENCE * sqrt(score * (1 - score) * uncertain)
    ran, killed = (sum(each) for each in zip(*((len(m.ran), m.killed) for m in tried), strict=True))
    yield f"| All | {total} | {ran} | {killed} | {100 * score:.1f} % ± {100 * margin:.1f} |"


if __name__ == "__main__":
    print(*(sample(modules(), int(sys.argv[1])) if sys.argv[1:] else table(modules())), sep="\n")
