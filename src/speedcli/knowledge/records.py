"""Every record of the knowledge base. Frozen, without behaviour; references are ids.

A field's type decides how its YAML is read; fields without a default must be given. In YAML the
keys are the field names with hyphens. `where` is filled in with the record's file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.values import Intensity, Metres, Minutes, Seconds, Span, Total
from speedcli.knowledge.where import NOWHERE as NOWHERE
from speedcli.knowledge.where import Where as Where

Level = Literal["beginner", "intermediate", "advanced"]
Goal = Literal["acceleration", "max-velocity", "speed-endurance", "general"]
Grade = Literal["strong", "moderate", "limited", "contested", "practice"]
Strength = Literal["strong", "moderate", "practice"]
Family = Literal["isometric", "band", "sprint", "support"]
Role = Literal["warm-up", "primer", "main", "support", "cool-down"]
Kind = Literal[
    "sprint",
    "flying",
    "resisted",
    "hill",
    "assisted",
    "endurance",
    "tempo",
    "drill",
    "build-up",
    "iso-push",
    "iso-hold",
    "iso-ballistic",
    "band",
    "strength",
    "plyo",
    "eccentric",
    "mobility",
    "general",
]


@frozen(kw_only=True)
class Source:
    """A publication, or the word *practice*."""

    id: str
    authors: str
    year: int | None = None
    title: str
    journal: str | None = None
    doi: str | None = None
    url: str | None = None
    kind: Literal[
        "meta-analysis",
        "systematic-review",
        "review",
        "rct",
        "controlled-trial",
        "crossover",
        "experiment",
        "cohort",
        "cross-sectional",
        "modelling",
        "methods",
        "survey",
        "consensus",
        "case-study",
        "book",
        "coaching",
        "practice",
    ]
    people: int | None = None  # how many took part; for reviews, in all pooled studies
    studies: int | None = None  # how many a review pooled
    finding: str
    limits: str | None = None
    retracted: bool = False
    aliases: tuple[str, ...] = ()
    where: Where = NOWHERE


@frozen(kw_only=True)
class Claim:
    """One sentence that can be true or false, with how sure the evidence is."""

    text: str
    grade: Grade
    sources: tuple[str, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class KeyNumber:
    """One number worth remembering: `value` and `unit` as read aloud, `name` what it measures."""

    value: str
    unit: str
    name: str
    source: str
    where: Where = NOWHERE


@frozen(kw_only=True)
class Myth:
    """What people get wrong, and what is true instead."""

    wrong: str
    right: str
    where: Where = NOWHERE


@frozen(kw_only=True)
class Concept:
    """One idea of the field, explained."""

    id: str
    title: str
    category: str
    aliases: tuple[str, ...] = ()
    answer: str  # one line
    summary: str  # two sentences
    how: str
    why: str
    myths: tuple[Myth, ...]
    claims: tuple[Claim, ...]
    numbers: tuple[KeyNumber, ...] = ()
    related: tuple[str, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class Category:
    """A heading of the map of concepts, in the order of reading."""

    id: str
    title: str
    where: Where = NOWHERE


@frozen(kw_only=True)
class Kit:
    """Something to train with. `provides` names kit that it can stand in for."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    provides: tuple[str, ...] = ()
    note: str | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class Avoidable:
    """A body region or a quality of an exercise that an athlete may want to avoid."""

    id: str
    name: str
    what: Literal["region", "quality"]
    aliases: tuple[str, ...] = ()
    where: Where = NOWHERE


@frozen(kw_only=True)
class JointAction:
    """A movement of a joint, which muscles make, hold or brake."""

    id: str
    name: str  # as a coach says it
    about: str  # one line
    where: Where = NOWHERE


