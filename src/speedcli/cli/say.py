"""What is said beside a result: lines on stderr, which nobody has to hear."""

from __future__ import annotations

import sys
from contextlib import suppress


def say(message: str) -> None:
    """One line on stderr for each line of the message; where stderr is full, nothing."""
    from speedcli.views.letters import harmless

    with suppress(OSError):  # what a command did does not depend on who listens
        for line in message.splitlines():
            print(f"speed: {harmless(line)}", file=sys.stderr)
