"""How long each form of a plan takes to print, from a plan file to a finished one."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from processes import Command, compared, heading, row, took
from startup import SPEED

from speedcli.cli.forms import FORMS

PLANS = {
    "6 weeks, 3 days": ("--weeks", "6"),
    "12 weeks, 4 days": ("--weeks", "12", "--days", "4", "--level", "advanced"),
}
ROUNDS = 7


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder:
        for name, wishes in PLANS.items():
            plan = str(Path(folder, "plan.yaml"))
            took((SPEED, "plan", *wishes, "-o", plan, "--force"))
            commands = [_printing(plan, form.name) for form in FORMS]
            print(heading(name))
            for form, medians in zip(
                FORMS, compared(sys.executable, commands, rounds=ROUNDS), strict=True
            ):
                print(row(f"`speed print plan.yaml -f {form.name}`", medians))
            print()


def _printing(plan: str, form: str) -> Command:
    """A command that prints the plan beside itself."""
    return (SPEED, "print", plan, "-f", form, "-o", f"{plan}.{form}.out", "--force")


if __name__ == "__main__":
    main()
