"""A week of a plan as a sheet to print and write on: what to do, and a box for each result."""

from __future__ import annotations

from speedcli.knowledge.library import Library
from speedcli.training.document import Block, Item, Plan, Session, Week
from speedcli.views import dates, prescription, wording
from speedcli.views.pages import blocks, reasons
from speedcli.views.spreadsheet import Book, Sheet

_HEAD = ("Exercise", "Dose", "How hard", "Rest", "Think of")
_WIDTHS = (27.0, 18.0, 22.0, 19.0, 34.0)
_BOX = 6.0
_IN_A_ROW = 10  # boxes; more of them go on below
_MOST = 100  # boxes of an item; nobody fills in more


def write(plan: Plan, week: Week, library: Library, book: Book, *, why: bool = False) -> None:
    """Add the sheet of a week to the workbook, with reasons if asked."""
    items = [item for one in week.sessions for block in blocks.inner(one) for item in block.items]
    count = min(max(map(_boxes, items), default=1), _IN_A_ROW)
    sheet = book.sheet(f"Week {week.number}", (*_WIDTHS, *[_BOX] * count))
    sheet.across(_title(plan, week), "title")
    sheet.head(_HEAD, [str(number) for number in range(1, count + 1)])
    sheet.freeze()
    for session in week.sessions:
        _session(plan, session, library, sheet, why=why)
    sheet.for_print()


def _title(plan: Plan, week: Week) -> str:
    of = f"week {week.number}, {week.phase}"
    return blocks.BETWEEN.join(filter(None, (plan.title, of, plan.athlete, plan.coach, plan.club)))


def _session(plan: Plan, session: Session, library: Library, sheet: Sheet, *, why: bool) -> None:
    day = f"{dates.weekday(session.date)} {dates.short(session.date)}"
    title = (day, session.title, f"{session.minutes} min", session.id)
    sheet.across(blocks.BETWEEN.join(title), "band")
    _told(sheet, "Place", session.place or plan.place)
    sheet.labelled("Needs", blocks.needs(session, library).text)
    _told(sheet, "Ready", session.readiness)
    _told(sheet, "Notes", session.notes)
    _told(sheet, "Why", reasons.running(session.why) if why else None)
    for block in session.blocks:
        if block.role in blocks.FRAME:
            sheet.labelled(wording.capital(block.role), blocks.in_one_line(block))
        else:
            _block(block, sheet)
    _told(sheet, "Pain", session.pain)
    out = "; ".join(session.caution)
    _told(sheet, "Leave it out", wording.sentence(out) if out else None)
    sheet.line(("Session RPE, 0-10",), "bold", boxes=1)
    sheet.skip()


def _told(sheet: Sheet, label: str, text: str | None) -> None:
    if text:
        sheet.labelled(label, text)


def _block(block: Block, sheet: Sheet) -> None:
    sheet.line((blocks.BETWEEN.join((block.title, f"{block.minutes} min")),), "bold")
    cued: set[str] = set()
    for item in block.items:
        cue = None if item.exercise in cued else item.cue
        cued.add(item.exercise)
        thought = (item.angle, prescription.target(item), cue, item.note)
        values = (
            item.name,
            prescription.dose(item),
            prescription.intensity(item),
            prescription.rest(item),
            " ".join(map(wording.sentence, filter(None, thought))),
        )
        boxes = _boxes(item)
        sheet.line(values, boxes=min(boxes, _IN_A_ROW))
        for first in range(_IN_A_ROW, boxes, _IN_A_ROW):
            last = min(first + _IN_A_ROW, boxes)
            sheet.line((f"{first + 1}-{last}", *[""] * 4), boxes=last - first)
    sheet.labelled("Stop", block.stop)


def _boxes(item: Item) -> int:
    """How many results there are to write: one to a rep that is measured, else one to a set."""
    measured = item.distance_m or item.hold_s or item.effort_s
    return min(item.sets * item.reps if measured else item.sets, _MOST)
