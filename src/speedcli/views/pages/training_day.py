"""One session within the page of a plan: complete, but nothing said twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.library import Library
from speedcli.training.document import Block, Plan, Session, Week
from speedcli.training.part import sessions
from speedcli.views import dates, wording
from speedcli.views.page import Fact, Facts, Paragraph, Part, Section
from speedcli.views.pages import blocks, notes, reasons


@frozen()
class _Setting:
    """What a session's section depends on beside the session."""

    library: Library
    first: Mapping[Block, Session]  # where each block comes first
    limits: Mapping[tuple[tuple[str, ...], str | None], Session]  # the same for cautions and pain
    kinds: Mapping[str, Session]  # by their title, where each kind of session comes first
    why: bool
    narrow: bool


def sections(plan: Plan, library: Library, *, why: bool, narrow: bool) -> Iterator[Section]:
    """All sessions of the plan, in its order; with their reasons if asked."""
    every = sessions(plan)
    first: dict[Block, Session] = {}
    for session in every:
        for block in session.blocks:
            first.setdefault(block, session)
    limits: dict[tuple[tuple[str, ...], str | None], Session] = {}
    for session in every:
        limits.setdefault((session.caution, session.pain), session)
    kinds: dict[str, Session] = {}
    for session in every:
        kinds.setdefault(session.title, session)
    setting = _Setting(library, first, limits, kinds, why, narrow)
    for week in plan.weeks:
        for session in week.sessions:
            yield _section(week, session, setting)


def heading(week: Week, session: Session) -> str:
    """`Week 1, Monday 4 January · Acceleration · 62 min · w1d1`."""
    day = f"Week {week.number}, {dates.long(session.date)}"
    return blocks.BETWEEN.join((day, session.title, f"{session.minutes} min", session.id))


def _section(week: Week, session: Session, setting: _Setting) -> Section:
    main = blocks.inner(session)
    closing = tuple(_frame(session, "cool-down", setting.first))
    parts: list[Part] = [
        Paragraph(session.purpose),
        *notes.parts(session.notes),
        Facts(tuple(_opening(week, session, setting))),
        *(blocks.section(block, narrow=setting.narrow) for block in main),
        *([Facts(closing)] if closing else []),
        *([blocks.stops(main)] if main else []),
        *_limits(session, setting.limits[session.caution, session.pain]),
    ]
    return Section(heading(week, session), tuple(parts))


def _limits(session: Session, known: Session) -> Iterator[Facts]:
    """When to leave the session out and when pain ends it, in full where that first comes."""
    if session is not known:
        text = f"as on {dates.long(known.date)} ({known.id})."
        yield Facts((Fact("Leave it out", text), Fact("Pain", text)))
        return
    facts = []
    if session.caution:
        facts.append(Fact("Leave it out", wording.sentence("; ".join(session.caution))))
    if session.pain:
        facts.append(Fact("Pain", session.pain))
    if facts:
        yield Facts(tuple(facts))


def _opening(week: Week, session: Session, setting: _Setting) -> Iterator[Fact]:
    if setting.why:
        yield from _why(week, session, setting.kinds[session.title])
    yield blocks.needs(session, setting.library)
    if session.readiness:
        yield Fact("Ready", session.readiness)
    if session.place:
        yield Fact("Place", session.place)
    yield from _frame(session, "warm-up", setting.first)


def _why(week: Week, session: Session, first: Session) -> Iterator[Fact]:
    """The reasons; those that the first session of its kind has too are not said again."""
    if week.why and session is week.sessions[0]:
        yield Fact("This week", reasons.running(week.why))
    known = first.why if first is not session else ()
    new = reasons.running(one for one in session.why if one not in known)
    rest = f"For the rest see {first.id}." if set(session.why) & set(known) else ""
    if text := " ".join(filter(None, (new, rest))):
        yield Fact("Why", text)


def _frame(session: Session, role: str, first: Mapping[Block, Session]) -> Iterator[Fact]:
    """The warm-up or cool-down in full where it first comes, and a reference after that."""
    for block in blocks.outer(session, role):
        known = first[block]
        text = (
            blocks.in_one_line(block)
            if known is session
            else f"{block.minutes} min, as on {dates.long(known.date)} ({known.id})."
        )
        yield Fact(wording.capital(role), text)
