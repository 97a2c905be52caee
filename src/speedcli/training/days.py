"""Which day of a week is for what: hard days far enough apart, easy days between them."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from speedcli.knowledge.planning import DayType, WeekPlan
from speedcli.knowledge.problems import CannotMeet
from speedcli.knowledge.rulebook import BeforeEvent
from speedcli.training import sessions
from speedcli.training.athlete import Athlete
from speedcli.training.compose import Composer, Draft
from speedcli.training.document import WEEKDAYS
from speedcli.training.limits import hard_gap, most
from speedcli.training.phases import Phased
from speedcli.training.sessions import DayDraft, Setting
from speedcli.training.weekdays import hard_days


class Days:
    """The asked weekdays of one request, and what they are used for."""

    def __init__(self, athlete: Athlete, composer: Composer) -> None:
        self.athlete = athlete
        self.request = athlete.request
        self.library = athlete.library
        self.planning = athlete.library.planning
        self.composer = composer
        self.by_id = {day.id: day for day in self.planning.day_types}
        first = self.request.start.weekday()
        # Days from the first day of a week, which need not be a Monday.
        self.asked = tuple(sorted((WEEKDAYS.index(day) - first) % 7 for day in self.request.days))
        self.hard = self._hard()

    def _hard(self) -> tuple[int, ...]:
        rule = most(self.library, self.request, "hard-days", "seven-days")
        wanted = min(int(rule or len(self.asked)), self.athlete.least("hard_days") or len(WEEKDAYS))
        hours = max((group.spacing_h or 0 for group in self.athlete.groups), default=0)
        rested = ceil(timedelta(hours=hours) / timedelta(days=1))
        gap = hard_gap(self.library)
        return hard_days(self.asked, wanted, gap, max(gap, rested))

    def types(self, week: Phased) -> dict[int, DayType]:
        """What each asked day of a week is for."""
        chosen = self._week_plan(week)
        hard = chosen.hard[str(len(self.hard))] if self.hard else ()
        names = dict(zip(self.hard, hard, strict=True))
        easy = iter(chosen.easy)
        return {
            offset: self.by_id[names[offset] if offset in names else next(easy)]
            for offset in self.asked
        }

    def _week_plan(self, week: Phased) -> WeekPlan:
        return next(
            each
            for each in self.planning.week_plans
            if week.type.letter in each.weeks
            and (not each.goals or self.request.goal in each.goals)
            and (not each.levels or self.request.level in each.levels)
        )

    def tested(self, setting: Setting) -> DayDraft | None:
        """A test, if the athlete can do one."""
        alone = len(self.hard) == 1
        name = self.planning.test_day_alone if alone else self.planning.test_day
        return sessions.draft_day(self.composer, self.by_id[name], setting)

    def draft(self, day: DayType, setting: Setting) -> DayDraft:
        """The day, or one that stands in for it; CannotMeet where nothing can be done."""
        seen: DayType | None = day
        while seen is not None:
            drafted = sessions.draft_day(self.composer, seen, setting)
            if drafted is not None:
                return drafted
            seen = self.by_id[seen.instead] if seen.instead else None
        for name in self.planning.fallback_days:
            drafted = sessions.draft_day(self.composer, self.by_id[name], setting)
            if drafted is not None:
                return drafted
        raise CannotMeet(
            "this kit and these wishes leave nothing to do; add flat-ground, wall or bands to "
            "--kit, or take something off --avoid"
        )

    def is_before_event(self, when: date) -> bool:
        """Whether a date still lies before the event, if there is one."""
        return self.request.event is None or when < self.request.event

    def near_event(self, when: date, day: DayDraft, setting: Setting) -> DayDraft:
        """The day without what comes too close to the event, or an easier day in its place."""
        if self.request.event is None:
            return day
        left = (self.request.event - when).days
        kept = tuple(draft for draft in day.drafts if left >= self._days_needed(draft))
        if any(draft.role == "main" and draft.template.load != "tech" for draft in kept):
            return DayDraft(day.type, kept)
        for name in (
            self.planning.last_days
            if left <= self.planning.last_days_before
            else self.planning.easy_days
        ):
            drafted = sessions.draft_day(self.composer, self.by_id[name], setting)
            if drafted is not None:
                return drafted
        return day

    def _days_needed(self, draft: Draft) -> int:
        """Days that must lie between this block and an event."""
        needed = [0]
        for _, check in self.library.checks(BeforeEvent):
            needed.append(check.loads.get(draft.template.load, 0))
            needed += [check.kinds.get(strand.exercise.kind, 0) for strand in draft.strands]
        return max(needed)
