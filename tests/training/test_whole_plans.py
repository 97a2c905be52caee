"""Whole plans and single sessions, line by line: whatever moves in one is seen, and read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from speedcli.knowledge.library import Library
from speedcli.training import planner, single
from tests.training.outline import outline
from tests.training.requests import asked

PLANS: dict[str, dict[str, object]] = {
    "a beginner": {"weeks": 5},
    "towards a race": {
        "weeks": 6,
        "level": "advanced",
        "goal": "max-velocity",
        "days": "4",
        "event": "2027-01-30",
        "kit": "track,wall,bands,anchor,rack,bar,partner,box,sled",
    },
    "47 years on a hill": {
        "weeks": 5,
        "level": "intermediate",
        "goal": "acceleration",
        "days": "mon,tue,thu",
        "minutes": 50,
        "age": 47,
        "avoid": "jumping,hamstring",
        "kit": "hill,bands",
    },
    "13 years and back": {
        "weeks": 3,
        "days": "mon,wed,sat",
        "age": 13,
        "returning": True,
        "variant": 2,
        "kit": "flat-ground,wall,bands",
    },
    "speed endurance twice a week": {
        "weeks": 7,
        "level": "intermediate",
        "goal": "speed-endurance",
        "days": "wed,sat",
        "minutes": 60,
        "kit": "track,wall,strap",
    },
}
SESSIONS: dict[str, dict[str, object]] = {
    "isometric": {"session": "isometric"},
    "band": {"session": "band", "level": "advanced", "minutes": 25},
    "sprint": {"session": "sprint", "level": "intermediate", "returning": True},
    "protocol": {"session": "aq-band-isometric", "kit": "bands,anchor"},
    "flying": {"session": "sprint-flying", "kit": "track", "level": "advanced", "age": 52},
}


@pytest.mark.parametrize("name", PLANS)
def test_a_plan(name: str, library: Library, golden: Callable[[str, str], None]) -> None:
    made = planner.plan(asked(library, **PLANS[name]), library)
    golden(f"plans/{name.replace(' ', '-')}.txt", outline(made))


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session(name: str, library: Library, golden: Callable[[str, str], None]) -> None:
    made = single.session(asked(library, **SESSIONS[name]), library)
    golden(f"plans/session-{name}.txt", outline(made))
