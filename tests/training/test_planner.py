"""What must hold for every plan, and what a coach looks at first in a few of them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import HealthCheck, given, settings

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import CannotMeet
from speedcli.training import measure, planner
from speedcli.training.accepting import relaxations
from speedcli.training.document import WEEKDAYS, Plan, Request, Session, Week
from speedcli.training.findings import findings
from tests.training.requests import GOALS, LEVELS, LIBRARY, TODAY, asked, wishes

FEW = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
MANY = settings(FEW, max_examples=150)


def sessions(plan: Plan) -> list[Session]:
    return [session for week in plan.weeks for session in week.sessions]


def open_findings(plan: Plan, library: Library) -> list[str]:
    accepted = {(each.rule, each.where) for each in plan.accepted}
    return [
        str(each) for each in findings(plan, library) if (each.rule, each.where) not in accepted
    ]


def check_everything(plan: Plan, library: Library) -> None:
    """All that is promised of any plan."""
    request = plan.request
    assert len(plan.weeks) == request.weeks
    for week in plan.weeks:
        dates = [session.date for session in week.sessions]
        assert dates == sorted(set(dates))
        assert all(0 <= (day - week.starts).days < 7 for day in dates)
        assert {WEEKDAYS[day.weekday()] for day in dates} <= set(request.days)
        if request.event is None:
            assert len(dates) == len(request.days)
        assert week.totals == measure.totals(week.sessions, library)
    for session in sessions(plan):
        assert request.event is None or session.date < request.event
        assert session.minutes == sum(block.minutes for block in session.blocks)
        assert session.minutes <= request.minutes
        assert set(session.kit) <= set(request.kit)
        assert session.why
        assert all(reason.concept or reason.rule for reason in session.why)
        for block in session.blocks:
            assert block.stop
            assert block.items
            assert block.minutes == measure.block_minutes(block.items, library)
            for item in block.items:
                exercise = library.exercises[item.exercise]
                assert request.level in exercise.dose
                assert item.exercise not in request.avoid
                assert not set(exercise.avoid) & set(request.avoid)
    hard = [session.date for session in sessions(plan) if session.load == "max-sprint"]
    assert all((later - earlier).days >= 2 for earlier, later in pairwise(hard))
    assert open_findings(plan, library) == []


def run_property(library: Library, chosen: dict[str, object]) -> None:
    try:
        plan = planner.plan(asked(library, **chosen), library)
    except CannotMeet as refusal:
        assert str(refusal)  # noqa: PT017 - a refusal is a right answer, with words
        return
    check_everything(plan, library)
    assert planner.plan(plan.request, library) == plan


@FEW
@given(chosen=wishes())
def test_every_plan_keeps_its_promises(chosen: dict[str, object]) -> None:
    """Any level, goal, days, weeks, kit, minutes, age, event: the promises hold."""
    run_property(LIBRARY, chosen)


@pytest.mark.sweep
@MANY
@given(chosen=wishes())
def test_many_more_plans_keep_their_promises(chosen: dict[str, object]) -> None:
    run_property(LIBRARY, chosen)


@pytest.mark.sweep
@pytest.mark.parametrize(("level", "goal"), list(product(LEVELS, GOALS)))
def test_no_plan_of_the_grid_has_an_open_finding(library: Library, level: str, goal: str) -> None:
    """Every length and every number of days, with the kit that nobody has to ask for."""
    for weeks, days in product(range(1, 17), range(1, 7)):
        request = asked(library, weeks=weeks, level=level, goal=goal, days=str(days))
        check_everything(planner.plan(request, library), library)


def to_a_race(library: Library, race_day: int, **wishes: object) -> Request:
    """A request with a race so many days into the last week."""
    weeks = int(str(wishes["weeks"]))
    event = TODAY + timedelta(days=5 + 7 * weeks - 7 + race_day)
    return asked(library, **wishes, event=event.isoformat())


@pytest.mark.parametrize(
    ("level", "goal", "weeks", "days", "race_day"),
    [
        ("intermediate", "acceleration", 8, "4", 4),  # as dosed one run too many is a start
        ("intermediate", "max-velocity", 14, "3", 6),  # more flying runs, but no more than allowed
        ("intermediate", "general", 12, "3", 2),  # only without one block of sprints
        ("advanced", "max-velocity", 16, "4", 2),
    ],
)
def test_last_weeks_before_a_race_keep_the_mix_with_every_kit(
    library: Library, level: str, goal: str, weeks: int, days: str, race_day: int
) -> None:
    kit = ",".join(library.kit)
    request = to_a_race(library, race_day, weeks=weeks, level=level, goal=goal, days=days, kit=kit)
    check_everything(planner.plan(request, library), library)


@pytest.mark.sweep
@pytest.mark.parametrize(("level", "goal"), list(product(LEVELS, GOALS)))
def test_no_plan_to_a_race_has_an_open_finding(library: Library, level: str, goal: str) -> None:
    """With some kit and with all of it, and a race early, midway and late in the last week."""
    kits = ("flat-ground,wall,bands,sled,belt", ",".join(library.kit))
    for weeks, days, kit, race_day in product((8, 14), "35", kits, (0, 3, 6)):
        request = to_a_race(
            library, race_day, weeks=weeks, level=level, goal=goal, days=days, kit=kit
        )
        try:
            plan = planner.plan(request, library)
        except CannotMeet:
            continue
        check_everything(plan, library)


@pytest.fixture(scope="module")
def six_weeks(library: Library) -> Plan:
    return planner.plan(asked(library, weeks=6), library)


def test_a_beginner_plan_ramps_in_for_two_weeks(six_weeks: Plan) -> None:
    assert [week.phase for week in six_weeks.weeks] == [
        "intro", "intro", "load", "load", "load", "test",
    ]  # fmt: skip
    first, second, loaded = (week.totals.max_effort_m for week in six_weeks.weeks[:3])
    assert first < second < loaded


def test_the_introduction_stays_under_full_speed(six_weeks: Plan) -> None:
    items = [item for week in six_weeks.weeks[:2] for item in measure.items_of(week.sessions)]
    fast = [item for item in items if item.kind in ("sprint", "flying")]
    assert fast
    assert all((measure.high(item) or 0) <= 95 for item in fast)
    assert not any(item.kind == "flying" and (measure.high(item) or 0) > 90 for item in fast)


def test_isometric_band_and_sprint_work_all_appear_each_week(six_weeks: Plan) -> None:
    for week in six_weeks.weeks:
        kinds = {item.kind for item in measure.items_of(week.sessions)}
        assert {"iso-push", "band", "sprint"} <= kinds


def test_no_week_is_a_copy_of_the_one_before(library: Library) -> None:
    for level, goal in product(LEVELS, GOALS):
        plan = planner.plan(asked(library, weeks=12, level=level, goal=goal), library)
        work = [
            [block.items for session in week.sessions for block in session.blocks]
            for week in plan.weeks
        ]
        assert all(before != after for before, after in pairwise(work)), (level, goal)


def lighter(before: Week, after: Week) -> bool:
    """No shown number rises, and every volume that there was falls."""
    volumes = ("minutes", "max_effort_m", "sprint_m", "iso_push_s", "iso_hold_s", "contacts")
    pairs = [(getattr(before.totals, name), getattr(after.totals, name)) for name in volumes]
    return (
        all(now < then for then, now in pairs if then)
        and all(now <= then for then, now in pairs)
        and after.totals.hard_days <= before.totals.hard_days
    )


def test_deload_weeks_are_lighter_on_every_axis(library: Library) -> None:
    seen = 0
    for level, goal in product(LEVELS, GOALS):
        plan = planner.plan(asked(library, weeks=12, level=level, goal=goal, days="4"), library)
        for before, after in pairwise(plan.weeks):
            if after.phase == "deload":
                seen += 1
                assert lighter(before, after), (level, goal, after.number)
                assert len(after.sessions) == len(before.sessions)
    assert seen >= 12


def test_a_deload_brings_no_new_exercise(library: Library) -> None:
    plan = planner.plan(asked(library, weeks=8, level="intermediate"), library)
    seen: set[str] = set()
    for week in plan.weeks:
        used = {item.exercise for item in measure.items_of(week.sessions)}
        if week.phase == "deload":
            assert used <= seen
        seen |= used


def test_tests_come_after_the_introduction_and_in_the_last_week(six_weeks: Plan) -> None:
    tested = [
        session.id
        for session in sessions(six_weeks)
        if any(block.template == "sprint-test" for block in session.blocks)
    ]
    assert tested == ["w3d1", "w6d3"]


def test_with_an_event_the_last_week_holds_it_and_nothing_comes_after(library: Library) -> None:
    request = asked(library, weeks=12, level="advanced", days="4", event="2027-03-06")
    plan = planner.plan(request, library)
    event = date(2027, 3, 6)
    assert plan.weeks[-1].starts <= event < plan.weeks[-1].starts + timedelta(days=7)
    assert max(session.date for session in sessions(plan)) < event
    last_hard = max(s.date for s in sessions(plan) if s.load == "max-sprint")
    assert (event - last_hard).days >= 3
    assert plan.weeks[-1].phase == "taper"


def test_pushes_get_harder_over_the_weeks_and_stand_at_two_angles(library: Library) -> None:
    plan = planner.plan(asked(library, weeks=8, level="intermediate"), library)
    hardest = [
        max(
            (measure.high(item) or 0)
            for item in measure.items_of(week.sessions)
            if item.kind == "iso-push"
        )
        for week in plan.weeks
    ]
    assert hardest == [80, 90, 90, 90, 100, 100, 100, 100]
    for session in sessions(plan):
        by_exercise: dict[str, set[str | None]] = {}
        for item in measure.items_of((session,)):
            if item.kind == "iso-push":
                by_exercise.setdefault(item.exercise, set()).add(item.angle)
        assert all(len(angles) == 2 for angles in by_exercise.values())


def test_nordics_start_small_and_not_in_the_first_week(library: Library) -> None:
    plan = planner.plan(asked(library, weeks=8, kit="track,wall,bands,partner"), library)
    reps = [
        sum(
            measure.reps(item)
            for item in measure.items_of(week.sessions)
            if item.kind == "eccentric"
        )
        for week in plan.weeks
    ]
    assert reps[0] == 0
    assert 0 < reps[1] <= 6


@pytest.mark.parametrize(
    ("wish", "chosen"),
    [
        ("kit", {"kit": "wall,bands"}),
        ("days", {"days": "6"}),
        ("days", {"days": "mon,tue"}),
        ("minutes", {"minutes": 30}),
        ("avoid", {"avoid": "sprinting"}),
    ],
)
def test_what_a_wish_forces_is_accepted_and_goes_without_it(
    library: Library, wish: str, chosen: dict[str, object]
) -> None:
    plan = planner.plan(asked(library, weeks=6, **chosen), library)
    forced = {each.rule for each in plan.accepted if each.because.startswith(f"{wish}:")}
    assert forced
    relaxed = dict(relaxations(plan.request, library))[wish]
    again = planner.plan(relaxed, library)
    assert not forced & {each.rule for each in findings(again, library)}


def test_another_variant_is_another_equally_good_plan(library: Library) -> None:
    kit = "track,wall,bands,rack,bar,strap,partner,box,bench,wickets"
    one, two = (
        planner.plan(asked(library, weeks=6, kit=kit, variant=variant), library)
        for variant in (1, 2)
    )
    assert one.fingerprint != two.fingerprint
    assert open_findings(two, library) == []


def test_the_same_request_gives_the_same_plan(library: Library, six_weeks: Plan) -> None:
    assert planner.plan(asked(library, weeks=6), library) == six_weeks
    assert six_weeks.request.start > TODAY
