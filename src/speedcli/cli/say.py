"""What is said beside a result: lines on stderr, which nobody has to hear."""

from __future__ import annotations

import os
import sys

COMPLETES = "_SPEED_COMPLETE"  # set where a shell asks what to offer, and would show what is said


def say(message: str) -> None:
    """One line on stderr for each line of the message.

    Nothing where stderr is full, or where a shell would show it in the middle of what is typed.
    """
    if COMPLETES in os.environ:
        return
    from speedcli.views.letters import harmless

    try:
        for line in message.splitlines():
            print(f"speed: {harmless(line)}", file=sys.stderr)
        sys.stderr.flush()
    except OSError:  # what a command did does not depend on who listens
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - Python would try again at its end
