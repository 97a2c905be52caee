"""The planning rules as records: what each says, why, how sure it is, and how a plan is checked.

A rule holds one or more checks. Each check is a record of one kind with its own parameters, so
that changing a number is an edit of YAML. Parameters per level are mappings; a level that is not
named is not bound. The module `speedcli.training.rules` knows how each kind is tested.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.records import NOWHERE, Kind, Level, Strength, Where
from speedcli.knowledge.values import Span

# What a plan amounts to, by the words of the plan document, and the few counts rules need beside.
Metric = Literal[
    "minutes",
    "max-effort-m",
    "speed-endurance-m",
    "sprint-m",
    "iso-push-s",
    "iso-hold-s",
    "contacts",
    "hard-days",
    "rest-days",
    "iso-push-sessions",
    "band-strength-sessions",
    "nordic-sessions",
    "assisted-sessions",
    "flying-sessions",
    "top-speed-reps",
    "ballistic-reps",
    "nordic-reps",
    "sprint-reps",
    "sprint-part-minutes",
]
Per = Literal["session", "week", "seven-days"]


@frozen(kw_only=True)
class When:
    """The athletes and weeks a check binds; what is not given does not narrow it."""

    levels: tuple[Level, ...] = ()
    ages: tuple[Span, ...] = ()
    returning: bool | None = None
    weeks: tuple[str, ...] = ()  # letters of week types
    focus: bool | None = None  # only where the plan declares the quality a focus
    plan_weeks: Span | None = None
    event: bool | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class Spacing:
    """Sessions of the first loads need `hours` before the next session of the second loads."""

    kind: Literal["spacing"]
    after: tuple[str, ...]
    before: tuple[str, ...]
    hours: int
    more_than_s: int | None = None  # only after more isometric seconds per side than this
    when: When | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class HeavySpacing:
    """As `Spacing`, after sessions with the heaviest sprint work only."""

    kind: Literal["heavy-spacing"]
    kinds: tuple[Kind, ...]
    distance_from: int  # metres of one run at full effort
    runs: int  # so many runs of `runs_from` metres or more
    runs_from: int
    loss_from: int  # percent of speed lost to a sled or band
    before: tuple[str, ...]
    hours: int
    when: When | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class WarmUp:
    """Sessions with running this fast open with a warm-up this long, with build-ups."""

    kind: Literal["warm-up"]
    from_percent: int
    minutes: int
    build_ups: int
    where: Where = NOWHERE


@frozen(kw_only=True)
class Bounds:
    """A metric stays within a range; one end may be open."""

    kind: Literal["cap", "floor", "range"]
    metric: Metric
    per: Per
    low: Mapping[Level, float] = MappingProxyType({})
    high: Mapping[Level, float] = MappingProxyType({})
    if_any: bool = False  # only where there is any of it
    when: When | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class BlockTotal:
    """A block stays at or below its template's most; in loaded weeks at or above its least."""

    kind: Literal["block-most", "block-least"]
    where: Where = NOWHERE


@frozen(kw_only=True)
class RestByDistance:
    """Rest between fast reps is at least the table's seconds; between its distances it is drawn."""

    kind: Literal["rest-by-distance"]
    tables: Mapping[Kind, Mapping[str, int]]  # metres -> seconds
    factor: Mapping[Level, float]
    where: Where = NOWHERE


@frozen(kw_only=True)
class Order:
    """Inside a session the blocks stand in the order of their templates' places."""

    kind: Literal["order"]
    primer_s: int  # seconds of hard pushes per side that may come before fast running
    where: Where = NOWHERE


@frozen(kw_only=True)
class Ramp:
    """A weekly metric rises by at most so many percent over the loaded week before."""

    kind: Literal["ramp"]
    metric: Metric
    percent: Mapping[Level, float]
    mean: float  # never above this share of the mean of the last loaded weeks
    mean_of: int  # how many of them
    free_step: int  # a rise of this many is always allowed
    free_weeks: int  # first weeks of a plan that are exempt
    masters_from: int  # the age from which `masters_percent` holds, as it does after a break
    masters_percent: float
    where: Where = NOWHERE


