"""Dates as a coach writes them, the same in every country."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def short(day: date) -> str:
    """`4 Jan`."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def weekday(day: date) -> str:
    """`Mon`."""
    return _DAYS[day.weekday()][:3]


def long(day: date) -> str:
    """`Monday 4 January`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def full(day: date) -> str:
    """`Monday 4 January 2027`."""
    return f"{long(day)} {day.year}"
