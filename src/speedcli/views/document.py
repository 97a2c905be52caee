"""The plan document as text, `speed-plan/1` in YAML or JSON, and back again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from typing import Any

from speedcli.knowledge.decode import decode
from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import DataError, Problem, quoted
from speedcli.knowledge.records import Where
from speedcli.training import measure
from speedcli.training.document import FORMAT, Block, Intensity, Item, Plan, Request, Session, Week
from speedcli.training.identity import fingerprint
from speedcli.views import yaml_text

Data = Any  # what YAML and JSON take, and dates

_HEAD = f"# {FORMAT}: a training plan. Edit it, then: speed check FILE, speed print FILE"
_ON_ONE_LINE = frozenset(("days", "kit", "avoid", "value", "intensity", "totals"))
_MEMBERS_ON_ONE_LINE = frozenset(("why",))
_SHOWN_EMPTY = ("avoid", "age", "event")  # of a request: what could have been asked for


def as_yaml(plan: Plan, *, ascii: bool = False) -> str:
    """The document for people; with `ascii`, other letters are escaped."""
    style = yaml_text.Style(_ON_ONE_LINE, _MEMBERS_ON_ONE_LINE, ascii)
    return f"{_HEAD}\n{yaml_text.dump(as_data(plan), style)}"


def as_json(plan: Plan, *, ascii: bool = False) -> str:
    """The document for programs; with `ascii`, other letters are escaped."""
    return json.dumps(as_data(plan), indent=2, ensure_ascii=ascii, default=date.isoformat) + "\n"


def as_data(plan: Plan) -> dict[str, Data]:
    """The document as mappings and lists, in the order of its fields. Dates stay dates."""
    data: dict[str, Data] = _data(plan)
    return data


def read(text: str | bytes, file: str, library: Library | None = None) -> Plan:
    """The plan written in `text`; DataError naming `file` and the line of every mistake.

    The fingerprint is always computed anew. With a `library` so are minutes and totals, because
    they follow from the items, which a coach may have edited.
    """
    plan, problems = decode(text, file, Plan, underscores=True)
    if plan is not None:
        problems = sorted(_mistakes(plan), key=lambda problem: problem.where.line)
    if plan is None or problems:
        raise DataError(problems)
    if library is not None:
        plan = replace(plan, weeks=tuple(_week(week, library) for week in plan.weeks))
    return replace(plan, fingerprint=fingerprint(plan.weeks))


def _data(value: Any) -> Data:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _data(part)
            for field in fields(value)
            if _is_written(field, part := getattr(value, field.name), value)
        }
    if isinstance(value, tuple):
        return [_data(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _is_written(field: Field[Any], part: Any, record: Any) -> bool:
    """Whether a field stands in the document. What is absent by default is left out."""
    if isinstance(part, Where):
        return False
    if isinstance(record, Request) and field.name in _SHOWN_EMPTY:
        return True
    return field.default is MISSING or not (part is None or part == () or part is False)


def _week(week: Week, library: Library) -> Week:
    sessions = tuple(_session(session, library) for session in week.sessions)
    return replace(week, sessions=sessions, totals=measure.totals(sessions))


def _session(session: Session, library: Library) -> Session:
    blocks = tuple(
        replace(block, minutes=measure.block_minutes(block.items, library))
        for block in session.blocks
    )
    return replace(session, blocks=blocks, minutes=measure.session_minutes(blocks))


def _mistakes(plan: Plan) -> Iterator[Problem]:
    """What has the right form and still cannot be."""
    if not plan.weeks:
        yield Problem(plan.where, "'weeks' is empty; a plan has at least one week")
    numbers: dict[int, Week] = {}
    ids: dict[str, Session] = {}
    for week in plan.weeks:
        if (first := numbers.setdefault(week.number, week)) is not week:
            yield _doubled(f"week {week.number}", week.where, first.where)
        for session in week.sessions:
            if (other := ids.setdefault(session.id, session)) is not session:
                yield _doubled(f"session {quoted(session.id)}", session.where, other.where)
            for block in session.blocks:
                yield from _bad_numbers(block)


def _doubled(what: str, where: Where, first: Where) -> Problem:
    return Problem(where, f"{what} is given twice; the first is on line {first.line}")


def _bad_numbers(block: Block) -> Iterator[Problem]:
    for item in block.items:
        for name in ("sets", "reps"):
            if (count := getattr(item, name)) < 1:
                yield Problem(item.where, f"{name!r} wants 1 or more, got {count}")
        for name in _MEASURES:
            value = getattr(item, name)
            if value is not None and value <= 0:
                yield Problem(item.where, f"{name!r} wants more than 0, got {value:g}")
        yield from _bad_rests(item)
        if item.intensity is not None:
            yield from _bad_ends(item.intensity)


_MEASURES = ("distance_m", "run_in_m", "hold_s", "effort_s", "minutes", "target_s")


def _bad_ends(intensity: Intensity) -> Iterator[Problem]:
    ends = intensity.value
    if isinstance(ends, tuple) and (len(ends) != 2 or ends[0] > ends[1]):
        written = ", ".join(f"{end:g}" for end in ends)
        yield Problem(intensity.where, f"'value' wants a number or [low, high], got [{written}]")


def _bad_rests(item: Item) -> Iterator[Problem]:
    for name in ("rest_s", "set_rest_s"):
        value = getattr(item, name)
        if value is not None and value < 0:
            yield Problem(item.where, f"{name!r} wants 0 or more, got {value}")
