"""A plan file judged: what it breaks, and what of that its author has accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from speedcli.knowledge.library import Library
from speedcli.training import measure
from speedcli.training.athlete import Athlete
from speedcli.training.document import Accepted, Plan, Session, Week
from speedcli.training.findings import Finding, findings
from speedcli.training.recount import Path, Sum, recounted, sums
from speedcli.training.rules_week import counted

# Findings of the document itself go by a word where those of the rulebook have a number.
TOTALS, DATES, KIT, AVOID, MINUTES = "totals", "dates", "kit", "avoid", "minutes"
OWN_RULES = (TOTALS, DATES, KIT, AVOID, MINUTES)

_LAST_DAY = timedelta(days=6)


class Judgement(NamedTuple):
    """The findings of a plan by line: the open ones, and those it lists as accepted."""

    open: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Accepted], ...]


def judge(written: Plan, library: Library, line: Callable[[Path], int]) -> Judgement:
    """Everything that a plan breaks, as it was `written`; `line` knows where a value stands.

    Rules see minutes and totals as they follow from the items. That the written ones differ is
    a finding of its own.
    """
    right = recounted(written, library)
    found = [
        *(_of_sum(each, line) for each in sums(written, right) if each.is_stale),
        *_wrong_dates(right),
        *_missing_kit(right, library),
        *_against_wishes(right, library),
        *_too_long(right),
        *findings(right, library),
    ]
    open_ones, accepted = [], []
    for finding in sorted(found, key=lambda each: each.line or 0):
        if reason := _acceptance(finding, written):
            accepted.append((finding, reason))
        else:
            open_ones.append(finding)
    return Judgement(tuple(open_ones), tuple(accepted))


def _acceptance(finding: Finding, plan: Plan) -> Accepted | None:
    """The entry of `accepted` that covers the finding: the place itself, its session or week."""
    places = set(_places(finding.where, plan.weeks))
    for entry in plan.accepted:
        if entry.rule.casefold() == finding.rule.casefold() and entry.where in places:
            return entry
    return None


def _places(where: str, weeks: Iterable[Week]) -> Iterator[str]:
    """The place, and the session and week that it lies in."""
    yield where
    for week in weeks:
        for session in week.sessions:
            if where == session.id or where.startswith(f"{session.id} "):
                yield session.id
                yield f"w{week.number}"


def _of_sum(number: Sum, line: Callable[[Path], int]) -> Finding:
    said = counted(number.written, number.key.replace("_", "-"))
    why = "minutes and totals follow from the items"
    at = line(number.path)
    return _finding(TOTALS, number.where, at, f"says {said}", str(number.right), why)


def _wrong_dates(plan: Plan) -> Iterator[Finding]:
    why = "a week is the seven days from its start"
    for week in plan.weeks:
        last = week.starts + _LAST_DAY
        for session in week.sessions:
            if not week.starts <= session.date <= last:
                found = f"is on {session.date}, outside week {week.number}"
                wants = f"{week.starts} to {last}"
                yield _of_session(DATES, session, found, wants, why)


def _missing_kit(plan: Plan, library: Library) -> Iterator[Finding]:
    """Sessions that need what the request does not have, nor anything that stands in for it."""
    provided = Athlete(plan.request, library).provided
    given = ", ".join(plan.request.kit) or "no kit"
    why = "a session can only use what the request lists"
    for week in plan.weeks:
        for session in week.sessions:
            lacking = [kit for kit in session.kit if kit not in provided]
            if lacking:
                found = f"needs {', '.join(lacking)}"
                yield _of_session(KIT, session, found, f"only {given}", why)


def _against_wishes(plan: Plan, library: Library) -> Iterator[Finding]:
    """Items whose exercise needs kit that is not there, or is what the athlete avoids."""
    athlete = Athlete(plan.request, library)
    avoided = ", ".join(plan.request.avoid)
    for session in (session for week in plan.weeks for session in week.sessions):
        for item in measure.items_of((session,)):
            exercise = library.exercises.get(item.exercise)
            if exercise is None:
                continue
            where, line = f"{session.id} {item.name}", item.where.line
            if athlete.kit_for(exercise) is None:
                needs = " or ".join(" and ".join(way) for way in exercise.kit)
                why = "a session can only use what the request lists"
                yield _finding(KIT, where, line, f"needs {needs}", "an exercise without it", why)
            if set(exercise.avoid) & set(plan.request.avoid) or exercise.id in plan.request.avoid:
                why = "the request says so"
                yield _finding(AVOID, where, line, "is in the plan", f"no {avoided}", why)


def _too_long(plan: Plan) -> Iterator[Finding]:
    most = plan.request.minutes
    why = "the request gives no more time"
    for session in (session for week in plan.weeks for session in week.sessions):
        if session.minutes > most:
            found = f"takes {session.minutes} minutes"
            yield _of_session(MINUTES, session, found, f"{most} at most", why)


def _of_session(rule: str, session: Session, found: str, wants: str, why: str) -> Finding:
    return _finding(rule, session.id, session.where.line, found, wants, why)


def _finding(rule: str, where: str, line: int, found: str, wants: str, why: str) -> Finding:
    return Finding(rule, "strong", where, line, found, wants, why, sources=())
