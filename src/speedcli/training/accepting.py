"""What a request itself forces: for each finding, the one wish without which it would go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from speedcli.knowledge.frozen import replace
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
) -> Mapping[str, tuple[str, ...]]:
    """For each broken rule the first wish without which a plan keeps it; failing one, several."""
    causes: dict[str, tuple[str, ...]] = {}
    broken = dict.fromkeys(finding.rule for finding in open_findings)
    freed = dict(relaxations(request, library))
    for wish, relaxed in freed.items():
        if len(causes) == len(broken):
            return causes
        still = _broken(relaxed, library, build)
        for rule in broken:
            if rule not in still:
                causes.setdefault(rule, (wish,))
    left = [rule for rule in broken if rule not in causes]
    return causes | _together(left, freed, request, library, build)


def _together(
    rules: list[str],
    freed: Mapping[str, Request],
    request: Request,
    library: Library,
    build: Build,
) -> dict[str, tuple[str, ...]]:
    """The wishes that only together explain the rules: all of them, less those that need not go."""
    if not rules or not freed:
        return {}
    needed = list(freed)

    def relaxed(wishes: list[str]) -> Request:
        return replace(request, **{wish: getattr(freed[wish], wish) for wish in wishes})

    gone = [rule for rule in rules if rule not in _broken(relaxed(needed), library, build)]
    for wish in list(freed):
        fewer = [each for each in needed if each != wish]
        if not set(gone) & _broken(relaxed(fewer), library, build):
            needed = fewer
    return dict.fromkeys(gone, tuple(needed))


def _broken(request: Request, library: Library, build: Build) -> set[str]:
    """The rules that a plan for the request breaks; every one if there can be no plan."""
    try:
        return {finding.rule for finding in findings(build(request, library), library)}
    except CannotMeet:
        return set(library.rules)


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


def because(wishes: tuple[str, ...], request: Request) -> str:
    """The wishes in words, as the reason for what had to bend."""
    return "; ".join(_because(wish, request) for wish in wishes)


def _because(wish: str, request: Request) -> str:
    value = getattr(request, wish)
    if wish == "returning":
        return "returning: after a break"
    words = ", ".join(value) if isinstance(value, tuple) else str(value)
    return f"{wish}: {words}"


def _refusal(finding: Finding, wishes: tuple[str, ...] | None) -> str:
    change = f"; change --{' and --'.join(wishes)}" if wishes else ""
    return f"{finding.where} {finding.found}, and {finding.rule} wants {finding.wants}{change}"
