"""The page of a rule: what it says, why, and the numbers that plans are checked with."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.library import Library
from speedcli.knowledge.rulebook import Rule
from speedcli.views import wording
from speedcli.views.citation import Numbering
from speedcli.views.page import (
    Fact,
    Facts,
    Graded,
    GradedText,
    Link,
    Links,
    Page,
    Paragraph,
    Part,
    Section,
)
from speedcli.views.pages import figure
from speedcli.views.pages.concept import links
from speedcli.views.pages.limits import limits


def page(rule: Rule, library: Library) -> Page:
    """Everything about a rule."""
    numbering = Numbering(library)
    graded = GradedText(rule.strength, rule.reason, numbering.refs(rule.sources))
    parts: list[Part] = [
        Paragraph(rule.statement),
        Section("Why", (Paragraph(wording.sentence(rule.why)),)),
        *figure.sections(library.figures_of_rule(rule.id), library, numbering),
        Section("How sure are we", (Graded((graded,)),)),
        Section("What is checked", limits(rule, library)),
        *_way_back(rule, library, numbering),
    ]
    if rule.firm:
        parts.append(Paragraph("Firm: a request that breaks this rule is refused, not bent."))
    if disputes := tuple(
        Link(one.id, one.title) for one in library.disputes.values() if rule.id in one.rules
    ):
        parts.append(Links("Disputed", disputes))
    if rule.concepts:
        parts.append(Links("Read on", links(rule.concepts, library)))
    return Page(_title(rule), "rule", (*parts, *numbering.section()))


def brief(rule: Rule) -> Page:
    """What the rule says and why."""
    parts = (Paragraph(rule.statement), Facts((Fact("Why", wording.sentence(rule.why)),)))
    return Page(_title(rule), "rule", parts)


def _way_back(rule: Rule, library: Library, numbering: Numbering) -> Iterator[Section]:
    """The stages after a hamstring strain, on the page of the rule that sends there."""
    planning = library.planning_if_any
    if planning and planning.return_rule == rule.id:
        refs = numbering.refs(planning.return_sources)
        stages = tuple(
            Fact(f"Stage {one.stage}", f"{one.content} Up to {one.speed} % of best speed.")
            for one in planning.return_to_sprint
        )
        note = GradedText(rule.strength, planning.return_note, refs)
        yield Section("After a hamstring strain", (Graded((note,)), Facts(stages)))


def _title(rule: Rule) -> str:
    return f"{rule.id} {rule.title}"
