"""What a search can tell of a record, as plain values: its sentences, and how to read on."""

from __future__ import annotations

import re
from typing import Any

from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import PATH, SEARCHED
from speedcli.knowledge.records import Exercise
from speedcli.knowledge.texts import FIRST_LINES, texts
from speedcli.views import json_record, present, wording
from speedcli.views.pages import step
from speedcli.views.pages.exercise import works

_SENTENCE_ENDS = re.compile(r"(?<=[.!?]) +(?=[A-Z0-9])")
_UNQUOTED = ("id", "aliases", "authors")  # no sentences


def told(table: str, record: Any, library: Library) -> dict[str, Any]:
    """The record's `reference` and `title`, the `command` to read on, and its `sentences`.

    Each sentence comes with whether it is of a first line, such as an answer or a purpose.
    """
    shown = library.shown
    title = present.brief(shown.table(table)[record.id], shown).title
    sentences = [
        (field in FIRST_LINES, wording.sentence(sentence))
        for field, text in texts(record)
        if " " in text and text not in title and field not in _UNQUOTED
        for sentence in _SENTENCE_ENDS.split(text)
    ]
    if isinstance(record, Exercise) and record.muscles:
        sentences.append((False, f"Works {works(record, library)}."))
    return {
        "reference": json_record.reference(record),
        "title": title,
        "command": _command(table, record, library),
        "sentences": sentences,
    }


def _command(table: str, record: Any, library: Library) -> str:
    if table in PATH:
        return f"speed learn {step.number(record, library)}"
    return f"speed explain {_name(table, record, library)}"


def _name(table: str, record: Any, library: Library) -> str:
    """What to look the record up by: its id, or where that is another's a name of its own."""
    before = SEARCHED[: SEARCHED.index(table)]
    taken = any(record.id in library.table(each) for each in before)
    name: str = next(iter(record.aliases), record.id) if taken else record.id
    return name
