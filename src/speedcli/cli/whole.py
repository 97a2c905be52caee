"""Files are whole or not there, also when the process is told to end while it writes one."""

from __future__ import annotations

import sys
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_ENDINGS = ("SIGTERM", "SIGHUP")  # Windows has no SIGHUP
_TOLD = 128  # exit codes of shells: this, and the number of the signal


@contextmanager
def until_done() -> Iterator[None]:
    """Inside, being told to end unwinds as an error does, so that `finally` is reached.

    What the caller of the process ignores, as `nohup` does, stays ignored.
    """
    import signal
    from threading import current_thread, main_thread

    here = current_thread() is main_thread()  # no other may set what a signal does
    numbers = [getattr(signal, name) for name in _ENDINGS if here and hasattr(signal, name)]
    ours = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _: FrameType | None) -> None:
    sys.exit(_TOLD + number)
