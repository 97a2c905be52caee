"""One session within the page of a plan: complete, but nothing said twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from speedcli.knowledge.library import Library
from speedcli.training.document import Block, Plan, Session, Week
from speedcli.views import dates, wording
from speedcli.views.page import Fact, Facts, Paragraph, Part, Section
from speedcli.views.pages import blocks, notes, reasons

_First = Mapping[Block, Session]


def sections(plan: Plan, library: Library, *, why: bool) -> Iterator[Section]:
    """All sessions of the plan, in its order; with their reasons if asked."""
    first: dict[Block, Session] = {}
    for week in plan.weeks:
        for place, session in enumerate(week.sessions):
            for block in session.blocks:
                first.setdefault(block, session)
            about = [*(_week(week) if why and not place else ()), *(_why(session) if why else ())]
            yield _section(week, session, library, (about, first))


def heading(week: Week, session: Session) -> str:
    """`Week 1, Monday 4 January · Acceleration · 62 min · w1d1`."""
    day = f"Week {week.number}, {dates.long(session.date)}"
    return blocks.BETWEEN.join((day, session.title, f"{session.minutes} min", session.id))


def _section(
    week: Week, session: Session, library: Library, extra: tuple[list[Fact], _First]
) -> Section:
    about, first = extra
    kit = wording.kit_names(session.kit, library)
    place = [Fact("Place", session.place)] if session.place else []
    opening = (*about, blocks.needs(session, kit), *place, *_frame(session, "warm-up", first))
    closing = tuple(_frame(session, "cool-down", first))
    main = blocks.inner(session)
    parts: list[Part] = [
        Paragraph(session.purpose),
        Facts(opening),
        *map(blocks.section, main),
        *([blocks.stops(main)] if main else []),
        *([Facts(closing)] if closing else []),
        *notes.parts(session.notes),
    ]
    return Section(heading(week, session), tuple(parts))


def _frame(session: Session, role: str, first: _First) -> Iterator[Fact]:
    """The warm-up or cool-down in full where it first comes, and a reference after that."""
    for block in blocks.outer(session, role):
        known = first[block]
        text = (
            blocks.in_one_line(block)
            if known is session
            else f"{block.minutes} min, as on {dates.long(known.date)} ({known.id})."
        )
        yield Fact(wording.capital(role), text)


def _week(week: Week) -> Iterable[Fact]:
    return (Fact("This week", reasons.sentence(one)) for one in week.why)


def _why(session: Session) -> Iterable[Fact]:
    return (Fact("Why", reasons.sentence(one)) for one in session.why)
