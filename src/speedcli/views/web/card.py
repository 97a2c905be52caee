"""One session as a card: what to do from top to bottom, with a box to tick or fill for each rep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from speedcli.knowledge.records import Kind
from speedcli.training.document import Block, Item, Plan, Session, Week
from speedcli.training.measure import RUNNING
from speedcli.training.steps import Piece, pieces
from speedcli.views import dates, prescription, wording
from speedcli.views.pages import blocks, notes, reasons
from speedcli.views.web.markup import Html, joined, tag
from speedcli.views.web.parts import bullets, drawn, facts
from speedcli.views.web.sheets import Sheets, ideas

_SIDES = {1: "L", 2: "R"}
_RPE = range(11)
_LONG = 23  # so many items still fit on a sheet of paper in print of the usual size
# What a timer calls the work of a kind; of all others it says `Go`.
_WORDS: dict[Kind, str] = {"iso-push": "Push", "iso-ballistic": "Push", "iso-hold": "Hold"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the cards of a plan share."""

    plan: Plan
    sheets: Sheets
    timers: Mapping[Block, int]  # the place of each block's steps among those the script gets
    why: bool


def anchor(place: int) -> str:
    """The id on the page of the session at a place among all, counted from 1."""
    return f"day-{place}"


def drawn_card(week: Week, session: Session, place: int, setting: Setting) -> Html:
    """The card of a session."""
    items = sum(len(block.items) for block in session.blocks)
    return tag(
        "article",
        _head(week, session, setting),
        _people(setting.plan, session),
        drawn(notes.parts(session.notes)),
        facts(_needs(session, setting)),
        _before(session),
        *(_block(session, number, setting) for number in range(len(session.blocks))),
        _ending(week, session, setting),
        _foot(session, setting.plan),
        id=anchor(place),
        class_="session long" if items > _LONG else "session",
        data_session=session.id,
        data_date=session.date.isoformat(),
        data_title=session.title,
    )


def _head(week: Week, session: Session, setting: Setting) -> Html:
    load = wording.load_name(session.load, setting.sheets.library)
    of = f"Week {week.number} of {setting.plan.request.weeks}"
    alone = setting.plan.request.session is not None
    above = blocks.BETWEEN.join(filter(None, ("" if alone else of, week.phase, session.id)))
    day = tag("time", dates.full(session.date), datetime=session.date.isoformat())
    beside = f"{blocks.BETWEEN}{session.minutes} min{blocks.BETWEEN}{load}"
    return tag(
        "header",
        tag("p", above, class_="above"),
        tag("h2", tag("bdi", session.title)),
        tag("p", day, beside, class_="when"),
        tag("p", session.purpose, class_="purpose"),
    )


def _people(plan: Plan, session: Session) -> Html:
    """Names as far as they are known, with lines to write on where they are not."""
    known = {"Athlete": plan.athlete, "Coach": plan.coach}
    more = {"Club": plan.club, "Place": session.place or plan.place}
    lines = [(label, text) for label, text in (known | more).items() if text or label in known]
    return tag(
        "p",
        *(
            tag(
                "span",
                f"{label} ",
                tag("b", tag("bdi", text or "")),
                class_=None if text else "blank",
            )
            for label, text in lines
        ),
        class_="people",
    )


def _needs(session: Session, setting: Setting) -> Iterator[tuple[str, str]]:
    needs = blocks.needs(session, setting.sheets.library)
    yield needs.label, needs.text
    yield "Ready", session.readiness or ""


def _before(session: Session) -> Html:
    """What to check and when not to train; open, until somebody folds it."""
    lists = (("Check first", session.safety), ("Leave it out with", session.caution))
    return joined(
        *(
            tag("details", tag("summary", title), bullets(texts), open=True, class_="checks")
            for title, texts in lists
            if texts
        )
    )


