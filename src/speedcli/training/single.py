"""One session on its own: a kind (isometric, band, sprint) or any template."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import normalise
from speedcli.knowledge.nearest import did_you_mean
from speedcli.knowledge.planning import MAX_SPRINT, DayType, Slot
from speedcli.knowledge.problems import CannotMeet, NotFound
from speedcli.knowledge.records import Exercise, Level, Template
from speedcli.knowledge.why import Why
from speedcli.training import fitting, measure, sessions
from speedcli.training.athlete import Athlete
from speedcli.training.caps import Caps
from speedcli.training.changed import noted
from speedcli.training.compose import Composer
from speedcli.training.document import Plan, Reason, Request, Week
from speedcli.training.finish import Finisher
from speedcli.training.identity import fingerprint, request_id
from speedcli.training.sessions import DayDraft, Setting

REASONS = 3  # concepts of a template that are given as reasons for its session


def resolve(library: Library, words: str) -> str:
    """The id of a session kind or template that the words stand for; NotFound without one."""
    wanted = normalise(words)
    for kind in library.planning.session_kinds:
        if wanted in {normalise(each) for each in (kind.id, *kind.aliases)}:
            return kind.id
    for template in library.sessions.values():
        if wanted in {normalise(each) for each in (template.id, template.title, *template.aliases)}:
            return template.id
    kinds = [kind.id for kind in library.planning.session_kinds]
    raise NotFound(
        f"no session is called {words!r}"
        f"{did_you_mean(words, [*kinds, *library.sessions])}; looked through "
        f"{', '.join(kinds)} and {len(library.sessions)} templates"
    )


def session(request: Request, library: Library) -> Plan:
    """A plan of one week with the one session that `request.session` names.

    CannotMeet when level, kit, wishes or minutes leave no room for it.
    """
    assert request.session is not None
    composer = Composer(Athlete(request, library))
    planning = library.planning
    template = library.sessions.get(request.session)
    day = _alone(library, template) if template else _day(library, request.session)
    dose = planning.session_dose
    setting = Setting(
        planning.session_week, planning.session_after_weeks, dose, dose, dose, alone=True
    )
    drafted = sessions.draft_day(composer, day, setting)
    if drafted is None or (template and _main(drafted) != template.id):
        raise CannotMeet(_refusal(composer, day, template))
    _, blocks = fitting.fitted(Finisher(composer, _caps(composer.athlete)), drafted)
    why = tuple(Reason(concept=w.concept, rule=w.rule, text=w.text) for w in day.why)
    made = sessions.session(composer, day, blocks, number="w1d1", when=request.start, why=why)
    week = Week(
        number=1,
        starts=request.start,
        phase="load",
        emphasis="mixed",
        totals=measure.totals((made,), library),
        sessions=(made,),
    )
    plan = Plan(
        id=request_id(request),
        title=made.title,
        fingerprint=fingerprint((week,)),
        health=planning.health,
        request=request,
        notes="\n".join(_notes(template, request.level)) or None,
        weeks=(week,),
    )
    return noted(plan, library)


def _caps(athlete: Athlete) -> Caps:
    """After a break the caps of an introduction week; otherwise those of the template alone."""
    if not athlete.request.returning:
        return Caps()
    intro = next(w for w in athlete.library.planning.week_types if w.phase == "intro")
    return Caps().following(intro, athlete.least("speed_cap"))


def _main(drafted: DayDraft) -> str:
    """The id of the template that a day's main block follows."""
    return next(draft.template.id for draft in drafted.drafts if draft.role == "main")


def _day(library: Library, kind: str) -> DayType:
    planning = library.planning
    name = next(each.day for each in planning.session_kinds if each.id == kind)
    return next(day for day in planning.day_types if day.id == name)


def _alone(library: Library, template: Template) -> DayType:
    """A day made of one template, with the support that suits its family."""
    beside = () if template.published_by else library.planning.beside.get(template.family, ())
    support = tuple(name for name in beside if name != template.id)
    slots = [Slot(role="main", templates=(template.id,), keep=True)]
    if support:
        slots.append(Slot(role="support", templates=support))
    concepts = [library.concepts[name] for name in template.concepts[:REASONS]]
    return DayType(
        id=template.id,
        title=template.title,
        hard=template.load == MAX_SPRINT,
        purpose=template.purpose,
        slots=tuple(slots),
        why=tuple(Why(concept=concept.id, text=concept.answer) for concept in concepts),
    )


def _notes(template: Template | None, level: Level) -> Iterator[str]:
    """What a template says to a level, and our evidence beside a published protocol."""
    if template is None:
        return
    if note := template.levels[level].note:
        yield note
    if template.published_by:
        yield f"As published by {template.published_by}. What the evidence says beside it:"
        for claim in template.claims:
            yield f"- {claim.text} ({claim.grade}; {', '.join(claim.sources)})"


def _refusal(composer: Composer, day: DayType, template: Template | None) -> str:
    """Why the session cannot be built, and what would help."""
    athlete, library = composer.athlete, composer.library
    level = athlete.request.level
    if template is not None and level not in template.levels:
        reason = template.unsuitable.get(level, "Choose another session.")
        return f"{template.title}: not for {level}s. {reason.removesuffix('.')}"
    names = [name for slot in day.slots if slot.role == "main" for name in slot.templates]
    exercises = list(_exercises(library, names, level))
    wanted = [each for each in exercises if athlete.wishes_allow(each)]
    if not wanted:
        others = [k.id for k in library.planning.session_kinds if k.id != athlete.request.session]
        named = " or ".join(f"speed session {kind}" for kind in others)
        return f"{day.title} asks for what you avoid or are too young for; try {named}"
    kit = min((_missing(athlete, each) for each in wanted), key=len, default=())
    given = ",".join((*athlete.request.kit, *kit))
    return f"{day.title} needs {' and '.join(kit) or 'more time'}; give --kit {given}"


def _exercises(library: Library, names: list[str], level: Level) -> Iterator[Exercise]:
    """The exercises that the templates could use at a level."""
    for name in names:
        spec = library.sessions[name].levels.get(level)
        for line in spec.lines if spec else ():
            known = (library.exercises[exercise] for exercise in line.exercises)
            yield from (exercise for exercise in known if level in exercise.dose)


def _missing(athlete: Athlete, exercise: Exercise) -> tuple[str, ...]:
    """The least kit that is still missing for an exercise."""
    ways = [
        tuple(kit for kit in needs if kit not in athlete.provided)
        for needs in exercise.kit or ((),)
    ]
    return min(ways, key=len)
