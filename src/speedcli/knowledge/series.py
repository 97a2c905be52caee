"""The reading path: its steps in order, each one idea with a question to check oneself."""

from __future__ import annotations

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.records import NOWHERE, Where


@frozen(kw_only=True)
class Passage:
    """A paragraph with the sources that it rests on."""

    text: str
    sources: tuple[str, ...] = ()
    where: Where = NOWHERE


@frozen(kw_only=True)
class Try:
    """A command to type, and what it gives."""

    command: str
    gives: str
    where: Where = NOWHERE


@frozen(kw_only=True)
class Step:
    """One step of the reading path. Its number is its place in the file."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    question: str  # that it answers
    teaches: tuple[str, ...]  # what the series says, in our words
    evidence: tuple[Passage, ...]
    training: tuple[Passage, ...]
    sessions: tuple[str, ...] = ()
    commands: tuple[Try, ...] = ()
    check: str  # a question to check oneself
    answer: str
    concepts: tuple[str, ...]
    claims: tuple[str, ...] = ()
    where: Where = NOWHERE
