"""Bring a day's drafts inside the minutes of the request and the caps of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from speedcli.knowledge.planning import MAX_SPRINT
from speedcli.knowledge.problems import CannotMeet
from speedcli.training import measure
from speedcli.training.caps import Caps
from speedcli.training.compose import Composer, Draft
from speedcli.training.document import Block
from speedcli.training.sessions import DayDraft

# What the rules cap in a session, and the kinds of items that make it up.
CAPPED = {
    "sprint-part-minutes": measure.RUNNING,
    "iso-push-s": measure.PUSHES,
    "iso-hold-s": frozenset({"iso-hold"}),
    "contacts": frozenset({"plyo"}),
    "sprint-reps": measure.EFFORT,
}


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
                f"{request.minutes} were given; give --minutes {wanted}"
            )


def sprint_minutes(composer: Composer, day: DayDraft, caps: Caps) -> int:
    """Minutes that a day leaves for its sprints, once all that may go or shrink has done so."""
    fast = [draft for draft in day.drafts if at_full_effort(draft)]
    long = [
        composer.block(draft, caps)
        for draft in day.drafts
        if _is_sprint(draft) and not at_full_effort(draft)
    ]
    least = [
        composer.block(replace(draft, rung=min(draft.rung, draft.ladder.low)), caps)
        for draft in day.drafts
        if draft.keep and not _is_sprint(draft)
    ]
    inner = [*least, *long, *(composer.block(draft, caps) for draft in fast)]
    frame = [block for block in _framed(composer, inner, caps) if block not in inner]
    left = minutes_limit(composer) - sum(block.minutes for block in [*frame, *least, *long])
    cap = composer.session_cap("sprint-part-minutes")
    return left if cap is None else min(left, int(cap) - sum(block.minutes for block in long))


def minutes_limit(composer: Composer) -> int:
    """Minutes a session may last: those of the request, and never more than the rules allow."""
    rule = composer.session_cap("minutes")
    minutes = composer.athlete.request.minutes
    return minutes if rule is None else min(minutes, int(rule))


def _trimmed(composer: Composer, kept: list[Draft], found: Iterable[Block]) -> bool:
    """Make the last block lighter of those that bring a session above a cap of the rules."""
    for metric, kinds in CAPPED.items():
        cap = composer.session_cap(metric)
        if cap is None or _adds_up(metric, found) <= cap:
            continue
        for place in sorted(range(len(kept)), key=lambda each: (kept[each].keep, -each)):
            draft = kept[place]
            # A published protocol is shown as published, whatever our caps say.
            if draft.template.published_by or not _holds(draft, kinds):
                continue
            if draft.rung > draft.ladder.low or (draft.rung > 0 and not _may_go(kept, place)):
                kept[place] = replace(draft, rung=draft.rung - 1)
                return True
            if _may_go(kept, place):
                del kept[place]
                return True
    return False


def _holds(draft: Draft, kinds: Set[str]) -> bool:
    return any(strand.exercise.kind in kinds for strand in draft.strands)


def _may_go(kept: list[Draft], place: int) -> bool:
    """Whether a block may be left out: not what the day is for, and never its last main block."""
    draft = kept[place]
    mains = sum(each.role == "main" for each in kept)
    return not draft.keep and (draft.role != "main" or mains > 1)


def _adds_up(metric: str, found: Iterable[Block]) -> float:
    if metric == "sprint-part-minutes":
        return sum(block.minutes for block in found if block.load == MAX_SPRINT)
    items = [item for block in found for item in block.items if item.kind in CAPPED[metric]]
    held = metric in ("iso-push-s", "iso-hold-s")
    return sum(measure.reps(item) * ((item.hold_s or 0) if held else 1) for item in items)


def _shorten(kept: list[Draft]) -> bool:
    """Take the least needed thing away: a block that may go, else one rung; of sprints last."""
    for sprints in (False, True):
        places = [p for p, draft in enumerate(kept) if _is_sprint(draft) is sprints]
        extra = [place for place in places if _may_go(kept, place)]
        if extra:
            del kept[extra[-1]]
            return True
        above = [place for place in places if kept[place].rung > kept[place].ladder.low]
        if above:
            place = max(above, key=lambda each: kept[each].rung - kept[each].ladder.low)
            kept[place] = replace(kept[place], rung=kept[place].rung - 1)
            return True
    first = next(place for place, draft in enumerate(kept) if draft.role == "main")
    others = [place for place in range(len(kept)) if place != first]
    if others:
        del kept[others[-1]]
        return True
    if kept[0].rung > 0:
        kept[0] = replace(kept[0], rung=kept[0].rung - 1)
        return True
    return False


def at_full_effort(draft: Draft) -> bool:
    """Whether a block is of sprints whose metres count as run at full effort."""
    return _is_sprint(draft) and _holds(draft, measure.EFFORT)


def _is_sprint(draft: Draft) -> bool:
    return draft.template.load == MAX_SPRINT


def _framed(composer: Composer, inner: list[Block], caps: Caps) -> list[Block]:
    planning = composer.library.planning
    fast = any(measure.is_fast(item, planning.fast_from) for block in inner for item in block.items)
    name = planning.warm_up_fast if fast else planning.warm_up_easy
    framed = list(inner)
    if all(block.load == "none" for block in inner):
        return framed  # a warm-up needs no warm-up
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
