"""The weeks of a plan as drafts, in the order in which they depend on each other.

Loaded weeks are built upwards from the level's first dose, as far as the ramp allows. The
introduction is a share of the first loaded week. Deload and taper are the week before, made
lighter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from speedcli.knowledge.frozen import replace
from speedcli.knowledge.planning import DayType
from speedcli.training import fitting, lighter, measure, metres, mix
from speedcli.training.athlete import Athlete
from speedcli.training.caps import Caps
from speedcli.training.compose import Composer
from speedcli.training.days import Days
from speedcli.training.filled import Day, Filled
from speedcli.training.finish import Finisher
from speedcli.training.limits import least, ramp_limit, ramps
from speedcli.training.phases import Phased
from speedcli.training.sessions import DayDraft, Setting

DOSE_STEP = 0.05  # how finely doses are searched


class Course:
    """One request on its way through the weeks."""

    def __init__(self, athlete: Athlete, weeks: Sequence[Phased]) -> None:
        self.athlete = athlete
        self.request = athlete.request
        self.library = athlete.library
        self.planning = athlete.library.planning
        self.composer = Composer(athlete)
        self.days = Days(athlete, self.composer)
        self._finishers: dict[Caps, Finisher] = {}
        self.weeks = weeks
        self.level = next(each for each in self.planning.levels if each.id == self.request.level)

    def filled(self) -> list[Filled]:
        """All weeks, in order."""
        loaded = self._loaded_weeks()
        first = next(iter(loaded.values()), None)
        found: list[Filled] = []
        for week in self.weeks:
            if week.number in loaded:
                found.append(loaded[week.number])
            elif week.phase == "intro":
                found.append(self._intro(week, first))
            else:
                found.append(self._light(week, found[-1] if found else self._reference(week)))
        # Only now: the last week is a share of the full week before it, not of a tapered one.
        return [self._tapering(week) if week.phased.type.loaded else week for week in found]

    def _finisher(self, week: Phased, before: Caps) -> Finisher:
        """What finishes a week's drafts; weeks with the same caps share one, and its blocks."""
        caps = self._caps(week, before)
        return self._finishers.setdefault(caps, Finisher(self.composer, caps))

    def _caps(self, week: Phased, before: Caps) -> Caps:
        """The caps of a week: those of its type, of first weeks, and after a break."""
        first = [
            (kind, each.percent)
            for each in self.planning.first_weeks
            if each.percent is not None and week.number <= each.until_week
            for kind in each.kinds
        ]
        speed = self.athlete.least("speed_cap") if week.number == 1 else None
        return replace(before.following(week.type, speed), kinds=tuple(first))

    # Loaded weeks

    def _loaded_weeks(self) -> dict[int, Filled]:
        """The loaded weeks by number, each as heavy as dose and ramp allow."""
        found: dict[int, Filled] = {}
        weeks = [week for week in self.weeks if week.type.loaded]
        peaks = [week for week in weeks if week.phase == "peak"]
        dose = sprint = top = fastest = self.level.start
        long = 0.0
        letter, finisher = None, Finisher(self.composer, Caps())
        step = min(self.level.step, (self.level.top - self.level.start) / max(len(weeks) - 1, 1))
        for week in weeks:
            finisher = self._finisher(week, finisher.caps)
            if week in peaks:
                share = week.type.volume.high - (week.type.volume.high - week.type.volume.low) * (
                    peaks.index(week) / max(len(peaks) - 1, 1)
                )
                dose, sprint = top * share / 100, fastest * share / 100
            elif found:
                dose = min(1.0, dose + step)
                # Only one thing rises in a week: a new emphasis, or the metres of the old one.
                sprint = min(1.0, sprint + step) if week.type.letter == letter else sprint
            letter = week.type.letter
            tested = not found and self.request.weeks >= self.planning.test_from_weeks
            done = [self._metres(each) for each in found.values()]
            filled = self._ramped(week, (dose, sprint, long), finisher, done, tested)
            while dose < 1 and found and filled.work == found[max(found)].work:
                dose = min(1.0, dose + DOSE_STEP)
                filled = self._ramped(week, (dose, sprint, long), finisher, done, tested)
            found[week.number] = filled
            top, fastest = max(top, dose), max(fastest, sprint)
            long += step if any(item.kind == "endurance" for item in filled.items) else 0
        return found

    def _ramped(
        self,
        week: Phased,
        doses: tuple[float, float, float],
        finisher: Finisher,
        done: list[int],
        tested: bool,
    ) -> Filled:
        """The week at its doses, its sprints lower or higher where ramp and least metres ask."""
        dose, sprint, long = doses
        limit = ramp_limit(self.library, self.request, done) or float("inf")
        wanted = self._least_metres()
        setting = Setting(
            week.type.letter, week.number, dose, sprint, long, shifts=week.type.dose_shifts
        )
        plain = self._drafted(week, self.days.types(week), setting)
        target = min(limit, max(metres.intended(finisher, plain.values()), wanted))
        finished = self._up_to(plain, finisher, target, limit)
        finished = self._well_mixed(week, finished, finisher, target, limit)
        test = self.days.tested(setting) if tested and self.days.hard else None
        if test is None:
            return Filled(week, finisher, finished)
        first = week.starts + timedelta(days=self.days.hard[0])
        with_test = {when: test if when == first else draft for when, draft in plain.items()}
        return Filled(week, finisher, self._up_to(with_test, finisher, target, limit), finished)

    def _up_to(
        self, drafted: Mapping[date, DayDraft], finisher: Finisher, target: float, most: float
    ) -> tuple[Day, ...]:
        """The days finished, with as many metres at full effort up to `target` as fit."""
        days = metres.spread(finisher, list(drafted.values()), target, most)
        return _finished(drafted, days, finisher)

    def _well_mixed(
        self,
        week: Phased,
        days: tuple[Day, ...],
        finisher: Finisher,
        target: float,
        most: float,
    ) -> tuple[Day, ...]:
        """The days, or others near the target, where only those keep the mix of the goal.

        If no doses do, one of the sprint blocks that may go is left out.
        """
        keeps = mix.keeper(self.library, self.request, week.type.letter)
        items = (item for day in days for block in day.blocks for item in block.items)
        if keeps is None or keeps(mix.of(items)):
            return days
        for drafts in fitting.or_without_a_sprint([day.draft for day in days]):
            others = metres.mixed(finisher, drafts, target, most, keeps)
            if others:
                return _finished([day.date for day in days], others, finisher)
        return days

    def _drafted(
        self, week: Phased, types: Mapping[int, DayType], setting: Setting
    ) -> dict[date, DayDraft]:
        dates = {week.starts + timedelta(days=offset): day for offset, day in types.items()}
        return {
            when: self.days.draft(day, setting)
            for when, day in dates.items()
            if self.days.is_before_event(when)
        }

    def _metres(self, week: Filled) -> int:
        """Metres at full effort of a week."""
        return measure.effort_metres(week.items, self.planning)

    def _least_metres(self) -> float:
        """Metres at full effort that the rules want in a loaded week, where it can have them."""
        if len(self.days.hard) < least(self.library, self.request, "hard-days", "week"):
            return 0.0  # no dose of so few days reaches it
        bound = least(self.library, self.request, "max-effort-m", "week")
        # Whole reps may miss the bound by a little; two of the ramp's free steps above it do not.
        spare = max(ramp.free_step for ramp in ramps(self.library, "max-effort-m"))
        return self.athlete.volume * bound + 2 * spare if bound else 0.0

    # The introduction

    def _intro(self, week: Phased, first: Filled | None) -> Filled:
        """An introduction week: a share of the first loaded week that grows from week to week."""
        intros = [each for each in self.weeks if each.phase == "intro"]
        low, high = week.type.volume.low / 100, week.type.volume.high / 100
        share = low + (high - low) * (intros.index(week) + 1) / len(intros)
        finisher = self._finisher(week, Caps())
        most = share * (first or self._reference(week)).sprint_metres
        steps = [step * DOSE_STEP for step in range(round(1 / DOSE_STEP), -1, -1)]
        tries = [(dose, 1.0) for dose in steps] + [(0.0, share) for share in steps]

        types = self.days.types(week)
        hard = {offset: day for offset, day in types.items() if day.hard}

        def at(place: int, types: Mapping[int, DayType]) -> Filled:
            dose, running = tries[place]
            start = self.level.start
            setting = Setting(
                week.type.letter, week.number, start, dose, share=share, running=running
            )
            return self._at(week, types, setting, finisher)

        def is_light(place: int) -> bool:
            return at(place, hard).sprint_metres <= most  # easy days hold no sprints

        # The tries get lighter one by one, so the first that is light enough is found by halving.
        return at(bisect_left(range(len(tries) - 1), True, key=is_light), types)

    def _reference(self, week: Phased) -> Filled:
        """The loaded week that a plan of introduction only would lead to."""
        loaded = next(each for each in self.planning.week_types if each.loaded)
        following = replace(week, type=loaded)
        setting = Setting(loaded.letter, week.number, self.level.start, self.level.start)
        types = self.days.types(following)
        return self._at(following, types, setting, self._finisher(following, Caps()))

    def _at(
        self, week: Phased, types: Mapping[int, DayType], setting: Setting, finisher: Finisher
    ) -> Filled:
        """A week of days at a setting, without a test."""
        drafted = self._drafted(week, types, setting)
        return Filled(
            week,
            finisher,
            tuple(Day(when, *fitting.fitted(finisher, draft)) for when, draft in drafted.items()),
        )

    # Lighter weeks

    def _light(self, week: Phased, before: Filled) -> Filled:
        """The week before made lighter; with a test on its last hard day, or up to an event."""
        finisher = self._finisher(week, before.finisher.caps)
        low, high = week.type.volume.low / 100, week.type.volume.high / 100
        middle = (low + high) / 2
        full = self._metres(before)
        if week.phase != "deload" or not full:
            return self._lightened_week(week, before, middle, finisher)
        # Whole reps seldom give just the share that is wanted, so a few shares are tried.
        found = (
            self._lightened_week(week, before, share, finisher)
            for share in lighter.shares(low, high)
        )
        best = next(found)
        for other in found:
            if low <= self._metres(best) / full <= high:
                break
            best = min(best, other, key=lambda each: abs(self._metres(each) / full - middle))
        return best

    def _lightened_week(
        self, week: Phased, before: Filled, share: float, finisher: Finisher
    ) -> Filled:
        shift = week.starts - before.phased.starts
        setting = Setting(week.type.letter, week.number, 0.0, 0.0)
        tested = self._test_date(week)
        days = []
        for day in before.untested or before.days:
            when = day.date + shift
            if not self.days.is_before_event(when):
                continue
            less = lighter.day(day.draft, share)
            test = self.days.tested(setting) if when == tested else None
            draft = test or self.days.near_event(when, less, setting)
            days.append(Day(when, *fitting.fitted(finisher, draft)))
        return Filled(week, finisher, tuple(days))

    def _tapering(self, week: Filled) -> Filled:
        """A loaded week with those of its days lighter that already belong to the taper."""
        tapers = [each for each in self.planning.tapers if self.request.weeks in each.weeks]
        days = [
            self._lightened(day, tapers[0].volume / 100, week.finisher)
            if self.athlete.is_tapering(day.date)
            else day
            for day in week.days
        ]
        return replace(week, days=tuple(days))

    def _lightened(self, day: Day, share: float, finisher: Finisher) -> Day:
        less = lighter.day(day.draft, share)
        return Day(day.date, *fitting.fitted(finisher, less))

    def _test_date(self, week: Phased) -> date | None:
        """The date of the last test: the last hard day of the last week, in plans long enough."""
        last = week.phase == "test" and week.number == self.request.weeks
        if not last or self.request.weeks < self.planning.test_from_weeks or not self.days.hard:
            return None
        return week.starts + timedelta(days=self.days.hard[-1])


def _finished(
    dates: Iterable[date], drafts: Iterable[DayDraft], finisher: Finisher
) -> tuple[Day, ...]:
    return tuple(
        Day(when, *fitting.fitted(finisher, draft))
        for when, draft in zip(dates, drafts, strict=True)
    )
