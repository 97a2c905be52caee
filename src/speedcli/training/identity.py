"""What tells plans apart: the id of a request, the fingerprint of the prescribed numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from speedcli.training.document import Request, Week
from speedcli.training.written import plain

LENGTH = 8


def request_id(request: Request) -> str:
    """Eight hex digits of everything that was asked for."""
    return _digest(plain(request))


def fingerprint(weeks: Iterable[Week]) -> str:
    """Eight hex digits of dates, sets, reps, measures, intensities and rests: equal cards are equal."""
    return _digest(
        [
            [str(session.date), [[_numbers(item) for item in block.items] for block in session.blocks]]
            for week in weeks
            for session in week.sessions
        ]
    )


def _numbers(item: object) -> object:
    written = plain(item)
    assert isinstance(written, dict)
    words = {"name", "cue", "easier", "harder", "note"}
    return {key: value for key, value in written.items() if key not in words}


def _digest(value: object) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:LENGTH]
