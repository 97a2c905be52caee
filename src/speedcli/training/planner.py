"""From a request to a plan, week by week.

Loaded weeks are built upwards from the level's first dose, as far as the ramp allows. The
introduction is a share of the first loaded week. Deload and taper are the week before, made lighter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from speedcli.knowledge.library import Library
from speedcli.knowledge.planning import DayType, LevelInfo, WeekPlan
from speedcli.knowledge.problems import CannotMeet
from speedcli.training import measure, sessions
from speedcli.training.accepting import accept
from speedcli.training.athlete import Athlete
from speedcli.training.caps import Caps
from speedcli.training.compose import Composer, Draft, lighter
from speedcli.training.document import WEEKDAYS, Block, Plan, Reason, Request, Session, Week
from speedcli.training.identity import fingerprint, request_id
from speedcli.training.limits import hard_gap, least, most, ramp_limit
from speedcli.training.phases import Phased, phases
from speedcli.training.sessions import DayDraft, Setting
from speedcli.training.weekdays import hard_days

DOSE_STEP = 0.05  # how finely doses are searched
ENOUGH = 2  # hard days without which no dose reaches the week's least metres


@dataclass(frozen=True, slots=True)
class Filled:
    """A week with its days as drafts and as finished blocks, by date."""

    phased: Phased
    caps: Caps
    days: tuple[tuple[date, DayDraft, tuple[Block, ...]], ...]

    @property
    def metres(self) -> int:
        """Metres at full effort."""
        return round(
            sum(
                measure.metres(item)
                for _, _, blocks in self.days
                for block in blocks
                for item in block.items
                if measure.is_full_speed(item)
            )
        )


def plan(request: Request, library: Library) -> Plan:
    """The plan for a request; CannotMeet with the smallest change that would help."""
    return accept(_build(request, library), library, _build)


def _build(request: Request, library: Library) -> Plan:
    return Planner(Athlete(request, library)).plan()


class Planner:
    """One request on its way to a plan."""

    def __init__(self, athlete: Athlete) -> None:
        self.athlete = athlete
        self.request = athlete.request
        self.library = athlete.library
        self.planning = athlete.library.planning
        self.composer = Composer(athlete)
        self.level: LevelInfo = next(
            level for level in self.planning.levels if level.id == self.request.level
        )
        self.days = {day.id: day for day in self.planning.day_types}
        self.offsets = self._offsets()
        self.hard = self._hard()

    def plan(self) -> Plan:
        """All weeks, in order."""
        course = phases(self.athlete)
        filled = self._fill(course)
        weeks = tuple(self._week(week) for week in filled)
        if not any(week.sessions for week in weeks):
            raise CannotMeet(
                "no asked day lies before the event; give --days with an earlier weekday"
            )
        return Plan(
            id=request_id(self.request),
            title=self._title(),
            fingerprint=fingerprint(weeks),
            health=self.planning.health,
            expect=next(
                (each.text for each in self.planning.expectations if self.request.weeks in each.weeks),
                None,
            ),
            missed=self.planning.missed,
            change=self.planning.change,
            request=self.request,
            weeks=weeks,
        )

    def _title(self) -> str:
        goal = next(goal for goal in self.planning.goals if goal.id == self.request.goal)
        weeks = self.request.weeks
        return f"{weeks} week{'s' if weeks > 1 else ''} of {goal.title}"

    # Days

    def _offsets(self) -> tuple[int, ...]:
        """The asked weekdays as days from the first day of a week."""
        first = self.request.start.weekday()
        return tuple(sorted((WEEKDAYS.index(day) - first) % 7 for day in self.request.days))

    def _hard(self) -> tuple[int, ...]:
        """The asked days that may be hard."""
        rule = most(self.library, self.request, "hard-days", "week")
        wanted = min(int(rule or len(self.offsets)), self.athlete.least("hard_days") or 7)
        hours = max((group.spacing_h or 0 for group in self.athlete.groups), default=0)
        gap = hard_gap(self.library)
        return hard_days(self.offsets, wanted, gap, max(gap, -(-hours // 24)))

    def _day_types(self, week: Phased) -> dict[int, DayType]:
        """What each asked day of a week is for."""
        chosen = self._week_plan(week)
        hard = chosen.hard[str(len(self.hard))] if self.hard else ()
        easy = iter(chosen.easy)
        types = dict(zip(self.hard, hard, strict=True))
        for offset in self.offsets:
            if offset not in types:
                types[offset] = next(easy)
        return {offset: self.days[types[offset]] for offset in self.offsets}

    def _week_plan(self, week: Phased) -> WeekPlan:
        return next(
            each
            for each in self.planning.week_plans
            if week.type.letter in each.weeks
            and (not each.goals or self.request.goal in each.goals)
            and (not each.levels or self.request.level in each.levels)
        )

    # Weeks

    def _fill(self, course: Sequence[Phased]) -> list[Filled]:
        loaded = self._loaded_weeks(course)
        first = min(loaded.values(), key=lambda week: week.phased.number, default=None)
        caps, filled = Caps(), []
        intros = [week for week in course if week.phase == "intro"]
        for week in course:
            caps = caps.following(week.type, self._speed_cap(week))
            if week.number in loaded:
                filled.append(loaded[week.number])
            elif week.phase == "intro":
                filled.append(self._intro(week, intros, first))
            else:
                before = filled[-1]
                filled.append(self._light(week, before))
            caps = filled[-1].caps
        return filled

    def _caps(self, week: Phased, before: Caps) -> Caps:
        first = [
            (kind, each.percent)
            for each in self.planning.first_weeks
            if each.percent is not None and week.number <= each.until_week
            for kind in each.kinds
        ]
        return replace(before.following(week.type, self._speed_cap(week)), kinds=tuple(first))

    def _speed_cap(self, week: Phased) -> int | None:
        return self.athlete.least("speed_cap") if week.number == 1 else None

    def _loaded_weeks(self, course: Sequence[Phased]) -> dict[int, Filled]:
        """The loaded weeks by number, each as heavy as dose and ramp allow."""
        found: dict[int, Filled] = {}
        dose, letter, caps, peak = self.level.start, None, Caps(), 0.0
        for week in course:
            if not week.type.loaded:
                continue
            caps = self._caps(week, caps)
            if week.phase == "peak":
                dose = peak * (week.type.volume.low + week.type.volume.high) / 200
            elif week.type.letter == letter:
                dose = min(1.0, dose + self.level.step)
            peak, letter = max(peak, dose), week.type.letter
            done = [each.metres for each in found.values()]
            tested = not found and self.request.weeks >= self.planning.test_from_weeks
            found[week.number], used = self._ramped(week, dose, caps, done, tested)
            dose = dose if week.phase == "peak" else used
        return found

    def _ramped(
        self, week: Phased, dose: float, caps: Caps, done: list[int], tested: bool
    ) -> tuple[Filled, float]:
        """The week at `dose`, or at the next lower one that keeps the ramp over those `done`."""
        limit = ramp_limit(self.library, self.athlete, done) or float("inf")
        least = self._least_metres()
        filled = self._loaded_at(week, dose, caps, tested)
        while dose > 0 and filled.metres > limit:
            dose = max(0.0, dose - DOSE_STEP)
            filled = self._loaded_at(week, dose, caps, tested)
        while dose < 1 and filled.metres < least:
            more = self._loaded_at(week, min(1.0, dose + DOSE_STEP), caps, tested)
            if more.metres > limit:
                break
            dose, filled = min(1.0, dose + DOSE_STEP), more
        return filled, dose

    def _loaded_at(self, week: Phased, dose: float, caps: Caps, tested: bool) -> Filled:
        setting = Setting(week.type.letter, week.number, dose, shifts=week.type.dose_shifts)
        return self._at(week, setting, caps, tested)

    def _least_metres(self) -> float:
        """Metres at full effort that the rules want in a loaded week, where it can have them."""
        if len(self.hard) < ENOUGH:
            return 0.0
        return self.athlete.volume * least(self.library, self.request, "max-effort-m", "week")

    def _intro(self, week: Phased, intros: Sequence[Phased], first: Filled | None) -> Filled:
        """An introduction week: a share of the first loaded week that grows from week to week."""
        low, high = week.type.volume.low / 100, week.type.volume.high / 100
        place = intros.index(week) + 1
        target = low + (high - low) * place / len(intros)
        caps = self._caps(week, Caps())
        reference = first or self._reference(week)
        running = 1.0
        while True:
            setting = Setting(week.type.letter, week.number, self.level.start, target, running)
            filled = self._at(week, setting, caps, False)
            if filled.metres <= target * reference.metres or running <= DOSE_STEP:
                return filled
            running -= DOSE_STEP

    def _reference(self, week: Phased) -> Filled:
        """The loaded week that a plan of introduction only leads to."""
        types = {each.letter: each for each in self.planning.week_types}
        following = replace(week, type=types["A"])
        setting = Setting("A", week.number, self.level.start)
        return self._at(following, setting, self._caps(following, Caps()), False)

    def _at(self, week: Phased, setting: Setting, caps: Caps, tested: bool) -> Filled:
        days = []
        types = self._day_types(week)
        if tested and self.hard:
            types[self.hard[0]] = self._test_day()
        for offset, day in types.items():
            when = week.starts + timedelta(days=offset)
            if self._before_event(when):
                drafted = self._draft(day, setting)
                days.append((when, *sessions.fitted(self.composer, drafted, caps)))
        return Filled(week, caps, tuple(days))

    def _draft(self, day: DayType, setting: Setting) -> DayDraft:
        """The day, or the one that stands in for it; CannotMeet where nothing can be done."""
        seen: DayType | None = day
        while seen is not None:
            drafted = sessions.draft_day(self.composer, seen, setting)
            if drafted is not None:
                return drafted
            seen = self.days[seen.instead] if seen.instead else None
        for fallback in self.planning.fallback_days:
            drafted = sessions.draft_day(self.composer, self.days[fallback], setting)
            if drafted is not None:
                return drafted
        raise CannotMeet(
            "this kit and these wishes leave nothing to do; add flat-ground, wall or bands to "
            "--kit, or take something off --avoid"
        )

    def _test_day(self) -> DayType:
        one = len(self.hard) == 1
        return self.days[self.planning.test_day_alone if one else self.planning.test_day]

    def _before_event(self, when: date) -> bool:
        return self.request.event is None or when < self.request.event

    # Lighter weeks

    def _light(self, week: Phased, before: Filled) -> Filled:
        """The week before made lighter; with a test on its last hard day, or tapered to an event."""
        caps = self._caps(week, before.caps)
        share = (week.type.volume.low + week.type.volume.high) / 200
        shift = week.starts - before.phased.starts
        days = []
        for when, day, _ in before.days:
            drafted = replace(day, drafts=tuple(self._lighter(day.drafts, share)))
            days.append((when + shift, drafted))
        if week.phase == "test" and week.number == self.request.weeks:
            days = self._with_test(week, days)
        fitted = [
            (when, *sessions.fitted(self.composer, self._near_event(week, when, day), caps))
            for when, day in days
            if self._before_event(when)
        ]
        return Filled(week, caps, tuple(fitted))

    def _lighter(self, drafts: Iterable[Draft], share: float) -> list[Draft]:
        found = []
        for draft in drafts:
            if draft.template.load == "none":
                found.append(draft)
            elif (less := lighter(draft, share)) is not None:
                found.append(less)
        if not found:
            found = [next(iter(drafts))]
        return found

    def _with_test(
        self, week: Phased, days: list[tuple[date, DayDraft]]
    ) -> list[tuple[date, DayDraft]]:
        """The last hard day becomes a test, where the plan is long enough for one."""
        if self.request.weeks < self.planning.test_from_weeks or not self.hard:
            return days
        setting = Setting(week.type.letter, week.number, 0.0)
        test = sessions.draft_day(self.composer, self._test_day(), setting)
        if test is None:
            return days
        last = week.starts + timedelta(days=self.hard[-1])
        return [(when, test if when == last else day) for when, day in days]

    def _near_event(self, week: Phased, when: date, day: DayDraft) -> DayDraft:
        """The day without what comes too close to the event, or an easier day in its place."""
        if self.request.event is None:
            return day
        left = (self.request.event - when).days
        kept = tuple(
            draft for draft in day.drafts if left >= days_needed(self.library, draft)
        )
        if any(draft.role == "main" and draft.template.load != "tech" for draft in kept):
            return replace(day, drafts=kept)
        setting = Setting(week.type.letter, week.number, 0.0)
        names = self.planning.last_days if left <= 2 else self.planning.easy_days
        for name in names:
            drafted = sessions.draft_day(self.composer, self.days[name], setting)
            if drafted is not None:
                return drafted
        return day

    # The document

    def _week(self, filled: Filled) -> Week:
        week = filled.phased
        made = tuple(
            self._session(f"w{week.number}d{place}", when, day, blocks, week)
            for place, (when, day, blocks) in enumerate(filled.days, start=1)
        )
        return Week(
            number=week.number,
            starts=week.starts,
            phase=week.phase,
            emphasis=week.emphasis,
            totals=measure.totals(made),
            why=tuple(reason(each) for each in week.type.why),
            sessions=made,
        )

    def _session(
        self, number: str, when: date, day: DayDraft, blocks: tuple[Block, ...], week: Phased
    ) -> Session:
        why = [reason(each) for each in day.type.why]
        for first in self.planning.first_weeks:
            kinds = {item.kind for block in blocks for item in block.items}
            templates = {block.template for block in blocks}
            if week.number <= first.until_week and (
                kinds & set(first.kinds) or templates & set(first.templates)
            ):
                why.append(reason(first.why))
        return sessions.session(
            self.composer, day.type, blocks, number=number, when=when, why=tuple(why)
        )


def reason(why) -> Reason:  # type: ignore[no-untyped-def]
    """A sentence of the knowledge base as one of the plan document."""
    return Reason(concept=why.concept, rule=why.rule, text=why.text)


def days_needed(library: Library, draft: Draft) -> int:
    """Days that must lie between this block and an event."""
    from speedcli.knowledge.rulebook import BeforeEvent
    from speedcli.training.limits import checks

    needed = [0]
    for _, check in checks(library, BeforeEvent):
        needed.append(check.loads.get(draft.template.load, 0))
        needed += [check.kinds.get(strand.exercise.kind, 0) for strand in draft.strands]
    return max(needed)
