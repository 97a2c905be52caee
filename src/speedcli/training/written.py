"""Records of the plan document as plain values, ready for JSON or YAML."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date

from speedcli.knowledge.records import Where


def plain(value: object) -> object:
    """Mappings, lists, texts and numbers. What is None or empty by default is left out."""
    if isinstance(value, str | int):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {
            each.name: plain(part)
            for each in fields(value)
            if not isinstance(part := getattr(value, each.name), Where)
            and not (part is None or part == () or (part is False))
        }
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
