"""From a kind of day to a session: its blocks in order, within the minutes, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from math import ceil

from speedcli.knowledge.library import Library
from speedcli.knowledge.planning import DayType, Slot
from speedcli.knowledge.problems import CannotMeet
from speedcli.knowledge.rulebook import Shown
from speedcli.training import measure
from speedcli.training.caps import Caps
from speedcli.training.compose import Composer, Draft
from speedcli.training.document import Block, Item, Reason, Session
from speedcli.training.limits import checks

# Load classes that lighter weeks leave as they are: technique is what they are for.
WHOLE = frozenset({"none", "tech"})
ROLES = ("warm-up", "primer", "main", "support", "cool-down")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a day's drafts depend on beside the athlete: the week, and how much of everything."""

    letter: str
    week: int
    dose: float
    sprint: float  # the dose of maximal sprints
    share: float = 1.0  # of the dose's totals, in weeks below full load
    running: float = 1.0  # the same for maximal sprints
    alone: bool = False  # a session outside any plan
    shifts: Mapping[str, float] = field(default_factory=dict)  # of the dose, by template


@dataclass(frozen=True, slots=True)
class DayDraft:
    """A day that can still be made lighter."""

    type: DayType
    drafts: tuple[Draft, ...]


def draft_day(composer: Composer, day: DayType, setting: Setting) -> DayDraft | None:
    """The day's blocks as drafts, in the order of a session; None where no main block fits."""
    drafts: list[Draft] = []
    for slot in day.slots:
        if _open(slot, composer, setting):
            free = tuple(
                name for name in slot.templates if name not in {d.template.id for d in drafts}
            )
            if not free:
                continue
            draft = _fill(composer, slot, free, setting)
            if draft is not None:
                drafts.append(draft)
            elif slot.keep and slot.role == "main" and day.hard:
                return None
    if not any(draft.role == "main" for draft in drafts):
        return None
    if day.hard and not any(draft.template.load == "max-sprint" for draft in drafts):
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
    fast = composer.library.sessions[names[0]].load == "max-sprint"
    level = setting.sprint if fast else setting.dose
    dose = slot.least + (1 - slot.least) * level * slot.share
    shift = max((setting.shifts.get(name, 0.0) for name in names), default=0.0, key=abs)
    draft = composer.draft(names, slot.role, min(max(dose + shift, 0.0), 1.0), slot.keep)
    if draft is None:
        return None
    share = setting.running if draft.template.load == "max-sprint" else setting.share
    if share < 1 and draft.template.load not in WHOLE:
        draft = at_most(draft, draft.total * share)
    cap = None if setting.alone else first_weeks_cap(composer, draft, setting.week)
    return draft if cap is None else at_most(draft, cap)


def at_most(draft: Draft, total: float) -> Draft:
    """The draft no higher than `total`, even below its template's least."""
    return draft if draft.total <= total else replace(draft, rung=draft.ladder.rung(total, None))


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


def fitted(composer: Composer, day: DayDraft, caps: Caps) -> tuple[DayDraft, tuple[Block, ...]]:
    """The day's blocks with warm-up and cool-down, brought inside the minutes of the request.

    With them what is left of the drafts. CannotMeet when even the first main block does not fit.
    """
    request = composer.athlete.request
    limit = minutes_limit(composer)
    kept = list(day.drafts)
    while True:
        inner = [composer.block(draft, caps) for draft in kept]
        found = _framed(composer, inner, caps)
        if _trimmed(composer, kept, found):
            continue
        if measure.session_minutes(found) <= limit:
            return DayDraft(day.type, tuple(kept)), tuple(found)
        if not _shorten(kept):
            wanted = measure.session_minutes(found)
            raise CannotMeet(
                f"{day.type.title.lower()} takes {wanted} minutes at the least, and "
                f"{request.minutes} were given; give --minutes {ceil(wanted / 5) * 5}"
            )


def minutes_limit(composer: Composer) -> int:
    """Minutes a session may last: those of the request, and never more than the rules allow."""
    rule = composer.session_cap("minutes")
    minutes = composer.athlete.request.minutes
    return minutes if rule is None else min(minutes, int(rule))


