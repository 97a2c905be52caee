"""What tells plans apart: the id of a request, the fingerprint of the prescribed numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from speedcli.training.document import Item, Request, Week
from speedcli.training.measure import items_of
from speedcli.training.written import plain

LENGTH = 8


def request_id(request: Request) -> str:
    """Eight hex digits of everything that was asked for."""
    return _digest(plain(request))


def fingerprint(weeks: Iterable[Week]) -> str:
    """Eight hex digits of the prescribed numbers and dates: equal cards are equal plans."""
    sessions = [session for week in weeks for session in week.sessions]
    # The same item stands in many sessions of a plan, so its numbers are taken once.
    items = {id(item): item for item in items_of(sessions)}
    numbers = {key: _numbers(item) for key, item in items.items()}
    return _digest(
        [
            [session.date.isoformat(), [[numbers[id(i)] for i in b.items] for b in session.blocks]]
            for session in sessions
        ]
    )


def _numbers(item: Item) -> list[object]:
    hard = item.intensity
    return [
        item.exercise,
        item.sets,
        item.reps,
        item.sides,
        *map(_number, (item.distance_m, item.run_in_m, item.hold_s, item.effort_s, item.minutes)),
        item.angle,
        hard and [hard.of, plain(hard.value)],
        item.rest_s,
        item.set_rest_s,
        _number(item.target_s),
    ]


def _number(value: float | None) -> float | None:
    """The same for 3 and 3.0, which a document does not tell apart."""
    return None if value is None else float(value)


def _digest(value: object) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:LENGTH]
