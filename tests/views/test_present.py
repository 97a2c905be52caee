from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest

from speedcli.knowledge.claims import Verdict
from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import PATH, SEARCHED
from speedcli.knowledge.names import Entry
from speedcli.views import json_record, markdown, present, text
from speedcli.views.letters import to_ascii, width
from speedcli.views.marks import VERDICTS
from speedcli.views.page import Section
from speedcli.views.pages import index, step, system
from speedcli.views.text import Style

Golden = Callable[[str, str], None]
RECORDS = {
    "concept": ("concepts", "isometric"),
    "tendon": ("concepts", "tendon"),
    "exercise": ("exercises", "wall-push"),
    "works": ("exercises", "calf-hold"),
    "muscle": ("muscles", "gastrocnemius"),
    "session": ("sessions", "iso-push-day"),
    "rest-rule": ("rules", "R07"),
    "all-checks": ("rules", "R99"),
    "figure": ("figures", "stretch-and-pull"),
    "bars": ("figures", "shares"),
    "source": ("sources", "muller2020"),
    "retracted": ("sources", "withdrawn2015"),
    "practice": ("sources", "practice"),
    "claim": ("claims", "C01"),
    "untested": ("claims", "C02"),
    "dispute": ("disputes", "D01"),
    "system": ("systems", "holdwell"),
    "step": ("series", "why-push"),
    "last-step": ("series", "tendons-last"),
}
each_record = pytest.mark.parametrize("name", RECORDS)


def record(library: Library, name: str) -> Entry:
    table, id = RECORDS[name]
    found: Entry = library.table(table)[id]
    return found


def entries(library: Library) -> list[Entry]:
    return [record for table in (*SEARCHED, *PATH) for record in library.table(table).values()]


@each_record
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_text(name: str, columns: int, small: Library, golden: Golden) -> None:
    page = present.page(record(small, name), small)
    golden(f"views/{name}-{columns}.txt", text.render(page, columns, Style()))


def test_a_system_without_contradictions_has_no_heading_for_them(small: Library) -> None:
    bare = replace(small.systems["holdwell"], contradictions=(), unpublished=())
    titles = {part.title for part in system.page(bare, small).parts if isinstance(part, Section)}
    assert "What it taught, and when" in titles
    assert titles.isdisjoint({"Where it contradicts itself", "What is unknown"})


@each_record
def test_ascii(name: str, small: Library, golden: Golden) -> None:
    page = present.page(record(small, name), small)
    golden(f"views/{name}-ascii.txt", text.render(page, 80, Style(charset="ascii")))


@each_record
def test_markdown(name: str, small: Library, golden: Golden) -> None:
    golden(f"views/{name}.md", markdown.render(present.page(record(small, name), small)))


@each_record
def test_json(name: str, small: Library, golden: Golden) -> None:
    data = json_record.as_json(record(small, name), small)
    golden(f"views/{name}.json", json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def test_lists(small: Library, golden: Golden) -> None:
    golden("views/map.txt", text.render(index.concept_map(small), 80, Style()))
    golden("views/rules.txt", text.render(index.rule_list(small), 80, Style()))
    golden("views/figures.txt", text.render(index.figure_list(small), 80, Style()))
    golden("views/disputes.txt", text.render(index.dispute_list(small), 80, Style()))


@pytest.mark.parametrize("columns", [60, 80])
def test_claims_stand_in_columns(columns: int, small: Library, golden: Golden) -> None:
    golden(f"views/claims-{columns}.txt", text.render(index.claim_list(small), columns, Style()))


@pytest.mark.parametrize("columns", [60, 80])
def test_the_reading_path(columns: int, small: Library, golden: Golden) -> None:
    golden(f"views/path-{columns}.txt", text.render(step.path(small), columns, Style()))


def test_the_answer_is_shown_only_when_it_is_asked_for(small: Library) -> None:
    first = small.series["why-push"]
    hidden = text.render(step.page(first, small), 80, Style())
    shown = text.render(step.page(first, small, answer=True), 80, Style())
    assert first.answer not in hidden
    assert f"Answer  {first.answer}" in shown
    assert "--answer" in hidden
    assert "--answer" not in shown


def test_marks_of_verdicts_are_letters_that_every_screen_has() -> None:
    assert set(VERDICTS) == set(get_args(Verdict))
    assert len({to_ascii(mark) for mark in VERDICTS.values()}) == len(VERDICTS)
    assert all(width(mark) == width(to_ascii(mark)) == 1 for mark in VERDICTS.values())


@each_record
def test_brief_is_brief(name: str, small: Library) -> None:
    page = present.brief(record(small, name), small)
    assert len(text.render(page, 80, Style()).splitlines()) <= 8


def test_a_retracted_source_says_so_in_its_first_line(small: Library) -> None:
    source = small.sources["withdrawn2015"]
    for page in (present.page(source, small), present.brief(source, small)):
        assert text.render(page, 40, Style()).startswith("Retracted: ")


def test_kind_comes_first_and_does_not_hide_the_records_own(small: Library) -> None:
    data = json_record.as_json(small.exercises["wall-push"], small)
    assert next(iter(data.items())) == ("kind", "exercise")
    assert data["exercise_kind"] == "iso-push"


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_every_shipped_page_fits_and_is_whole(columns: int, shipped: Library) -> None:
    for entry in entries(shipped):
        page = present.page(entry, shipped)
        lines = text.render(page, columns, Style(charset="ascii")).splitlines()
        assert max(map(width, lines)) <= columns, entry.id
        assert "".join(lines).isascii(), entry.id
        assert not any(line.endswith("...") for line in lines), entry.id


def test_every_shipped_record_is_json(shipped: Library) -> None:
    for entry in entries(shipped):
        assert json.loads(json.dumps(json_record.as_json(entry, shipped)))["id"] == entry.id
