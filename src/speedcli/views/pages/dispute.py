"""The page of a dispute in the literature: its sides, and what is done about it here."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.claims import Dispute
from speedcli.knowledge.library import Library
from speedcli.views.citation import Numbering
from speedcli.views.page import Fact, Facts, Link, Links, Page, Paragraph, Part, Section
from speedcli.views.pages.concept import links


def page(dispute: Dispute, library: Library) -> Page:
    """Everything about a dispute."""
    numbering = Numbering(library)
    parts: list[Part] = [
        Paragraph(dispute.question),
        *_sides(dispute, numbering),
        Section("What we do about it", (Paragraph(dispute.ours),)),
    ]
    if dispute.rules:
        rules = tuple(Link(one, library.rules[one].title) for one in dispute.rules)
        parts.append(Links("Rules", rules))
    parts.append(Links("Read on", links(dispute.concepts, library)))
    return Page(_title(dispute), "dispute", (*parts, *numbering.section()))


def brief(dispute: Dispute) -> Page:
    """The question and what is done about it."""
    parts = (Paragraph(dispute.question), Facts((Fact("We", dispute.ours),)))
    return Page(_title(dispute), "dispute", parts)


def _title(dispute: Dispute) -> str:
    return f"{dispute.id} {dispute.title}"


def _sides(dispute: Dispute, numbering: Numbering) -> Iterator[Section]:
    for number, side in enumerate(dispute.sides):
        title = "On the other side" if number else "On one side"
        yield Section(title, (Paragraph(side.text, numbering.refs(side.sources)),))
