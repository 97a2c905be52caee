"""What is kept of a record is its page and its JSON, letter by letter."""

from __future__ import annotations

import json
from typing import Any

from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import SEARCHED
from speedcli.knowledge.plain import record
from speedcli.views import json_record, present, ready
from speedcli.views.page import NODES
from speedcli.views.pages import index


def kept(value: Any) -> Any:
    return json.loads(json.dumps(value))


def test_every_page_comes_back(shipped: Library) -> None:
    entries = ready.entries(shipped)
    for table in SEARCHED:
        for id, one in shipped.table(table).items():
            back = kept(entries[f"{table}/{id}"]())
            assert record(back["page"], NODES) == present.page(one, shipped), id
            assert record(back["brief"], NODES) == present.brief(one, shipped), id
            given = json_record.as_json(one, shipped)
            assert json.dumps(back["json"]) == json.dumps(given), id


def test_the_map_comes_back(shipped: Library) -> None:
    back = kept(ready.entries(shipped)["map"]())
    assert record(back["page"], NODES) == index.concept_map(shipped)
    assert [one["id"] for one in back["json"]] == list(shipped.concepts)


def test_all_that_can_be_looked_up_is_listed_and_there(shipped: Library) -> None:
    entries = ready.entries(shipped)
    lists = ("all/claims", "all/disputes", "all/figures")
    listed = {f"{one.table}/{one.id}" for one in entries["names"]()}
    steps = {f"{one.table}/{one.id}" for one in entries["steps"]()}
    told = {f"told/{name}" for name in listed | steps}
    assert listed | told == set(entries) - {"names", "steps", "index", "map", *lists}
    assert {name.removeprefix("series/") for name in steps} == set(shipped.series)


def test_what_is_listed_is_called_as_its_json_calls_it(shipped: Library) -> None:
    entries = ready.entries(shipped)
    for one in entries["names"]():
        kept = entries[f"{one.table}/{one.id}"]()["json"]
        assert (kept["kind"], kept["id"]) == (one.kind, one.id)
