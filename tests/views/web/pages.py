"""Pages as tests read them: made from plans, and parsed back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from speedcli.training.document import Block, Plan, Session
from speedcli.training.part import sessions
from speedcli.views.web import page
from tests.training.requests import LIBRARY, asked

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
