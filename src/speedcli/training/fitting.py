"""Bring a day's drafts inside the minutes of the request and the caps of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from speedcli.knowledge.planning import MAX_SPRINT
from speedcli.knowledge.problems import CannotMeet
from speedcli.training import measure
from speedcli.training.compose import Composer, Draft
from speedcli.training.document import Block
from speedcli.training.finish import Finisher
from speedcli.training.sessions import DayDraft

# What the rules cap in a session, and the kinds of items that make it up.
CAPPED = {
    "sprint-part-minutes": measure.RUNNING,
    "iso-push-s": measure.PUSHES,
    "iso-hold-s": frozenset({"iso-hold"}),
    "contacts": frozenset({"plyo"}),
    "sprint-reps": measure.EFFORT,
}


def fitted(finisher: Finisher, day: DayDraft) -> tuple[DayDraft, tuple[Block, ...]]:
    """The day's blocks with warm-up and cool-down, brought inside the minutes of the request.

    With them what is left of the drafts. CannotMeet when even the first main block does not fit.
    """
    composer = finisher.composer
    request = composer.athlete.request
    limit = minutes_limit(composer)
    kept = list(day.drafts)
    while True:
        found = _framed(finisher, [finisher.block(draft) for draft in kept])
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


def sprint_minutes(finisher: Finisher, day: DayDraft) -> int:
    """Minutes that a day leaves for its sprints, once all that may go or shrink has done so."""
    fast = [finisher.block(draft) for draft in day.drafts if at_full_effort(draft)]
    long = [
        finisher.block(draft)
        for draft in day.drafts
        if _is_sprint(draft) and not at_full_effort(draft)
    ]
    least = [
        finisher.block(draft._replace(rung=min(draft.rung, draft.ladder.low)))
        for draft in day.drafts
        if draft.keep and not _is_sprint(draft)
    ]
    framed = _framed(finisher, [*least, *long, *fast])
    others = measure.session_minutes(framed) - measure.session_minutes(fast)
    left = minutes_limit(finisher.composer) - others
    cap = finisher.composer.session_cap("sprint-part-minutes")
    return left if cap is None else min(left, int(cap) - measure.session_minutes(long))


def or_without_a_sprint(days: Sequence[DayDraft]) -> Iterator[list[DayDraft]]:
    """The days as they are, and then each time without another block of sprints that may go."""
    yield list(days)
    for number, day in enumerate(days):
        kept = list(day.drafts)
        for place, draft in enumerate(kept):
            if at_full_effort(draft) and _may_go(kept, place):
                fewer = day._replace(drafts=(*kept[:place], *kept[place + 1 :]))
                yield [*days[:number], fewer, *days[number + 1 :]]


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
                kept[place] = draft._replace(rung=draft.rung - 1)
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
    counted = measure.held if metric in ("iso-push-s", "iso-hold-s") else measure.reps
    return sum(counted(item) for item in items)


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
            kept[place] = kept[place]._replace(rung=kept[place].rung - 1)
            return True
    first = next(place for place, draft in enumerate(kept) if draft.role == "main")
    others = [place for place in range(len(kept)) if place != first]
    if others:
        del kept[others[-1]]
        return True
    if kept[0].rung > 0:
        kept[0] = kept[0]._replace(rung=kept[0].rung - 1)
        return True
    return False


def at_full_effort(draft: Draft) -> bool:
    """Whether a block is of sprints whose metres count as run at full effort."""
    return _is_sprint(draft) and _holds(draft, measure.EFFORT)


def _is_sprint(draft: Draft) -> bool:
    return draft.template.load == MAX_SPRINT


def _framed(finisher: Finisher, inner: list[Block]) -> list[Block]:
    planning = finisher.library.planning
    if all(block.load == "none" for block in inner):
        return inner  # a warm-up needs no warm-up
    fast = any(measure.is_fast(item, planning.fast_from) for block in inner for item in block.items)
    framed = [finisher.warm_up(fast), *inner]
    if inner[-1].template != planning.cool_down:
        framed.append(finisher.cool_down)
    return [block for block in framed if block is not None]
