"""Fuzz the data loader: any file is a library or a list of problems, each with a line."""

from __future__ import annotations

import atheris
from targets import HOUSE, SMALL, records, run

with atheris.instrument_imports(include=["speedcli"]):
    from speedcli.knowledge.decode import decode
    from speedcli.knowledge.integrity import CHECKS
    from speedcli.knowledge.load import DataFile
    from speedcli.knowledge.pool import Pool


def one_input(data: bytes) -> None:
    """Read a file, and where its form is right, its meaning."""
    content, problems = decode(data, "f.yaml", DataFile)
    assert (content is None) == bool(problems)
    assert all(problem.where.line > 0 for problem in problems)
    if content is not None:
        pool = Pool()
        pool.add(0, [("f.yaml", content)])
        if not pool.problems:
            for check in CHECKS:
                list(check(pool.library()))


def texts() -> list[str]:
    """The small library, the bad files that are known, and every record of ours as a file."""
    ours = [path.read_text("utf-8") for path in sorted((HOUSE / "data").glob("*.yaml"))]
    bad = sorted((HOUSE / "tests" / "cases").glob("*.yaml"))
    return [
        SMALL.read_text("utf-8"),
        *(path.read_text("utf-8", errors="replace") for path in bad),
        *(f"{table}:\n{record}" for text in ours for table, record in records(text)),
    ]


if __name__ == "__main__":
    run(one_input, texts())
