"""A plan file against itself and its request: every finding whole, with the line that it is at."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Where
from speedcli.training.document import Accepted, Plan, Session
from speedcli.training.findings import Finding
from speedcli.training.judging import OWN_RULES, judge
from speedcli.training.recount import Path, recounted
from tests.training.plans import block, one_week, run, session, sprints

FILE = Where("plan.yaml", 1)
LINES: dict[Path, int] = {
    ("weeks", 0, "totals", "minutes"): 10,
    ("weeks", 0, "sessions", 0, "minutes"): 20,
    ("weeks", 0, "sessions", 0, "blocks", 0, "minutes"): 30,
}
KIT = "a session can only use what the request lists"


def at(line: int) -> Where:
    return Where("plan.yaml", line)


def judged(plan: Plan, library: Library) -> list[Finding]:
    """What the plan breaks of itself; the rulebook apart."""
    found = judge(plan, library, LINES.__getitem__).open
    return [finding for finding in found if finding.rule in OWN_RULES]


def whole(library: Library, *sessions: Session, **asked: object) -> Plan:
    return recounted(one_week(*sessions, **asked), library)  # type: ignore[arg-type]


def own(rule: str, where: str, line: int, found: str, wants: str, why: str) -> Finding:
    return Finding(rule, "strong", where, line, found, wants, why, ())


def test_a_plan_that_agrees_with_itself_breaks_nothing(library: Library) -> None:
    assert judged(whole(library, session(0, sprints())), library) == []


def test_minutes_and_totals_follow_from_the_items(library: Library) -> None:
    plan = one_week(session(0, block("sprint-acceleration", run(reps=3), minutes=1)))
    right = recounted(plan, library)
    (made,) = right.weeks[0].sessions
    minutes, why = str(made.minutes), "minutes and totals follow from the items"
    title = made.blocks[0].title
    assert judged(plan, library) == [
        own("totals", "w1", 10, "says 1 minute", minutes, why),
        own("totals", "d0", 20, "says 1 minute", minutes, why),
        own("totals", f"d0 {title}", 30, "says 1 minute", minutes, why),
    ]


def test_a_week_has_seven_days(library: Library) -> None:
    why, week = "a week is the seven days from its start", "2027-01-04 to 2027-01-10"
    last, after, before = (session(day, sprints(), name=f"w1d{day}") for day in (6, 7, -1))
    after, before = replace(after, where=at(5)), replace(before, where=at(6))
    assert judged(whole(library, last, after, before), library) == [
        own("dates", "w1d7", 5, "is on 2027-01-11, outside week 1", week, why),
        own("dates", "w1d-1", 6, "is on 2027-01-03, outside week 1", week, why),
    ]


def test_a_session_uses_the_kit_that_was_asked_for(library: Library) -> None:
    made = replace(session(0, sprints(), kit=("flat-ground", "sled", "wall")), where=at(4))
    assert judged(whole(library, made), library) == [
        own("kit", "d0", 4, "needs sled, wall", "only track, bands, partner", KIT)
    ]
    bare = replace(session(0, block("mobility-recovery"), kit=("wall",)), where=at(4))
    assert judged(whole(library, bare, kit=()), library) == [
        own("kit", "d0", 4, "needs wall", "only no kit", KIT)
    ]


def test_an_exercise_uses_the_kit_that_was_asked_for(library: Library) -> None:
    sprint = replace(run(), where=at(8))
    ways = library.exercises["standing-accel"].kit
    plan = whole(library, session(0, sprints(sprint)), kit=("wall",))
    assert judged(plan, library) == [
        own(
            "kit",
            "d0 Standing acceleration",
            8,
            f"needs {' or '.join(' and '.join(way) for way in ways)}",
            "an exercise without it",
            KIT,
        )
    ]


def test_what_is_avoided_is_not_in_the_plan(library: Library) -> None:
    sprint = replace(run(), where=at(8))
    part = library.exercises["standing-accel"].avoid[0]
    for avoid in (("standing-accel", "knee"), (part, "knee")):
        plan = whole(library, session(0, sprints(sprint)), avoid=avoid)
        assert judged(plan, library) == [
            own(
                "avoid",
                "d0 Standing acceleration",
                8,
                "is in the plan",
                f"no {', '.join(avoid)}",
                "the request says so",
            )
        ]


def test_exercises_of_ones_own_are_ones_own_business(library: Library) -> None:
    mine = replace(run(), exercise="stairs", where=at(8))
    plan = whole(library, session(0, sprints(mine)), kit=(), avoid=("hamstring",))
    assert judged(plan, library) == []


def test_a_session_takes_no_longer_than_the_request_gives(library: Library) -> None:
    made = replace(session(0, sprints(run(reps=4, rest=300))), where=at(4))
    plan = whole(library, made)
    minutes = plan.weeks[0].sessions[0].minutes
    enough = replace(plan, request=replace(plan.request, minutes=minutes))
    assert judged(enough, library) == []
    short = replace(plan, request=replace(plan.request, minutes=minutes - 1))
    why = "the request gives no more time"
    assert judged(short, library) == [
        own("minutes", "d0", 4, f"takes {minutes} minutes", f"{minutes - 1} at most", why)
    ]


def test_findings_come_by_line_and_accepted_ones_apart(library: Library) -> None:
    first, second = (
        replace(session(day, sprints(), kit=("sled",)), where=at(line), id=f"w1d{line}")
        for day, line in ((0, 9), (2, 3))
    )
    plan = whole(library, first, second)
    reason = Accepted(rule="KIT", where="w1d9", because="Borrowed.")
    found = judge(replace(plan, accepted=(reason,)), library, LINES.__getitem__)
    assert [(each.where, given) for each, given in found.accepted] == [("w1d9", reason)]
    lines = [each.line or 0 for each in found.open]
    assert lines == sorted(lines)
    assert [each.where for each in found.open if each.rule == "kit"] == ["w1d3"]
    of_week = Accepted(rule="kit", where="w1", because="Borrowed.")
    others = (replace(of_week, where="w2"), replace(of_week, where="w1d"))
    assert len(judged(replace(plan, accepted=others), library)) == 2
    assert judged(replace(plan, accepted=(*others, of_week)), library) == []


def test_a_moved_start_moves_the_week(library: Library) -> None:
    plan = whole(library, session(0, sprints()))
    (week,) = plan.weeks
    later = replace(plan, weeks=(replace(week, starts=week.starts + timedelta(days=1)),))
    assert [each.rule for each in judged(later, library)] == ["dates"]