# What the rules cap in a session, and the kinds of items that make it up.
CAPPED = {
    "sprint-part-minutes": measure.RUNNING,
    "iso-push-s": measure.PUSHES,
    "iso-hold-s": frozenset({"iso-hold"}),
    "contacts": frozenset({"plyo"}),
    "sprint-reps": measure.EFFORT,
}


def _trimmed(composer: Composer, kept: list[Draft], found: Iterable[Block]) -> bool:
    """Make the last block lighter of those that bring a session above a cap of the rules."""
    for metric, kinds in CAPPED.items():
        cap = composer.session_cap(metric)
        if cap is None or _adds_up(metric, found) <= cap:
            continue
        for place in sorted(range(len(kept)), key=lambda each: (kept[each].keep, -each)):
            # A published protocol is shown as published, whatever our caps say.
            if kept[place].template.published_by:
                continue
            if any(strand.exercise.kind in kinds for strand in kept[place].strands):
                draft = kept[place]
                if draft.rung > draft.ladder.low or (draft.keep and draft.rung > 0):
                    kept[place] = replace(draft, rung=draft.rung - 1)
                else:
                    del kept[place]
                return True
    return False


def _adds_up(metric: str, found: Iterable[Block]) -> float:
    if metric == "sprint-part-minutes":
        return sum(block.minutes for block in found if block.load == "max-sprint")
    items = [item for block in found for item in block.items if item.kind in CAPPED[metric]]
    held = metric in ("iso-push-s", "iso-hold-s")
    return sum(measure.reps(item) * ((item.hold_s or 0) if held else 1) for item in items)


def _shorten(kept: list[Draft]) -> bool:
    """Take the least needed thing away: a block that may go, else one rung of the largest."""
    extra = [place for place, draft in enumerate(kept) if not draft.keep]
    if extra:
        del kept[extra[-1]]
        return True
    above = [place for place, draft in enumerate(kept) if draft.rung > draft.ladder.low]
    if above:
        place = max(above, key=lambda each: kept[each].rung - kept[each].ladder.low)
        kept[place] = replace(kept[place], rung=kept[place].rung - 1)
        return True
    if len(kept) > 1:
        del kept[-1]
        return True
    if kept[0].rung > 0:
        kept[0] = replace(kept[0], rung=kept[0].rung - 1)
        return True
    return False


def _framed(composer: Composer, inner: list[Block], caps: Caps) -> list[Block]:
    planning = composer.library.planning
    fast = any(is_fast(item, planning.fast_from) for block in inner for item in block.items)
    name = planning.warm_up_fast if fast else planning.warm_up_easy
    framed = list(inner)
    if (opening := _warm_up(composer, name, caps, fast)) is not None:
        framed.insert(0, opening)
    cooling = composer.draft([planning.cool_down], "cool-down", 0)
    if cooling is not None and inner[-1].template != planning.cool_down:
        framed.append(composer.block(cooling, caps))
    return framed


def _warm_up(composer: Composer, name: str, caps: Caps, fast: bool) -> Block | None:
    draft = composer.draft([name], "warm-up", 0)
    if draft is None:
        return None
    wanted = composer.athlete.warm_up_min if fast else 0
    found = composer.block(draft, caps)
    while found.minutes < wanted and draft.rung + 1 < len(draft.ladder.rungs):
        draft = replace(draft, rung=draft.rung + 1)
        found = composer.block(draft, caps)
    return found


def is_fast(item: Item, percent: int) -> bool:
    """Whether an item is running at `percent` of best speed or more, or maximal in another unit."""
    if item.kind not in measure.RUNNING:
        return False
    if item.intensity is not None and item.intensity.of == "max-speed":
        return (measure.high(item) or 0) >= percent
    return True


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
    return Session(
        id=number,
        date=when,
        title=day.title,
        family=library.sessions[main.template].family,
        load=max((block.load for block in found), key=lambda load: ranks[load]),
        minutes=measure.session_minutes(found),
        kit=_kit(composer, found),
        space_m=_space(composer, found),
        purpose=day.purpose,
        why=why,
        caution=_merged(template.cautions for template in templates),
        safety=_merged(template.safety for template in templates),
        readiness=_readiness(library, library.sessions[main.template].family),
        pain=library.planning.pain,
        blocks=found,
    )


def _readiness(library: Library, family: str) -> str | None:
    """What to ask before a session, from the rules that a plan itself cannot keep."""
    asked = [
        check.text
        for _, check in checks(library, Shown)
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
