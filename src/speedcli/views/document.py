"""The plan document as text, `speed-plan/1` in YAML or JSON, and back again."""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from typing import Any

from speedcli.knowledge.decode import decode
from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import DataError
from speedcli.knowledge.records import Where
from speedcli.training.document import FORMAT, Plan, Request
from speedcli.training.identity import fingerprint
from speedcli.training.mistakes import mistakes
from speedcli.training.recount import recounted
from speedcli.views import yaml_text
from speedcli.views.letters import in_json

Data = Any  # what YAML and JSON take, and dates

SCHEMA_FILE = "speed-plan-1.schema.json"

# Editors read the first line. The schema lies beside the plan, so that they need no network.
_HEAD = f"""\
# yaml-language-server: $schema={SCHEMA_FILE}
# {FORMAT}: a training plan. Edit it, then: speed check FILE
# For your editor, once in this folder: speed check --schema plan -o {SCHEMA_FILE}
"""
_IS_PLAN = re.compile(
    r"""^["']?(format|request|weeks)["']?\s*:|["']format["']\s*:\s*["']speed-plan""", re.MULTILINE
)
_ON_ONE_LINE = frozenset(("days", "kit", "avoid", "value", "intensity", "totals"))
_MEMBERS_ON_ONE_LINE = frozenset(("why",))
_SHOWN_EMPTY = ("avoid", "age", "event")  # of a request: what could have been asked for


def as_yaml(plan: Plan, *, ascii: bool = False) -> str:
    """The document for people; with `ascii`, other letters are escaped."""
    style = yaml_text.Style(_ON_ONE_LINE, _MEMBERS_ON_ONE_LINE, ascii)
    return f"{_HEAD}{yaml_text.dump(as_data(plan), style)}"


def as_json(plan: Plan, *, ascii: bool = False) -> str:
    """The document for programs; with `ascii`, other letters are escaped."""
    text = json.dumps(as_data(plan), indent=2, ensure_ascii=ascii, default=date.isoformat)
    return f"{in_json(text)}\n"


def as_data(plan: Plan) -> dict[str, Data]:
    """The document as mappings and lists, in the order of its fields. Dates stay dates."""
    data: dict[str, Data] = _data(plan)
    return data


def is_plan(text: bytes) -> bool:
    """Whether a file means to be a plan, whatever is wrong with it: no data file has such keys."""
    return bool(_IS_PLAN.search(text.decode("utf-8-sig", "replace")))


def read(text: str | bytes, file: str, library: Library | None = None) -> Plan:
    """The plan written in `text`; DataError naming `file` and the line of every mistake.

    The fingerprint is always computed anew. With a `library` so are minutes and totals, because
    they follow from the items, which a coach may have edited.
    """
    plan, problems = decode(text, file, Plan, underscores=True)
    if plan is not None:
        problems = mistakes(plan)
    if plan is None or problems:
        raise DataError(problems)
    if library is not None:
        plan = recounted(plan, library)
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
