"""Twelve weeks that a coach would plan: they pass every rule, and spoiled they do not."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from speedcli.knowledge.library import Library
from speedcli.training.document import Plan
from speedcli.training.findings import findings
from speedcli.training.identity import request_id
from speedcli.views import document
from tests.training.breakages import BREAKAGES, Breakage
from tests.training.requests import LIBRARY

FOLDER = Path(__file__).parents[1] / "plans" / "examples"
EXAMPLES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
LEAST = 10  # ways to spoil each example


def written(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text("utf-8")


@cache
def example(name: str) -> Plan:
    return document.read(written(name), f"{name}.yaml", LIBRARY)


def test_there_are_twelve() -> None:
    levels, days = ("advanced", "beginner", "intermediate"), ("2d", "3d", "4d", "5d")
    assert [f"{level}-{number}" for level in levels for number in days] == EXAMPLES


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_breaks_no_rule(name: str, library: Library) -> None:
    assert [str(finding) for finding in findings(example(name), library)] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_minutes_and_totals_are_those_of_the_items(name: str) -> None:
    as_written = document.read(written(name), f"{name}.yaml")
    assert as_written == example(name)
    assert f"fingerprint: {as_written.fingerprint}" in written(name).replace('"', "")
    assert as_written.id == request_id(as_written.request)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_what_its_request_asks_for(name: str, library: Library) -> None:
    plan = example(name)
    (week,) = plan.weeks
    level, days = name.split("-")
    assert plan.request.level == level
    assert len(week.sessions) == len(plan.request.days) == int(days[0])
    assert tuple(f"{each.date:%a}".lower() for each in week.sessions) == plan.request.days
    assert {kit for each in week.sessions for kit in each.kit} == set(plan.request.kit)
    assert max(each.minutes for each in week.sessions) <= plan.request.minutes
    for session in week.sessions:
        for block in session.blocks:
            template = library.sessions[block.template]
            assert (block.title, block.load) == (template.title, template.load)
            assert level in template.levels
            assert {item.exercise for item in block.items} <= set(library.exercises)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_spoiled_example_is_caught_by_the_right_rule(name: str, library: Library) -> None:
    plan, missed = example(name), []
    tried: set[str] = set()
    before = {(finding.rule, finding.where) for finding in findings(plan, library)}
    for breakage in BREAKAGES:
        at = breakage.at(plan)
        if at is None:
            continue
        tried.add(breakage.name)
        found = {(each.rule, each.where) for each in findings(breakage.make(plan, at), library)}
        named = re.compile(rf"{at}( .+)?")  # the week or session alone, or with block or item
        if not any(
            rule == breakage.rule and named.fullmatch(where) for rule, where in found - before
        ):
            missed.append(f"{breakage.name}: wants {breakage.rule} at {at}, got {sorted(found)}")
    assert missed == []
    assert len(tried) >= LEAST


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda each: f"{each.rule} {each.name}")
def test_every_way_to_spoil_a_week_is_tried(breakage: Breakage) -> None:
    assert any(breakage.at(example(name)) for name in EXAMPLES)
