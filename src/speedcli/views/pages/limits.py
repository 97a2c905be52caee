"""What the checks of a rule hold plans to, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from speedcli.knowledge import rulebook as book
from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Level
from speedcli.knowledge.values import Span, plain
from speedcli.views import wording
from speedcli.views.page import Column, Fact, Facts, Part, Row, Table
from speedcli.views.pages.conditions import ages, kinds, loads, when
from speedcli.views.pages.doses import NONE, level_table


class PerLevel(NamedTuple):
    """A limit that differs between levels."""

    label: str
    texts: Mapping[Level, str]


Limit = PerLevel | Fact | Table


def limits(rule: book.Rule, library: Library) -> tuple[Part, ...]:
    """The limits of all checks of a rule: those per level first, as one table."""
    found = [limit for check in rule.checks for limit in _DESCRIBE[type(check)](check, library)]
    per_level = [limit for limit in found if isinstance(limit, PerLevel)]
    facts = tuple(limit for limit in found if isinstance(limit, Fact))
    tables = tuple(limit for limit in found if isinstance(limit, Table))
    return (
        *((level_table(per_level),) if per_level else ()),
        *tables,
        *((Facts(facts),) if facts else ()),
    )


def _spacing(check: book.Spacing, library: Library) -> Iterator[Limit]:
    least = f" after more than {check.more_than_s} s per side" if check.more_than_s else ""
    text = f"{loads(check.after, library)}{least}, then {loads(check.before, library)}"
    yield Fact(f"{check.hours} h or more", text + when(check.when, library))


def _heavy_spacing(check: book.HeavySpacing, library: Library) -> Iterator[Limit]:
    heavy = wording.listing(
        [
            *(f"{wording.spaced(kind)} runs" for kind in check.kinds),
            f"runs of {check.distance_from} m or more",
            f"{check.runs} runs of {check.runs_from} m or more",
            f"loaded runs that lose {check.loss_from} % of speed",
        ],
        "or",
    )
    text = f"{heavy}, then {loads(check.before, library)}"
    yield Fact(f"{check.hours} h or more", text + when(check.when, library))


def _warm_up(check: book.WarmUp, library: Library) -> Iterator[Limit]:
    text = f"of warm-up with {check.build_ups} build-ups or more"
    fast = f"before running at {check.from_percent} % or more"
    yield Fact(f"{check.minutes} min or more", f"{text}, {fast}")


def _bounds(check: book.Bounds, library: Library) -> Iterator[Limit]:
    only = ", where there are any" if check.if_any else ""
    label = f"{wording.METRICS[check.metric]} in one {check.per}{only}"
    levels = [level for level in wording.LEVELS if level in check.low or level in check.high]
    texts = {level: _ends(check.low.get(level), check.high.get(level)) for level in levels}
    yield PerLevel(wording.capital(label) + when(check.when, library), texts)


def _ends(low: float | None, high: float | None) -> str:
    if low is None:
        return "none" if high == 0 else f"at most {plain(high or 0)}"
    return f"at least {plain(low)}" if high is None else str(Span(low, high))


def _block_total(check: book.BlockTotal, library: Library) -> Iterator[Limit]:
    if check.kind == "block-most":
        yield Fact("Each block", "at most the top of its session's range for the level")
    else:
        yield Fact("Loaded weeks", "each block at least the bottom of its session's range")


def _rest(check: book.RestByDistance, library: Library) -> Iterator[Limit]:
    distances = sorted({int(metres) for table in check.tables.values() for metres in table})
    rows = [
        Row((f"{metres} m", *(_rest_cell(table, metres) for table in check.tables.values())))
        for metres in distances
    ]
    titles = [wording.spaced(kind) for kind in check.tables]
    shares = {level: wording.percent(factor) for level, factor in check.factor.items()}
    yield PerLevel("Share of the rest", shares)
    yield Table((Column("Run"), *map(Column, titles)), tuple(rows))


def _rest_cell(table: Mapping[str, int], metres: int) -> str:
    seconds = table.get(str(metres))
    return wording.time(Span(seconds, seconds)) if seconds else NONE


def _order(check: book.Order, library: Library) -> Iterator[Limit]:
    yield Fact("Order", "each block in the place that its session has, fastest work first")
    yield Fact(f"{check.primer_s} s or less", "of hard pushes per side may come before fast runs")


def _ramp(check: book.Ramp, library: Library) -> Iterator[Limit]:
    metric = wording.METRICS[check.metric]
    texts = {level: f"{plain(share)} %" for level, share in check.percent.items()}
    yield PerLevel(f"Rise of {metric}, at most", texts)
    yield Fact(
        f"{plain(check.masters_percent)} %", f"at {check.masters_from} or over, and after a break"
    )
    yield Fact(
        wording.percent(check.mean),
        f"of the mean of the last {check.mean_of} loaded weeks, at most",
    )
    yield Fact("Always allowed", f"a rise of {check.free_step}")
    yield Fact("Exempt", f"the first {check.free_weeks} weeks")


def _week_factor(check: book.WeekFactor, library: Library) -> Iterator[Limit]:
    high, low = wording.percent(check.high), wording.percent(check.low)
    measured = {
        "week-before": "the week before",
        "first-loaded": "the first loaded week",
        "last-loaded": "the last loaded week",
    }[check.of]
    text = f"of the {wording.METRICS[check.metric]} of {measured}"
    bound = book.When(weeks=check.weeks)
    share = f"{low.removesuffix(' %')}-{high}" if check.low else f"{high} or less"
    yield Fact(share, text + when(bound, library) + when(check.when, library))


def _run_length(check: book.RunLength, library: Library) -> Iterator[Limit]:
    texts = {level: str(weeks) for level, weeks in check.most.items()}
    yield PerLevel("Loaded weeks in a row, at most", texts)
    yield Fact(
        f"At {check.masters_from} or over", f"{check.masters} loaded weeks in a row, at most"
    )


def _share(check: book.Share, library: Library) -> Iterator[Limit]:
    qualities = ("acceleration", "top speed", "endurance")
    columns = (Column("Percent of sprints"), *(Column(title, "right") for title in qualities))
    goals = {**check.goals, "beginner, any goal": check.beginner}
    rows = (Row((wording.emphasis(goal), *map(str, shares))) for goal, shares in goals.items())
    yield Table(columns, tuple(rows))
    bound = when(book.When(weeks=check.weeks), library)
    yield Fact(f"{check.tolerance} points", f"either way{bound}")


def _gate(check: book.Gate, library: Library) -> Iterator[Limit]:
    names = [
        *kinds(check.kinds),
        *(
            library.sessions[one].title if one in library.sessions else one
            for one in check.templates
        ),
        *(
            library.exercises[one].name if one in library.exercises else one
            for one in check.exercises
        ),
    ]
    terms = [
        wording.listing(check.levels) if check.levels else "",
        ages(check.ages, library) if check.ages else "",
        f"after {check.push_weeks} weeks with hard pushes" if check.push_weeks else "",
        f"in plans of {check.min_plan_weeks} weeks or more" if check.min_plan_weeks else "",
        "" if check.alone else "beside another method of its family",
        "" if check.returning else "not after a break",
    ]
    yield Fact(wording.capital(wording.listing(names)), f"only {', '.join(filter(None, terms))}")


def _item_limit(check: book.ItemLimit, library: Library) -> Iterator[Limit]:
    named = [library.exercises[e].name for e in check.exercises if e in library.exercises]
    what = wording.capital(wording.listing(named or kinds(check.kinds)))
    bound = when(check.when, library)
    if check.intensity:
        scale = check.of or "effort"
        texts = {level: wording.scaled(span, scale) for level, span in check.intensity.items()}
        yield PerLevel(what + bound, texts)
    if check.hold_s:
        hard = f" at {check.from_intensity} % or more" if check.from_intensity else ""
        yield Fact(what, f"{check.hold_s} s a rep{hard}{bound}")
    if check.distance_m:
        kit = library.kit.get(check.distance_without or "")
        without = f" without {kit.name}" if kit else ""
        yield Fact(what, f"{plain(check.distance_m)} m a run at most{without}{bound}")


def _angles(check: book.Angles, library: Library) -> Iterator[Limit]:
    text = f"{check.least} or more to each pattern in a week"
    yield Fact("Angles", text + when(check.when, library))


def _before_event(check: book.BeforeEvent, library: Library) -> Iterator[Limit]:
    named = {wording.listing(kinds((kind,))): days for kind, days in check.kinds.items()}
    named |= {wording.load_name(load, library): days for load, days in check.loads.items()}
    for name, days in named.items():
        yield Fact(f"{days} days or more", f"from the last {name} to the race")


def _sequence(check: book.Sequence, library: Library) -> Iterator[Limit]:
    texts = {level: str(weeks) for level, weeks in check.intro_weeks.items()}
    yield PerLevel("Weeks of introduction", texts)
    yield Fact("Weeks", "in the order that belongs to the goal, the level and the length")


def _fast_gap(check: book.FastGap, library: Library) -> Iterator[Limit]:
    yield Fact(f"{check.days} days or less", f"without a run at {check.percent} % or more")


def _shown(check: book.Shown, library: Library) -> Iterator[Limit]:
    yield Fact("Shown", check.text)


# The signature of each is (its own kind of check, library); a dict cannot say so.
_DESCRIBE: dict[type[book.Check], Callable[[Any, Library], Iterator[Limit]]] = {
    book.Spacing: _spacing,
    book.HeavySpacing: _heavy_spacing,
    book.WarmUp: _warm_up,
    book.Bounds: _bounds,
    book.BlockTotal: _block_total,
    book.RestByDistance: _rest,
    book.Order: _order,
    book.Ramp: _ramp,
    book.WeekFactor: _week_factor,
    book.RunLength: _run_length,
    book.Share: _share,
    book.Gate: _gate,
    book.ItemLimit: _item_limit,
    book.Angles: _angles,
    book.BeforeEvent: _before_event,
    book.Sequence: _sequence,
    book.FastGap: _fast_gap,
    book.Shown: _shown,
}
