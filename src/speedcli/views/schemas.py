"""The schemas of the files that people write: plans, and data files by table."""

from __future__ import annotations

import json
from dataclasses import fields

from speedcli.knowledge.load import DataFile
from speedcli.knowledge.nearest import did_you_mean
from speedcli.knowledge.problems import UsageError, quoted
from speedcli.knowledge.schema import Schema, schema
from speedcli.training.document import FORMAT, Plan

PLAN, DATA = "plan", "data"


def names() -> tuple[str, ...]:
    """What there is a schema of: plans, any data file, and data files of one table alone."""
    return (PLAN, DATA, *(field.name for field in fields(DataFile)))


def as_json(name: str) -> str:
    """The schema called `name`; UsageError when there is none."""
    if name not in names():
        known = f"; there are {', '.join(names())}"
        hint = did_you_mean(name, names()) or known
        raise UsageError(f"no schema is called {quoted(name)}{hint}")
    return json.dumps(named(name), indent=2, ensure_ascii=False) + "\n"


def named(name: str) -> Schema:
    """The schema called `name`, one of `names`."""
    if name == PLAN:
        return schema(Plan, f"A training plan, {FORMAT}", underscores=True)
    if name == DATA:
        return schema(DataFile, "Data of speed")
    return schema(DataFile, f"Data of speed: {name}", only=name)
