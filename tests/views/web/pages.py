"""Pages as tests read them: made from plans, and parsed back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from speedcli.training.document import Block, Item, Plan, Session
from speedcli.training.part import sessions
from speedcli.views import dates
from speedcli.views.web import page
from tests.training.requests import LIBRARY, asked
from tests.views import reading

START = "2027-01-04"  # a Monday, and the first session of these plans


def made(**wishes: object) -> Plan:
    from speedcli.training import planner

    return planner.plan(asked(LIBRARY, **{"weeks": 2, "start": START, **wishes}), LIBRARY)


@dataclass(frozen=True)
class Parsed:
    """A page beside its plan."""

    plan: Plan
    html: str

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @cached_property
    def data(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads(self.one("script#data").text())
        return read

    def one(self, selector: str) -> LexborNode:
        (found,) = self.tree.css(selector)
        return found

    def blocks(self) -> Iterator[tuple[Block, LexborNode]]:
        """Each block of each session beside its section of the page."""
        cards = self.tree.css("article.session")
        for session, card in zip(sessions(self.plan), cards, strict=True):
            yield from zip(session.blocks, card.css("section.block"), strict=True)

    def cards(self) -> Iterator[tuple[Session, LexborNode]]:
        yield from zip(sessions(self.plan), self.tree.css("article.session"), strict=True)


def parsed(plan: Plan, *, why: bool = False) -> Parsed:
    return Parsed(plan, page.render(plan, LIBRARY, why=why))


def said(node: LexborNode, selector: str) -> str:
    """The text of the only such element; nothing where there is none."""
    found = node.css(selector)
    assert len(found) <= 1, selector
    return words(found[0].text()) if found else ""


def words(text: str) -> str:
    """`text` with every blank as one space."""
    return " ".join(text.split())


def check(plan: Plan) -> None:
    """That the page says all of the plan, number by number."""
    read = parsed(plan)
    for session, card in read.cards():
        assert said(card, "h2") == session.title
        assert said(card, "time") == dates.full(session.date)
        assert f" · {session.minutes} min · " in said(card, ".when")
        lines = (*session.safety, *session.caution, session.pain or "")
        assert all(words(line) in words(card.text()) for line in lines)
    for block, section in read.blocks():
        assert said(section, "h3") == words(block.title)
        assert said(section, "header p") == f"{block.minutes} min"
        assert said(section, ".stop") == f"Stop rule: {words(block.stop)}"
        for item, line in zip(block.items, section.css("li"), strict=True):
            assert said(line, ".name") == words(item.name)
            reading.check_item(item, *(said(line, f".{part}") for part in ("dose", "hard", "rest")))
            cue = said(line, ".cue").casefold()
            assert all(words(text or "").casefold() in cue for text in (item.cue, item.angle))
            assert len(line.css(".reps [type=checkbox]")) == boxes_of(item)


def boxes_of(item: Item) -> int:
    """One to a run, push or hold and side; one to a set and side where reps run on."""
    if item.minutes is not None:
        return item.sides
    timed = item.hold_s is not None or item.effort_s is not None
    told_apart = timed or item.distance_m is not None or item.rest_s
    count = item.sets * (item.reps if told_apart else 1) * item.sides
    return count if count <= 200 else 1  # nobody ticks so many
