"""From what somebody typed to a request: words become ids, gaps become cautious defaults.

UsageError for a word or number that means nothing; CannotMeet for things that do not fit together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, cast

from speedcli.knowledge.frozen import frozen, replace
from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import normalise
from speedcli.knowledge.nearest import did_you_mean
from speedcli.knowledge.planning import Weekday
from speedcli.knowledge.problems import CannotMeet, UsageError, quoted
from speedcli.knowledge.records import Goal, Level
from speedcli.knowledge.rulebook import Bounds
from speedcli.knowledge.values import A_YEAR, YEARS, Span
from speedcli.training.document import WEEKDAYS, Request

WEEK = timedelta(days=7)
MOST_NAMED = 22  # words that an error may list

_COUNT = re.compile(r"-?[0-9]{1,9}")


@frozen(kw_only=True)
class Wishes:
    """The options of `speed plan` and `speed session` as typed; None where nothing was said."""

    weeks: int | None = None
    goal: str | None = None
    level: str | None = None
    days: str | None = None
    minutes: int | None = None
    kit: str | None = None
    avoid: str | None = None
    age: int | None = None
    start: str | None = None
    event: str | None = None
    returning: bool = False
    variant: int | None = None
    session: str | None = None


def like(wishes: Wishes, made: Request) -> Wishes:
    """The wishes, with what they leave open taken from a request that was made before."""
    before: dict[str, Any] = {
        "weeks": made.weeks,
        "goal": made.goal,
        "level": made.level,
        "days": ",".join(made.days),
        "minutes": made.minutes,
        "kit": ",".join(made.kit),
        "avoid": ",".join(made.avoid) or None,
        "age": made.age,
        "start": made.start.isoformat(),
        "event": made.event and made.event.isoformat(),
        "variant": made.variant,
        "session": made.session,
    }
    if wishes.event or (wishes.weeks and made.event):
        before["start"] = None  # counted back from the event again
    if wishes.start and made.event:
        before["weeks"] = None  # what lies between the two
    open_wishes = {name: value for name, value in before.items() if getattr(wishes, name) is None}
    return replace(wishes, **open_wishes, returning=wishes.returning or made.returning)


def request(wishes: Wishes, library: Library, today: date) -> tuple[Request, tuple[str, ...]]:
    """The request, and what was assumed because nothing was said about it, in words."""
    start, event, weeks = _dates(wishes, today, library.planning.limits.weeks)
    made = Request(
        weeks=weeks,
        **understood(wishes, library),
        start=start,
        event=event,
        returning=wishes.returning,
        session=wishes.session,
    )
    return made, _assumed(wishes, made)


def understood(wishes: Wishes, library: Library) -> dict[str, Any]:
    """What the wishes mean, but for the dates, with a default for each that is left open."""
    planning = library.planning
    defaults, limits = planning.defaults, planning.limits
    levels: dict[str, tuple[str, ...]] = {level.id: level.aliases for level in planning.levels}
    goals: dict[str, tuple[str, ...]] = {goal.id: goal.aliases for goal in planning.goals}
    kit = {kit.id: (kit.name, *kit.aliases) for kit in library.kit.values()}
    level = cast(Level, _named("level", wishes.level or defaults.level, levels))
    goal = cast(Goal, _named("goal", wishes.goal or defaults.goal, goals))
    if wishes.minutes is not None:
        alone = wishes.session is not None
        _within("--minutes", wishes.minutes, limits.session_minutes if alone else limits.minutes)
    if wishes.age is not None:
        _within("--age", wishes.age, limits.ages)
    return {
        "goal": goal,
        "level": level,
        "days": _days(wishes.days or str(defaults.days), defaults.weekdays, limits.days),
        "minutes": wishes.minutes or usual_minutes(library, level),
        "kit": _all("kit", wishes.kit, kit) or defaults.kit,
        "avoid": _all("thing to avoid", wishes.avoid, _avoidable(library) if wishes.avoid else {}),
        "age": wishes.age,
        "variant": _variant(wishes.variant, defaults.variant),
    }


def usual_minutes(library: Library, level: Level) -> int:
    """Minutes of a session when nobody says: the most that the rules allow the level."""
    bounds = [
        check.high[level]
        for _, check in library.checks(Bounds)
        if check.metric == "minutes" and check.per == "session" and level in check.high
    ]
    return int(min(bounds))


def usual_days(library: Library) -> tuple[Weekday, ...]:
    """The weekdays of a request that names none."""
    defaults = library.planning.defaults
    return defaults.weekdays[str(defaults.days)]


def _assumed(wishes: Wishes, made: Request) -> tuple[str, ...]:
    said: dict[str, tuple[object, str]] = {
        "level": (wishes.level, made.level),
        "goal": (wishes.goal, made.goal),
        "days": (wishes.days, " ".join(made.days)),
        "kit": (wishes.kit, "kit " + " + ".join(made.kit)),
        "minutes": (wishes.minutes, f"at most {made.minutes} min"),
        "start": (wishes.start or wishes.event, f"start {made.start}"),
    }
    if made.session is not None:
        del said["days"], said["goal"], said["start"]
    return tuple(text for given, text in said.values() if given is None)


def _variant(asked: int | None, default: int) -> int:
    if asked is not None and asked < 1:
        raise UsageError(f"--variant takes 1 or more, got {asked}")
    return default if asked is None else asked


def _within(option: str, number: int, span: Span) -> None:
    if number not in span:
        raise UsageError(f"{option} takes {span}, got {number}")


def _named(what: str, word: str, names: Mapping[str, Iterable[str]]) -> str:
    """The id that a word stands for, by id or alias, whatever its case and hyphens."""
    wanted = normalise(word)
    for name, aliases in names.items():
        if wanted in {normalise(each) for each in (name, *aliases)}:
            return name
    hint = did_you_mean(word, [each for name, also in names.items() for each in (name, *also)])
    known = list(names)[:MOST_NAMED]
    more = ", and exercises and sessions by name" if len(names) > MOST_NAMED else ""
    listed = f"; there are {', '.join(known)}{more}"
    raise UsageError(f"no {what} is called {quoted(word)}{hint or listed}")


def _all(what: str, words: str | None, names: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    parts = [part.strip() for part in (words or "").split(",") if part.strip()]
    if words is not None and not parts:
        raise UsageError(f"no {what} is named in {quoted(words)}; give one or more, with commas")
    return tuple(dict.fromkeys(_named(what, part, names) for part in parts))


def _avoidable(library: Library) -> dict[str, tuple[str, ...]]:
    """Everything that may be avoided, by id: regions and qualities, exercises, session types."""
    names = {each.id: (each.name, *each.aliases) for each in library.avoidables.values()}
    for exercise in library.exercises.values():
        names.setdefault(exercise.id, (exercise.name, *exercise.aliases))
    for template in library.sessions.values():
        names.setdefault(template.id, (template.title, *template.aliases))
    return names


def _days(words: str, usual: Mapping[str, tuple[Weekday, ...]], span: Span) -> tuple[Weekday, ...]:
    if _COUNT.fullmatch(words.strip()):
        _within("--days", int(words), span)
        return usual[str(int(words))]
    found: list[Weekday] = []
    for word in words.lower().replace(",", " ").split():
        day = next(
            (day for day in WEEKDAYS if len(word) >= 3 and _full(day).startswith(word)), None
        )
        if day is None:
            raise UsageError(
                f"--days: {quoted(word)} is no weekday; write mon, tue, wed, thu, fri, sat or sun"
            )
        if day in found:
            raise UsageError(f"--days names {day} twice")
        found.append(day)
    if len(found) not in span:
        raise UsageError(f"--days takes {span} weekdays, got {len(found)}; leave one to rest")
    return tuple(sorted(found, key=WEEKDAYS.index))


def _full(day: Weekday) -> str:
    return {"tue": "tuesday", "wed": "wednesday", "thu": "thursday", "sat": "saturday"}.get(
        day, f"{day}day"
    )


def _date(option: str, words: str) -> date:
    try:
        day = date.fromisoformat(words)
    except ValueError:
        raise UsageError(f"{option} takes a date such as 2027-01-04, got {quoted(words)}") from None
    if day.year not in YEARS:
        raise UsageError(f"{option} takes {A_YEAR}, got {words!r}")
    return day


def _dates(wishes: Wishes, today: date, span: Span) -> tuple[date, date | None, int]:
    """First day, event and number of weeks, from whichever of them were given."""
    if wishes.weeks is not None:
        _within("--weeks", wishes.weeks, span)
    start = _date("--start", wishes.start) if wishes.start else None
    event = _date("--event", wishes.event) if wishes.event else None
    weeks = 1 if wishes.session is not None else wishes.weeks
    if event is not None:
        return _to_event(start, event, weeks, today, span)
    if weeks is None:
        raise UsageError("say how long: --weeks 6, or --start and --event with dates")
    if wishes.session is not None:
        return start or today, None, weeks
    return start or today + timedelta(days=7 - today.weekday()), None, weeks


def _to_event(
    start: date | None, event: date, weeks: int | None, today: date, span: Span
) -> tuple[date, date, int]:
    if start is None:
        if weeks is None:
            raise UsageError("--event needs --weeks or --start, to know how long the plan is")
        monday = event - timedelta(days=event.weekday())
        start = monday - (weeks - 1) * WEEK
        if event < today:
            raise CannotMeet(f"the event on {event} lies in the past; give a later --event")
        if start < today - timedelta(days=today.weekday()):
            left = (monday - today + timedelta(days=today.weekday())).days // 7 + 1
            raise CannotMeet(
                f"{weeks} weeks before {event} began on {start}, which is past; "
                f"give --weeks {max(left, 1)}"
            )
        return start, event, weeks
    if event < start:
        raise CannotMeet(
            f"the event on {event} comes before the start on {start}; give a later --event"
        )
    between = (event - start).days // 7 + 1
    if weeks is not None and weeks != between:
        raise CannotMeet(
            f"from {start} to the event on {event} there are {between} weeks, not {weeks}; "
            f"leave --weeks out"
        )
    if between not in span:
        raise CannotMeet(
            f"from {start} to the event on {event} there are {between} weeks, and a plan has at "
            f"most {int(span.high)}; start later"
        )
    return start, event, between
