"""The schemas accept what the decoder accepts, and refuse what editors can see."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from speedcli.knowledge import load
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
