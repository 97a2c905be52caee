"""The page of any record."""

from __future__ import annotations

from typing import assert_never

from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import Entry
from speedcli.knowledge.records import Concept, Exercise, Source, Template
from speedcli.knowledge.rulebook import Rule
from speedcli.views.page import Page
from speedcli.views.pages import concept, exercise, rule, session, source


def page(record: Entry, library: Library) -> Page:
    """Everything there is to say about a record."""
    match record:
        case Concept():
            return concept.page(record, library)
        case Exercise():
            return exercise.page(record, library)
        case Template():
            return session.page(record, library)
        case Rule():
            return rule.page(record, library)
        case Source():
            return source.page(record, library)
        case _:
            assert_never(record)


def brief(record: Entry, library: Library) -> Page:
    """A record in a few lines."""
    match record:
        case Concept():
            return concept.brief(record, library)
        case Exercise():
            return exercise.brief(record)
        case Template():
            return session.brief(record)
        case Rule():
            return rule.brief(record)
        case Source():
            return source.brief(record)
        case _:
            assert_never(record)
