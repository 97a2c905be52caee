"""The page of the settings, with what gave each of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from speedcli.views.page import Column, Command, Commands, Fact, Facts, Page, Part, Row, Table

_NOTHING = "-"


class Held(NamedTuple):
    """A setting, what holds for it, and the variable, the line or `default` that it is from."""

    name: str
    value: str
    source: str


def page(file: str, held: Iterable[Held], *, is_there: bool) -> Page:
    """What holds where no option says otherwise. `file` is where settings belong, or empty."""
    columns = (Column("Setting"), Column("Value"), Column("From"))
    rows = tuple(Row((one.name, one.value or _NOTHING, one.source)) for one in held)
    where = Fact("File", (file if is_there else f"{file} (not there)") if file else "none here")
    parts: list[Part] = [Facts((where,)), Table(columns, rows)]
    if file and not is_there:
        start = Command(f"speed config --example -o {file}", "a file to fill in")
        parts.append(Commands((start,)))
    return Page("Settings", "speed config", tuple(parts))
