"""Questions with the answer that is wanted, as files list them: `question -> id`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Asked(NamedTuple):
    typed: str
    wanted: str


def asked(name: str) -> list[Asked]:
    """The questions of a file, in its order."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [Asked(*line.split(" -> ")) for line in lines if line and not line.startswith("#")]
