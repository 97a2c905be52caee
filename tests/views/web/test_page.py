"""The page of a plan, read back by an HTML parser; `test_forms` compares it with any plan."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from speedcli.training.document import Item
from speedcli.training.part import part, sessions
from speedcli.training.steps import steps
from speedcli.views import document
from speedcli.views.web import page
from tests.training.requests import LIBRARY, TODAY
from tests.views.web.pages import Parsed, boxes_of, made, parsed, said, words

ONE_SESSION = Path(__file__).parents[2] / "plans" / "one-session.yaml"
LINES = (
    "meta|link|title|body|h[1-3]|p|div|section|article|header|footer|details|li|dt|dialog|button"
)


@pytest.fixture(scope="module")
def two_weeks() -> Parsed:
    return parsed(made())


def test_the_script_gets_the_steps_of_every_block(two_weeks: Parsed) -> None:
    data = two_weeks.data
    assert data["plan"] == two_weeks.plan.id
    for block, section in two_weeks.blocks():
        rows = data["timers"][int(section.attributes["data-timer"] or "")]
        told = [dict(zip(data["fields"], row, strict=True)) for row in rows]
        expected = [
            {
                "doing": step.doing,
                "seconds": pytest.approx(step.seconds, abs=0.001),
                "item": step.item,
                **step.piece._asdict(),
                "waits": int(step.waits),
            }
            for step in steps(block.items, LIBRARY)
        ]
        assert told == expected


def test_runs_have_a_field_for_each_time_and_nothing_else_has(two_weeks: Parsed) -> None:
    found = 0
    for block, section in two_weeks.blocks():
        for item, line in zip(block.items, section.css("li"), strict=True):
            fields = line.css(".reps [type=text]")
            runs = item.kind in ("sprint", "flying", "resisted", "hill", "assisted", "endurance")
            assert len(fields) == (boxes_of(item) if runs else 0)
            found += len(fields)
    assert found > 10


def test_nothing_comes_from_elsewhere(two_weeks: Parsed) -> None:
    tree = two_weeks.tree
    assert not tree.css("script[src], img, iframe, object, embed, form, base, [style]")
    links = [node.attributes["href"] or "" for node in tree.css("[href]")]
    assert links
    assert all(link.startswith("#") or link == "data:," for link in links)
    assert not [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]
    assert "url(" not in two_weeks.html
    assert "@import" not in two_weeks.html


def test_only_the_style_and_the_script_of_the_page_may_run(two_weeks: Parsed) -> None:
    policy = two_weeks.one("meta[http-equiv]").attributes["content"] or ""
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives == {
        "default-src": "'none'",
        "style-src": hashed(two_weeks.one("style").text()),
        "script-src": hashed(two_weeks.one("script:not([type])").text()),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def hashed(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def test_ids_are_unique_and_links_lead_to_them(two_weeks: Parsed) -> None:
    tree = two_weeks.tree
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    named = {
        (node.attributes[name] or "").removeprefix("#")
        for name in ("popovertarget", "aria-labelledby")
        for node in tree.css(f"[{name}]")
    }
    contents = {(node.attributes["href"] or "")[1:] for node in tree.css("a")}
    assert len(contents) == len(sessions(two_weeks.plan))
    assert named | contents <= set(ids)


def test_terms_open_what_the_knowledge_base_answers(two_weeks: Parsed) -> None:
    tree = two_weeks.tree
    opened = {
        node.text(): said(two_weeks.one(f"#{node.attributes['popovertarget']}"), "p:not(.more)")
        for node in tree.css(".ideas .open")
    }
    answers = {concept.title: words(concept.answer) for concept in LIBRARY.concepts.values()}
    assert len(opened) > 5
    assert opened.items() <= answers.items()


def test_exercises_open_how_they_are_done(two_weeks: Parsed) -> None:
    for block, section in two_weeks.blocks():
        for item, line in zip(block.items, section.css("li"), strict=True):
            (name,) = line.css(".name .open")
            sheet = words(two_weeks.one(f"#{name.attributes['popovertarget']}").text())
            exercise = LIBRARY.exercises[item.exercise]
            assert words(exercise.setup) in sheet
            assert words(exercise.caution) in sheet


def test_an_exercise_of_a_coachs_own_has_a_name_and_no_sheet(two_weeks: Parsed) -> None:
    def own(item: Item) -> Item:
        return replace(item, exercise="mine", name="Mine")

    week = two_weeks.plan.weeks[0]
    session = week.sessions[0]
    blocks = tuple(
        replace(block, template="mine", items=tuple(map(own, block.items)))
        for block in session.blocks
    )
    week = replace(week, sessions=(replace(session, blocks=blocks),))
    read = parsed(replace(two_weeks.plan, weeks=(week,)))
    assert {node.text() for node in read.tree.css("li .name")} == {"Mine"}
    assert not read.tree.css(".block .open")


def test_the_plan_comes_first_and_then_its_sessions(two_weeks: Parsed) -> None:
    order = [node.attributes.get("id") for node in two_weeks.tree.css("main > *")]
    assert order == ["plan", *(f"day-{n}" for n in range(1, len(order)))]
    days = [node.attributes["data-date"] or "" for node in two_weeks.tree.css("article")]
    assert all(before < after for before, after in pairwise(days))


def test_a_single_session_is_its_card_alone(two_weeks: Parsed) -> None:
    plan = replace(part(two_weeks.plan, "w2d1", TODAY), notes="Bring spikes.")
    read = parsed(plan)
    assert [card.attributes["data-session"] for _, card in read.cards()] == ["w2d1"]
    assert not read.tree.css("#plan")
    assert said(read.one(".plan-notes"), "p") == "Bring spikes."
    assert said(read.one("article"), ".above") == "Week 2 of 2 · intro · w2d1"


def test_reasons_are_folded_until_asked_for(two_weeks: Parsed) -> None:
    assert not two_weeks.tree.css("details.why[open]")
    read = parsed(two_weeks.plan, why=True)
    for session, card in read.cards():
        (why,) = card.css("details.why[open]")
        assert all(words(reason.text) in words(why.text()) for reason in session.why)
    for week in read.plan.weeks:
        shown = said(read.one(f"[data-session={week.sessions[0].id}]"), "details.why")
        assert week.why
        assert all(words(reason.text) in shown for reason in week.why)


def test_who_trains_is_on_every_card_and_unknown_names_are_lines_to_write_on() -> None:
    read = parsed(replace(made(), athlete="Łukasz", club="José & Co"))
    for _, card in read.cards():
        assert said(card, ".people") == "Athlete ŁukaszCoach Club José & Co"
        assert said(card, ".people .blank") == "Coach"


def test_the_same_plan_gives_the_same_bytes(two_weeks: Parsed) -> None:
    assert page.render(made(), LIBRARY) == two_weeks.html


def test_the_load_of_each_week_is_drawn_and_told(two_weeks: Parsed) -> None:
    figure = two_weeks.one("#plan figure")
    metres = [week.totals.sprint_m for week in two_weeks.plan.weeks]
    heights = [float(bar.attributes["height"] or 0) for bar in figure.css("rect")]
    assert [high / max(heights) for high in heights] == [
        pytest.approx(one / max(metres), abs=0.01) for one in metres
    ]
    drawn = [text.text() for text in figure.css("text")]
    assert {*map(str, metres), "sprints and fast runs, m a week", "intro"} <= {*drawn}
    assert said(figure, "figcaption small") == "Counted from the sessions of the plan."
    (picture,) = figure.css("svg")
    assert picture.attributes["role"] == "img"
    assert said(picture, "title") == "Load by week"
    for week, metre in zip(two_weeks.plan.weeks, metres, strict=True):
        assert f"week {week.number}, {week.phase}: {metre} m" in said(picture, "desc")
    cells = [row.css("td")[2].text() for row in two_weeks.tree.css("#plan tbody tr")]
    assert cells == [str(metre) for metre in metres]


def test_weeks_without_runs_and_a_week_alone_have_no_load_to_draw(two_weeks: Parsed) -> None:
    plan = two_weeks.plan
    assert not parsed(replace(plan, weeks=plan.weeks[:1])).tree.css("#plan figure")
    still = tuple(replace(week, totals=replace(week.totals, sprint_m=0)) for week in plan.weeks)
    assert not parsed(replace(plan, weeks=still)).tree.css("#plan figure")


def test_a_term_shows_its_figures_and_paper_has_each_once(two_weeks: Parsed) -> None:
    concepts = {concept.title: id for id, concept in LIBRARY.concepts.items()}
    terms, printed = 0, []
    for sheet in two_weeks.tree.css("[id^=term-][role=dialog]"):
        shown = sheet.css("figure")
        figures = LIBRARY.figures_for(concepts[said(sheet, "h3")])
        assert [said(figure, "svg > title") for figure in shown] == [one.title for one in figures]
        for figure, one in zip(shown, figures, strict=True):
            assert said(figure, "svg > desc") == words(one.alt)
            caption = said(figure, "figcaption")
            assert caption.startswith(words(one.caption))
            for source in one.sources:
                year = str(LIBRARY.sources[source].year) if source != "practice" else ""
                assert year in caption
        printed += [
            said(figure, "svg > title")
            for figure in shown
            if "not-printed" not in (figure.attributes.get("class") or "")
        ]
        terms += bool(shown)
    assert terms > 5
    assert len(printed) == len(set(printed))


def test_no_picture_brings_a_style_or_a_link_of_its_own(two_weeks: Parsed) -> None:
    for element in two_weeks.tree.css("figure svg *"):
        assert not {"style", "href", "class", "id", "onload"} & {*element.attributes}


@pytest.mark.parametrize(("days", "most"), [("mon,wed,fri", 450_000), ("5", 700_000)])
def test_a_plan_of_six_weeks_can_be_sent(days: str, most: int) -> None:
    assert len(parsed(made(weeks=6, days=days)).html.encode()) < most


def test_boxes_are_numbered_by_rep_and_side(two_weeks: Parsed) -> None:
    labels = {
        (item.sets, item.reps, item.sides): [words(box.text()) for box in line.css(".reps > *")]
        for block, section in two_weeks.blocks()
        for item, line in zip(block.items, section.css("li"), strict=True)
        if item.hold_s is not None or item.distance_m is not None
    }
    assert labels[1, 2, 1] == ["1", "2"]
    assert labels[1, 2, 2] == ["1 L", "1 R", "2 L", "2 R"]


def test_a_whole_card(golden: Callable[[str, str], None]) -> None:
    """All of a page but its style, its script and their hashes, an element to a line."""
    made = page.render(document.read(ONE_SESSION.read_bytes(), ONE_SESSION.name), LIBRARY)
    for what, instead in (
        (r"(?s)(<style>|<script>).*?(?=</)", r"\1"),
        (r"sha256-[^&]*", "sha256-"),
        (rf"(?<!\n)(?=<(?:{LINES})\b)", r"\n"),
    ):
        made = re.sub(what, instead, made)
    golden("views/one-session.html", made)
