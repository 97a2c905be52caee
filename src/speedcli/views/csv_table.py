"""A plan as CSV (RFC 4180): a row to each item, safe to open in a spreadsheet.

UTF-8 with a byte order mark, because spreadsheets take it for something else without one. Numbers
have a decimal point and days are `2027-01-04`. A text that a spreadsheet would run as a formula, or
turn into a number or a day, has an apostrophe before it, and so has one that starts with an
apostrophe. Without its first apostrophe every such text is what the plan says.
"""

from __future__ import annotations

import csv
import io
import re
from typing import NamedTuple

from speedcli.training.document import Plan
from speedcli.views import rows

_FORMULA = re.compile(r"['=+\-@＝＋－＠]")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
# Words that stand in a number, a time or a day: 1e5, 3 pm, 1st. Names of days are cut short, too.
_IN_NUMBERS = frozenset(["a", "am", "p", "pm", "e", "d", "st", "nd", "rd", "th"])
_IN_DAYS = frozenset(f"{_MONTHS} {_DAYS}".split())


class Table(NamedTuple):
    """The text as bytes, and how many rows it has below its head."""

    content: bytes
    amount: str


def render(plan: Plan) -> Table:
    """The table of a plan's items, with a head."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(column.name for column in rows.COLUMNS)
    found = [[_cell(value) for value in row] for row in rows.rows(plan)]
    writer.writerows(found)
    return Table(text.getvalue().encode("utf-8-sig"), f"{len(found)} row{'s' * (len(found) != 1)}")


def _cell(value: rows.Value) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else str(value)


def guarded(text: str) -> str:
    """`text` as a cell that stays text."""
    return f"'{text}" if _FORMULA.match(text) or _is_read_as_number(text) else text


def _is_read_as_number(text: str) -> bool:
    """Whether `text` looks like a number, a time or a day: `3-4`, `1:30`, `12e5`, `4 Jan`."""
    words = _WORD.findall(text.lower())
    if text.lower() in ("true", "false"):
        return True
    return bool(_DIGIT.search(text)) and all(map(_is_in_number, words))


def _is_in_number(word: str) -> bool:
    return word in _IN_NUMBERS or any(day.startswith(word) for day in _IN_DAYS if len(word) > 2)
