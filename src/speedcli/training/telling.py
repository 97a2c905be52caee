"""Sentences of the knowledge base as reasons of a plan, with the plan's numbers in their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from speedcli.knowledge.frozen import replace
from speedcli.knowledge.planning import Planning
from speedcli.knowledge.why import Why
from speedcli.training.document import Reason


def reason(why: Why) -> Reason:
    """A sentence of the knowledge base as one of the plan document."""
    return Reason(concept=why.concept, rule=why.rule, text=why.text)


def told(case: str, facts: Mapping[str, object], planning: Planning) -> Iterator[Reason]:
    """What the knowledge base says in a case, if anything, with `facts` in its places."""
    for one in planning.reasons:
        if one.case == case:
            yield replace(reason(one.why), text=one.why.text.format(**facts))
