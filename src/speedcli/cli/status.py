"""One line on a terminal that says what takes its time, and is gone when it is done."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress

from speedcli.cli.say import COMPLETES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def status(doing: str) -> Iterator[None]:
    """Shows `doing ...` while what is inside goes on; nothing where stderr is no terminal."""
    if not _is_seen():
        yield
        return
    from speedcli.views.letters import harmless, width

    line = f"speed: {harmless(doing)} ..."
    room = _columns() - 1  # a line that fills its last column cannot be taken back
    if width(line) > room:
        line = "speed: ..."
    _write(f"\r{line}")
    try:
        yield
    finally:
        _write(f"\r{' ' * width(line)}\r")


def _is_seen() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and COMPLETES not in os.environ


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        return 0


def _write(text: str) -> None:
    with suppress(OSError):  # nothing depends on who watches
        sys.stderr.write(text)
        sys.stderr.flush()
