"""The entry: short help without arguments, and one place where errors become lines and codes."""

from __future__ import annotations

import gc
import os
import sys

from speedcli.cli import quick
from speedcli.knowledge.problems import SpeedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_COMPLETES = "_SPEED_COMPLETE"  # set where a shell asks what to offer
_INTERRUPTED = 130

_START = """\
speed explains speed training, and plans it.

Try:
  speed explain            the map of everything it knows
  speed explain isometric  one concept, from the answer down to the sources
  speed learn              the ideas in order, five minutes for each
  speed search sore legs   whatever speaks of it, best first
  speed session isometric  one session for today, with how it is done
  speed plan --weeks 6     a plan, from cautious assumptions that it names
  speed check --rules      the rules that a plan keeps

speed --help lists all commands.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit code; 0 done, others as `problems` names them."""
    if argv is None:
        gc.disable()  # this process ends before collecting pays
        argv = sys.argv[1:]
    arguments = list(argv)
    try:
        return _run(arguments)
    except SpeedError as error:
        if _COMPLETES not in os.environ:  # a shell would show it in the middle of what is typed
            _tell(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(arguments: list[str]) -> int:
    if not arguments and _COMPLETES not in os.environ:
        from speedcli.cli.output import write_stdout

        write_stdout(_START)
        return 0
    if _COMPLETES not in os.environ and quick.answered(arguments):
        return 0
    return by_typer(arguments)


def by_typer(arguments: list[str]) -> int:
    """Run one command line by typer, whatever it holds."""
    from speedcli.cli.app import app

    try:
        app(arguments, prog_name="speed")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    return 0


def _tell(message: str) -> None:
    """One line on stderr for each line of the message."""
    from speedcli.views.letters import harmless

    for line in message.splitlines():
        print(f"speed: {harmless(line)}", file=sys.stderr)
