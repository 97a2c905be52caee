"""What a training system claims and what the literature disputes, as records with verdicts."""

from __future__ import annotations

from typing import Literal

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.records import NOWHERE, Where

Verdict = Literal["supported", "partly", "contested", "not-supported", "untested"]
About = Literal["physiology", "biomechanics", "training", "scheduling"]


@frozen(kw_only=True)
class Era:
    """One stage of a system's teaching, with what it said explains speed."""

    id: str
    title: str
    seen: str  # when and where
    teaches: str
    where: Where = NOWHERE


@frozen(kw_only=True)
class Contradiction:
    """Two things that a system says and that cannot both hold."""

    title: str
    one: str
    other: str
    claims: tuple[str, ...]  # those that it touches
    where: Where = NOWHERE


@frozen(kw_only=True)
class System:
    """A commercial training system whose claims are set beside evidence."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    about: str
    eras: tuple[Era, ...]
    contradictions: tuple[Contradiction, ...]
    unpublished: tuple[str, ...]  # what could not be found, and is therefore unknown
    concepts: tuple[str, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class SystemClaim:
    """A claim of a training system in neutral words, and how it stands beside the evidence.

    The verdict `untested` says that no study of the claim was found. Every other one needs sources,
    and `supported` needs a review or two studies.
    """

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    about: About
    eras: tuple[str, ...] = ()
    claim: str  # in neutral words, attributed
    verdict: Verdict
    why: str
    sources: tuple[str, ...] = ()
    concepts: tuple[str, ...]
    test: str  # how one could find out
    where: Where = NOWHERE


@frozen(kw_only=True)
class Side:
    """One side of a dispute."""

    text: str
    sources: tuple[str, ...]
    where: Where = NOWHERE


@frozen(kw_only=True)
class Dispute:
    """A question on which good sources disagree, and what is done about it here."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    question: str
    sides: tuple[Side, ...]
    ours: str
    rules: tuple[str, ...] = ()
    concepts: tuple[str, ...]
    where: Where = NOWHERE
