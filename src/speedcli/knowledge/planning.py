"""What the planner needs beside templates and rules: levels, weeks, days, times, people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.records import NOWHERE, Family, Goal, Kind, Level, Role, Where
from speedcli.knowledge.values import Intensity, Span
from speedcli.knowledge.why import Told, Why

Phase = Literal["intro", "load", "peak", "deload", "taper", "test"]
Emphasis = Literal["acceleration", "max-velocity", "speed-endurance", "mixed"]
Letter = Literal["I", "A", "M", "S", "P", "D", "T"]
Scale = Literal[
    "max-speed",
    "max-force",
    "one-rep-max",
    "velocity-loss",
    "effort",
    "rep-max",
    "rpe",
    "body-weight",
]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

MAX_SPRINT = "max-sprint"  # the load class of maximal sprints: what makes a day hard


@frozen(kw_only=True)
class Defaults:
    """What a request means when it does not say."""

    level: Level
    goal: Goal
    days: int
    kit: tuple[str, ...]
    variant: int
    weekdays: Mapping[str, tuple[Weekday, ...]]  # number of days -> weekdays
    where: Where = NOWHERE


@frozen(kw_only=True)
class Limits:
    """What a request may ask for."""

    weeks: Span
    days: Span
    minutes: Span
    session_minutes: Span  # of a session on its own, which may be short
    ages: Span
    course_weeks: int  # from how many weeks on a plan has a course for the rules to judge
    where: Where = NOWHERE


@frozen(kw_only=True)
class GoalInfo:
    """A goal of training and how it is named."""

    id: Goal
    title: str
    aliases: tuple[str, ...] = ()
    emphasis: Emphasis
    where: Where = NOWHERE


@frozen(kw_only=True)
class LevelInfo:
    """Who is at a level; `start`, `step` and `top` are doses of the loaded weeks."""

    id: Level
    training_age: str
    typical: str
    aliases: tuple[str, ...] = ()
    start: float
    step: float
    top: float
    where: Where = NOWHERE


@frozen(kw_only=True)
class LoadClass:
    """What a block costs. `rank` orders them, heaviest first."""

    id: str
    title: str
    rank: int
    text: str
    where: Where = NOWHERE


@frozen(kw_only=True)
class KindTime:
    """How long an item of a kind takes beyond its holds and rests, in seconds. From practice."""

    setup_s: int  # once an item
    change_s: int = 0  # between the sides of a rep
    rep_s: float = 0  # a rep without hold, effort or distance
    speed_m_s: float | None = None  # at full intensity, over the distance and the run-in
    where: Where = NOWHERE


@frozen(kw_only=True)
class WeekType:
    """A kind of week. `volume` is a share of the full dose; caps lower what templates say."""

    letter: Letter
    name: str
    phase: Phase
    emphasis: Emphasis | None = None  # none: the goal's
    loaded: bool
    volume: Span  # in percent
    sprint: Span  # intensity of sprints, percent of best speed
    flying: int | None = None  # cap of flying sprints
    push: Intensity | None = None  # none: as in the week before
    band: Intensity | None = None
    dose_shifts: Mapping[str, float] = MappingProxyType({})  # by template
    why: tuple[Why, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class Sequences:
    """Week types by number of weeks, for some goals and levels; the first fitting table counts."""

    goals: tuple[Goal, ...] = ()
    levels: tuple[Level, ...] = ()
    event: bool | None = None
    returning: bool | None = None
    weeks: Mapping[str, str]
    where: Where = NOWHERE

    def letters(
        self, weeks: int, goal: Goal, level: Level, *, event: bool, returning: bool
    ) -> str | None:
        """The types of so many weeks; None where the table has none for such a request."""
        fits = (
            (not self.goals or goal in self.goals)
            and (not self.levels or level in self.levels)
            and self.event in (None, event)
            and self.returning in (None, returning)
        )
        return self.weeks.get(str(weeks)) if fits else None


@frozen(kw_only=True)
class Slot:
    """A place for a block in a day: the first template that the request allows.

    The day's dose is scaled by `share` and starts from `least`. Slots that are not `keep` go
    first when time is short.
    """

    role: Role
    templates: tuple[str, ...]
    share: float = 1.0
    least: float = 0.0
    keep: bool = False
    levels: tuple[Level, ...] = ()
    weeks: tuple[Letter, ...] = ()
    goals: tuple[Goal, ...] = ()
    from_week: int = 1
    plan_from: int = 1  # only in plans of so many weeks
    where: Where = NOWHERE


@frozen(kw_only=True)
class DayType:
    """A kind of training day: its slots in order, and why it is there."""

    id: str
    title: str
    hard: bool  # meant as a maximal sprint day
    purpose: str
    slots: tuple[Slot, ...]
    instead: str | None = None  # the day type to use where no main block fits
    why: tuple[Why, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class WeekPlan:
    """Which day types fill a week: hard days by how many there are, easy days in turn."""

    weeks: tuple[Letter, ...]
    goals: tuple[Goal, ...] = ()
    levels: tuple[Level, ...] = ()
    hard: Mapping[str, tuple[str, ...]]  # number of hard days -> day types in date order
    easy: tuple[str, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class SessionKind:
    """What `speed session KIND` builds."""

    id: str
    day: str
    aliases: tuple[str, ...] = ()
    where: Where = NOWHERE


@frozen(kw_only=True)
class People:
    """How the plan changes for some athletes: youth, masters, returning."""

    id: str
    title: str
    ages: Span | None = None
    returning: bool = False
    volume: float
    hard_days: int | None = None
    rest_days: int | None = None
    spacing_h: int | None = None
    loaded_in_row: int | None = None
    flying_days: int | None = None
    speed_cap: int | None = None  # percent, in the first week
    no_kinds: tuple[Kind, ...] = ()
    no_templates: tuple[str, ...] = ()
    no_exercises: tuple[str, ...] = ()
    warm_up_min: int | None = None
    reps_most: int | None = None
    distance_most: int | None = None
    note: str
    sources: tuple[str, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class FirstWeeks:
    """A method that starts small: its most in the first weeks of a plan."""

    templates: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    until_week: int
    most: int | None = None  # in the unit of the template's total, in one session
    percent: int | None = None  # the highest intensity
    why: Why
    where: Where = NOWHERE


@frozen(kw_only=True)
class Reading:
    """How to read a dose: what its scale means, or how its angles count."""

    of: Literal[Scale, "angle"]
    label: str
    text: str
    where: Where = NOWHERE


@frozen(kw_only=True)
class Expectation:
    """What a plan of so many weeks may promise."""

    weeks: Span
    text: str
    where: Where = NOWHERE


@frozen(kw_only=True)
class Taper:
    """Days before an event on which plans of some lengths are already lighter."""

    weeks: Span
    days: int
    volume: int  # percent, in the loaded week that reaches into those days
    where: Where = NOWHERE


@frozen(kw_only=True)
class Stage:
    """One stage of the way back to sprinting after a hamstring strain."""

    stage: int
    speed: int  # percent at most
    content: str
    where: Where = NOWHERE


@frozen(kw_only=True)
class Planning:
    """All of it. One record, in one file."""

    health: str  # the line that every plan opens with
    pain: str  # the pain rule that every session carries
    missed: str  # what to do about missed sessions
    change: str  # what counts as a real change in a test
    defaults: Defaults
    limits: Limits
    goals: tuple[GoalInfo, ...]
    levels: tuple[LevelInfo, ...]
    load_classes: tuple[LoadClass, ...]
    kind_times: Mapping[Kind, KindTime]
    rest_step_s: int  # rests are rounded up to this
    hold_step_s: Mapping[Kind, int]  # by how much a dose moves a hold
    warm_up_fast: str
    warm_up_easy: str
    fast_from: int  # percent of best speed that needs the full warm-up
    full_speed_from: int  # percent of best speed from which free runs count as full effort
    cool_down: str
    test_day: str  # the day type of tests
    test_day_alone: str  # the same where a week has one hard day
    test_from_weeks: int  # how long a plan must be to have them
    fallback_days: tuple[str, ...]  # tried in turn where neither a day nor its stand-in fits
    easy_days: tuple[str, ...]  # tried in turn where a day is too hard so near to an event
    last_days: tuple[str, ...]  # the same, on the last days before it
    last_days_before: int  # how many days those are
    week_types: tuple[WeekType, ...]
    sequences: tuple[Sequences, ...]
    day_types: tuple[DayType, ...]
    week_plans: tuple[WeekPlan, ...]
    session_kinds: tuple[SessionKind, ...]
    session_dose: float  # of a session on its own
    session_week: Letter  # the type of week that its slots are taken from
    session_after_weeks: int  # as if so many weeks of training lay before it
    beside: Mapping[Family, tuple[str, ...]]  # support for a single template, by its family
    people: tuple[People, ...]
    first_weeks: tuple[FirstWeeks, ...]
    reasons: tuple[Told, ...]
    tapers: tuple[Taper, ...]
    readings: tuple[Reading, ...]
    expectations: tuple[Expectation, ...]
    return_rule: str  # the rule on whose page the way back is shown
    return_note: str
    return_to_sprint: tuple[Stage, ...]
    return_sources: tuple[str, ...]
    where: Where = NOWHERE
