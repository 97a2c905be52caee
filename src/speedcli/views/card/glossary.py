"""The backs of sheets, as plain data: the terms that a card uses, and the sources behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Source, Template
from speedcli.training.document import Plan, Session
from speedcli.views import citation, wording
from speedcli.views.card.figures import Numbered
from speedcli.views.pages import blocks, reasons, terms

Data = dict[str, Any]


def of_session(session: Session, library: Library, figures: Numbered) -> Data:
    """The ideas that a session trains, the scales that it is dosed on, and its sources."""
    used = _templates(session, library)
    named = [one.concept for one in session.why if one.concept]
    ideas = dict.fromkeys((*(id for one in used for id in one.concepts), *named))
    return {
        "terms": [
            *(
                [library.concepts[id].title, f"{library.concepts[id].summary} {figures.named(id)}"]
                for id in ideas
                if id in library.concepts
            ),
            *([term.label, term.text] for term in terms.terms((session,), library)),
        ],
        "sources": _sources((id for one in used for id in one.sources), library),
    }


def of_plan(plan: Plan, library: Library) -> Data:
    """Why the weeks of a plan are as they are, and the sources of the rules behind that."""
    weeks: dict[str, list[str]] = {}
    for week in plan.weeks:
        for reason in week.why:
            weeks.setdefault(reasons.sentence(reason), []).append(str(week.number))
    rules = [one.rule for week in plan.weeks for one in week.why if one.rule]
    return {
        "terms": [
            [f"Week{'s' * (len(numbers) > 1)} {wording.listing(numbers)}", text]
            for text, numbers in weeks.items()
        ],
        "sources": _sources(
            (id for one in rules if one in library.rules for id in library.rules[one].sources),
            library,
        ),
    }


def _templates(session: Session, library: Library) -> list[Template]:
    """The templates of the work between warm-up and cool-down, as far as they are known."""
    names = dict.fromkeys(block.template for block in blocks.inner(session))
    return [library.sessions[name] for name in names if name in library.sessions]


def _sources(ids: Iterable[str], library: Library) -> list[str]:
    return [_source(library.sources[id]) for id in dict.fromkeys(ids) if id in library.sources]


def _source(source: Source) -> str:
    """`Haugen et al. 2019, doi:10.1186/s40798-019-0221-0`; the title of what has no address."""
    place = f"doi:{source.doi}" if source.doi else source.url or source.title
    return f"{citation.short(source)}, {place}"
