"""What a request itself forces: for each finding, the one wish without which it would go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import CannotMeet
from speedcli.training.document import Accepted, Plan, Request
from speedcli.training.findings import Finding, findings
from speedcli.training.wishes import usual_days, usual_minutes

Build = Callable[[Request, Library], Plan]

# The order in which wishes are given up to see whether a finding goes.
RELAXED = ("days", "minutes", "kit", "avoid", "age", "returning", "event")


def accept(plan: Plan, library: Library, build: Build) -> Plan:
    """The plan with its findings written down as accepted, each with the wish that causes it.

    CannotMeet for a rule that never bends. A finding that no single wish explains stays open.
    """
    open_findings = findings(plan, library)
    if not open_findings:
        return plan
    causes = _causes(open_findings, plan.request, library, build)
    for finding in open_findings:
        if finding.firm:
            raise CannotMeet(_refusal(finding, causes.get(finding.rule)))
    accepted = tuple(
        Accepted(rule=each.rule, where=each.where, because=because(causes[each.rule], plan.request))
        for each in open_findings
        if each.rule in causes
    )
    return replace(plan, accepted=accepted)


def _causes(
    open_findings: list[Finding], request: Request, library: Library, build: Build
) -> Mapping[str, str]:
    """For each broken rule the first wish without which a plan keeps it."""
    causes: dict[str, str] = {}
    broken = dict.fromkeys(finding.rule for finding in open_findings)
    for wish, relaxed in relaxations(request, library):
        if len(causes) == len(broken):
            break
        try:
            still = {finding.rule for finding in findings(build(relaxed, library), library)}
        except CannotMeet:
            continue
        for rule in broken:
            if rule not in still:
                causes.setdefault(rule, wish)
    return causes


def relaxations(request: Request, library: Library) -> Iterator[tuple[str, Request]]:
    """The request with each of its wishes given up in turn, where that changes anything."""
    freed: dict[str, Any] = {
        "days": usual_days(library),
        "minutes": usual_minutes(library, request.level),
        "kit": tuple(library.kit),
        "avoid": (),
        "age": None,
        "returning": False,
        "event": None,
    }
    for wish in RELAXED:
        if getattr(request, wish) != freed[wish]:
            yield wish, replace(request, **{wish: freed[wish]})


def because(wish: str, request: Request) -> str:
    """The wish in words, as the reason for what had to bend."""
    value = getattr(request, wish)
    if wish == "returning":
        return "returning: after a break"
    words = ", ".join(value) if isinstance(value, tuple) else str(value)
    return f"{wish}: {words}"


def _refusal(finding: Finding, wish: str | None) -> str:
    change = f"; change --{wish}" if wish else ""
    return f"{finding.where} {finding.found}, and {finding.rule} wants {finding.wants}{change}"
