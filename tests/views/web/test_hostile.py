"""Whatever somebody writes into a plan is text on its page: complete, and without effect."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from speedcli.training.document import Block, Item, Plan, Session
from speedcli.views.web import page
from tests.training.requests import LIBRARY
from tests.views.figures import worded
from tests.views.web.pages import Parsed, made, parsed, words

HOSTILE = [
    '=HYPERLINK("http://example.com","x")',
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "</style></title></textarea><img src=x onerror=alert(1)>",
    '" onfocus=alert(1) autofocus x="',
    "' onfocus=alert(1) x='",
    "{{7*7}} ${7*7} \\u003c",
    "../../x",
    "one\r\ntwo",
    "\u202egnirts\u202c \u200f\u05d0",
    "🏃🏽‍♀️ 50 m",
    "&amp; &lt;b&gt;",
    "x" * 300,
    "Łukasz",
    "José",
]


def written_into(plan: Plan, text: str) -> Plan:
    """The plan with `text` everywhere where a coach may write."""

    def texts(*names: str) -> dict[str, Any]:
        return dict.fromkeys(names, text)

    def item(given: Item) -> Item:
        names = ("exercise", "name", "angle", "cue", "easier", "harder", "note")
        return replace(given, **texts(*names))

    def block(given: Block) -> Block:
        return replace(given, items=tuple(map(item, given.items)), **texts("title", "stop"))

    def session(given: Session) -> Session:
        lists: dict[str, Any] = dict.fromkeys(("kit", "caution", "safety"), (text,))
        own = texts("id", "title", "purpose", "place", "readiness", "pain", "notes")
        return replace(given, blocks=tuple(map(block, given.blocks)), **lists, **own)

    week = replace(plan.weeks[0], sessions=tuple(map(session, plan.weeks[0].sessions[:2])))
    own = texts("id", "title", "athlete", "coach", "club", "notes", "health", "fingerprint")
    return replace(plan, weeks=(week,), **own)


@pytest.mark.parametrize("text", HOSTILE[1:6])
def test_words_of_a_figure_are_inert_and_complete(text: str) -> None:
    tree = LexborHTMLParser(page.render(made(), worded(LIBRARY, text)))
    shown = tree.css("[role=dialog] figure")
    assert {len(one.css("*")) for one in shown} == {len(shown[0].css("*"))}
    for one in shown:
        said = "".join(one.text().split())
        assert said.count("".join(text.split())) == 6  # two titles, words, axis, caption, rest
        assert not one.css("script, img, style, textarea")
        assert not any("onfocus" in each.attributes for each in one.css("*"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert_and_complete(text: str) -> None:
    harmless, hostile = (parsed(written_into(made(), each)) for each in ("harmless", text))
    places = shown(harmless).count("harmless")
    assert shown(hostile).count(words(text).casefold()) == places > 80
    assert hostile.data["plan"] == text
    if "\n" not in text:  # a note of two lines has two paragraphs
        assert shape(hostile) == shape(harmless)


def shown(read: Parsed) -> str:
    """All that is read in the top and the middle of the page."""
    nodes = read.tree.css("header.top, main")
    return words(" ".join(node.text(separator=" ") for node in nodes)).casefold()


def shape(read: Parsed) -> list[tuple[str | None, list[str]]]:
    """Every element of a page with the names of its attributes."""
    return [(node.tag, sorted(node.attributes)) for node in read.tree.css("*")]


def test_letters_that_turn_the_line_end_with_their_own_text() -> None:
    """Each stands in an element that browsers lay out by itself, or that the style isolates."""
    read = parsed(written_into(made(), "\u202eabc"))
    turned = [node for node in read.tree.css("main *") if "\u202e" in node.text(deep=False)]
    assert len(turned) > 80
    assert {node.tag for node in turned} <= {"p", "h3", "li", "dd", "bdi", "a"}
