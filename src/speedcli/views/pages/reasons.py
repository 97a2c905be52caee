"""Why things are in a plan, and where to read more about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speedcli.knowledge.library import Library
from speedcli.training.document import Reason
from speedcli.views.page import Command, Commands, Section


def sentence(reason: Reason) -> str:
    """A reason, with the rule that it rests on."""
    return f"{reason.text} ({reason.rule})" if reason.rule else reason.text


def running(reasons: Iterable[Reason]) -> str:
    """Reasons as running text."""
    return " ".join(map(sentence, reasons))


def linked(reasons: Iterable[Reason]) -> Commands:
    """Each reason beside the command that explains its concept or rule."""
    rows = (Command(f"speed explain {one.concept or one.rule}", one.text) for one in reasons)
    return Commands(tuple(rows))


def explanations(reasons: Iterable[Reason], library: Library) -> Iterator[Section]:
    """What the named concepts and rules say, in a line each, once."""
    named = dict.fromkeys(reason.concept or reason.rule or "" for reason in reasons)
    concepts = (library.concepts[id] for id in named if id in library.concepts)
    answers = {one.id: f"{one.answer}{library.mark(one)}" for one in concepts}
    titles = {id: library.rules[id].title for id in named if id in library.rules}
    rows = tuple(Command(f"speed explain {id}", text) for id, text in (answers | titles).items())
    if rows:
        yield Section("The ideas behind it", (Commands(rows),))
