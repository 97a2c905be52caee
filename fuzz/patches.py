"""Fuzz own data over ours: any file lies on it, or is refused by lines of its own."""

from __future__ import annotations

import re

import atheris
from targets import SMALL, records, run

with atheris.instrument_imports(include=["speedcli"]):
    from speedcli.knowledge.decode import decode
    from speedcli.knowledge.integrity import CHECKS
    from speedcli.knowledge.load import DataFile
    from speedcli.knowledge.pool import Pool

TEXT = SMALL.read_text("utf-8")
BELOW, _ = decode(TEXT, "below.yaml", DataFile)
assert BELOW is not None


def one_input(data: bytes) -> None:
    """Read a file, lay it over the small library, and check what comes of it."""
    assert BELOW is not None
    content, problems = decode(data, "f.yaml", DataFile)
    if content is None:
        assert problems
        return
    pool = Pool()
    pool.add(0, [("below.yaml", BELOW)])
    pool.add(1, [("f.yaml", content)])
    if not pool.problems:
        for check in CHECKS:
            list(check(pool.library()))


def texts() -> list[str]:
    """Every record of the small library, as a patch of itself and as a new one beside it."""
    found = []
    for table, record in records(TEXT):
        found.append(f"patches:\n{record}")
        found.append(f"{table}:\n" + re.sub(r"id: ([\w-]+)", r"id: \1-too", record, count=1))
    return found


if __name__ == "__main__":
    run(one_input, texts())