@frozen(kw_only=True)
class WeekFactor:
    """Weeks of these types hold a share of the metric of the week they are measured against."""

    kind: Literal["week-factor"]
    metric: Metric
    weeks: tuple[str, ...]
    of: Literal["week-before", "first-loaded", "last-loaded"]
    low: float
    high: float
    free_step: int
    when: When | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class RunLength:
    """At most so many loaded weeks in a row."""

    kind: Literal["run-length"]
    most: Mapping[Level, int]
    masters: int
    masters_from: int
    where: Where = NOWHERE


@frozen(kw_only=True)
class Share:
    """Shares of the week's sprint reps: acceleration, top speed, endurance, in percent."""

    kind: Literal["share"]
    goals: Mapping[str, tuple[int, ...]]
    beginner: tuple[int, ...]
    tolerance: int
    weeks: tuple[str, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class Gate:
    """Kinds, templates or exercises that only some athletes may meet, and only from some week."""

    kind: Literal["gate"]
    kinds: tuple[Kind, ...] = ()
    templates: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    ages: Span | None = None
    push_weeks: int | None = None  # so many weeks with maximal pushes before
    min_plan_weeks: int | None = None  # not new in a shorter plan
    alone: bool = True  # false: never the only method of its family in a plan
    returning: bool = True  # false: not after a break
    where: Where = NOWHERE


@frozen(kw_only=True)
class ItemLimit:
    """Limits of single items of some kinds: how hard, how long, how far, how many."""

    kind: Literal["item-limit"]
    kinds: tuple[Kind, ...]
    exercises: tuple[str, ...] = ()
    of: str | None = None  # only intensities on this scale
    intensity: Mapping[Level, Span] = MappingProxyType({})  # the high end counts
    hold_s: Span | None = None
    from_intensity: int | None = None  # `hold_s` binds from this intensity on
    distance_m: float | None = None
    distance_without: str | None = None  # `distance_m` binds unless this kit is used
    when: When | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class Angles:
    """Each isometric pattern is pushed at this many angles in a week."""

    kind: Literal["angles"]
    least: int
    when: When | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class BeforeEvent:
    """Days that must lie between the last session of a kind and the event."""

    kind: Literal["before-event"]
    kinds: Mapping[Kind, int]
    loads: Mapping[str, int]
    where: Where = NOWHERE


@frozen(kw_only=True)
class Sequence:
    """The types of the weeks follow the sequence for goal, level and length."""

    kind: Literal["sequence"]
    intro_weeks: Mapping[Level, int]
    where: Where = NOWHERE


@frozen(kw_only=True)
class FastGap:
    """After the introduction no more than so many days pass without a rep this fast."""

    kind: Literal["fast-gap"]
    days: int
    percent: int
    where: Where = NOWHERE


@frozen(kw_only=True)
class Shown:
    """What a plan cannot know (pain, times, soreness): printed on the session instead."""

    kind: Literal["shown"]
    on: Literal["stop", "readiness", "test", "principle"]
    text: str
    families: tuple[str, ...] = ()
    where: Where = NOWHERE


Check = (
    Spacing
    | HeavySpacing
    | WarmUp
    | Bounds
    | BlockTotal
    | RestByDistance
    | Order
    | Ramp
    | WeekFactor
    | RunLength
    | Share
    | Gate
    | ItemLimit
    | Angles
    | BeforeEvent
    | Sequence
    | FastGap
    | Shown
)


@frozen(kw_only=True)
class Rule:
    """One planning rule. The checks that `firm` names are never bent for a request."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    statement: str
    why: str  # one short clause that fits into a finding
    reason: str
    sources: tuple[str, ...]
    strength: Strength
    firm: tuple[str, ...] = ()  # kinds of checks that no request may break
    checks: tuple[Check, ...]
    concepts: tuple[str, ...] = ()
    where: Where = NOWHERE
