"""Everything that is measured, as `benchmarks/README.md` shows it: `python benchmarks --write`."""

from __future__ import annotations

import argparse
import io
import os
import platform
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import forms
import peers
import plans
import startup
from processes import ROUNDS

README = Path(__file__).with_name("README.md")
RESULTS = "<!-- Below this line everything is written by: python benchmarks --write -->\n"
PARTS = {
    "How soon commands answer": startup.main,
    "Beside others": peers.main,
    "How fast plans are printed": forms.main,
    "How fast plans are made": plans.main,
}


def main() -> None:
    """Measure all, and print it or write it below the line in the README."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python benchmarks")
    parser.add_argument("--write", action="store_true", help="write the results into README.md")
    wanted = parser.parse_args()
    results = "\n".join([_machine(), *(_part(title, run) for title, run in PARTS.items())])
    if wanted.write:
        above, _, _ = README.read_text(encoding="utf-8").partition(RESULTS)
        README.write_text(f"{above}{RESULTS}\n{results}", encoding="utf-8")
    else:
        print(results)


def _machine() -> str:
    on = f"{platform.system()} on {os.cpu_count()} cores"
    return f"Python {platform.python_version()}, {on}; {ROUNDS} rounds after one to warm up.\n"


def _part(title: str, run: Callable[[], None]) -> str:
    told = io.StringIO()
    with redirect_stdout(told):
        run()
    return f"## {title}\n\n{told.getvalue().strip()}\n"


if __name__ == "__main__":
    main()
