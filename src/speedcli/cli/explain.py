"""`speed explain`: any record of the knowledge base, the map of concepts, or a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speedcli.cli.output import Target, show_page

if TYPE_CHECKING:
    from speedcli.knowledge.library import Library
    from speedcli.knowledge.lookup import Entry, Match
    from speedcli.views.page import Page

_MOST_OTHERS = 8


def explain(words: Sequence[str], target: Target, *, brief: bool, data: Path | None) -> None:
    """Show what the words name, or the map without words; NotFound when they name nothing."""
    from speedcli.knowledge import load, lookup

    library = load.load(load.data_dir(), *([data] if data else []))
    listed = _lists().get(lookup.normalise(" ".join(words)))
    if listed:
        listed(library, target)
    elif words:
        _explain(_found(library, " ".join(words)), library, target, brief=brief)
    else:
        _map(library, target)


def _lists() -> Mapping[str, Callable[[Library, Target], None]]:
    """What shows a whole table, by the one word that asks for it."""
    return {"claim": _claims, "dispute": _disputes, "figure": _figures}


def _claims(library: Library, target: Target) -> None:
    from speedcli.views import json_record
    from speedcli.views.pages import index

    def records() -> list[dict[str, Any]]:
        return [json_record.judged(one) for one in library.claims.values()]

    show_page(target, lambda: index.claim_list(library), records)


def _disputes(library: Library, target: Target) -> None:
    from speedcli.views import json_record
    from speedcli.views.pages import index

    def records() -> list[dict[str, Any]]:
        return [
            {**json_record.reference(one), "question": one.question}
            for one in library.disputes.values()
        ]

    show_page(target, lambda: index.dispute_list(library), records)


def _figures(library: Library, target: Target) -> None:
    from speedcli.views import json_record
    from speedcli.views.pages import index

    def records() -> list[dict[str, Any]]:
        return [
            {**json_record.reference(one), "basis": one.basis, "caption": one.caption}
            for one in library.figures.values()
        ]

    show_page(target, lambda: index.figure_list(library), records)


def _found(library: Library, typed: str) -> Match:
    """What is called so; NotFound, with the nearest names and where to look on."""
    from speedcli.knowledge import lookup
    from speedcli.knowledge.problems import NotFound

    try:
        return lookup.find(library, typed)
    except NotFound as missed:
        raise NotFound(f"{missed}; speed search looks through the texts") from None


def _explain(match: Match, library: Library, target: Target, *, brief: bool) -> None:
    from speedcli.views import json_record, present

    also = _others(match)

    def page() -> Page:
        make = present.brief if brief else present.page
        return _with_others(make(match.best, library), also)

    def record() -> dict[str, Any]:
        others = [json_record.reference(other) for other in also]
        return {**json_record.as_json(match.best, library), "also": others}

    show_page(target, page, record, _pictures(match.best, library))


def _pictures(record: Entry, library: Library) -> Mapping[str, Callable[[], str]]:
    """What a figure can be shown as besides: a picture."""
    from speedcli.knowledge.figures import Figure

    def as_svg() -> str:
        from speedcli.views import svg
        from speedcli.views.pages import figure

        assert isinstance(record, Figure)
        return svg.render(figure.part(record, library))

    return {"svg": as_svg} if isinstance(record, Figure) else {}


def _map(library: Library, target: Target) -> None:
    from speedcli.views import json_record
    from speedcli.views.pages import index

    def records() -> list[dict[str, Any]]:
        return [
            {**json_record.reference(one), "category": one.category, "answer": one.answer}
            for one in library.concepts.values()
        ]

    show_page(target, lambda: index.concept_map(library), records)


def _others(match: Match) -> list[Entry]:
    """The other records that the words may have meant.

    The words of a publication's title are no names: sources count only beside a source. Nor are
    those of a claim, a dispute or a figure, which stand on the page of their concept.
    """
    from speedcli.knowledge.claims import Dispute, SystemClaim
    from speedcli.knowledge.figures import Figure
    from speedcli.knowledge.records import Source

    apart = SystemClaim, Dispute, Figure, Source
    return [
        other
        for other in match.others
        if not isinstance(other, apart) or isinstance(match.best, type(other))
    ]


def _with_others(page: Page, others: Sequence[Entry]) -> Page:
    """The page, with the other records that the words may have meant in its last line."""
    from speedcli.views.json_record import title
    from speedcli.views.page import Link, Links

    if not others:
        return page
    targets = tuple(Link(other.id, title(other)) for other in others[:_MOST_OTHERS])
    left = len(others) - len(targets)
    label = f"Also ({len(targets)} of {len(others)})" if left else "Also"
    return replace(page, parts=(*page.parts, Links(label, targets)))
