"""A figure as SVG, with its title and words for those who listen: whole, or the picture alone."""

from __future__ import annotations

from xml.etree import ElementTree

from speedcli.knowledge.figures import LineChart
from speedcli.views.letters import harmless
from speedcli.views.page import Figure, with_texts
from speedcli.views.svg import bar_chart, line_chart
from speedcli.views.svg.sheet import TEXT, TITLE, Element, Look, Shape, Sheet

_EDGE = 20  # around all of a document
_DOCUMENT = Shape(640, 260)


def document(figure: Figure) -> str:
    """The figure as a file: black on white, readable in grey, as high as its words need."""
    clean = with_texts(figure, harmless)
    sheet = Sheet(_DOCUMENT, Look(), _EDGE)
    _describe(sheet, clean)
    sheet.add("rect", width="100%", height="100%", fill=sheet.look.paper)
    sheet.paragraph(clean.title, TITLE, weight="bold")
    sheet.at += 6
    _draw(sheet, clean)
    sheet.at += 8
    sheet.paragraph(clean.caption, TEXT)
    sheet.at += 4
    sheet.paragraph(sure(clean), ink=sheet.look.pale)
    drawn = sheet.finished()
    ElementTree.indent(drawn)
    return ElementTree.tostring(drawn, encoding="unicode") + "\n"


def alone(figure: Figure, shape: Shape, look: Look) -> Element:
    """The picture without title and caption, which stand beside it in letters of the page."""
    clean = with_texts(figure, harmless)
    sheet = Sheet(shape, look, 0)
    _describe(sheet, clean)
    _draw(sheet, clean)
    sheet.at += 4
    return sheet.finished()


def sure(figure: Figure) -> str:
    """How far to trust a figure, and who says so."""
    return f"{figure.basis} {figure.credit}." if figure.credit else figure.basis


def _describe(sheet: Sheet, figure: Figure) -> None:
    sheet.say("title", figure.title)
    sheet.say("desc", figure.alt)


def _draw(sheet: Sheet, figure: Figure) -> None:
    if isinstance(figure.drawing, LineChart):
        line_chart.draw(sheet, figure.drawing, dotted=figure.dotted)
    elif figure.upright:
        bar_chart.upright(sheet, figure.drawing)
    else:
        bar_chart.lying(sheet, figure.drawing)
