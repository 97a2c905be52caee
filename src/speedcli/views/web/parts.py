"""Parts of a page as HTML, as far as the page of a plan opens with them."""

from __future__ import annotations

from collections.abc import Iterable

from speedcli.views.page import (
    Bullets,
    Column,
    Facts,
    Figure,
    Paragraph,
    Part,
    Row,
    Section,
    Table,
    words,
)
from speedcli.views.web.figure import drawn_figure
from speedcli.views.web.markup import Html, joined, tag


def drawn(parts: Iterable[Part]) -> Html:
    """The parts one below the other; TypeError for a kind that a plan does not open with."""
    return joined(*map(_drawn, parts))


def facts(rows: Iterable[tuple[str, str]]) -> Html | None:
    """Labelled texts; those without a text are left out, and nothing comes of none."""
    told = [tag("div", tag("dt", label), tag("dd", text)) for label, text in rows if text]
    return tag("dl", *told, class_="facts") if told else None


def bullets(items: Iterable[str]) -> Html:
    """A list of short texts."""
    return tag("ul", *(tag("li", item) for item in items))


def _drawn(part: Part) -> Html | None:
    match part:
        case Paragraph(text):
            return tag("p", text)
        case Bullets(items):
            return bullets(items)
        case Facts(rows):
            return facts((row.label, row.text) for row in rows)
        case Table():
            return _table(part)
        case Figure():
            return drawn_figure(part)
        case Section(title, inner):
            return tag("section", tag("h3", title), drawn(inner))
        case _:
            raise TypeError(f"no HTML for {type(part).__name__}")


def _table(table: Table) -> Html:
    head = (tag("th", column.title, scope="col", class_=column.align) for column in table.columns)
    rows = (_row(row, table.columns) for row in table.rows)
    return tag("table", tag("thead", tag("tr", *head)), tag("tbody", *rows))


def _row(row: Row, columns: tuple[Column, ...]) -> Html:
    (name, column), *others = zip(row.cells, columns, strict=True)
    below = tag("small", row.below) if row.below else None
    return tag(
        "tr",
        tag("th", words(name), below, scope="row", class_=column.align),
        *(tag("td", words(cell), class_=column.align) for cell, column in others),
    )
