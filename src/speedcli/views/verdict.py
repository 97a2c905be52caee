"""The judgement of plan files as lines for people and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from speedcli.knowledge.library import Library
from speedcli.training.document import Accepted
from speedcli.training.findings import Finding
from speedcli.training.judging import TOTALS
from speedcli.views.plan_file import Judged


class Verdict(NamedTuple):
    """A file with what was found in it."""

    file: str
    judged: Judged


def open_lines(verdict: Verdict, library: Library) -> Iterator[str]:
    """A line for each open finding, or one that all is well."""
    judgement = verdict.judged.judgement
    for finding in judgement.open:
        yield f"{_place(verdict.file, finding)}: {finding}"
    if not judgement.open:
        accepted = len(judgement.accepted)
        but = f", {_count(accepted, 'finding')} accepted" if accepted else ""
        yield f"{verdict.file}: all well{but} ({_extent(verdict.judged, library)})"


def accepted_lines(verdict: Verdict) -> Iterator[str]:
    """A line for each accepted finding, with the reason that its author gave."""
    for finding, entry in verdict.judged.judgement.accepted:
        yield f"{_place(verdict.file, finding)}: {_accepted(finding, entry)}"


def rows(verdict: Verdict) -> Iterator[dict[str, Any]]:
    """The open findings, ready for JSON."""
    for finding in verdict.judged.judgement.open:
        row = finding._asdict()
        del row["firm"]
        yield row


def stale_numbers(verdict: Verdict) -> int:
    """How many of the open findings are sums that only have to be counted anew."""
    return sum(finding.rule == TOTALS for finding in verdict.judged.judgement.open)


def _place(file: str, finding: Finding) -> str:
    return f"{file}:{finding.line}" if finding.line else file


def _accepted(finding: Finding, entry: Accepted) -> str:
    said = f"{finding.where} {finding.found}; wants {finding.wants}"
    return f"{said} ({finding.rule}; accepted: {entry.because})"


def _extent(judged: Judged, library: Library) -> str:
    weeks = judged.plan.weeks
    sessions = sum(len(week.sessions) for week in weeks)
    counted = ((len(weeks), "week"), (sessions, "session"), (len(library.rules), "rule"))
    return ", ".join(_count(number, what) for number, what in counted)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
