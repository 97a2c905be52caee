"""The course of long plans, a line to each week: its phase, and what it adds up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import CannotMeet
from speedcli.training import planner
from speedcli.training.recount import TOTALS
from tests.training.requests import asked

LONG: tuple[dict[str, object], ...] = (
    {"weeks": 16, "level": "beginner", "goal": "max-velocity"},
    {"weeks": 16, "level": "intermediate", "goal": "speed-endurance", "days": "4"},
    {"weeks": 14, "level": "advanced", "goal": "general", "days": "4", "kit": "track,wall,bands"},
    {"weeks": 12, "level": "advanced", "goal": "speed-endurance", "event": "2027-03-20"},
    {"weeks": 11, "level": "intermediate", "goal": "acceleration", "days": "2", "age": 50},
)
EVERYTHING = "sprinting,jumping,hamstring,calf,hip,knee,shoulder,low-back,adductor"


def course(wishes: dict[str, object], library: Library) -> Iterator[str]:
    yield " ".join(f"{name}={value}" for name, value in wishes.items())
    for week in planner.plan(asked(library, **wishes), library).weeks:
        sums = [f"{name}={getattr(week.totals, name)}" for name in TOTALS]
        days = ",".join(f"{session.date:%a}".lower() for session in week.sessions)
        yield f"{week.number:2} {week.phase} {week.emphasis} {days} {' '.join(sums)}"


def test_the_weeks_of_long_plans(library: Library, golden: Callable[[str, str], None]) -> None:
    lines = [line for wishes in LONG for line in course(wishes, library)]
    golden("plans/courses.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        (
            {"weeks": 1, "days": "sun", "event": "2026-12-05"},
            "no asked day lies before the event; give --days with an earlier weekday",
        ),
        (
            {"weeks": 2, "kit": "track", "avoid": EVERYTHING},
            "these wishes leave only easy movement; take something off --avoid, or add wall, bands "
            "or flat-ground to --kit",
        ),
    ],
)  # fmt: skip
def test_wishes_that_leave_no_plan(
    library: Library, wishes: dict[str, object], message: str
) -> None:
    with pytest.raises(CannotMeet) as refused:
        planner.plan(asked(library, **wishes), library)
    assert str(refused.value) == message
