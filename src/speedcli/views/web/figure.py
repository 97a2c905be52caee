"""A figure in the page: a picture in the page's own inks, what to see in it, how sure it is."""

from __future__ import annotations

from speedcli.views.page import Figure
from speedcli.views.svg import picture
from speedcli.views.svg.sheet import Element, Look, Shape
from speedcli.views.web.markup import Html, tag

# As wide as a phone, in letters of the page; a wider screen enlarges it a little.
_SHAPE = Shape(330, 150)
_LOOK = Look(
    ink="var(--ink)",
    pale="var(--muted)",
    bar="var(--accent)",
    grid="var(--line)",
    ground="rgb(128 128 128 / 0.14)",
    paper="var(--card)",
    font="",
)


def drawn_figure(figure: Figure, *, again: bool = False) -> Html:
    """The figure; where it comes `again`, paper goes without it."""
    return tag(
        "figure",
        tag("b", figure.title),
        _element(picture.alone(figure, _SHAPE, _LOOK)),
        tag("figcaption", figure.caption, " ", tag("small", picture.sure(figure))),
        class_="not-printed" if again else None,
    )


def _element(element: Element) -> Html:
    children = (_element(child) for child in element)
    return tag(element.tag, element.text, *children, **element.attrib)
