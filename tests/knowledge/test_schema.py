"""The schemas accept what the decoder accepts, and refuse what editors can see."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from speedcli.knowledge import load
from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.nodes import Pairs
from speedcli.knowledge.schema import schema
from speedcli.knowledge.values import Intensity, Metres, Minutes, Seconds, Span, Total
from speedcli.views import document, schemas
from tests.views.test_document import PLAN

VALUES = (Span, Seconds, Minutes, Metres, Intensity, Total)


class _Loader(yaml.SafeLoader):
    """Reads the words that YAML 1.1 takes for truths as text, as editors do."""


_Loader.yaml_implicit_resolvers = {
    letter: [entry for entry in entries if not entry[0].endswith((":bool", ":int"))]
    for letter, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile("-?(0|[1-9][0-9]*)$"), list("-0123456789")
)


def plain(text: str) -> Any:
    loaded = yaml.load(text, _Loader)
    return json.loads(json.dumps(loaded, default=date.isoformat))


def errors(name: str, data: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(schemas.named(name))
    return [error.message for error in validator.iter_errors(data)]


@pytest.mark.parametrize("name", schemas.names())
def test_each_is_a_schema(name: str) -> None:
    made = schemas.named(name)
    jsonschema.Draft202012Validator.check_schema(made)
    assert json.loads(schemas.as_json(name)) == made


@pytest.mark.parametrize("file", sorted(load.data_dir().glob("*.yaml")), ids=lambda file: file.name)
def test_the_shipped_data_is_valid(file: Path) -> None:
    assert errors("data", plain(file.read_text("utf-8"))) == []


def test_plans_are_valid() -> None:
    plan = document.read(PLAN.read_bytes(), PLAN.name)
    assert errors("plan", json.loads(document.as_json(plan))) == []
    assert errors("plan", plain(document.as_yaml(plan))) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"titel": "x"}, "'titel' was unexpected"),
        ({"id": None}, "None is not of type"),
        ({"weeks": {}}, "{} is not of type 'array'"),
        ({"format": "speed-plan/2"}, "'speed-plan/2' is not one of"),
    ],
)
def test_plans_are_refused(change: dict[str, Any], message: str) -> None:
    plan = json.loads(document.as_json(document.read(PLAN.read_bytes(), PLAN.name)))
    assert any(message in error for error in errors("plan", {**plan, **change}))


def test_a_table_alone() -> None:
    kit = {"kit": [{"id": "rope", "name": "rope", "provides": None}]}
    assert errors("kit", kit) == []
    assert errors("kit", {**kit, "rules": []}) != []
    assert set(schemas.named("kit")["$defs"]) == {"Kit"}


def test_keys_are_described_where_the_records_say_more() -> None:
    source = schemas.named("sources")["$defs"]["Source"]
    assert source["description"] == "A publication, or the word *practice*."
    assert source["properties"]["studies"]["description"] == "how many a review pooled"


def test_a_record_of_an_unknown_type_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        schema(complex, "None")


RANGES = st.text("0123456789.-– ", max_size=6)
UNITS = ("", "s", "min", "m", "reps", "%", "% max-speed", "rep-max", "sets", "% rpe")


@given(RANGES, st.sampled_from(UNITS), st.sampled_from(VALUES))
def test_a_value_that_is_read_fits_its_pattern(numbers: str, unit: str, shape: Any) -> None:
    """Patterns are a little narrower, in spaces only: editors show the usual way."""
    text = f"{numbers} {unit}".strip()
    try:
        usual = str(shape.parse(text))
    except ValueError:
        return
    assert re.search(shape.pattern(), usual)


@pytest.mark.parametrize("shape", VALUES)
def test_examples_fit_their_pattern(shape: Any) -> None:
    examples = re.findall("'([^']+)'", shape.example) or shape.example.split(" or ")
    for example in examples:
        assert re.search(shape.pattern(), example)
        shape.parse(example)


@frozen(kw_only=True)
class Run:
    """A run over ground.

    What follows is for programmers.
    """

    kind: Literal["run"]
    metres: Metres
    reps: Span
    rest: Seconds | None = None


@frozen(kw_only=True)
class Hold:
    """A hold."""

    kind: Literal["hold"]
    angles: tuple[int, ...]


@frozen(kw_only=True)
class Workout:
    """A workout."""

    name: str  # what it is called
    first_day: date | None = None  # never a Sunday
    parts: tuple[Run | Hold, ...] = ()
    share: float | tuple[float, ...] = 1
    grades: Mapping[Literal["a", "b"], str]
    level: Literal["low", "high"] = "low"
    is_test: bool = False
    others: Mapping[str, int] | None = None
    changes: Pairs | None = None


def test_a_schema_says_all_that_the_types_say() -> None:
    text = {"type": ["string", "number", "boolean"]}
    made = schema(Workout, "Workouts")
    assert made == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Workouts",
        "description": "A workout.",
        "type": "object",
        "properties": {
            "name": {"description": "what it is called", **text},
            "first-day": {
                "description": "never a Sunday",
                "type": ["string", "null"],
                "format": "date",
                "examples": ["2027-01-04"],
            },
            "parts": {
                "anyOf": [
                    {
                        "type": "array",
                        "items": {"oneOf": [{"$ref": "#/$defs/Run"}, {"$ref": "#/$defs/Hold"}]},
                    },
                    {"type": "null"},
                ]
            },
            "share": {
                "anyOf": [
                    {"type": "number"},
                    {"type": "array", "items": {"type": "number"}},
                    {"type": "null"},
                ]
            },
            "grades": {
                "type": "object",
                "propertyNames": {"enum": ["a", "b"]},
                "additionalProperties": text,
            },
            "level": {"enum": ["low", "high", None]},
            "is-test": {"type": ["boolean", "null"]},
            "others": {
                "anyOf": [
                    {"type": "object", "additionalProperties": {"type": "integer"}},
                    {"type": "null"},
                ]
            },
            "changes": {"type": ["object", "null"]},
        },
        "required": ["name", "grades"],
        "additionalProperties": False,
        "$defs": {
            "Run": {
                "description": "A run over ground.",
                "type": "object",
                "properties": {
                    "kind": {"enum": ["run"]},
                    "metres": {"$ref": "#/$defs/Metres"},
                    "reps": {"$ref": "#/$defs/Span"},
                    "rest": {"anyOf": [{"$ref": "#/$defs/Seconds"}, {"type": "null"}]},
                },
                "required": ["kind", "metres", "reps"],
                "additionalProperties": False,
            },
            **{value: made["$defs"][value] for value in ("Metres", "Span", "Seconds")},
            "Hold": {
                "description": "A hold.",
                "type": "object",
                "properties": {
                    "kind": {"enum": ["hold"]},
                    "angles": {"type": "array", "items": {"type": "integer"}},
                },
                "required": ["kind", "angles"],
                "additionalProperties": False,
            },
        },
    }


def test_one_key_alone_is_wanted_and_keys_may_have_underscores() -> None:
    only = schema(Workout, "Days", only="first_day", underscores=True)
    assert (list(only["properties"]), only["required"]) == (["first_day"], ["first_day"])
    assert only["$defs"] == {}


def test_a_quantity_is_described_with_an_example() -> None:
    made = schema(Run, "Runs")["$defs"]
    assert made["Metres"] == {
        "description": f"{Metres.__doc__} Written {Metres.example}.",
        "type": "string",
        "pattern": Metres.pattern(),
    }
    assert made["Span"]["type"] == ["string", "number"]
