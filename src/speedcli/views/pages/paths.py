"""The page of the folders in use, and of what a coach's own files bring and change."""

from __future__ import annotations

from collections.abc import Sequence

from speedcli.knowledge.frozen import NamedTuple
from speedcli.views.page import Command, Commands, Fact, Facts, Page, Paragraph, Part, Section


class Won(NamedTuple):
    """A record, or a field of one such as `wall-push cues`: the file that gives it, and others.

    `instead_of` are the files that gave the same and lost, from the lowest upwards.
    """

    table: str
    what: str
    file: str
    instead_of: tuple[str, ...]


def page(folders: Sequence[tuple[str, str]], won: Sequence[Won]) -> Page:
    """What is read from where. Folders and files that lie lower give way to those below them."""
    facts = Facts(tuple(Fact(*each) for each in folders))
    parts: list[Part] = [Section("Folders, the later over the earlier", (facts,))]
    rows = tuple(Fact(f"{one.table} {one.what}", _file(one)) for one in won)
    if rows:
        parts.append(Section("Your own, and the file that gives it", (Facts(rows),)))
    else:
        nothing = Paragraph("Nothing of your own is in use.")
        check = Command("speed check DIR", "whether a folder of your own fits")
        parts.append(Section("Your own", (nothing, Commands((check,)))))
    return Page("What is read from where", "speed paths", tuple(parts))


def _file(one: Won) -> str:
    return f"{one.file}, instead of {', '.join(one.instead_of)}" if one.instead_of else one.file
