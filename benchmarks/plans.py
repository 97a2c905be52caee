"""How fast plans are made, in one process.

Times are the best of some runs, because everything else on the machine can only add to them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from time import perf_counter

from speedcli.cli import kept
from speedcli.knowledge import load
from speedcli.training import planner
from speedcli.training.wishes import Wishes, request

TODAY = date(2027, 1, 1)
WEEKS = (1, 6, 16)
DAYS = range(2, 7)
RUNS = 5
SECOND = 1000  # milliseconds


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """The least milliseconds that `work` took."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times) * SECOND


def row(what: str, milliseconds: float, remark: str = "") -> None:
    """Print a row of a table."""
    print(f"| {what} | {milliseconds:.0f} | {remark} |")


def heading(title: str, remark: str) -> None:
    """Start a table."""
    print(f"\n| {title} | ms | {remark} |\n| --- | ---: | --- |")


def main() -> None:
    """Measure and print."""
    library = load.load(load.data_dir())

    def plan(weeks: int, days: int) -> float:
        wishes = Wishes(weeks=weeks, days=str(days), level="intermediate")
        wanted, _ = request(wishes, library, TODAY)
        return best(lambda: planner.plan(wanted, library))

    print(f"Level intermediate, the best of {RUNS} runs.")
    heading("Weeks, three days each", "plans a second")
    for weeks in WEEKS:
        took = plan(weeks, 3)
        row(str(weeks), took, f"{SECOND / took:.1f}")

    heading("Days a week, six weeks", "against two days")
    two = plan(6, 2)
    for days in DAYS:
        took = plan(6, days)
        row(str(days), took, f"{took / two:.1f} x")

    heading("The knowledge base", "")
    row("read from YAML and checked", best(lambda: load.load(load.data_dir())))
    row("made ready to be kept", best(lambda: kept.compiled("")))
    row("all records, from what is kept", best(lambda: [*kept.library().exercises]))


if __name__ == "__main__":
    main()
