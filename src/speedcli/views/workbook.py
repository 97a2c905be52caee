"""A plan as a workbook: its weeks and their load, a sheet to each week, and all items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from speedcli.knowledge.library import Library
from speedcli.knowledge.rulebook import Metric
from speedcli.training.document import Plan
from speedcli.views import rows, week_sheet, wording
from speedcli.views.page import Fact
from speedcli.views.pages.plan import expectations, frame
from speedcli.views.spreadsheet import Book, Cells, Series

_HEAD = ("", "Starts", "Phase", "Emphasis")
_WIDTHS = (13.0, 12.0, 9.0, 18.0)
_TOTALS: tuple[Metric, ...] = (
    "minutes",
    "sprint-m",
    "max-effort-m",
    "speed-endurance-m",
    "iso-push-s",
    "iso-hold-s",
    "contacts",
    "hard-days",
)
_TOTAL = 12.0
_ITEM = 14.0


class Made(NamedTuple):
    """The workbook as bytes, and how many sheets it has."""

    content: bytes
    amount: str


def render(plan: Plan, library: Library, *, why: bool = False) -> Made:
    """The workbook of a plan, with reasons if asked; it is dated the plan's first day."""
    book = Book(plan.title, plan.request.start)
    _overview(plan, library, book)
    for week in plan.weeks:
        week_sheet.write(plan, week, library, book, why=why)
    _items(plan, book)
    return Made(book.close(), f"{len(plan.weeks) + 2} sheets")


def _overview(plan: Plan, library: Library, book: Book) -> None:
    sheet = book.sheet("Plan", (*_WIDTHS, *[_TOTAL] * len(_TOTALS)))
    sheet.across(plan.title, "title")
    for fact in _facts(plan, library):
        sheet.labelled(fact.label, fact.text)
    sheet.skip()
    sheet.head(_HEAD, [wording.capital(wording.METRICS[total]) for total in _TOTALS])
    first = sheet.row
    for week in plan.weeks:
        totals = (getattr(week.totals, each.replace("-", "_")) for each in _TOTALS)
        emphasis = wording.emphasis(week.emphasis)
        sheet.line((f"Week {week.number}", week.starts, week.phase, emphasis, *totals))
    sheet.skip()
    if len(plan.weeks) > 1:
        sheet.insert(_chart(book, sheet.name, first, sheet.row - 2))
    sheet.for_print()


def _chart(book: Book, sheet: str, first: int, last: int) -> Any:
    """The metres and the minutes of each week, from the rows of the overview."""

    def series(total: Metric) -> Series:
        cells = Cells(sheet, len(_HEAD) + _TOTALS.index(total), first, last)
        return Series(wording.capital(wording.METRICS[total]), cells)

    weeks = Cells(sheet, 0, first, last)
    return book.chart("Load by week", weeks, series("sprint-m"), series("minutes"))


def _facts(plan: Plan, library: Library) -> Iterator[Fact]:
    if plan.health:
        yield Fact("Health", plan.health)
    yield from frame(plan, library)
    yield from expectations(plan, library)
    if plan.notes:
        yield Fact("Notes", plan.notes)


def _items(plan: Plan, book: Book) -> None:
    sheet = book.sheet("Items", [_ITEM] * len(rows.COLUMNS))
    sheet.head([column.name for column in rows.COLUMNS])
    sheet.freeze()
    for row in rows.rows(plan):
        sheet.line(row, "cell")
    sheet.filter()
    sheet.for_print()
