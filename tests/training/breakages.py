"""Ways to spoil a week of training, each with the rule that has to notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from speedcli.training import measure
from speedcli.training.document import Block, Intensity, Item, Plan, Session
from tests.training import plans
from tests.training.plans import DAY, hard, with_items, with_session, with_sessions

WEEK = "w1"
Fits = Callable[[Item], bool]


@dataclass(frozen=True)
class Breakage:
    """One way to break a rule. `at` finds the session or week that the finding names.

    It is None where the breakage does not apply: nobody can shorten a rest that is not there.
    """

    name: str
    rule: str
    at: Callable[[Plan], str | None]
    make: Callable[[Plan, str], Plan]


# What a plan holds


def sessions(plan: Plan) -> tuple[Session, ...]:
    return plan.weeks[0].sessions


def hard_days(plan: Plan) -> list[Session]:
    return [each for each in sessions(plan) if each.load == "max-sprint"]


def items(session: Session) -> list[Item]:
    return list(measure.items_of((session,)))


def first(plan: Plan, fits: Fits) -> str | None:
    """The id of the first session with an item that fits."""
    return next((each.id for each in sessions(plan) if any(map(fits, items(each)))), None)


def block_of(plan: Plan, load: str) -> Block | None:
    blocks = [block for each in sessions(plan) for block in each.blocks if block.load == load]
    return next(iter(blocks), None)


def free_days(plan: Plan) -> list[int]:
    """The days of the week without a session, counted from its first."""
    taken = {(each.date - plan.weeks[0].starts).days for each in sessions(plan)}
    return [day for day in range(7) if day not in taken]


# What to look for


def of(*kinds: str) -> Fits:
    return lambda item: item.kind in kinds


def is_fast_run(item: Item) -> bool:
    return item.kind in measure.RUNNING and item.reps > 1


def has(fits: Fits) -> Callable[[Plan], str | None]:
    return lambda plan: first(plan, fits)


def before_another(fits: Fits) -> Callable[[Plan], str | None]:
    """The first session with a block in which an item that fits is not the last."""
    return lambda plan: next(
        (
            each.id
            for each in sessions(plan)
            if any(fits(item) for block in each.blocks for item in block.items[:-1])
        ),
        None,
    )


def has_for(fits: Fits, *levels: str) -> Callable[[Plan], str | None]:
    return lambda plan: first(plan, fits) if plan.request.level in levels else None


def week_with(fits: Fits) -> Callable[[Plan], str | None]:
    return lambda plan: WEEK if first(plan, fits) else None


def week_of(*levels: str) -> Callable[[Plan], str | None]:
    return lambda plan: WEEK if plan.request.level in levels else None


def any_week(plan: Plan) -> str | None:
    return WEEK


def one_hard_day_too_many(plan: Plan) -> str | None:
    """Of the week with more hard days the first that is one too many for the level."""
    most = 2 if plan.request.level == "beginner" else 3
    by_date = sorted(hard_days(more_hard_days(plan, WEEK)), key=lambda each: each.date)
    return by_date[most].id


def second_hard_day(plan: Plan) -> str | None:
    return hard_days(plan)[1].id


def second_hard_day_with(load: str) -> Callable[[Plan], str | None]:
    return lambda plan: hard_days(plan)[1].id if block_of(plan, load) else None


# How to change it


def changed(fits: Fits, **values: Any) -> Callable[[Plan, str], Plan]:
    """Every fitting item of a session, or of the week, with other values."""
    return edited(fits, lambda item: replace(item, **values))


def times(fits: Fits, factor: int) -> Callable[[Plan, str], Plan]:
    return edited(fits, lambda item: replace(item, sets=item.sets * factor, set_rest_s=900))


def edited(fits: Fits, change: Callable[[Item], Item | None]) -> Callable[[Plan, str], Plan]:
    def make(plan: Plan, at: str) -> Plan:
        for id in [each.id for each in sessions(plan)] if at == WEEK else [at]:
            plan = with_items(plan, id, lambda item: change(item) if fits(item) else item)
        return plan

    return make


def halved(item: Item) -> Item:
    return replace(item, rest_s=(item.rest_s or 0) // 2)


def with_extra(plan: Plan, blocks: Iterable[Block], day: int) -> Plan:
    """A week with one more session, before any other of its day."""
    extra = plans.session(day, *blocks, name=f"extra-{day}")
    return with_sessions(plan, (extra, *sessions(plan)))


def before_hard_day(load: str, days: int) -> Callable[[Plan, str], Plan]:
    """A block of this load in a session of its own, so many days before a hard one."""

    def make(plan: Plan, at: str) -> Plan:
        day = next(each for each in sessions(plan) if each.id == at).date - plan.weeks[0].starts
        block = block_of(plan, load)
        assert block is not None
        return with_extra(plan, [block], day.days - days)

    return make


def on_the_day_after(plan: Plan, at: str) -> Plan:
    tomorrow = hard_days(plan)[0].date + DAY
    return with_session(plan, at, lambda each: replace(each, date=tomorrow))


def called_technique(plan: Plan, at: str) -> Plan:
    """Two hard days in a row, the second of them under another name."""

    def change(session: Session) -> Session:
        blocks = (plans.called(block, "tech", "my-own") for block in session.blocks)
        return replace(session, load="tech", blocks=tuple(blocks))

    return with_session(on_the_day_after(plan, at), at, change)


def with_a_long_primer(plan: Plan, at: str) -> Plan:
    primer = plans.block("band-activation", plans.push(sets=5), role="primer")
    return with_session(
        plan, at, lambda each: replace(each, blocks=(each.blocks[0], primer, *each.blocks[1:]))
    )


def more_hard_days(plan: Plan, at: str) -> Plan:
    model = hard_days(plan)[0].blocks
    for day in free_days(plan)[:2]:
        plan = with_extra(plan, model, day)
    return plan


def only_one_hard_day(plan: Plan, at: str) -> Plan:
    gone = {each.id for each in hard_days(plan)[1:]}
    return with_sessions(plan, tuple(each for each in sessions(plan) if each.id not in gone))


def no_free_day(plan: Plan, at: str) -> Plan:
    opening = sessions(plan)[0].blocks[:1]
    for day in free_days(plan):
        plan = with_extra(plan, opening, day)
    return plan


def sprints_last(plan: Plan, at: str) -> Plan:
    def change(session: Session) -> Session:
        fast = [block for block in session.blocks if block.load == "max-sprint"]
        rest = [block for block in session.blocks if block.load != "max-sprint"]
        return replace(session, blocks=(*rest, *fast))

    return with_session(plan, at, change)


def sprints_before_pushes(plan: Plan) -> str | None:
    loads = [(each.id, {block.load for block in each.blocks}) for each in sessions(plan)]
    after = {"iso-high", "strength-heavy", "eccentric", "iso-hold"}
    return next((id for id, has in loads if "max-sprint" in has and has & after), None)


def short_warm_up(plan: Plan, at: str) -> Plan:
    """The opening without anything but the jog and the build-ups."""

    def change(session: Session) -> Session:
        opening, *others = session.blocks
        kept = tuple(each for each in opening.items if each.kind in ("build-up",) or each.minutes)
        return replace(session, blocks=(replace(opening, items=kept), *others))

    return with_session(plan, at, change)


def build_ups_in_the_warm_up_only(plan: Plan) -> str | None:
    for each in hard_days(plan):
        if sum(item.kind == "build-up" for item in items(each)) == 1:
            return each.id
    return None


def assisted(plan: Plan, *days: str) -> Plan:
    run = plans.item(
        "assisted",
        "band-assisted-sprint",
        reps=2,
        distance_m=20,
        rest_s=420,
        intensity=hard(10, "body-weight"),
    )
    extra = plans.block("band-assisted-overspeed", run)
    for id in days:
        plan = with_session(
            plan,
            id,
            lambda each: replace(each, blocks=(each.blocks[0], extra, *each.blocks[1:])),
        )
    return plan


def event_tomorrow(plan: Plan, at: str) -> Plan:
    return replace(plan, request=replace(plan.request, event=hard_days(plan)[-1].date + DAY))


def race_a_week_later(plan: Plan, at: str) -> Plan:
    (day,) = (each.date for each in sessions(plan) if each.id == at)
    return replace(plan, request=replace(plan.request, event=day + 7 * DAY))


def aged(age: int) -> Callable[[Plan, str], Plan]:
    return lambda plan, at: replace(plan, request=replace(plan.request, age=age))


def in_phase(phase: str, emphasis: str, change: Callable[[Plan, str], Plan]) -> Any:
    """The same in a week of another type."""

    def make(plan: Plan, at: str) -> Plan:
        (only,) = change(plan, at).weeks
        week = replace(only, phase=phase, emphasis=emphasis)  # type: ignore[arg-type]
        return replace(plan, weeks=(week,))

    return make


def third_hard_day(plan: Plan) -> str | None:
    return next((each.id for each in hard_days(plan)[2:]), None)


def unchanged(plan: Plan, at: str) -> Plan:
    return plan


SPRINTS = of("sprint", "flying")
STRONG: Intensity = hard(60, "velocity-loss")
FREE = of("sprint")
HOLDS = of("iso-hold")
PUSHES = of("iso-push")

BREAKAGES = (
    Breakage(
        "half the rest between fast runs", "R07", has(is_fast_run), edited(is_fast_run, halved)
    ),
    Breakage(
        "no rest between fast runs", "R07", has(is_fast_run), changed(is_fast_run, rest_s=None)
    ),
    Breakage(
        "no rest before the next item",
        "R07",
        before_another(is_fast_run),
        changed(is_fast_run, sets=1, set_rest_s=None),
    ),
    Breakage("two hard days in a row", "R01", second_hard_day, on_the_day_after),
    Breakage("a hard day by another name", "R01", second_hard_day, called_technique),
    Breakage("too many hard days", "R03", one_hard_day_too_many, more_hard_days),
    Breakage("one hard day only", "R04", any_week, only_one_hard_day),
    Breakage("far too many metres in the week", "R05", week_with(SPRINTS), times(SPRINTS, 20)),
    Breakage(
        "far too much speed endurance",
        "R05",
        week_with(of("endurance")),
        times(of("endurance"), 20),
    ),
    Breakage("a block above its top", "R06", has(FREE), times(FREE, 20)),
    Breakage("sprints after everything else", "R12", sprints_before_pushes, sprints_last),
    Breakage("a long primer", "R12", lambda plan: hard_days(plan)[0].id, with_a_long_primer),
    Breakage(
        "heavy strength on the day before",
        "R13",
        second_hard_day_with("strength-heavy"),
        before_hard_day("strength-heavy", 1),
    ),
    Breakage("too many seconds of pushes", "R14", has(PUSHES), times(PUSHES, 5)),
    Breakage("pushes of eight seconds", "R14", has(PUSHES), changed(PUSHES, hold_s=8.0)),
    Breakage(
        "pushes at half effort",
        "R14",
        has(PUSHES),
        changed(PUSHES, intensity=hard(50, "max-force")),
    ),
    Breakage("pushes at one angle", "R15", week_with(PUSHES), changed(PUSHES, angle="low")),
    Breakage(
        "a long hold at 80 %",
        "R16",
        has(HOLDS),
        changed(HOLDS, hold_s=30.0, intensity=hard(80, "max-force")),
    ),
    Breakage("holds of a minute", "R16", has(HOLDS), changed(HOLDS, hold_s=60.0)),
    Breakage("too many seconds of holds", "R16", has(HOLDS), times(HOLDS, 20)),
    Breakage(
        "fast pushes for a beginner",
        "R17",
        has_for(PUSHES, "beginner"),
        changed(PUSHES, kind="iso-ballistic"),
    ),
    Breakage(
        "many pushes hours before sprints",
        "R18",
        second_hard_day_with("iso-high"),
        before_hard_day("iso-high", 0),
    ),
    Breakage(
        "a sled or band far too heavy",
        "R19",
        has(of("resisted")),
        changed(of("resisted"), intensity=STRONG),
    ),
    Breakage(
        "a sled or band that slows nobody",
        "R19",
        has(of("resisted")),
        changed(of("resisted"), intensity=hard(2, "velocity-loss")),
    ),
    Breakage(
        "a heavy sled or band for top speed",
        "R20",
        has(of("resisted")),
        in_phase("load", "max-velocity", changed(of("resisted"), intensity=STRONG)),
    ),
    Breakage(
        "an assisted sprint too early",
        "R21",
        lambda plan: hard_days(plan)[0].id if plan.request.level != "advanced" else None,
        lambda plan, at: assisted(plan, at),
    ),
    Breakage(
        "assisted sprints twice a week",
        "R21",
        week_of("advanced"),
        lambda plan, at: assisted(plan, *(each.id for each in hard_days(plan)[:2])),
    ),
    Breakage(
        "a sprint on the eve of a race", "R27", lambda plan: hard_days(plan)[-1].id, event_tomorrow
    ),
    Breakage("a sled or band a week before a race", "R27", has(of("resisted")), race_a_week_later),
    Breakage(
        "a session that never ends",
        "R28",
        lambda plan: sessions(plan)[0].id,
        changed(lambda item: item.minutes is not None, minutes=130.0),
    ),
    Breakage("an hour of sprinting", "R28", has(is_fast_run), changed(is_fast_run, rest_s=3600)),
    Breakage("a short warm-up", "R29", lambda plan: hard_days(plan)[0].id, short_warm_up),
    Breakage(
        "a warm-up without build-ups",
        "R29",
        build_ups_in_the_warm_up_only,
        edited(of("build-up"), lambda item: None),
    ),
    Breakage("too many contacts", "R30", has(of("plyo")), times(of("plyo"), 8)),
    Breakage("too many contacts in the week", "R30", week_with(of("plyo")), times(of("plyo"), 8)),
    Breakage(
        "Nordics on the day before",
        "R31",
        second_hard_day_with("eccentric"),
        before_hard_day("eccentric", 1),
    ),
    Breakage("too many Nordics", "R31", has(of("eccentric")), times(of("eccentric"), 4)),
    Breakage("no day of rest", "R33", any_week, no_free_day),
    Breakage(
        "too many runs at top speed",
        "R34",
        week_with(of("flying")),
        changed(of("flying"), reps=20),
    ),
    Breakage(
        "flying runs in the introduction",
        "R35",
        has(of("flying")),
        in_phase("intro", "acceleration", unchanged),
    ),
    Breakage(
        "nothing but short sprints in a peak week",
        "R37",
        week_with(FREE),
        in_phase("peak", "mixed", times(FREE, 20)),
    ),
    Breakage(
        "30 m sprints at 14",
        "R38",
        has(lambda item: item.kind == "sprint" and (item.distance_m or 0) > 20),
        aged(14),
    ),
    Breakage("three hard days at 17", "R38", third_hard_day, aged(17)),
    Breakage("three hard days at 45", "R39", third_hard_day, aged(45)),
)
