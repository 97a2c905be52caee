"""The page of any record."""

from __future__ import annotations

from typing import assert_never

from speedcli.knowledge.claims import Dispute, System, SystemClaim
from speedcli.knowledge.figures import Figure
from speedcli.knowledge.frozen import replace
from speedcli.knowledge.library import Library
from speedcli.knowledge.names import Entry
from speedcli.knowledge.records import Concept, Exercise, Muscle, Source, Template
from speedcli.knowledge.rulebook import Rule
from speedcli.knowledge.series import Step
from speedcli.views.page import Page, Paragraph
from speedcli.views.pages import (
    concept,
    dispute,
    exercise,
    figure,
    muscle,
    rule,
    session,
    source,
    step,
    system,
    system_claim,
)


def page(record: Entry, library: Library) -> Page:
    """Everything there is to say about a record."""
    return marked(_page(record, library), record, library)


def brief(record: Entry, library: Library) -> Page:
    """A record in a few lines."""
    return marked(_brief(record, library), record, library)


def marked(page: Page, record: Entry, library: Library) -> Page:
    """The page with a line on top for each file that changed the record."""
    lines = [
        Paragraph(f"Changed by {patch.where}: {', '.join(patch.fields)}")
        for patch in library.patches_of(record)
    ]
    return replace(page, parts=(*lines, *page.parts)) if lines else page


def _page(record: Entry, library: Library) -> Page:
    match record:
        case Concept():
            return concept.page(record, library)
        case Exercise():
            return exercise.page(record, library)
        case Muscle():
            return muscle.page(record, library)
        case Template():
            return session.page(record, library)
        case Rule():
            return rule.page(record, library)
        case SystemClaim():
            return system_claim.page(record, library)
        case Dispute():
            return dispute.page(record, library)
        case System():
            return system.page(record, library)
        case Step():
            return step.page(record, library)
        case Figure():
            return figure.page(record, library)
        case Source():
            return source.page(record, library)
        case _:
            assert_never(record)


def _brief(record: Entry, library: Library) -> Page:
    match record:
        case Concept():
            return concept.brief(record, library)
        case Exercise():
            return exercise.brief(record)
        case Muscle():
            return muscle.brief(record, library)
        case Template():
            return session.brief(record)
        case Rule():
            return rule.brief(record)
        case SystemClaim():
            return system_claim.brief(record)
        case Dispute():
            return dispute.brief(record)
        case System():
            return system.brief(record)
        case Step():
            return step.brief(record, library)
        case Figure():
            return figure.brief(record)
        case Source():
            return source.brief(record)
        case _:
            assert_never(record)
