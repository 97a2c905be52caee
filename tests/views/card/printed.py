"""Cards read back from their PDF by pypdf, which is not what made them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

from speedcli.training.document import Plan, Session
from speedcli.views import dates
from speedcli.views.card.pdf import Layout, Printed, render
from tests.training.requests import LIBRARY

EDGE = 0.75  # points: what style.typ draws boxes to write in with, and nothing else


def squeezed(text: str) -> str:
    """`text` without its blanks, which a line break may add or take away."""
    return "".join(text.split())


def _alternatives(node: Any) -> Iterator[str]:
    """The alternative texts below a node of the structure tree."""
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from _alternatives(each)
    elif isinstance(node, dict):
        if "/Alt" in node:
            yield str(node["/Alt"])
        if "/K" in node:
            yield from _alternatives(node["/K"])


class Cards:
    """A PDF of cards, its texts without blanks."""

    def __init__(self, plan: Plan, *, whole: bool = True, **layout: Any) -> None:
        self.made: Printed = render(plan, LIBRARY, Layout(**layout), whole=whole)
        self.reader = PdfReader(BytesIO(self.made.content))
        self.texts = [squeezed(page.extract_text()) for page in self.reader.pages]
        self.text = "".join(self.texts)

    def pages_of(self, session: Session) -> list[int]:
        """The pages of a session's card; each has its day at the head."""
        day = squeezed(dates.full(session.date))
        return [number for number, text in enumerate(self.texts) if day in text[:200]]

    def text_of(self, session: Session) -> str:
        return "".join(self.texts[number] for number in self.pages_of(session))

    def boxes_of(self, session: Session) -> int:
        return sum(self._boxes(number) for number in self.pages_of(session))

    def told(self) -> list[str]:
        """What screen readers say instead of pictures, in their order."""
        return list(_alternatives(self.reader.trailer["/Root"]["/StructTreeRoot"]))  # type: ignore[index]

    def _boxes(self, number: int) -> int:
        """The closed outlines on a page that are as thick as those of boxes."""
        page, width, found = self.reader.pages[number], 0.0, 0
        for operands, operator in ContentStream(page.get_contents(), self.reader).operations:
            if operator == b"w":
                width = float(operands[0])
            found += operator == b"S" and width == EDGE
        return found