@frozen(kw_only=True)
class Muscle:
    """A muscle, or a group that is trained as one, and which way it pulls."""

    id: str
    name: str  # as a coach says it
    aliases: tuple[str, ...] = ()
    about: str  # what anatomists call it, and where it is
    joint_actions: tuple[str, ...]
    claims: tuple[Claim, ...] = ()  # what it does in sprinting
    concepts: tuple[str, ...] = ()
    sources: tuple[str, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class ExerciseDose:
    """How much of an exercise at one level. Reps are per side; one of the measures is given."""

    sets: Span
    reps: Span
    distance: Metres | None = None
    run_in: Metres | None = None
    hold: Seconds | None = None
    effort: Seconds | None = None
    intensity: Intensity | None = None
    rest: Seconds | None = None  # between reps; none where reps run on
    set_rest: Seconds | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class Exercise:
    """One thing a body does. Levels without a dose should not do it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    family: Family
    kind: Kind
    muscles: tuple[str, ...] = ()  # what works hard, the main ones first; each does an action
    joint_actions: tuple[str, ...] = ()  # what they do or resist with; each has its muscle
    core: bool = False  # among the exercises to teach first
    setup: str
    execution: str
    cues: tuple[str, ...]
    errors: tuple[str, ...]
    angles: tuple[str, ...] = ()  # joint positions; where a pattern is trained at two, two
    pattern: str | None = None  # the isometric pattern it belongs to
    kit: tuple[tuple[str, ...], ...] = ()  # any one of these sets of kit is enough; none: no kit
    sides: Literal[1, 2] = 1
    rep_time: Seconds | None = None  # of one rep (and side), where the measure gives no time
    avoid: tuple[str, ...] = ()  # regions it strains and qualities it has
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    dose: Mapping[Level, ExerciseDose]
    caution: str
    concepts: tuple[str, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class Line:
    """One line of a template: the first of `exercises` that kit, level and wishes allow.

    What a line does not say is taken from the template's level, then from the exercise's dose
    (sets, reps and measures the other way round: from the exercise first).
    """

    exercises: tuple[str, ...]
    optional: bool = False
    sets: Span | None = None
    reps: Span | None = None
    distance: Metres | None = None
    run_in: Metres | None = None
    hold: Seconds | None = None
    effort: Seconds | None = None
    minutes: Minutes | None = None
    intensity: Intensity | None = None
    rest: Seconds | None = None
    set_rest: Seconds | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class TemplateLevel:
    """A template's ranges at one level."""

    total: Total
    per_week: Span
    intensity: Intensity | None = None
    sets: Span | None = None
    reps: Span | None = None
    hold: Seconds | None = None
    effort: Seconds | None = None
    distance: Metres | None = None
    rest: Seconds | None = None
    set_rest: Seconds | None = None
    lines: tuple[Line, ...]
    note: str | None = None
    where: Where = NOWHERE


@frozen(kw_only=True)
class KitSafety:
    """What to check first where any of some kit is used."""

    kit: tuple[str, ...]
    text: str
    where: Where = NOWHERE


@frozen(kw_only=True)
class Template:
    """A kind of session, or the block of one, with ranges. Levels without a range may not do it."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    family: Family
    load: str
    place: int  # in the order of a session, smaller first
    purpose: str
    concepts: tuple[str, ...]
    minutes: Minutes  # typical, without the warm-up
    surface: str | None = None
    stop: str  # by form and feel
    stop_timed: str | None = None  # only with timing
    cautions: tuple[str, ...] = ()
    safety: tuple[str, ...] = ()  # anchor, space, surface: what to check first
    kit_safety: tuple[KitSafety, ...] = ()  # the same, for some kit only
    setup_kit: tuple[str, ...] = ()  # needed whatever the exercise
    space: Metres | None = None  # beyond the longest rep, to slow down
    levels: Mapping[Level, TemplateLevel]
    unsuitable: Mapping[Level, str] = MappingProxyType({})
    sources: tuple[str, ...]
    grade: Grade
    published_by: str | None = None  # a protocol shown as published; never planned unasked
    claims: tuple[Claim, ...] = ()  # our evidence beside a published protocol
    where: Where = NOWHERE
