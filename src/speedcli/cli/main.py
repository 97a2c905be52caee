"""The entry: short help without arguments, and one place where errors become lines and codes."""

from __future__ import annotations

import gc
import os
import sys

from speedcli.cli import quick, settings
from speedcli.cli.say import COMPLETES, say
from speedcli.knowledge.problems import DataError, SpeedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_PAGER = "--no-pager"
_INTERRUPTED = 130

_START = """\
speed explains speed training, and plans it.

Try:
  speed explain isometric  one idea, from the answer down to the sources
  speed session isometric  one session for today, with how it is done
  speed plan --weeks 6     a plan, from cautious assumptions that it names

speed --help lists all commands, and speed config what can be set for them.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit code; 0 done, others as `problems` names them."""
    whole = argv is None  # a process of its own, which ends before collecting pays
    if whole:
        gc.disable()
    _fill_gaps()
    settings.forget()
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except SpeedError as error:
        say(str(error))
        return error.exit_code
    except OSError as error:  # of a file that went away or broke while it was used
        if not error.filename:
            raise
        say(f"{error.filename}: {error.strerror}")
        return DataError.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        if whole:
            gc.freeze()  # spares the collection at the end


def _fill_gaps() -> None:
    """Put something where stdout or stderr was closed.

    Otherwise the next file that is opened would get its number, and be written to.
    """
    if sys.stdout is None:
        sys.stdout = open(os.devnull)  # noqa: SIM115 - refuses what is written to it
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115


def _run(arguments: list[str]) -> int:
    if COMPLETES in os.environ:
        return _completed(arguments)
    if not arguments:
        from speedcli.cli.output import write_stdout

        write_stdout(_START)
        return 0
    if quick.answered(arguments):
        return 0
    return by_typer(_pager_first(arguments))


def _completed(arguments: list[str]) -> int:
    """Tell a shell what it may offer: topics at once, anything else by typer."""
    from speedcli.cli import quick_completion

    code = quick_completion.answered()
    if code is not None:
        return code
    # Else typer has it break titles into lines, in the middle of what a shell reads as one.
    sys.modules["rich"] = None  # type: ignore[assignment]
    return by_typer(arguments)


def _pager_first(arguments: list[str]) -> list[str]:
    """`--no-pager` is of all commands, so it may also stand behind one."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    others = [word for word in arguments[:end] if word != _NO_PAGER]
    return [*[_NO_PAGER] * (len(others) < end), *others, *arguments[end:]]


def by_typer(arguments: list[str]) -> int:
    """Run one command line by typer, whatever it holds."""
    from speedcli.cli.app import app
    from speedcli.cli.output import stdout_failed

    try:
        app(arguments, prog_name="speed")
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # of help, which typer writes
            return 0
        return stop.code if isinstance(stop.code, int) else 0
    except OSError as error:
        if error.filename:
            raise
        stdout_failed(error)
    return 0
