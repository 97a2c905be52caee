"""How soon other command lines in Python start, beside `speed`, in an environment of their own."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

from processes import Command, compared, heading, row, typed

CHECKOUT = Path(__file__).parents[1]
# What people install, and the quickest thing that its command can do.
PEERS: dict[str, Command] = {
    "tldr": ("tldr", "--version"),
    "sqlite-utils": ("sqlite-utils", "--version"),
    "jrnl": ("jrnl", "--version"),
    "httpie": ("http", "--version"),
    "khal": ("khal", "--version"),
}
OURS: list[Command] = [
    ("speed", "explain", "isometric"),
    ("speed", "--version"),
    ("speed", "plan", "--weeks", "6"),
]


def main() -> None:
    """Install, measure and print; CalledProcessError where nothing can be installed."""
    with TemporaryDirectory() as folder:
        print("Installing ...", file=sys.stderr)
        venv.create(folder, with_pip=True)
        programs = Path(folder, "bin")
        python = str(programs / "python")
        install = (python, "-m", "pip", "install", "--quiet", *PEERS, str(CHECKOUT))
        subprocess.run(install, check=True)
        commands = [
            (str(programs / program), *arguments)
            for program, *arguments in (*OURS, *PEERS.values())
        ]
        print(heading("Command"))
        for command, medians in zip(commands, compared(python, commands), strict=True):
            print(row(f"`{typed(command)}`", medians))


if __name__ == "__main__":
    main()
