"""The plan document, `speed-plan/1`, as records. Units are in the names of the fields.

`None` means the same as absent. Field order is the order in which the document is written.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.planning import Emphasis, Phase, Scale, Weekday
from speedcli.knowledge.records import NOWHERE, Family, Goal, Kind, Level, Role, Where

FORMAT = "speed-plan/1"
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@frozen(kw_only=True)
class Intensity:
    """How hard: a number or a range, of which the high end counts, on a named scale."""

    value: float | tuple[float, ...]
    of: Scale
    where: Where = NOWHERE


@frozen(kw_only=True)
class Reason:
    """Why something is in the plan, tied to a concept or a rule."""

    concept: str | None = None
    rule: str | None = None
    text: str
    where: Where = NOWHERE


@frozen(kw_only=True)
class Item:
    """One line of work: sets x reps of an exercise. Reps are per side when `sides` is 2."""

    exercise: str
    name: str
    kind: Kind
    sets: int = 1
    reps: int = 1
    sides: Literal[1, 2] = 1
    distance_m: float | None = None
    run_in_m: float | None = None
    hold_s: float | None = None
    effort_s: float | None = None
    minutes: float | None = None
    angle: str | None = None
    intensity: Intensity | None = None
    rest_s: int | None = None
    set_rest_s: int | None = None
    target_s: float | None = None
    cue: str | None = None
    easier: str | None = None
    harder: str | None = None
    note: str | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class Block:
    """Items of one template, done together."""

    template: str
    role: Role
    title: str
    load: str
    minutes: int
    stop: str
    items: tuple[Item, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class Session:
    """What is done on one day."""

    id: str
    date: date
    title: str
    family: Family
    load: str
    minutes: int
    kit: tuple[str, ...]
    space_m: int | None = None
    place: str | None = None
    purpose: str
    why: tuple[Reason, ...]
    caution: tuple[str, ...] = ()
    safety: tuple[str, ...] = ()
    readiness: str | None = None
    pain: str | None = None
    blocks: tuple[Block, ...]
    notes: str | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class Totals:
    """What a week adds up to; `speedcli.training.measure` computes it from the items."""

    minutes: int
    max_effort_m: int
    speed_endurance_m: int
    sprint_m: int
    iso_push_s: int
    iso_hold_s: int
    contacts: int
    hard_days: int
    where: Where = NOWHERE


@frozen(kw_only=True)
class Week:
    """Seven days from `starts`."""

    number: int
    starts: date
    phase: Phase
    emphasis: Emphasis
    totals: Totals
    why: tuple[Reason, ...] = ()
    sessions: tuple[Session, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class Request:
    """Everything needed to make the plan again."""

    weeks: int
    goal: Goal
    level: Level
    days: tuple[Weekday, ...]
    minutes: int
    kit: tuple[str, ...]
    avoid: tuple[str, ...] = ()
    age: int | None = None
    start: date
    event: date | None = None
    returning: bool = False
    variant: int = 1
    session: str | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class Accepted:
    """A finding that stays, and the reason why."""

    rule: str
    where: str
    because: str


@frozen(kw_only=True)
class Plan:
    """A plan. `fingerprint` is of the prescribed numbers: equal cards are equal plans."""

    format: Literal["speed-plan/1"] = "speed-plan/1"
    id: str
    title: str
    fingerprint: str
    health: str | None = None
    expect: str | None = None
    missed: str | None = None
    change: str | None = None
    athlete: str | None = None
    coach: str | None = None
    club: str | None = None
    place: str | None = None
    notes: str | None = None
    request: Request
    accepted: tuple[Accepted, ...] = ()
    weeks: tuple[Week, ...]
    where: Where = NOWHERE
