"""Requests that a coach could type, for properties that must hold over all of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import strategies as st

from speedcli.knowledge import load
from speedcli.knowledge.library import Library
from speedcli.training.document import WEEKDAYS, Request
from speedcli.training.wishes import Wishes, request

LIBRARY = load.load(load.data_dir())
TODAY = date(2026, 11, 25)
LEVELS = ("beginner", "intermediate", "advanced")
GOALS = ("acceleration", "max-velocity", "speed-endurance", "general")


def asked(library: Library, **wishes: object) -> Request:
    """The request that these options make on a fixed day."""
    made, _ = request(Wishes(**wishes), library, TODAY)  # type: ignore[arg-type]
    return made


def _some(names: Iterable[str], least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(sorted(names)), min_size=least, max_size=most, unique=True)


@st.composite
def wishes(draw: st.DrawFn) -> dict[str, object]:
    """Options of `speed plan` in any combination that is allowed."""
    kit = draw(_some(LIBRARY.kit, 1, 12))
    avoid = draw(_some(LIBRARY.avoidables, 0, 2))
    days = draw(_some(WEEKDAYS, 1, 6))
    weeks = draw(st.integers(1, 16))
    chosen: dict[str, object] = {
        "weeks": weeks,
        "level": draw(st.sampled_from(LEVELS)),
        "goal": draw(st.sampled_from(GOALS)),
        "days": ",".join(days),
        "minutes": draw(st.integers(30, 120)),
        "kit": ",".join(kit),
        "avoid": ",".join(avoid) or None,
        "age": draw(st.none() | st.integers(10, 75)),
        "returning": draw(st.booleans()),
        "variant": draw(st.integers(1, 3)),
    }
    if draw(st.booleans()):
        days_left = draw(st.integers(7 * weeks - 7, 7 * weeks - 1))
        chosen["event"] = (TODAY + timedelta(days=5 + days_left)).isoformat()
    return chosen
