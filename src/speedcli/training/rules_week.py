"""Checks on a session's or a week's sums: bounds, the mix of the sprints, angles of pushes."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.rulebook import Angles, Bounds, Share
from speedcli.knowledge.values import plain
from speedcli.training import measure, mix
from speedcli.training.document import Session, Week
from speedcli.training.limits import binds
from speedcli.training.view import Breach, View, metric

# How a metric reads in a finding, of one and of more.
WORDS = {
    "minutes": ("minute", "minutes"),
    "max-effort-m": ("m at full effort",),
    "speed-endurance-m": ("m of speed endurance",),
    "sprint-m": ("m of sprints",),
    "iso-push-s": ("s of pushes a side",),
    "iso-hold-s": ("s of holds a side",),
    "contacts": ("contact", "contacts"),
    "hard-days": ("hard day", "hard days"),
    "rest-days": ("rest day", "rest days"),
    "iso-push-sessions": ("session with pushes", "sessions with pushes"),
    "band-strength-sessions": ("session with band strength", "sessions with band strength"),
    "nordic-sessions": ("session with Nordics", "sessions with Nordics"),
    "assisted-sessions": ("assisted session", "assisted sessions"),
    "flying-sessions": ("session with flying runs", "sessions with flying runs"),
    "top-speed-reps": ("flying run at full speed", "flying runs at full speed"),
    "sprint-reps": ("sprint", "sprints"),
    "ballistic-reps": ("ballistic push", "ballistic pushes"),
    "nordic-reps": ("Nordic", "Nordics"),
    "sprint-part-minutes": ("minute of sprinting", "minutes of sprinting"),
}


def counted(value: float, name: str) -> str:
    """A metric's value in words: `1 hard day`, `180 m at full effort`."""
    words = WORDS[name]
    return f"{plain(value)} {words[0] if value == 1 else words[-1]}"


def bounds(view: View, check: Bounds) -> Iterator[Breach]:
    """A metric stays between its ends, in each session or week."""
    level = view.plan.request.level
    low, high = check.low.get(level), check.high.get(level)
    span = " in seven days" if check.per == "seven-days" else ""
    for where, part, sessions in _parts(view, check):
        value = metric(check.metric, sessions, view)
        if (check.if_any or check.per == "session") and value == 0:
            continue
        found = f"has {counted(value, check.metric)}{span}"
        if low is not None and value < low and not _tapers(view, sessions):
            yield Breach(where, found, f"{plain(low)} at least", part.where)
        if high is not None and value > high:
            yield Breach(where, found, f"{plain(high)} at most", part.where)


def _tapers(view: View, sessions: tuple[Session, ...]) -> bool:
    """Whether some of the sessions are already part of a taper, which has no least."""
    return any(view.athlete.is_tapering(session.date) for session in sessions)


def _parts(view: View, check: Bounds) -> Iterator[tuple[str, Week | Session, tuple[Session, ...]]]:
    if check.per == "week":
        for week in view.weeks(check.when):
            if whole(view, week):
                yield f"w{week.number}", week, week.sessions
    elif check.per == "seven-days":
        yield from _seven_days(view, check)
    elif binds(check.when, view.plan.request):
        for session in view.sessions:
            yield session.id, session, (session,)


def _seven_days(view: View, check: Bounds) -> Iterator[tuple[str, Session, tuple[Session, ...]]]:
    """Every run of seven days that ends with a session, from week to week too."""
    if view.alone or not binds(check.when, view.plan.request):
        return
    for place, last in enumerate(view.sessions):
        if not metric(check.metric, (last,), view):
            continue
        within = (each for each in view.sessions[: place + 1] if (last.date - each.date).days < 7)
        yield last.id, last, tuple(within)


def whole(view: View, week: Week) -> bool:
    """Whether the week is not cut short by an event."""
    event = view.plan.request.event
    return event is None or (event - week.starts).days >= 7


def share(view: View, check: Share) -> Iterator[Breach]:
    """The week's sprint reps are divided as the goal asks, within the tolerance."""
    request = view.plan.request
    for week in view.weeks(None):
        if view.letters[week.number] not in check.weeks or not whole(view, week):
            continue
        has = mix.of(measure.items_of(week.sessions))
        if mix.is_off(has, check, request):
            yield Breach(
                f"w{week.number}",
                "has "
                + "/".join(f"{share:.0f}" for share in mix.shares(has))
                + " % acceleration/top speed/endurance",
                "/".join(map(str, mix.wanted(check, request)))
                + f" within {check.tolerance} points",
                week.where,
            )


def angles(view: View, check: Angles) -> Iterator[Breach]:
    """Each pattern that is pushed in a loaded week is pushed at several angles."""
    for week in view.weeks(check.when):
        if not view.is_loaded(week):
            continue
        seen: dict[str, set[str]] = {}
        for item in measure.items_of(week.sessions):
            exercise = view.library.exercises.get(item.exercise)
            if item.kind == "iso-push" and exercise is not None and exercise.pattern:
                seen.setdefault(exercise.pattern, set()).add(item.angle or "")
        for pattern, found in seen.items():
            if len(found) < check.least:
                yield Breach(
                    f"w{week.number}",
                    f"pushes the {pattern} pattern at one angle only",
                    f"{check.least} angles",
                    week.where,
                )
