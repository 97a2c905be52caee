"""The first sheet of a plan, as plain data: its weeks, its days, and what to know before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from speedcli.knowledge.library import Library
from speedcli.training.document import Plan, Session, Week
from speedcli.training.part import sessions
from speedcli.views import dates
from speedcli.views.card import figures
from speedcli.views.card.sheet import written
from speedcli.views.page import Fact, Facts, Table, words
from speedcli.views.pages import plan as pages
from speedcli.views.pages import weeks

Data = dict[str, Any]

_DAYS_A_WEEK = 7


def overview(plan: Plan, library: Library) -> Data:
    """The overview of a whole plan."""
    named = set(pages.people(plan))
    asked = (fact for fact in pages.frame(plan, library) if fact not in named)
    table, legend = weeks.overview(plan.weeks, narrow=False, barred=False)
    return {
        "title": plan.title,
        "corner": pages.corner(plan),
        "health": plan.health or "",
        "frame": _labelled(asked),
        "figures": figures.of_weeks(plan.weeks),
        "weeks": _table(table),
        "legend": legend.text,
        "calendar": _calendar(plan),
        "expect": _labelled(pages.expectations(plan, library)),
        "notes": written(plan.notes),
        "accepted": [
            {"title": section.title, "rows": _labelled(part.rows)}
            for section in pages.accepted(plan, library)
            for part in section.parts
            if isinstance(part, Facts)
        ],
    }


def _table(table: Table) -> Data:
    return {
        "columns": [{"title": column.title, "align": column.align} for column in table.columns],
        "rows": [[words(cell).strip() for cell in row.cells] for row in table.rows],
    }


def _labelled(facts: Iterable[Fact]) -> list[list[str]]:
    return [[fact.label, fact.text] for fact in facts]


def _calendar(plan: Plan) -> Data:
    """The days of each week; what was moved out of all weeks is named apart."""
    days = {day for week in plan.weeks for day in _days(week)}
    moved = [one for one in sessions(plan) if one.date not in days]
    return {
        "weekdays": [dates.weekday(day) for day in _days(plan.weeks[0])],
        "weeks": [
            {"number": week.number, "days": [_day(plan, day) for day in _days(week)]}
            for week in plan.weeks
        ],
        "moved": [f"{one.title}, {dates.full(one.date)} ({one.id})" for one in moved],
    }


def _days(week: Week) -> list[date]:
    return [week.starts + timedelta(days=number) for number in range(_DAYS_A_WEEK)]


def _day(plan: Plan, day: date) -> Data:
    return {
        "date": dates.short(day),
        "event": day == plan.request.event,
        "sessions": [_session(one) for one in sessions(plan) if one.date == day],
    }


def _session(session: Session) -> Data:
    return {
        "title": session.title,
        "minutes": f"{session.minutes} min",
        "hard": session.load == "max-sprint",
    }
