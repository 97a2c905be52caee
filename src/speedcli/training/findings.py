"""What a plan breaks: every rule's checks run over any plan, also one edited by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from speedcli.knowledge import rulebook
from speedcli.knowledge.library import Library
from speedcli.knowledge.records import NOWHERE, Strength
from speedcli.training import rules_course, rules_session, rules_week
from speedcli.training.document import Plan
from speedcli.training.view import Breach, View


class Finding(NamedTuple):
    """One place where a plan breaks a rule: what was found there and what the rule wants."""

    rule: str
    strength: Strength
    where: str  # w3, w3d2, or w3d2 and the item's name
    line: int | None
    found: str
    wants: str
    why: str
    sources: tuple[str, ...]
    firm: bool = False

    def __str__(self) -> str:
        because = "; ".join(filter(None, (self.why, ", ".join(self.sources))))
        return f"{self.where} {self.found}; wants {self.wants} ({self.rule}: {because})"


Test = Callable[[View, Any], Iterator[Breach]]

# How each kind of check is tested. `Shown` checks are printed on sessions and never tested.
TESTS: dict[type, Test] = {
    rulebook.Spacing: rules_course.spacing,
    rulebook.HeavySpacing: rules_course.heavy_spacing,
    rulebook.FastGap: rules_course.fast_gap,
    rulebook.BeforeEvent: rules_course.before_event,
    rulebook.Sequence: rules_course.sequence,
    rulebook.RunLength: rules_course.run_length,
    rulebook.Ramp: rules_course.ramp,
    rulebook.WeekFactor: rules_course.week_factor,
    rulebook.Bounds: rules_week.bounds,
    rulebook.Share: rules_week.share,
    rulebook.Angles: rules_week.angles,
    rulebook.BlockTotal: rules_session.block_total,
    rulebook.RestByDistance: rules_session.rest_by_distance,
    rulebook.Order: rules_session.order,
    rulebook.WarmUp: rules_session.warm_up,
    rulebook.ItemLimit: rules_session.item_limit,
    rulebook.Gate: rules_session.gate,
}


def findings(plan: Plan, library: Library) -> list[Finding]:
    """Everything the plan breaks, in the order of the rules, then of the plan."""
    view = View(plan, library)
    found = []
    for rule in library.rules.values():
        for check in rule.checks:
            test = TESTS.get(type(check))
            for breach in test(view, check) if test else ():
                found.append(_finding(rule, check.kind in rule.firm, breach))
    return found


def _finding(rule: rulebook.Rule, firm: bool, breach: Breach) -> Finding:
    return Finding(
        rule=rule.id,
        strength=rule.strength,
        where=breach.where,
        line=breach.at.line or None if breach.at != NOWHERE else None,
        found=breach.found,
        wants=breach.wants,
        why=rule.why,
        sources=rule.sources,
        firm=firm,
    )
