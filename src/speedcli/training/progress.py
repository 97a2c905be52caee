"""What a session asks more or less of than the last one of its kind: why its dose is what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from speedcli.knowledge.planning import Phase, Planning
from speedcli.training import measure
from speedcli.training.document import Item, Reason, Session
from speedcli.training.telling import told
from speedcli.training.testing import is_test

_TOLD = 2  # changes of a session that are told; a third is seldom remembered

Facts = Mapping[str, object]


def progress(
    session: Session, earlier: Sequence[Session], phase: Phase, planning: Planning
) -> Iterator[Reason]:
    """The changes since the last session of the same title, those that matter most first.

    Without such a session it is told where the pushes start, if they do.
    """
    before = next((one for one in reversed(earlier) if one.title == session.title), None)
    if before is not None and is_test(session, planning):
        yield from told("dose-test", {"session": before.id}, planning)
    elif before is not None:
        changes = _changes(session, before, phase, planning)
        nothing = told("dose-same", {"session": before.id}, planning)
        found = tuple(islice(changes, _TOLD))
        yield from found or nothing
    elif not _seconds(measure.items_of(earlier)):
        now, percent = _seconds(session_items(session)), _push_percent(session_items(session))
        if now and percent:
            yield from told("dose-push-starts", {"now": now, "percent": percent}, planning)


def session_items(session: Session) -> tuple[Item, ...]:
    """Everything that is done in a session."""
    return tuple(measure.items_of((session,)))


def _changes(
    session: Session, before: Session, phase: Phase, planning: Planning
) -> Iterator[Reason]:
    amounts = _amounts(session_items(session), planning)
    earlier = _amounts(session_items(before), planning)
    for case, now in amounts.items():
        then = earlier[case]
        if not now or not then or now == then:
            continue
        way = "up" if now > then else "down"
        facts = {"now": f"{now:g}", "before": f"{then:g}", "session": before.id}
        # Lighter weeks have reasons of their own; a case that no text is written for is not told.
        light = tuple(told(f"dose-{case}-{phase}", facts, planning)) if way == "down" else ()
        yield from light or told(f"dose-{case}-{way}", facts, planning)


def _seconds(items: Iterable[Item]) -> float:
    return sum(measure.held(i) for i in items if i.kind in measure.PUSHES)


def _push_percent(items: Iterable[Item]) -> float:
    return _hardest(items, "max-force", measure.PUSHES)


def _hardest(items: Iterable[Item], scale: str, kinds: Iterable[str]) -> float:
    """The highest intensity on a scale among items of some kinds; 0 where there is none."""
    found = (
        measure.high(item) or 0
        for item in items
        if item.kind in kinds and item.intensity is not None and item.intensity.of == scale
    )
    return max(found, default=0)


def _band_reps(items: Iterable[Item]) -> float:
    """The repetitions that the heaviest band allows."""
    found = (
        measure.high(item) or 0
        for item in items
        if item.kind == "band" and item.intensity is not None and item.intensity.of == "rep-max"
    )
    return min(found, default=0)


def _amounts(items: Sequence[Item], planning: Planning) -> Mapping[str, float]:
    """What is told of changes, in the order in which it matters: how hard, then how much."""
    return {
        "speed": _hardest(items, "max-speed", measure.FREE),
        "metres": measure.effort_metres(items, planning),
        "long": sum(measure.metres(i) for i in items if i.kind == "endurance"),
        "push-percent": _push_percent(items),
        "push": _seconds(items),
        "band": _band_reps(items),
        "contacts": sum(measure.reps(i) for i in items if i.kind == "plyo"),
        "hold": sum(measure.held(i) for i in items if i.kind == "iso-hold"),
    }
