"""One session on its own: a kind (isometric, band, sprint) or any template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speedcli.knowledge.frozen import replace
from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import normalise, suggestion
from speedcli.knowledge.planning import MAX_SPRINT, DayType, Slot
from speedcli.knowledge.problems import CannotMeet, NotFound
from speedcli.knowledge.records import Level, Template
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
    ids: dict[str, str] = {}
    for kind in library.planning.session_kinds:
        ids |= dict.fromkeys((kind.id, *kind.aliases), kind.id)
    for template in library.sessions.values():
        for name in (template.id, template.title, *template.aliases):
            ids.setdefault(name, template.id)
    wanted = normalise(words)
    for name, found in ids.items():
        if normalise(name) == wanted:
            return found
    kinds = [kind.id for kind in library.planning.session_kinds]
    raise NotFound(
        f"no session is called {words!r}; looked through {', '.join(kinds)} and "
        f"{len(library.sessions)} templates{suggestion(words, ids)}"
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
    drafted = _drafted(composer, day, setting)
    if drafted is None:
        raise CannotMeet(_refusal(composer.athlete, day, setting))
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


def _drafted(composer: Composer, day: DayType, setting: Setting) -> DayDraft | None:
    """The day as drafts; None where its main block would be another than was asked for."""
    drafted = sessions.draft_day(composer, day, setting)
    if drafted is not None and day.id in composer.library.sessions:
        main = next(draft for draft in drafted.drafts if draft.role == "main")
        return drafted if main.template.id == day.id else None
    return drafted


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


def _refusal(athlete: Athlete, day: DayType, setting: Setting) -> str:
    """Why the session cannot be built, and what would help."""
    request, library = athlete.request, athlete.library
    template = library.sessions.get(day.id)
    if template is not None and request.level not in template.levels:
        reason = template.unsuitable.get(request.level, "Choose another session.")
        return f"{template.title}: not for {request.level}s. {reason.removesuffix('.')}"
    kit = _missing(athlete, day, setting)
    if not kit:
        others = [each.id for each in library.planning.session_kinds if each.id != request.session]
        named = " or ".join(f"speed session {kind}" for kind in others)
        return f"{day.title} asks for what you avoid or are too young for; try {named}"
    return f"{day.title} needs {' and '.join(kit)}; give --kit {','.join((*request.kit, *kit))}"


def _missing(athlete: Athlete, day: DayType, setting: Setting) -> tuple[str, ...]:
    """Kit with which the session could be built, and no piece of it too many; empty without any.

    What most people have is asked for before anything else.
    """
    request, library = athlete.request, athlete.library

    def is_enough(kit: Iterable[str]) -> bool:
        given = replace(request, kit=(*request.kit, *kit))
        return _drafted(Composer(Athlete(given, library)), day, setting) is not None

    usual = library.planning.defaults.kit
    more = [kit for kit in dict.fromkeys((*usual, *library.kit)) if kit not in athlete.provided]
    if not is_enough(more):
        return ()
    for kit in reversed(more):
        fewer = [each for each in more if each != kit]
        if is_enough(fewer):
            more = fewer
    return tuple(more)
