"""What stands on the card of one session, as plain data for its template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from speedcli.knowledge.library import Library
from speedcli.knowledge.values import plain
from speedcli.training.document import Block, Item, Plan, Session, Week
from speedcli.views import dates, prescription, wording
from speedcli.views.card import boxes
from speedcli.views.page import Bullets
from speedcli.views.pages import blocks, notes

Data = dict[str, Any]


def sheet(plan: Plan, week: Week, session: Session, library: Library, *, alone: bool) -> Data:
    """The card of a session; `alone` when no overview of the plan goes before it.

    What the overview would say of health, and what the coach wrote about the plan, stands on a card
    that is alone.
    """
    card = {
        "title": session.title,
        "week": _week(plan, week),
        "date": dates.full(session.date),
        "minutes": f"{session.minutes} min",
        "id": session.id,
        "fingerprint": plan.fingerprint,
        "plan": plan.title,
        "purpose": session.purpose,
        "people": people(plan, session.place),
        "needs": blocks.needs(session, library).text,
        "notes": written(plan.notes if alone else None) + written(session.notes),
        "before": list(_before(plan, session, alone)),
        "warm_up": [_work(block) for block in blocks.outer(session, "warm-up")],
        "blocks": [_work(block) for block in blocks.inner(session)],
        "cool_down": [_work(block) for block in blocks.outer(session, "cool-down")],
        "stops": [[block.title, block.stop] for block in blocks.inner(session)],
        "pain": session.pain or "",
    }
    items = sum(len(block.items) for block in blocks.inner(session))
    return {**card, "letters": _letters(card), "items": items}


def people(plan: Plan, place: str | None = None) -> list[list[str]]:
    """Who trains, with whom and where: filled in, or empty to write on."""
    named = {
        "Athlete": plan.athlete,
        "Coach": plan.coach,
        "Squad": plan.club,
        "Place": place or plan.place,
    }
    return [[label, text or ""] for label, text in named.items()]


def written(text: str | None) -> list[Data]:
    """What a coach wrote: paragraphs, and lists of lines."""
    return [
        {"bullets": list(part.items)} if isinstance(part, Bullets) else {"text": part.text}
        for part in notes.parts(text)
    ]


def _week(plan: Plan, week: Week) -> str:
    """`Week 1 of 6, intro`; nothing where the session stands on its own."""
    if plan.request.session is not None:
        return ""
    return f"Week {week.number} of {plan.request.weeks}, {week.phase}"


def _before(plan: Plan, session: Session, alone: bool) -> Iterator[list[str]]:
    """What to know before the first step, under short labels."""
    if alone and plan.health:
        yield ["Health", plan.health]
    if session.readiness:
        yield ["Ready", session.readiness]
    if session.safety:
        yield ["Check first", " ".join(map(wording.sentence, session.safety))]
    if session.caution:
        yield ["Leave it out", wording.sentence(wording.capital("; ".join(session.caution)))]


def _work(block: Block) -> Data:
    """A block; how hard it is stands in its heading where that is the same for all of it."""
    common = blocks.common_intensity(block)
    return {
        "title": block.title,
        "minutes": f"{block.minutes} min",
        "intensity": common,
        "stop": block.stop,
        "work": list(_items(block, common)),
    }


def _items(block: Block, common: str) -> Iterator[Data]:
    """The items; what belongs to an exercise rather than to a set of it is said once."""
    told: set[tuple[str, str]] = set()

    def once(item: Item, key: str) -> str:
        text = getattr(item, key) or ""
        if (item.exercise, text) in told:
            return ""
        told.add((item.exercise, text))
        return wording.sentence(text) if text else ""

    for item in block.items:
        yield {
            "name": item.name,
            "dose": prescription.dose(item),
            "intensity": "" if common else prescription.intensity(item),
            "rest": prescription.rest(item),
            "angle": wording.sentence(item.angle) if item.angle else "",
            "target": f"Aim at {plain(item.target_s)} s." if item.target_s else "",
            "cue": once(item, "cue"),
            "note": once(item, "note"),
            "easier": once(item, "easier"),
            "harder": once(item, "harder"),
            "boxes": boxes.of(item),
        }


def _letters(value: Any) -> int:
    """How many letters there are in all texts of some data."""
    if isinstance(value, str):
        return len(value)
    members = value.values() if isinstance(value, dict) else value
    return sum(map(_letters, members)) if isinstance(members, Iterable) else 0
