"""Figures on pages: beside what they belong to, or one alone."""

from __future__ import annotations

from speedcli.knowledge.figures import Figure
from speedcli.knowledge.library import Library
from speedcli.views import citation
from speedcli.views import page as doc
from speedcli.views.citation import Numbering

_BASES: dict[str, str] = {
    "measured": "Measured values.",
    "worked-out": "Worked out from measured values.",
    "schematic": "A schematic shape, not measured values.",
}


def page(figure: Figure, library: Library) -> doc.Page:
    """One figure alone, with the same in words."""
    numbering = Numbering(library)
    drawn = part(figure, library, numbering.refs(figure.sources))
    concepts = [doc.Link(one, library.concepts[one].title) for one in figure.concepts]
    rules = [doc.Link(one, library.rules[one].title) for one in figure.rules]
    parts: tuple[doc.Part, ...] = (
        drawn,
        doc.Section("In words", (doc.Paragraph(figure.alt),)),
        doc.Links("Read on", (*concepts, *rules)),
        *numbering.section(),
    )
    return doc.Page(figure.title, "figure", parts)


def brief(figure: Figure) -> doc.Page:
    """What to see in it, without the picture."""
    parts = (doc.Paragraph(figure.caption), doc.Paragraph(_basis(figure)))
    return doc.Page(figure.title, "figure", parts)


def sections(
    figures: tuple[Figure, ...], library: Library, numbering: Numbering
) -> tuple[doc.Section, ...]:
    """Figures among the other sections of a page."""
    return tuple(
        doc.Section(figure.title, (part(figure, library, numbering.refs(figure.sources)),))
        for figure in figures
    )


def part(figure: Figure, library: Library, refs: tuple[int, ...] = ()) -> doc.Figure:
    """The picture as a part of a page; `refs` are numbers of its sources there."""
    named = [citation.short(library.sources[one]) for one in figure.sources if one != "practice"]
    return doc.Figure(
        title=figure.title,
        drawing=figure.drawing,
        caption=figure.caption,
        alt=figure.alt,
        basis=_basis(figure),
        credit="; ".join(named),
        dotted=figure.basis != "schematic",
        refs=refs,
    )


def _basis(figure: Figure) -> str:
    return f"{_BASES[figure.basis]} {figure.rests_on}"
