"""When sessions start on their day, and when they are reminded of; a plan has days only."""

from __future__ import annotations

from datetime import time
from typing import NamedTuple


class Times(NamedTuple):
    """When a session starts, else it lasts all day; and how many minutes before an alarm rings."""

    at: time | None = None
    alarm: int | None = None


ALL_DAY = Times()
