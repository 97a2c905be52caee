"""What every harness here shares: the library, the texts to start from, and how a run is made."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

import atheris

__all__ = ["HOUSE", "SMALL", "records", "run", "shipped"]

HOUSE = Path(__file__).parents[1]
LIMITS = ("-rss_limit_mb=256", "-timeout=5", "-max_len=40000")  # options that are given win
SMALL = HOUSE / "tests" / "views" / "library" / "everything.yaml"
sys.path.insert(0, str(HOUSE))

with atheris.instrument_imports(include=["speedcli"]):
    from speedcli.knowledge import load
    from speedcli.knowledge.library import Library

from tests.mutations import mutated, records  # noqa: E402


def shipped() -> Library:
    """The library that plans are checked with."""
    return load.load(load.data_dir())


def run(one_input: Callable[[bytes], object], texts: Iterable[str]) -> None:
    """Fuzz until told to stop. What is new is a known text that `mutated` has changed."""
    known = list(texts)

    def change(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        text = data.decode(errors="replace") if random.randrange(4) and data.strip() else ""
        return mutated(text or random.choice(known), random)[:most]

    command, *others = sys.argv
    atheris.Setup([command, *LIMITS, *others], one_input, custom_mutator=change)
    atheris.Fuzz()
