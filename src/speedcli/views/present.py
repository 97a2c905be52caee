"""The page of any record."""

from __future__ import annotations

from typing import assert_never

from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import Entry
from speedcli.knowledge.records import Concept, Exercise, Source, Template
from speedcli.knowledge.rulebook import Rule
from speedcli.views.page import Page


def page(record: Entry, library: Library) -> Page:
    """Everything there is to say about a record."""
    return _pages(record, library)[0]


def brief(record: Entry, library: Library) -> Page:
    """A record in a few lines."""
    return _pages(record, library)[1]
