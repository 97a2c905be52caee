"""JSON Schema (draft 2020-12) of what is read from YAML, made from the types of the records.

Editors complete and validate with it. The decoder stays the judge: it says more, and in words.
"""

from __future__ import annotations

import datetime
import inspect
import re
from typing import Any, get_args

from speedcli.knowledge import shapes
from speedcli.knowledge.values import Number

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_COMMENTED = re.compile(r"^    (\w+): [^#\n]*  # (.+)$", re.MULTILINE)

_SCALARS: dict[Any, Schema] = {
    str: {"type": ["string", "number", "boolean"]},  # text wants no quotes, not even `no` or `12`
    int: {"type": "integer"},
    float: {"type": "number"},
    Number: {"type": "number"},
    bool: {"type": "boolean"},
    datetime.date: {"type": "string", "format": "date", "examples": ["2027-01-04"]},
}


def schema(
    record: Any, title: str, *, only: str | None = None, underscores: bool = False
) -> Schema:
    """The schema of files that hold one `record`, or `only` one of its keys.

    Keys are written as `decode` reads them.
    """
    writer = _Writer(underscores)
    root = writer.record(record, only)
    return {"$schema": _DIALECT, "title": title, **root, "$defs": writer.definitions}


class _Writer:
    """Walks types; records and values become definitions, so that each is described once."""

    def __init__(self, underscores: bool) -> None:
        self.underscores = underscores
        self.definitions: dict[str, Schema] = {}

    def of(self, shape: Any) -> Schema:
        """What may stand where a `shape` is wanted."""
        match shapes.form(shape):
            case "scalar":
                return _SCALARS.get(shape) or self.defined(shape, _value)
            case "choice":
                return {"enum": list(get_args(shape))}
            case "list":
                return {"type": "array", "items": self.of(get_args(shape)[0])}
            case "mapping":
                return self.mapping(*get_args(shape))
            case "record":
                return self.defined(shape, self.record)
            case "variant":
                return {"oneOf": [self.of(record) for record in get_args(shape)]}
            case "optional":
                return _or_null(self.of(shapes.without_none(shape)))
            case "list-or-other":
                return {"anyOf": [self.of(each) for each in get_args(shape)]}
            case "pairs":
                return {"type": "object"}

    def defined(self, shape: Any, write: Any) -> Schema:
        """A reference to the definition of a type, which is written the first time."""
        name = shape.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a type within itself ends here
            self.definitions[name] = write(shape)
        return {"$ref": f"#/$defs/{name}"}

    def record(self, shape: Any, only: str | None = None) -> Schema:
        notes, layout = _notes(shape), shapes.layout(shape, self.underscores)
        keys = {key: field for key, field in layout.items() if only in (None, key)}
        return {
            "description": _first_paragraph(shape),
            "type": "object",
            "properties": {key: self.field(keys[key], notes) for key in keys},
            "required": [key for key in keys if keys[key].required or only],
            "additionalProperties": False,
        }

    def field(self, field: shapes.Field, notes: dict[str, str]) -> Schema:
        """A field's value. A key without a value is the same as no key, where it may be absent."""
        written = self.of(field.shape)
        if not field.required and shapes.form(field.shape) != "optional":
            written = _or_null(written)
        note = notes.get(field.name)
        return {"description": note, **written} if note else written

    def mapping(self, key: Any, value: Any) -> Schema:
        keys = {} if key is str else {"propertyNames": self.of(key)}
        return {"type": "object", **keys, "additionalProperties": self.of(value)}


def _value(shape: Any) -> Schema:
    """A quantity with its unit. Where it has none, a bare number will do."""
    return {
        "description": f"{_first_paragraph(shape)} Written {shape.example}.",
        "type": ["string", "number"] if re.match(shape.pattern(), "1") else "string",
        "pattern": shape.pattern(),
    }


def _or_null(written: Schema) -> Schema:
    """The same, or nothing, in the shortest form there is."""
    if "enum" in written:
        return {"enum": [*written["enum"], None]}
    if set(written) <= {"type", "format", "examples"}:
        kinds = written["type"]
        return {**written, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}
    return {"anyOf": [*written.get("anyOf", [written]), {"type": "null"}]}


def _first_paragraph(shape: Any) -> str:
    return " ".join(inspect.cleandoc(shape.__doc__ or "").split("\n\n")[0].split())


def _notes(record: Any) -> dict[str, str]:
    """What the comments behind a record's fields say; nothing where its source is not at hand."""
    try:
        return dict(_COMMENTED.findall(inspect.getsource(record)))
    except OSError:
        return {}
