"""A long text on a terminal is read page by page, in the reader's own program for that."""

from __future__ import annotations

import os
import sys

from speedcli.cli import settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_NONE = "cat"
_USUAL = "less"
_LESS = "FRX"  # leave at once what fits, keep tints, leave the text on the screen


def read_through(text: str) -> bool:
    """Show the text in a pager and wait for its end; False, and nothing shown, without one.

    It takes a terminal that can move its cursor, a text longer than its screen, and a pager:
    that of the settings, else PAGER, else `less` where there is one. Empty, or `cat`, is none.
    """
    words = command() if _is_needed(text) else ()
    if not words:
        return False
    import signal
    import subprocess

    environment = {"LESS": _LESS, "LESSCHARSET": "utf-8", **os.environ}
    # Ctrl-C reaches both programs: the pager says what it means, and we wait for its end.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        subprocess.run(words, input=text.encode(), env=environment, check=False)
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return True


def command() -> Sequence[str]:
    """The pager that is wanted and there, as words; empty for none."""
    import shlex
    import shutil

    found = settings.given("pager")
    wanted = found.text if found else os.environ.get("PAGER", _USUAL)
    try:
        words = shlex.split(wanted, posix=os.name == "posix")  # else \ is no escape
    except ValueError:  # a quote that is not closed
        return []
    return words if words and words != [_NONE] and shutil.which(words[0]) else []


def use_none() -> None:
    """Show everything at once from now on."""
    os.environ[settings.variable("pager")] = _NONE


def _is_needed(text: str) -> bool:
    if os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    try:
        lines = os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError):
        return False
    return 0 < lines <= text.count("\n")  # the prompt needs a line too
