"""A library that was kept is the library that was read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from speedcli.knowledge import load, stored
from speedcli.knowledge.library import TABLES, Library
from speedcli.knowledge.problems import DataError


def kept(library: Library, read: list[str] | None = None) -> Library:
    """The library by way of JSON; the names of what is read are added to `read`."""
    texts = {name: json.dumps(make()) for name, make in stored.entries(library).items()}

    def reading(name: str) -> Any:
        if read is not None:
            read.append(name)
        return json.loads(texts[name])

    return stored.library(reading)


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load.load(load.data_dir())


@pytest.mark.parametrize("table", TABLES)
def test_every_record_comes_back(table: str, shipped: Library) -> None:
    back = kept(shipped).table(table)
    assert back == shipped.table(table)
    assert list(back) == list(shipped.table(table))


def test_the_planning_comes_back(shipped: Library) -> None:
    assert kept(shipped).planning == shipped.planning


def test_types_and_orders_come_back(shipped: Library) -> None:
    """Equality does not tell 1 from 1.0 or True, nor the order of a mapping."""
    back = kept(shipped)
    for table in TABLES:
        assert list(map(repr, back.table(table).values())) == [
            repr(record).replace("mappingproxy({})", "{}")
            for record in shipped.table(table).values()
        ]


def test_links_back_from_concepts_are_the_same(shipped: Library) -> None:
    back = kept(shipped)
    for concept in shipped.concepts:
        assert back.sessions_for(concept) == shipped.sessions_for(concept)
        assert back.exercises_for(concept) == shipped.exercises_for(concept)
        assert back.related_to(concept) == shipped.related_to(concept)


def test_a_table_is_read_when_it_is_looked_into_and_once(shipped: Library) -> None:
    read: list[str] = []
    back = kept(shipped, read)
    assert read == ["planning", "patches"]
    assert "R07" in back.rules
    assert len(back.rules) == len(shipped.rules)
    assert read == ["planning", "patches", "rules"]


def test_what_a_coach_changed_comes_back(shipped: Library, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("patches:\n- id: wall-push-start\n  cues: [Push]\n")
    changed = load.load(load.data_dir(), tmp_path)
    back = kept(changed)
    assert back.patches == changed.patches
    assert back.exercises["wall-push-start"].cues == ("Push",)
    (patch,) = back.patches_of(back.exercises["wall-push-start"])
    assert (patch.fields, str(patch.where)) == (("cues",), "a.yaml:2")


def test_a_library_without_planning(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("kit:\n- {id: wall, name: Wall}\n")
    with pytest.raises(DataError, match="no file holds 'planning'"):
        _ = kept(load.load(tmp_path)).planning
