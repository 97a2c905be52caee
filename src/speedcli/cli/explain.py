"""`speed explain`: any record of the knowledge base, the map of concepts, or a list."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from speedcli.cli.kept import Read
    from speedcli.cli.output import Target
    from speedcli.knowledge.lookup import Called
    from speedcli.views.page import Page

_MOST_OTHERS = 8
# Whole tables, by the one word that asks for them.
_LISTS = {"claim": "all/claims", "dispute": "all/disputes", "figure": "all/figures"}
_STATED = {"claim", "dispute", "figure", "source"}


def explain(words: Sequence[str], target: Target, *, brief: bool, data: str | None) -> None:
    """Show what the words name, or the map without words; NotFound when they name nothing."""
    from speedcli.cli import kept
    from speedcli.cli.output import show_page
    from speedcli.knowledge import lookup

    read, typed = kept.entries(data), " ".join(words)
    listed = _LISTS.get(lookup.normalise(typed)) if words else "map"
    if listed:
        everything = read(listed)
        show_page(target, lambda: _page(everything["page"]), lambda: everything["json"])
        return
    best, *others = _found(typed, read)
    also = _worth_naming(best, others)
    found = read(f"{best.table}/{best.id}")
    show_page(
        target,
        lambda: _with_others(_page(found["brief" if brief else "page"]), also),
        lambda: {**found["json"], "also": list(map(_reference, also))},
        {"svg": lambda: _picture(found["page"], typed)},
    )


def _found(typed: str, read: Read) -> Sequence[Called]:
    """What is called so; NotFound, with the nearest names and where to look on."""
    from speedcli.knowledge import lookup
    from speedcli.knowledge.problems import NotFound

    try:
        return lookup.find(typed, [lookup.Called(*each) for each in read("names")])
    except NotFound as missed:
        step = _step_called(typed, [lookup.Called(*each) for each in read("steps")])
        raise NotFound(f"{missed}{step}; speed search looks through the texts") from None


def _step_called(typed: str, steps: Sequence[Called]) -> str:
    """The step of the reading path that was probably meant, as the middle of a message."""
    from speedcli.knowledge import lookup, nearest

    titled = {step.title: step for step in steps}
    alike = [titled[title] for title in nearest.nearest(typed, titled)]
    fitting = [*lookup.fits(typed, steps, lookup.PATH), *alike]
    if not fitting:
        return ""
    return f"; speed learn {steps.index(fitting[0]) + 1} is {fitting[0].title!r}"


def _picture(plain: Any, typed: str) -> str:
    """The figure of a page as SVG; UsageError where there is none, or more than one."""
    from speedcli.knowledge.problems import UsageError
    from speedcli.views import page
    from speedcli.views.svg import picture

    figures = [part for part in page.parts(_page(plain)) if isinstance(part, page.Figure)]
    if not figures:
        raise UsageError(
            f"no figure on the page of {typed!r}; speed explain figures lists them all"
        )
    if len(figures) > 1:
        titles = "; ".join(figure.title for figure in figures)
        raise UsageError(f"{len(figures)} figures on the page of {typed!r}; ask for one: {titles}")
    return picture.document(figures[0])


def _page(plain: Any) -> Page:
    from speedcli.knowledge.plain import record
    from speedcli.views.page import NODES

    page: Page = record(plain, NODES)
    return page


def _worth_naming(best: Called, others: Sequence[Called]) -> Sequence[Called]:
    """The other records that the words may have meant.

    The words of a publication's title are no names: sources count only beside a source. Nor are
    those of a claim, a dispute or a figure, which stand on the page of their concept.
    """
    return [other for other in others if other.kind == best.kind or other.kind not in _STATED]


def _reference(other: Called) -> dict[str, Any]:
    return {"kind": other.kind, "id": other.id, "title": other.title}


def _with_others(page: Page, others: Sequence[Called]) -> Page:
    """The page, with the other records that the words may have meant in its last line."""
    from speedcli.knowledge.frozen import replace
    from speedcli.views.page import Link, Links

    if not others:
        return page
    targets = tuple(Link(other.id, other.title) for other in others[:_MOST_OTHERS])
    left = len(others) - len(targets)
    label = f"Also ({len(targets)} of {len(others)})" if left else "Also"
    return replace(page, parts=(*page.parts, Links(label, targets)))
