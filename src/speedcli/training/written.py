"""Records of the plan document as plain values, ready for JSON or YAML."""

from __future__ import annotations

from datetime import date

from speedcli.knowledge.records import Where


def plain(value: object) -> object:
    """Mappings, lists, texts and numbers. What is None or empty by default is left out."""
    if isinstance(value, str | int):
        return value
    if names := getattr(value, "__match_args__", None):
        return {
            name: plain(part)
            for name in names
            if not isinstance(part := getattr(value, name), Where)
            and not (part is None or part == () or (part is False))
        }
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
