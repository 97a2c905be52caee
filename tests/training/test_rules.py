"""Every kind of check, on plans just large enough to pass it and to break it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

import pytest

from speedcli.knowledge import rulebook
from speedcli.knowledge.rulebook import (
    Angles,
    BeforeEvent,
    BlockTotal,
    Bounds,
    Check,
    FastGap,
    Gate,
    HeavySpacing,
    ItemLimit,
    Order,
    Ramp,
    RestByDistance,
    Rule,
    RunLength,
    Sequence,
    Share,
    Spacing,
    WarmUp,
    WeekFactor,
    When,
)
from speedcli.knowledge.values import Span
from speedcli.training import measure
from speedcli.training.document import Plan, Week
from speedcli.training.findings import TESTS, Finding, findings
from speedcli.training.limits import ramp_limit
from speedcli.training.rules_week import WORDS, counted
from speedcli.views import document
from tests.training.plans import (
    DAY,
    REQUEST,
    START,
    block,
    called,
    flying,
    hard,
    item,
    one_week,
    plan,
    push,
    run,
    session,
    sprints,
    week,
)
from tests.training.requests import LIBRARY

LEVELS = ("beginner", "intermediate", "advanced")
RULE = Rule(
    id="R99",
    title="A rule",
    statement="Something holds.",
    why="a trial says so",
    reason="A trial says so.",
    sources=("haugen2019", "practice"),
    strength="practice",
    checks=(),
)


def found(plan: Plan, check: Check, **rule: Any) -> list[Finding]:
    """The findings of one check in a rule of its own."""
    only = replace(RULE, checks=(check,), **rule)
    return findings(plan, replace(LIBRARY, rules={only.id: only}))


def said(plan: Plan, check: Check) -> list[str]:
    """What the findings of one check say about the plan, without the rule behind them."""
    return [f"{each.where} {each.found}; wants {each.wants}" for each in found(plan, check)]


def of_ours(plan: Plan, rule: str) -> list[Finding]:
    """The findings of one of our rules."""
    return findings(plan, replace(LIBRARY, rules={rule: LIBRARY.rules[rule]}))


def shipped(plan: Plan, rule: str) -> list[str]:
    """The whole findings of one of our rules."""
    return [str(each) for each in of_ours(plan, rule)]


def briefly(plan: Plan, rule: str) -> list[str]:
    """What the findings of one of our rules say, without the rule behind them."""
    return [f"{each.where} {each.found}; wants {each.wants}" for each in of_ours(plan, rule)]


# What a finding holds


def test_every_kind_of_check_is_tested_or_shown() -> None:
    assert {*TESTS, rulebook.Shown} == set(get_args(Check))


def test_a_whole_finding() -> None:
    broken = one_week(session(0, sprints()), session(1, sprints()))
    (finding,) = found(broken, SPACING)
    assert finding == Finding(
        rule="R99",
        strength="practice",
        where="d1",
        line=None,
        found="comes 24 h after d0",
        wants="48 h or more",
        why="a trial says so",
        sources=("haugen2019", "practice"),
        firm=False,
    )
    assert str(finding) == (
        "d1 comes 24 h after d0; wants 48 h or more (R99: a trial says so; haugen2019, practice)"
    )


def test_a_rule_is_firm_in_some_kinds_of_check() -> None:
    broken = one_week(session(0, sprints()), session(1, sprints()))
    assert [each.firm for each in found(broken, SPACING, firm=("spacing",))] == [True]
    assert [each.firm for each in found(broken, SPACING, firm=("cap",))] == [False]


def test_a_finding_knows_its_line() -> None:
    made = one_week(session(0, sprints(run(rest=119))))
    text = document.as_yaml(made)
    (finding,) = found(document.read(text, "plan.yaml"), RESTS)
    assert finding.line is not None
    assert "exercise: standing-accel" in text.splitlines()[finding.line - 1]


def test_findings_come_in_the_order_of_the_rules() -> None:
    short = sprints(run(rest=10))
    broken = one_week(session(0, short), session(1, short))
    rules = [each.rule for each in findings(broken, LIBRARY)]
    assert rules == sorted(rules)
    assert {"R01", "R07", "R29"} <= set(rules)


def test_whole_findings_of_our_rules() -> None:
    short = one_week(session(0, sprints(run(metres=30, rest=60))))
    assert shipped(short, "R07") == [
        "d0 Standing acceleration rests 60 s; wants 180 s or more (R07: full recovery keeps each "
        "rep maximal; haugen2019, moran2017, jimenez2018, khmel-lester, thurlow2024, practice)"
    ]
    close = one_week(session(0, sprints()), session(1, sprints()))
    assert shipped(close, "R01") == [
        "d1 comes 24 h after d0; wants 48 h or more (R01: speed is not back a day later; "
        "haugen2019, thomas2018, liakou2023, milioni2021)"
    ]
    daily = one_week(*(session(day, block("mobility-recovery")) for day in range(7)))
    assert shipped(daily, "R33") == [
        "w1 has 0 rest days; wants 1 at least (R33: easy days protect the fast days; "
        "haugen2019, practice)"
    ]
    late = one_week(session(0, block("iso-max-push", push(sets=4)), sprints()))
    assert shipped(late, "R12") == [
        "d0 Acceleration sprints comes after Maximal pushes; wants to come before Maximal pushes "
        "(R12: the fastest work is done fresh; haugen2019, johnston2017)"
    ]


# Days and weeks

SPACING = Spacing(kind="spacing", after=("max-sprint",), before=("max-sprint",), hours=48)


def test_spacing() -> None:
    assert said(one_week(session(0, sprints()), session(2, sprints())), SPACING) == []
    close = one_week(session(3, sprints()), session(2, sprints()), session(0, sprints()))
    assert said(close, SPACING) == ["d3 comes 24 h after d2; wants 48 h or more"]


def test_spacing_is_between_the_named_loads_only() -> None:
    check = replace(SPACING, after=("eccentric",))
    nordics = block("prehab-hamstring-adductor", item("eccentric", "nordic", reps=3))
    assert said(one_week(session(0, sprints(), nordics), session(1, nordics)), check) == []
    close = one_week(session(0, sprints(), nordics), session(1, sprints()))
    assert said(close, check) == ["d1 comes 24 h after d0; wants 48 h or more"]


@pytest.mark.parametrize(
    ("work", "is_fast"),
    [
        (called(sprints(), "tech"), True),  # its template says so
        (called(sprints(run(percent=80)), "tech"), True),
        (called(sprints(run(percent=95)), "tech", "my-own"), True),  # its runs say so
        (called(sprints(flying(percent=95)), "none", "my-own"), True),
        (called(sprints(item("hill", distance_m=20)), "low", "tempo-extensive"), True),
        (called(sprints(run(percent=94)), "tech", "my-own"), False),
        (called(sprints(item("tempo", distance_m=100)), "low", "my-own"), False),
        (called(sprints(item("tempo", distance_m=100)), "max-sprint", "my-own"), True),
    ],
)
def test_a_fast_session_is_fast_whatever_it_is_called(work: Any, is_fast: bool) -> None:
    before = one_week(session(0, work), session(1, sprints()))
    after = one_week(session(0, sprints()), session(1, work))
    expected = ["d1 comes 24 h after d0; wants 48 h or more"] if is_fast else []
    assert said(before, SPACING) == said(after, SPACING) == expected
    assert briefly(before, "R01") == briefly(after, "R01") == expected
    days = ["w1 has 2 hard days; wants 1 at most"] if is_fast else []
    assert said(before, cap("hard-days", "week", 1)) == days


def test_other_loads_come_from_the_templates_too() -> None:
    bands = called(block("band-hip-flexor", item("band", reps=12)), "none")
    assert said(one_week(session(0, bands)), cap("band-strength-sessions", "week", 0)) == [
        "w1 has 1 session with band strength; wants 0 at most"
    ]
    lifts = called(block("strength-max", item("strength", sets=3, reps=5)), "none")
    assert briefly(one_week(session(0, lifts), session(1, sprints())), "R13") == [
        "d1 comes 24 h after d0; wants 48 h or more"
    ]


def test_spacing_after_many_seconds_of_pushes() -> None:
    check = replace(SPACING, after=("iso-high",), hours=24, more_than_s=30)

    def of(sets: int) -> Plan:
        pushes = session(0, block("iso-max-push", push(sets=sets)), name="morning")
        return one_week(pushes, session(0, sprints(), name="evening"))

    assert said(of(10), check) == []
    assert said(of(11), check) == ["evening comes 0 h after morning; wants 24 h or more"]


def test_spacing_for_some_athletes() -> None:
    close = session(0, sprints()), session(1, sprints())
    older = replace(SPACING, when=When(ages=(Span(40, 99),)))
    assert said(one_week(*close), older) == said(one_week(*close, age=39), older) == []
    assert len(said(one_week(*close, age=40), older)) == 1
    back = replace(SPACING, when=When(returning=True, levels=("intermediate",)))
    assert said(one_week(*close), back) == []
    assert len(said(one_week(*close, returning=True), back)) == 1
    assert said(one_week(*close, returning=True, level="advanced"), back) == []


HEAVY = HeavySpacing(
    kind="heavy-spacing",
    kinds=("assisted",),
    distance_from=80,
    runs=15,
    runs_from=30,
    loss_from=20,
    before=("max-sprint",),
    hours=72,
)


@pytest.mark.parametrize(
    ("work", "is_heavy"),
    [
        (item("sprint", reps=14, distance_m=30), False),
        (item("sprint", sets=3, reps=5, distance_m=30), True),
        (item("endurance", distance_m=79), False),
        (item("endurance", distance_m=80), True),
        (item("tempo", reps=10, distance_m=200), False),
        (item("assisted", distance_m=10), True),
        (item("resisted", distance_m=10, intensity=hard(19, "velocity-loss")), False),
        (item("resisted", distance_m=10, intensity=hard(20, "velocity-loss")), True),
        (item("resisted", distance_m=10, intensity=hard((10.0, 20.0), "velocity-loss")), True),
        (item("resisted", distance_m=10, intensity=hard(25, "body-weight")), False),
        (item("resisted", distance_m=10, intensity=hard(95, "effort")), False),
        (item("hill", distance_m=10, intensity=hard(100, "effort")), False),
        (item("sprint", distance_m=10, intensity=hard(100)), False),
    ],
)
def test_heavy_spacing(work: Any, is_heavy: bool) -> None:
    later = session(2, sprints())
    expected = ["d2 comes 48 h after d0; wants 72 h or more"] if is_heavy else []
    assert said(one_week(session(0, sprints(work)), later), HEAVY) == expected
    assert said(one_week(session(-1, sprints(work)), later), HEAVY) == []


def test_fast_gap() -> None:
    gap = FastGap(kind="fast-gap", days=7, percent=95)
    slow = session(4, sprints(run(percent=94)))
    assert said(plan(week(1, session(0, sprints()), slow, session(7, sprints()))), gap) == []
    long = plan(week(1, session(0, sprints()), slow, session(8, sprints())))
    assert said(long, gap) == ["d8 is the first run at 95 % for 8 days; wants 7 days at most"]
    assert said(long, replace(gap, percent=94)) == []


def test_the_data_say_from_which_speed_on_metres_count() -> None:
    planning = replace(LIBRARY.planning, full_speed_from=98)
    stricter = replace(LIBRARY, planning_if_any=planning)
    sprint = session(0, sprints(run(percent=97), item("hill", distance_m=10, intensity=hard(90))))
    assert measure.totals((sprint,), LIBRARY).max_effort_m == 50
    assert measure.totals((sprint,), stricter).max_effort_m == 10


def test_days_before_an_event() -> None:
    check = BeforeEvent(kind="before-event", kinds={"assisted": 10}, loads={"max-sprint": 3})
    event = START + 12 * DAY
    primer = session(11, block("sprint-primer", run(percent=94)))
    fine = session(9, sprints()), session(2, sprints(item("assisted"))), primer
    assert said(one_week(*fine, event=event), check) == []
    late = session(10, sprints(flying(), item("assisted")))
    assert said(one_week(late), check) == []
    assert said(one_week(late, event=event), check) == [
        "d10 Flying 10 m is 2 days before the event; wants 3 days or more",
        "d10 assisted is 2 days before the event; wants 10 days or more",
    ]


def weeks(*phases: str, metres: tuple[int, ...] = ()) -> tuple[Week, ...]:
    """A week for each phase, with one run of so many metres."""
    each = metres or (100,) * len(phases)
    return tuple(
        week(number, session(7 * number, sprints(run(1, run_m))), phase=phase)
        for number, (phase, run_m) in enumerate(zip(phases, each, strict=True), start=1)
    )


def test_the_sequence_of_weeks() -> None:
    check = Sequence(kind="sequence", intro_weeks={"intermediate": 1})
    assert said(plan(*weeks("intro", "load", "test")), check) == []
    (finding,) = said(plan(*weeks("intro", "deload", "test")), check)
    assert finding == "w2 is a deload week; wants a load week"
    assert said(plan(*weeks("load", "intro", "test")), check) == [
        "w1 is a load week; wants an intro week",
        "w2 is an intro week; wants a load week",
    ]
    # Shorter plans have no course, and of a part of a plan nobody knows which part it is.
    assert said(plan(*weeks("deload", "deload")), check) == []
    assert said(plan(*weeks("deload", "deload", "deload"), weeks=4), check) == []


def test_loaded_weeks_in_a_row() -> None:
    most = {"beginner": 2, "intermediate": 2, "advanced": 3}
    check = RunLength(kind="run-length", most=most, masters=2, masters_from=40)  # type: ignore[arg-type]
    assert said(plan(*weeks("load", "peak", "deload", "load", "load")), check) == []
    four = weeks("intro", "load", "load", "peak")
    assert said(plan(*four), check) == ["w4 is loaded week 3 in a row; wants 2 at most"]
    assert said(plan(*four, level="advanced"), check) == []
    assert len(said(plan(*four, level="advanced", age=40), check)) == 1


RAMP = Ramp(
    kind="ramp",
    metric="max-effort-m",
    percent={"beginner": 10, "intermediate": 20},
    mean=1.3,
    mean_of=3,
    free_step=10,
    free_weeks=2,
    masters_from=40,
    masters_percent=10,
)


def test_the_ramp() -> None:
    fast_start = weeks("load", "load", "load", "load", metres=(300, 400, 455, 540))
    assert said(plan(*fast_start), RAMP) == [
        "w4 rises from 455 to 540 m; wants 500 m at most"  # 130 % of the mean of the three before
    ]
    steep = weeks("load", "load", "load", metres=(100, 100, 121))
    assert said(plan(*steep), RAMP) == ["w3 rises from 100 to 121 m; wants 120 m at most"]
    assert said(plan(*weeks("load", "load", "load", metres=(100, 100, 120))), RAMP) == []


def test_a_mean_of_three_needs_three() -> None:
    def rising(*metres: int) -> list[str]:
        return said(plan(*weeks(*("load",) * len(metres), metres=metres)), RAMP)

    # 130 % of the mean of two would be 260 m.
    assert rising(100, 300, 360) == []
    assert rising(100, 300, 361) == ["w3 rises from 300 to 361 m; wants 360 m at most"]
    assert rising(100, 300, 300, 303) == []
    assert rising(100, 300, 300, 311) == ["w4 rises from 300 to 311 m; wants 310 m at most"]
    assert rising(200, 300, 300, 347) == ["w4 rises from 300 to 347 m; wants 346 m at most"]


@pytest.mark.parametrize(
    ("done", "limit"),
    [
        ((), 600),  # the cap of R05
        ((100,), 120),
        ((100, 300), 360),
        ((200, 300, 300), 1.3 * 800 / 3),
        ((900, 200, 300, 300), 1.3 * 800 / 3),
        ((20,), 30),
        ((590,), 600),
    ],
)
def test_plans_are_built_by_the_same_ramp(done: tuple[int, ...], limit: float) -> None:
    assert ramp_limit(LIBRARY, REQUEST, done) == pytest.approx(limit)


@pytest.mark.parametrize("asked", [{"level": "beginner"}, {"age": 40}, {"returning": True}])
def test_the_ramp_of_those_who_rise_slowly(asked: dict[str, Any]) -> None:
    fine = weeks("load", "load", "load", metres=(200, 200, 220))
    assert said(plan(*fine, **asked), RAMP) == []
    steep = weeks("load", "load", "load", metres=(200, 200, 221))
    assert said(plan(*steep, **asked), RAMP) == ["w3 rises from 200 to 221 m; wants 220 m at most"]


def test_the_ramp_looks_at_loaded_weeks_only() -> None:
    after_deload = weeks("load", "load", "deload", "load", metres=(100, 100, 50, 120))
    assert said(plan(*after_deload), RAMP) == []
    small = weeks("load", "load", "load", metres=(20, 20, 30))
    assert said(plan(*small), RAMP) == []  # the free step


def factor(of: str, letter: str, low: float, high: float) -> WeekFactor:
    return WeekFactor(
        kind="week-factor",
        metric="max-effort-m",
        weeks=(letter,),
        of=of,  # type: ignore[arg-type]
        low=low,
        high=high,
        free_step=0,
    )


def test_a_lighter_week() -> None:
    check = factor("week-before", "D", 0.5, 0.65)
    for metres in (50, 65):
        assert said(plan(*weeks("load", "load", "deload", metres=(100, 100, metres))), check) == []
    full = plan(*weeks("load", "load", "deload", metres=(80, 100, 90)))
    assert said(full, check) == ["w3 has 90 m at full effort, 90 % of week 2; wants 50-65 %"]
    empty = plan(*weeks("load", "load", "deload", metres=(80, 100, 20)))
    assert said(empty, check) == ["w3 has 20 m at full effort, 20 % of week 2; wants 50-65 %"]


def test_a_lighter_week_is_measured_against_a_named_one() -> None:
    intro = factor("first-loaded", "I", 0, 0.75)
    assert said(plan(*weeks("intro", "load", "load", metres=(75, 100, 200))), intro) == []
    assert said(plan(*weeks("intro", "load", "load", metres=(80, 100, 200))), intro) == [
        "w1 has 80 m at full effort, 80 % of week 2; wants 75 % at most"
    ]
    taper = factor("last-loaded", "T", 0, 0.6)
    course = weeks("load", "deload", "taper", metres=(100, 50, 60))
    assert said(plan(*course), taper) == []
    course = weeks("load", "deload", "taper", metres=(100, 50, 70))
    assert said(plan(*course), taper) == [
        "w3 has 70 m at full effort, 70 % of week 1; wants 60 % at most"
    ]


def test_a_plan_of_two_weeks_has_no_course() -> None:
    steep = plan(*weeks("load", "deload", metres=(100, 900)))
    assert said(steep, replace(RAMP, free_weeks=0)) == []
    assert said(steep, factor("week-before", "D", 0.5, 0.65)) == []


# Sums of weeks and sessions


def cap(metric: str, per: str, high: float, **more: Any) -> Bounds:
    return Bounds(kind="cap", metric=metric, per=per, high={"intermediate": high}, **more)  # type: ignore[arg-type]


def floor(metric: str, per: str, low: float, **more: Any) -> Bounds:
    return Bounds(kind="floor", metric=metric, per=per, low={"intermediate": low}, **more)  # type: ignore[arg-type]


def test_bounds_of_a_week() -> None:
    two = one_week(session(0, sprints()), session(2, sprints()))
    assert said(two, cap("hard-days", "week", 2)) == []
    assert said(two, cap("hard-days", "week", 1)) == ["w1 has 2 hard days; wants 1 at most"]
    assert said(two, floor("hard-days", "week", 3)) == ["w1 has 2 hard days; wants 3 at least"]


def test_bounds_of_a_session() -> None:
    short, long = session(0, block("warmup-ramp", minutes=90)), block("warmup-ramp", minutes=91)
    found = said(one_week(short, session(1, long)), cap("minutes", "session", 90))
    assert found == ["d1 has 91 minutes; wants 90 at most"]


def hard_days(*days: int, **asked: Any) -> Plan:
    """A plan of two weeks with sprints on these days."""
    made = [session(day, sprints()) for day in days]
    first, second = ([each for each in made if (each.date - START).days // 7 == n] for n in (0, 1))
    return plan(week(1, *first), week(2, *second), **asked)


def test_bounds_of_any_seven_days() -> None:
    check = cap("hard-days", "seven-days", 2)
    assert said(hard_days(0, 2), check) == []
    assert said(hard_days(0, 2, 4), check) == ["d4 has 3 hard days in seven days; wants 2 at most"]
    assert said(hard_days(0, 2, 4, 6), check) == [
        "d4 has 3 hard days in seven days; wants 2 at most",
        "d6 has 4 hard days in seven days; wants 2 at most",
    ]


def test_seven_days_go_from_week_to_week() -> None:
    check = cap("hard-days", "seven-days", 2)
    assert said(hard_days(0, 5, 7, 12), check) == []  # five days and seven days apart
    close = hard_days(0, 5, 7, 11)
    assert said(close, check) == ["d11 has 3 hard days in seven days; wants 2 at most"]
    assert said(close, cap("hard-days", "week", 2)) == []


def test_who_is_bound_in_seven_days() -> None:
    check = cap("hard-days", "seven-days", 2)
    days = 0, 2, 4
    assert said(hard_days(*days, level="advanced"), check) == []
    assert said(hard_days(*days, session="sprint"), check) == []  # a session on its own
    older = replace(check, when=When(ages=(Span(40, 99),)))
    assert said(hard_days(*days, age=39), older) == []
    assert len(said(hard_days(*days, age=40), older)) == 1


@pytest.mark.parametrize(
    ("rule", "most", "asked"),
    [
        ("R03", 3, {}),
        ("R03", 3, {"level": "advanced"}),
        ("R03", 2, {"level": "beginner"}),
        ("R38", 2, {"age": 17}),
        ("R39", 2, {"age": 40}),
    ],
)
def test_our_hard_days_count_over_seven_days(rule: str, most: int, asked: dict[str, Any]) -> None:
    days = [1, 3, 5][:most]
    assert briefly(hard_days(*days, 8, **asked), rule) == []
    assert briefly(hard_days(*days, 7, **asked), rule) == [
        f"d7 has {most + 1} hard days in seven days; wants {most} at most"
    ]


def test_bounds_hold_for_the_named_levels_and_weeks() -> None:
    two = session(0, sprints()), session(2, sprints())
    check = cap("hard-days", "week", 1)
    assert said(one_week(*two, level="advanced"), check) == []
    peak = replace(check, when=When(weeks=("P",)))
    assert said(one_week(*two), peak) == []
    assert len(said(one_week(*two, phase="peak"), peak)) == 1
    assert said(one_week(*two), replace(check, when=When(focus=True))) == []
    assert said(one_week(*two, session="sprint"), check) == []  # a session on its own


def test_bounds_of_what_need_not_be_there() -> None:
    low = floor("ballistic-reps", "week", 8, if_any=True)
    assert said(one_week(session(0, sprints())), low) == []
    few = block("iso-ballistic-rfd", item("iso-ballistic", reps=4, hold_s=1))
    assert said(one_week(session(0, few)), low) == ["w1 has 4 ballistic pushes; wants 8 at least"]


def test_a_week_cut_short_by_an_event_has_no_bounds() -> None:
    check = floor("hard-days", "week", 3)
    assert said(one_week(session(0, sprints()), event=START + 5 * DAY), check) == []
    assert len(said(one_week(session(0, sprints()), event=START + 7 * DAY), check)) == 1


MIXED = one_week(
    session(
        0,
        block("warmup-ramp", item("build-up", reps=3, distance_m=40), role="warm-up", minutes=15),
        block("band-assisted-overspeed", item("assisted", distance_m=20), minutes=5),
        block("sprint-acceleration", run(3, 20), run(1, 30, percent=94), minutes=10),
        block("sprint-flying", flying(2), flying(4, percent=94), minutes=10),
    ),
    session(
        2,
        block("sprint-hill", item("hill", reps=2, distance_m=15), minutes=5),
        block(
            "sprint-speed-endurance", item("endurance", sets=2, reps=3, distance_m=60), minutes=9
        ),
        block("plyo-extensive", item("plyo", sets=3, reps=12), minutes=4),
        block("iso-max-push", push(sets=4), item("iso-ballistic", reps=8, hold_s=1), minutes=12),
        block("band-hip-flexor", item("band", reps=12), minutes=6),
        block("iso-hamstring-hold", item("iso-hold", sets=3, hold_s=20, sides=2), minutes=8),
        block("prehab-hamstring-adductor", item("eccentric", sets=2, reps=5), minutes=6),
    ),
)


@pytest.mark.parametrize(
    ("metric", "words"),
    {
        "minutes": "90 minutes",
        "max-effort-m": "130 m at full effort",  # 20 + 60 + 20 + 30
        "speed-endurance-m": "360 m of speed endurance",
        "sprint-m": "560 m of sprints",  # the slower runs and the endurance too
        "iso-push-s": "20 s of pushes a side",
        "iso-hold-s": "60 s of holds a side",
        "contacts": "36 contacts",
        "hard-days": "2 hard days",
        "rest-days": "5 rest days",
        "iso-push-sessions": "1 session with pushes",
        "band-strength-sessions": "1 session with band strength",
        "nordic-sessions": "1 session with Nordics",
        "assisted-sessions": "1 assisted session",
        "flying-sessions": "1 session with flying runs",
        "top-speed-reps": "2 flying runs at full speed",
        "sprint-reps": "13 sprints",
        "ballistic-reps": "8 ballistic pushes",
        "nordic-reps": "10 Nordics",
        "sprint-part-minutes": "39 minutes of sprinting",
    }.items(),
)
def test_every_metric(metric: str, words: str) -> None:
    assert said(MIXED, cap(metric, "week", 0)) == [f"w1 has {words}; wants 0 at most"]


def test_every_metric_has_words() -> None:
    assert set(WORDS) == set(get_args(rulebook.Metric))


def test_one_is_singular() -> None:
    assert {name: counted(1, name) for name in WORDS} == {
        "minutes": "1 minute",
        "max-effort-m": "1 m at full effort",
        "speed-endurance-m": "1 m of speed endurance",
        "sprint-m": "1 m of sprints",
        "iso-push-s": "1 s of pushes a side",
        "iso-hold-s": "1 s of holds a side",
        "contacts": "1 contact",
        "hard-days": "1 hard day",
        "rest-days": "1 rest day",
        "iso-push-sessions": "1 session with pushes",
        "band-strength-sessions": "1 session with band strength",
        "nordic-sessions": "1 session with Nordics",
        "assisted-sessions": "1 assisted session",
        "flying-sessions": "1 session with flying runs",
        "top-speed-reps": "1 flying run at full speed",
        "sprint-reps": "1 sprint",
        "ballistic-reps": "1 ballistic push",
        "nordic-reps": "1 Nordic",
        "sprint-part-minutes": "1 minute of sprinting",
    }
    assert [counted(value, "hard-days") for value in (0, 2)] == ["0 hard days", "2 hard days"]
    assert counted(1.5, "iso-push-s") == "1.5 s of pushes a side"


SHARE = Share(
    kind="share",
    goals={"general": (50, 30, 20)},
    beginner=(65, 30, 5),
    tolerance=15,
    weeks=("P",),
)


def test_the_share_of_the_sprints() -> None:
    mixed = session(0, sprints(run(5), flying(3), item("endurance", reps=2)))
    assert said(one_week(mixed, phase="peak"), SHARE) == []
    short = session(0, sprints(run(9), flying(1)))
    assert said(one_week(short, phase="peak"), SHARE) == [
        "w1 has 90/10/0 % acceleration/top speed/endurance; wants 50/30/20 within 15 points"
    ]
    assert said(one_week(short, phase="peak", level="beginner"), SHARE) == [
        "w1 has 90/10/0 % acceleration/top speed/endurance; wants 65/30/5 within 15 points"
    ]
    assert said(one_week(short), SHARE) == []  # a loaded week, not a peak


def test_what_counts_as_which_share() -> None:
    float_runs = item("sprint", "sprint-float-sprint", reps=3)
    loaded = item("resisted", reps=2), item("hill", reps=3)
    mixed = session(0, sprints(*loaded, float_runs, item("endurance", reps=2), item("tempo")))
    assert said(one_week(mixed, phase="peak"), SHARE) == []


def test_angles() -> None:
    check = Angles(kind="angles", least=2)
    both = block("iso-max-push", push(angle="low"), push(angle="high"))
    assert said(one_week(session(0, both)), check) == []
    days = [session(day, block("iso-max-push", push(angle="low"))) for day in (0, 2)]
    assert said(one_week(*days), check) == [
        "w1 pushes the whole-leg pattern at one angle only; wants 2 angles"
    ]
    squat = [item("iso-push", "iso-squat-pin-push", angle="deep", hold_s=3)]
    assert briefly(one_week(session(0, block("iso-max-push", *squat))), "R15") == [
        "w1 pushes the squat pattern at one angle only; wants 2 angles"
    ]
    assert said(one_week(*days, phase="deload"), check) == []


# Inside a session

RESTS = RestByDistance(
    kind="rest-by-distance",
    tables={"sprint": {"10": 90, "20": 120, "40": 240}},
    factor={"beginner": 0.75, "intermediate": 1},
)


def total(template: str) -> tuple[float, float]:
    dose = LIBRARY.sessions[template].levels["intermediate"].total
    return dose.low, dose.high


@pytest.mark.parametrize(
    ("template", "unit", "of"),
    [
        ("sprint-acceleration", "m", lambda n: run(n, 1)),
        ("iso-max-push", "s", lambda n: item("iso-push", sets=n, hold_s=1, sides=2)),
        ("iso-split-squat-hold", "s", lambda n: item("iso-hold", reps=n, hold_s=1)),
        ("plyo-extensive", "contacts", lambda n: item("plyo", reps=n)),
        ("strength-max", "sets", lambda n: item("strength", sets=n, reps=5)),
        ("band-hip-flexor", "reps", lambda n: item("band", reps=n, sides=2)),
        ("prehab-hamstring-adductor", "reps", lambda n: item("eccentric", reps=n)),
    ],
)
def test_the_total_of_a_block(template: str, unit: str, of: Callable[[int], Any]) -> None:
    most, least = BlockTotal(kind="block-most"), BlockTotal(kind="block-least")
    low, high = map(int, total(template))
    title = LIBRARY.sessions[template].title

    def with_total(amount: int, **of_week: Any) -> Plan:
        return one_week(session(0, block(template, of(amount))), **of_week)

    assert said(with_total(low), most) == said(with_total(high), most) == []
    above, wants = f"d0 {title} adds up to {high + 1} {unit}", f"{high} {unit} at most"
    assert said(with_total(high + 1), most) == [f"{above}; wants {wants}"]
    assert said(with_total(high + 1, phase="deload"), most) == [f"{above}; wants {wants}"]

    assert said(with_total(high), least) == []
    assert said(with_total(low - 1, phase="deload"), least) == []
    assert said(with_total(low - 1, session=template), least) == []
    if template not in ("plyo-extensive", "prehab-hamstring-adductor"):  # these start small
        assert said(with_total(low - 1), least) == [
            f"d0 {title} adds up to {low - 1} {unit}; wants {low} {unit} at least"
        ]


def test_the_minutes_of_a_block() -> None:
    _, high = total("warmup-ramp")
    opening = block("warmup-ramp", item("general"), role="warm-up", minutes=int(high) + 1)
    assert said(one_week(session(0, opening)), BlockTotal(kind="block-most")) == [
        f"d0 Sprint warm-up adds up to {high + 1} min; wants {high} min at most"
    ]


def test_a_block_of_a_coachs_own_has_no_total() -> None:
    own = replace(sprints(run(99, 100)), template="my-own")
    assert said(one_week(session(0, own)), BlockTotal(kind="block-most")) == []


@pytest.mark.parametrize(
    ("metres", "wanted"), [(5, 90), (10, 90), (15, 105), (20, 120), (30, 180), (60, 240)]
)
def test_rests(metres: int, wanted: int) -> None:
    assert said(one_week(session(0, sprints(run(2, metres, wanted)))), RESTS) == []
    short = one_week(session(0, sprints(run(2, metres, wanted - 1))))
    assert said(short, RESTS) == [
        f"d0 Standing acceleration rests {wanted - 1} s; wants {wanted} s or more"
    ]


def test_rests_of_a_beginner() -> None:
    quick = session(0, sprints(run(2, 20, 90)))
    assert said(one_week(quick, level="beginner"), RESTS) == []
    assert len(said(one_week(quick), RESTS)) == 1


def test_rests_between_sets_count() -> None:
    sets = item("sprint", sets=2, distance_m=20, set_rest_s=119)
    assert said(one_week(session(0, sprints(sets))), RESTS) == [
        "d0 sprint rests 119 s; wants 120 s or more"
    ]


def test_a_rest_that_is_missing() -> None:
    for none in (item("sprint", reps=2, distance_m=20), item("sprint", sets=2, distance_m=20)):
        assert said(one_week(session(0, sprints(none))), RESTS) == [
            "d0 sprint rests 0 s; wants 120 s or more"
        ]


def test_rests_before_the_next_item_count() -> None:
    def followed(first: Any, then: Any) -> list[str]:
        return said(one_week(session(0, sprints(first, then))), RESTS)

    last = run(2, 10, 90)
    assert followed(replace(run(), set_rest_s=120), last) == []
    short = ["d0 Standing acceleration rests 119 s; wants 120 s or more"]
    assert followed(replace(run(), set_rest_s=119), last) == short
    assert followed(replace(run(1, rest=0), set_rest_s=119), last) == short  # of a single run too
    assert followed(replace(run(rest=119), set_rest_s=130), last) == short
    assert followed(replace(run(), set_rest_s=119), item("tempo", distance_m=100)) == short
    none = ["d0 Standing acceleration rests 0 s; wants 120 s or more"]
    assert followed(run(), last) == none
    assert followed(run(1), last) == none


def test_nothing_comes_after_the_last_item_of_a_block() -> None:
    once = run(1, rest=0)
    assert said(one_week(session(0, sprints(once), sprints(once))), RESTS) == []
    assert said(one_week(session(0, sprints(item("tempo"), run()))), RESTS) == []


def test_our_rests_before_the_next_item() -> None:
    fast = one_week(session(0, sprints(replace(flying(1), set_rest_s=239), run(1))))
    assert briefly(fast, "R07") == ["d0 Flying 10 m rests 239 s; wants 240 s or more"]
    assert briefly(one_week(session(0, sprints(flying(1), run(1))), level="beginner"), "R07") == [
        "d0 Flying 10 m rests 0 s; wants 180 s or more"
    ]


ORDER = Order(kind="order", primer_s=12)


def test_the_order_of_a_session() -> None:
    pushes, bands = block("iso-max-push", push(4)), block("band-hip-flexor", item("band"))
    assert said(one_week(session(0, sprints(), pushes, bands)), ORDER) == []
    assert said(one_week(session(0, bands, sprints(), pushes)), ORDER) == [
        "d0 Acceleration sprints comes after Band hip-flexor drive; "
        "wants to come before Band hip-flexor drive",
        "d0 Maximal pushes comes after Acceleration sprints; "
        "wants to come before Acceleration sprints",
    ]


def test_pushes_before_sprints() -> None:
    def primed(sets: int) -> Plan:
        return one_week(session(0, block("band-activation", push(sets), role="primer"), sprints()))

    assert said(primed(4), ORDER) == []
    assert said(primed(5), ORDER) == [
        "d0 Acceleration sprints comes after 15 s of hard pushes; wants 12 s at most before it"
    ]


def test_a_primer_is_not_where_its_template_stands() -> None:
    def primed(*sets: int, role: Any = "primer") -> list[str]:
        pushes = [block("iso-max-push", push(each), role=role) for each in sets]
        return briefly(one_week(session(0, *pushes, sprints())), "R12")

    assert primed(4) == primed(1, 3) == []
    after = "d0 Acceleration sprints comes after 15 s of hard pushes; wants 12 s at most before it"
    assert primed(5) == primed(2, 3) == [after]
    assert primed(1, role="main") == [
        "d0 Acceleration sprints comes after Maximal pushes; wants to come before Maximal pushes"
    ]
    bands = block("band-hip-flexor", item("band"), role="primer")
    assert briefly(one_week(session(0, bands, sprints(), block("iso-max-push"))), "R12") == []


WARM_UP = WarmUp(kind="warm-up", from_percent=90, minutes=15, build_ups=3)


def test_the_warm_up() -> None:
    def opened(minutes: int, build_ups: int, percent: float = 90) -> Plan:
        runs = item("build-up", reps=build_ups)
        opening = block("warmup-ramp", runs, role="warm-up", minutes=minutes)
        return one_week(session(0, opening, sprints(run(percent=percent))))

    assert said(opened(15, 3), WARM_UP) == said(opened(5, 1, percent=89), WARM_UP) == []
    assert said(opened(14, 2), WARM_UP) == [
        "d0 warms up for 14 min; wants 15 min or more",
        "d0 has 2 build-ups; wants 3 or more",
    ]
    cold = one_week(session(0, sprints(item("hill", distance_m=10))))
    assert said(cold, WARM_UP) == [
        "d0 warms up for 0 min; wants 15 min or more",
        "d0 has 0 build-ups; wants 3 or more",
    ]


def one(*items: Any, **asked: Any) -> Plan:
    """A plan of one session with these items, and the kit that they use."""
    return one_week(session(0, sprints(*items), kit=asked.pop("used", ())), **asked)


def test_how_hard_an_item_may_be() -> None:
    check = ItemLimit(
        kind="item-limit",
        kinds=("resisted",),
        of="velocity-loss",
        intensity={"intermediate": Span(5, 30)},
    )

    def pulled(value: Any, of: str = "velocity-loss") -> Any:
        return item("resisted", "sled-sprint", distance_m=20, intensity=hard(value, of))

    assert said(one(pulled(30)), check) == []
    assert said(one(pulled(31)), check) == [
        "d0 Sled sprint is at 31 (velocity-loss); wants 30 at most"
    ]
    assert said(one(pulled(5)), check) == []
    low = ["d0 Sled sprint is at 4 (velocity-loss); wants 5 at least"]
    assert said(one(pulled(4)), check) == said(one(pulled((2.0, 4.0))), check) == low
    assert said(one(pulled(4, "effort")), check) == []
    assert said(one(pulled((20.0, 40.0))), check) == [
        "d0 Sled sprint is at 40 (velocity-loss); wants 30 at most"
    ]
    assert said(one(pulled(80, "effort")), check) == []
    assert said(one(pulled(31), level="advanced"), check) == []
    assert said(one(pulled(31)), replace(check, exercises=("band-resisted-start",))) == []
    assert said(one(pulled(31)), replace(check, when=When(weeks=("M",)))) == []


def test_how_long_a_hold_may_last() -> None:
    check = ItemLimit(kind="item-limit", kinds=("iso-push",), hold_s=Span(1, 5))
    assert said(one(push(hold=1), push(hold=5)), check) == []
    assert said(one(push(hold=6)), check) == ["d0 Strap pull without a gym lasts 6 s; wants 1-5 s"]
    check = replace(check, of="max-force", from_intensity=81)
    firm = replace(push(hold=30), intensity=hard(81, "max-force"))
    assert len(said(one(firm), check)) == 1
    assert said(one(replace(firm, intensity=hard(80, "max-force"))), check) == []
    assert said(one(replace(firm, intensity=hard(90, "effort"))), check) == []


@pytest.mark.parametrize("level", LEVELS)
def test_our_pushes_are_hard_enough(level: str) -> None:
    def at(percent: float) -> list[str]:
        pushes = block("iso-max-push", replace(push(), intensity=hard(percent, "max-force")))
        return briefly(one_week(session(0, pushes), level=level), "R14")

    assert at(70) == at(100) == []
    assert at(69) == ["d0 Strap pull without a gym is at 69 (max-force); wants 70 at least"]
    assert at(101) == ["d0 Strap pull without a gym is at 101 (max-force); wants 100 at most"]


@pytest.mark.parametrize(
    ("percent", "of", "seconds", "wants"),
    [
        (80, "max-force", 15, None),
        (80, "max-force", 16, "1-15 s"),
        (100, "max-force", 45, "1-15 s"),
        ((60.0, 80.0), "max-force", 16, "1-15 s"),
        (79, "max-force", 45, None),
        (79, "max-force", 46, "1-45 s"),
        (8, "rpe", 45, None),
        (8, "rpe", 46, "1-45 s"),
        (None, "", 46, "1-45 s"),
    ],
)
def test_our_holds_are_short_enough(percent: Any, of: str, seconds: int, wants: str | None) -> None:
    hold = item("iso-hold", hold_s=seconds, intensity=percent and hard(percent, of))
    expected = [f"d0 iso-hold lasts {seconds} s; wants {wants}"] if wants else []
    assert briefly(one_week(session(0, block("iso-hamstring-hold", hold))), "R16") == expected


@pytest.mark.parametrize(
    ("rule", "work", "of", "low", "asked"),
    [
        ("R19", "resisted", "velocity-loss", 5, {}),
    ],
)
def test_our_other_intensities_have_a_low_end(
    rule: str, work: Any, of: str, low: int, asked: dict[str, Any]
) -> None:
    def at(percent: float) -> list[str]:
        runs = sprints(item(work, distance_m=10, intensity=hard(percent, of)))
        return briefly(one_week(session(0, runs), **asked), rule)

    assert at(low) == []
    assert at(low - 1) == [f"d0 {work} is at {low - 1} ({of}); wants {low} at least"]


def test_how_far_an_item_may_run() -> None:
    check = ItemLimit(
        kind="item-limit", kinds=("resisted",), distance_m=10, distance_without="partner"
    )
    start = item("resisted", "band-resisted-start", distance_m=15)
    assert said(one(replace(start, distance_m=10)), check) == []
    assert said(one(start, used=("partner",)), check) == []
    assert said(one(start), check) == [
        "d0 Band-resisted start runs 15 m; wants 10 m at most without a partner"
    ]
    assert said(one(start), replace(check, distance_without=None)) == [
        "d0 Band-resisted start runs 15 m; wants 10 m at most"
    ]


ASSISTED = item("assisted", distance_m=20)


@pytest.mark.parametrize(
    ("allowed", "shut", "wants"),
    [
        ({"levels": ("advanced",)}, {}, "advanced level"),
        ({"levels": ("beginner", "advanced")}, {}, "beginner or advanced level"),
        ({"ages": Span(16, 39)}, {"age": 40}, "age 16-39"),
        ({"returning": False}, {"returning": True}, "no break before it"),
    ],
)
def test_who_may_do_what(allowed: Any, shut: Any, wants: str) -> None:
    check = Gate(kind="gate", kinds=("assisted",), **allowed)
    assert said(one(ASSISTED, **shut), check) == [f"d0 assisted is in the plan; wants {wants}"]
    open_to = {"level": "advanced", "age": 39, "returning": False}
    assert said(one(ASSISTED, **open_to), check) == []
    assert said(one(run(), **shut), check) == []


def test_a_gate_names_kinds_templates_or_exercises() -> None:
    gate = Gate(kind="gate", levels=("advanced",))
    for check in (
        replace(gate, kinds=("sprint",)),
        replace(gate, templates=("sprint-acceleration",)),
        replace(gate, exercises=("standing-accel",)),
    ):
        assert said(one(run()), check) == [
            "d0 Standing acceleration is in the plan; wants advanced level"
        ]
    assert said(one(run()), replace(gate, templates=("sprint-hill",))) == []


def test_no_new_method_in_a_short_plan() -> None:
    check = Gate(kind="gate", kinds=("assisted",), min_plan_weeks=4)

    def of(length: int) -> Plan:
        others = weeks(*("load",) * length)[1:]
        return plan(week(1, session(0, sprints(ASSISTED))), *others, level="advanced")

    shut = ["d0 assisted is in the plan; wants a plan of 4 weeks or more"]
    assert said(of(3), check) == shut
    assert said(of(4), check) == []
    assert said(of(1), check) == said(of(2), check) == []  # too short to have a course
    assert said(one_week(session(0, sprints(ASSISTED)), session="sprint"), check) == []
    assert [briefly(of(length), "R36") for length in (1, 2)] == [[], []]
    assert shut[0] in briefly(of(3), "R36")
    assert shut[0] not in briefly(of(4), "R36")


def test_pushes_that_prepare_fast_pushes() -> None:
    check = Gate(kind="gate", kinds=("iso-ballistic",), push_weeks=2)

    def after(*pushed: bool) -> Plan:
        fast = block("iso-ballistic-rfd", item("iso-ballistic", reps=8, hold_s=1))
        before = [
            week(number, session(7 * number, block("iso-max-push", push()) if done else sprints()))
            for number, done in enumerate(pushed, start=1)
        ]
        return plan(*before, week(len(pushed) + 1, session(0, fast)))

    assert said(after(True, False, True), check) == []
    assert said(after(True, False), check) == [
        "d0 iso-ballistic is in the plan; wants 2 weeks of maximal pushes before it"
    ]


def test_never_the_only_method() -> None:
    check = Gate(kind="gate", kinds=("iso-ballistic",), alone=False)
    fast = block("iso-ballistic-rfd", item("iso-ballistic", reps=8, hold_s=1))
    holds = block("iso-hamstring-hold", item("iso-hold", hold_s=20))
    assert said(one_week(session(0, fast, holds)), check) == []
    assert said(one_week(session(0, fast)), check) == [
        "d0 iso-ballistic is in the plan; wants another isometric method beside it"
    ]
