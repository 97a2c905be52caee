"""The reasons that plans give: sentences with places for a plan's numbers."""

from __future__ import annotations

from typing import Literal

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.records import NOWHERE, Where


@frozen(kw_only=True)
class Why:
    """One sentence of reason, tied to a concept or a rule."""

    concept: str | None = None
    rule: str | None = None
    text: str
    where: Where = NOWHERE


# What the planner fills in reasons, by the first word of their case. Weeks and doses have `now`
# and `before`; `test` is the metres of a test, `session` the one that is compared with.
PLACES = {
    "week": {"now", "before", "share", "percent", "test", "level"},
    "day": {"days"},
    "dose": {"now", "before", "percent", "session"},
}


@frozen(kw_only=True)
class Told:
    """A reason with places for a plan's numbers."""

    case: Literal[
        "week-first",
        "week-rises",
        "week-holds",
        "week-falls",
        "week-intro",
        "week-peak",
        "week-deload",
        "week-taper",
        "week-test",
        "week-after-test",
        "week-without-running",
        "day-hard",
        "day-easy",
        "dose-same",
        "dose-test",
        "dose-push-starts",
        "dose-speed-up",
        "dose-speed-down",
        "dose-metres-up",
        "dose-metres-down",
        "dose-metres-deload",
        "dose-metres-taper",
        "dose-metres-test",
        "dose-long-up",
        "dose-long-down",
        "dose-long-deload",
        "dose-long-taper",
        "dose-push-percent-up",
        "dose-push-percent-down",
        "dose-push-up",
        "dose-push-down",
        "dose-band-up",
        "dose-band-down",
        "dose-contacts-up",
        "dose-contacts-down",
        "dose-hold-up",
        "dose-hold-down",
    ]
    why: Why  # {now}, {before}, {percent}; weeks: {share}, {test}, {level}; {days}; {session}
    where: Where = NOWHERE