def _block(session: Session, number: int, setting: Setting) -> Html:
    block = session.blocks[number]
    before = {id for each in session.blocks[:number] for id in _ideas(session, each, setting)}
    terms = [id for id in _ideas(session, block, setting) if id not in before]
    links = [joined(" ", setting.sheets.term(id)) for id in terms]
    return tag(
        "section",
        tag("header", tag("h3", block.title), tag("p", f"{block.minutes} min")),
        tag("ol", *(_item(item, setting.sheets) for item in block.items)),
        tag("p", tag("b", "Stop rule: "), block.stop, class_="stop") if block.stop else None,
        tag("p", "Ideas", *links, class_="ideas") if links else None,
        class_="block" if block in blocks.inner(session) else "block frame",
        data_template=block.template,
        data_timer=setting.timers[block],
    )


def _ideas(session: Session, block: Block, setting: Setting) -> tuple[str, ...]:
    """The ideas behind a block of work, which are worth opening in the middle of a session."""
    work = block in blocks.inner(session)
    return ideas(block, setting.sheets.library) if work else ()


def _item(item: Item, sheets: Sheets) -> Html:
    runs = item.kind in RUNNING
    said = (item.angle, prescription.target(item), item.cue, item.note)
    lines = {
        "hard": prescription.intensity(item),
        "rest": prescription.rest(item),
        "cue": " ".join(map(wording.sentence, filter(None, said))),
    }
    return tag(
        "li",
        tag(
            "div",
            tag("p", sheets.name(item), class_="name"),
            tag("p", prescription.dose(item), class_="dose"),
            *(tag("p", text, class_=name) for name, text in lines.items() if text),
        ),
        tag("div", *_boxes(item, runs), role="group", aria_label=item.name, class_="reps"),
        class_="runs" if runs else None,
        data_exercise=item.exercise,
        data_word="Run" if runs else _WORDS.get(item.kind),
        data_sets=_unless_one(item.sets),
        data_sides=_unless_one(item.sides),
    )


def _unless_one(number: int) -> int | None:
    return number if number > 1 else None


def _boxes(item: Item, runs: bool) -> Iterator[Html]:
    """A box to each piece of work; runs have a field for the time beside it."""
    work = pieces(item)
    for number, piece in enumerate(work):
        label = _label(item, piece, number)
        opens = number > 0 and piece.set > work[number - 1].set
        yield _box(label, runs, "new-set" if opens else None)


def _box(label: str, runs: bool, look: str | None) -> Html:
    tick = tag("input", type="checkbox")
    if not runs:
        return tag("label", tick, label, class_=look)
    name = f"Time of run {label}, seconds"
    time = tag("input", type="text", inputmode="decimal", aria_label=name)
    return tag("span", tag("label", tick, label), time, class_=look)


def _label(item: Item, piece: Piece, number: int) -> str:
    """`1`, or `1 L` on one side."""
    if item.sides == 1:
        return str(number + 1)
    return f"{number // 2 + 1} {_SIDES[piece.side]}"


def _ending(week: Week, session: Session, setting: Setting) -> Html:
    """When pain ends the session, and why it, or with it the week, is what it is."""
    of_week = week.why if session is week.sessions[0] else ()
    pain = (
        tag("p", tag("b", "Pain rule: "), session.pain, class_="stop pain")
        if session.pain
        else None
    )
    why = [
        tag("li", reasons.sentence(one), " ", _behind(one.concept, setting.sheets))
        for one in (*of_week, *session.why)
    ]
    shut = "why" if setting.why else "why not-printed"
    asked = tag("summary", "Why this, and why today")
    return joined(
        pain,
        tag("details", asked, tag("ul", *why), open=setting.why, class_=shut) if why else None,
    )


def _behind(concept: str | None, sheets: Sheets) -> Html | None:
    return sheets.term(concept) if concept and concept in sheets.terms else None


def _foot(session: Session, plan: Plan) -> Html:
    """How hard it felt, what to remember, and which plan this is."""
    name = f"rpe-{session.id}"
    felt = (
        tag("label", tag("input", type="radio", name=name, value=rpe), str(rpe)) for rpe in _RPE
    )
    return tag(
        "footer",
        tag(
            "fieldset",
            tag("legend", "How hard was it, all in all? 0 is rest, 10 is all you had."),
            *felt,
            class_="felt",
        ),
        tag("label", "Notes", tag("textarea", rows="3"), class_="notes"),
        tag("p", blocks.BETWEEN.join((plan.title, session.id, plan.fingerprint)), class_="mark"),
    )
