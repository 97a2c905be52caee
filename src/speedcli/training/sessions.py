"""From a kind of day to a session: its blocks in order, within the minutes, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.library import Library
from speedcli.knowledge.planning import MAX_SPRINT, DayType, Slot
from speedcli.knowledge.records import Template
from speedcli.knowledge.rulebook import Shown
from speedcli.training import measure
from speedcli.training.compose import Composer, Draft
from speedcli.training.document import Block, Reason, Session

# Load classes that lighter weeks leave as they are: technique is what they are for.
WHOLE = frozenset({"none", "tech"})
ROLES = ("warm-up", "primer", "main", "support", "cool-down")


@frozen()
class Setting:
    """What a day's drafts depend on beside the athlete: the week, and how much of everything."""

    letter: str
    week: int
    dose: float
    sprint: float  # the dose of maximal sprints
    long: float = 0.0  # the dose of speed endurance, which starts low whenever it starts
    share: float = 1.0  # of the dose's totals, in weeks below full load
    running: float = 1.0  # the same for maximal sprints
    alone: bool = False  # a session outside any plan
    shifts: Mapping[str, float] = MappingProxyType({})  # of the dose, by template


class DayDraft(NamedTuple):
    """A day that can still be made lighter."""

    type: DayType
    drafts: tuple[Draft, ...]


def draft_day(composer: Composer, day: DayType, setting: Setting) -> DayDraft | None:
    """The day's blocks as drafts, in the order of a session; None where no main block fits."""
    drafts: list[Draft] = []
    for slot in day.slots:
        if _open(slot, composer, setting):
            used = {draft.template.id for draft in drafts}
            free = tuple(name for name in slot.templates if name not in used)
            if not free:
                continue
            draft = _fill(composer, slot, free, setting)
            if draft is not None:
                drafts.append(draft)
            elif slot.keep and slot.role == "main" and (day.hard or not drafts):
                return None
    if not any(draft.role == "main" for draft in drafts):
        return None
    if day.hard and not any(draft.template.load == MAX_SPRINT for draft in drafts):
        return None
    ordered = sorted(drafts, key=lambda draft: (ROLES.index(draft.role) > 3, draft.template.place))
    return DayDraft(day, tuple(ordered))


def _open(slot: Slot, composer: Composer, setting: Setting) -> bool:
    request = composer.athlete.request
    return (
        (not slot.levels or request.level in slot.levels)
        and (not slot.goals or request.goal in slot.goals)
        and (not slot.weeks or setting.letter in slot.weeks)
        and setting.week >= slot.from_week
        and (setting.alone or request.weeks >= slot.plan_from)
    )


def _fill(composer: Composer, slot: Slot, names: tuple[str, ...], setting: Setting) -> Draft | None:
    level = _level(composer, names[0], setting)
    dose = slot.least + (1 - slot.least) * level * slot.share
    shift = max((setting.shifts.get(name, 0.0) for name in names), default=0.0, key=abs)
    draft = composer.draft(names, slot.role, min(max(dose + shift, 0.0), 1.0), slot.keep)
    if draft is None:
        return None
    share = setting.running if draft.template.load == MAX_SPRINT else setting.share
    if share < 1 and draft.template.load not in WHOLE:
        draft = at_most(draft, draft.total * share)
    cap = None if setting.alone else first_weeks_cap(composer, draft, setting.week)
    return draft if cap is None else at_most(draft, cap)


def _level(composer: Composer, name: str, setting: Setting) -> float:
    """The dose that a template is taken at: that of its kind of work."""
    template = composer.library.sessions[name]
    if template.load != MAX_SPRINT:
        return setting.dose
    spec = template.levels.get(composer.athlete.request.level)
    names = (line.exercises[0] for line in spec.lines) if spec else ()
    kinds = {composer.library.exercises[exercise].kind for exercise in names}
    return setting.long if "endurance" in kinds else setting.sprint


def at_most(draft: Draft, total: float) -> Draft:
    """The draft no higher than `total`, even below its template's least."""
    return draft if draft.total <= total else draft._replace(rung=draft.ladder.rung(total, None))


def first_weeks_cap(composer: Composer, draft: Draft, week: int) -> int | None:
    """The most of a method that starts small, in this week of the plan."""
    kinds = {strand.exercise.kind for strand in draft.strands}
    caps = [
        first.most
        for first in composer.library.planning.first_weeks
        if first.most is not None
        and week <= first.until_week
        and (draft.template.id in first.templates or kinds & set(first.kinds))
    ]
    return min(caps, default=None)


def session(
    composer: Composer,
    day: DayType,
    found: tuple[Block, ...],
    *,
    number: str,
    when: date,
    why: tuple[Reason, ...],
) -> Session:
    """The blocks as one session of the plan document."""
    library = composer.library
    ranks = {load.id: load.rank for load in library.planning.load_classes}
    main = next(block for block in found if block.role == "main")
    templates = [library.sessions[block.template] for block in found]
    used = _kit(composer, found)
    return Session(
        id=number,
        date=when,
        title=day.title,
        family=library.sessions[main.template].family,
        load=max((block.load for block in found), key=lambda load: ranks[load]),
        minutes=measure.session_minutes(found),
        kit=used,
        space_m=_space(composer, found),
        purpose=day.purpose,
        why=why,
        caution=_merged(template.cautions for template in templates),
        safety=_merged(_safety(template, used) for template in templates),
        readiness=_readiness(library, library.sessions[main.template].family),
        pain=library.planning.pain,
        blocks=found,
    )


def _safety(template: Template, kit: tuple[str, ...]) -> Iterable[str]:
    """What to check first: what always holds, then what the kit in use asks for."""
    return (*template.safety, *(n.text for n in template.kit_safety if set(n.kit) & set(kit)))


def _readiness(library: Library, family: str) -> str | None:
    """What to ask before a session, from the rules that a plan itself cannot keep."""
    asked = [
        check.text
        for _, check in library.checks(Shown)
        if check.on == "readiness" and (not check.families or family in check.families)
    ]
    return " ".join(asked) or None


def _merged(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry for each in lists for entry in each))


def _kit(composer: Composer, found: Iterable[Block]) -> tuple[str, ...]:
    """The given kit that the session uses, in the order it was given."""
    athlete, library = composer.athlete, composer.library
    used: set[str] = set()
    for block in found:
        used |= {athlete.provided[kit] for kit in library.sessions[block.template].setup_kit}
        for item in block.items:
            used |= set(athlete.kit_for(library.exercises[item.exercise]) or ())
    return tuple(kit for kit in athlete.request.kit if kit in used)


def _space(composer: Composer, found: Iterable[Block]) -> int | None:
    """Metres of clear ground: the longest run with its run-in, and the room to stop after it."""
    lengths = [
        (item.distance_m or 0)
        + (item.run_in_m or 0)
        + (template.space.high if template.space else 0)
        for block in found
        for template in [composer.library.sessions[block.template]]
        for item in block.items
        if item.distance_m is not None
    ]
    return round(max(lengths)) if lengths else None
