"""The page of the settings, with what gave each of them."""

from __future__ import annotations

from collections.abc import Sequence
from shlex import quote
from typing import NamedTuple

from speedcli.views.page import Command, Commands, Fact, Facts, Page, Part, Section

_NOTHING = "-"


class Held(NamedTuple):
    """A setting, what holds for it, and the variable or line that gives it; none by default."""

    name: str
    value: str
    source: str = ""


def page(file: str, held: Sequence[Held], *, is_there: bool) -> Page:
    """What holds where no option says otherwise. `file` is where settings belong, or empty."""
    given = tuple(Fact(one.name, f"{one.value} ({one.source})") for one in held if one.source)
    others = tuple(Fact(one.name, one.value or _NOTHING) for one in held if not one.source)
    where = (file if is_there else f"{file} (not there)") if file else "none"
    parts: list[Part] = [Facts((Fact("File", where),))]
    if given:
        parts.append(Section("Set, and where", (Facts(given),)))
    if others:
        parts.append(Section("Not set, so by default", (Facts(others),)))
    if file and not is_there:
        start = f"speed config --example -o {quote(file)}"
        parts.append(Commands((Command(start, "a file to fill in"),)))
    return Page("Settings", "speed config", tuple(parts))
