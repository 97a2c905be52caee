"""Names in a plan that are not known: each is told where it stands, unless it may be one's own."""

from __future__ import annotations

from dataclasses import replace

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Where
from speedcli.training.document import Accepted, Block, Plan, Reason, Session
from speedcli.training.names import unknown_names
from tests.training.plans import one_week, run, session, sprints


def at(line: int) -> Where:
    return Where("plan.yaml", line)


def told(plan: Plan, library: Library) -> list[str]:
    written = replace(plan, where=at(1))
    found = unknown_names(written, library, lambda path: 50 + int(path[1]))
    return [str(problem) for problem in found]


def plan_of(*blocks: Block, **changes: object) -> Plan:
    made: Session = replace(session(0, *(blocks or (sprints(),))), where=at(20))
    return one_week(replace(made, **changes))  # type: ignore[arg-type]


def test_known_names_are_not_told(library: Library) -> None:
    assert told(plan_of(), library) == []


def test_the_kit_and_what_is_avoided_have_to_be_known(library: Library) -> None:
    plan = plan_of()
    kit, avoid = ("track", "walls", "xyzzy"), ("hamstring", "pogo", "sprint-hill", "calfs")
    asked = replace(plan.request, kit=kit, avoid=avoid, where=at(5))
    assert told(replace(plan, request=asked), library) == [
        "plan.yaml:5: 'kit' names 'walls', which is no kit; did you mean 'wall'?",
        "plan.yaml:5: 'kit' names 'xyzzy', which is no kit",
        "plan.yaml:5: 'avoid' names 'calfs', which is no region or quality to avoid;"
        " did you mean 'calf'?",
    ]


def test_kit_and_load_of_a_session_have_to_be_known(library: Library) -> None:
    assert told(plan_of(kit=("bend",), load="max-sprnt"), library) == [
        "plan.yaml:20: 'kit' names 'bend', which is no kit; did you mean 'bands'?",
        "plan.yaml:20: 'load' names 'max-sprnt', which is no load class; "
        "did you mean 'max-sprint'?",
    ]


def test_the_load_of_a_block_has_to_be_known(library: Library) -> None:
    block = replace(sprints(), load="heavy", where=at(30))
    (said,) = told(plan_of(blocks=(block,)), library)
    assert said.startswith("plan.yaml:30: 'load' names 'heavy', which is no load class")


def test_exercises_and_templates_may_be_ones_own_but_not_mistyped(library: Library) -> None:
    item = replace(run(), where=at(40))
    mine = replace(sprints(replace(item, exercise="stairs")), template="my-stairs")
    assert told(plan_of(mine), library) == []
    slips = replace(sprints(replace(item, exercise="standing-acel")), template="sprint-hil")
    assert told(plan_of(replace(slips, where=at(30))), library) == [
        "plan.yaml:30: 'template' names 'sprint-hil', which is no session; "
        "did you mean 'sprint-hill'?",
        "plan.yaml:40: 'exercise' names 'standing-acel', which is no exercise; "
        "did you mean 'standing-accel'?",
    ]


def test_reasons_name_rules_in_either_case_and_concepts(library: Library) -> None:
    def why(**named: str) -> Reason:
        return Reason(text="Because.", where=at(25), **named)

    reasons = (why(rule="r07"), why(rule="R99"), why(concept="torqe"), why(concept="grit"))
    (week,) = plan_of(why=reasons).weeks
    plan = replace(plan_of(), weeks=(replace(week, why=reasons),))
    of_one = [
        "plan.yaml:25: 'rule' names 'R99', which is no rule; did you mean 'R09'?",
        "plan.yaml:25: 'concept' names 'torqe', which is no concept; did you mean 'torque'?",
    ]
    assert told(plan, library) == 2 * of_one


def test_accepted_rules_may_be_those_of_the_document_itself(library: Library) -> None:
    rules = ("R07", "Totals", "dates", "totls")
    entries = tuple(Accepted(rule=rule, where="w1", because="So.") for rule in rules)
    assert told(replace(plan_of(), accepted=entries), library) == [
        "plan.yaml:53: 'rule' names 'totls', which is no rule; did you mean 'totals'?"
    ]


def test_they_are_told_by_line(library: Library) -> None:
    plan = plan_of(kit=("xyzzy",))
    asked = replace(plan.request, kit=("xyzzy",), where=at(60))
    lines = [said.split(":")[1] for said in told(replace(plan, request=asked), library)]
    assert lines == ["20", "60"]
