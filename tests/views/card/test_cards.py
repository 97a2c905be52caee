from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speedcli.knowledge.figures import Figure
from speedcli.training import planner, single
from speedcli.training.document import Block, Item, Plan, Session
from speedcli.training.part import sessions
from speedcli.views import dates, prescription
from speedcli.views.card.boxes import shape
from speedcli.views.pages import blocks
from tests.training.requests import LIBRARY, asked
from tests.views.card.printed import Cards, squeezed

WISHES: dict[str, dict[str, Any]] = {
    "beginner": {"weeks": 3},
    "advanced": {
        "weeks": 4,
        "level": "advanced",
        "goal": "max-velocity",
        "days": "4",
        "kit": "track,wall,bands,sled,hill",
    },
    "endurance": {"weeks": 3, "level": "intermediate", "goal": "speed-endurance", "kit": "track"},
    "isometric": {"session": "iso-max-push", "level": "advanced"},
    "bands": {"session": "band-explosive-circuit", "level": "intermediate", "kit": "bands,anchor"},
}


@cache
def made(name: str) -> Plan:
    request = asked(LIBRARY, **WISHES[name])
    return single.session(request, LIBRARY) if request.session else planner.plan(request, LIBRARY)


@cache
def printed(name: str, **layout: Any) -> Cards:
    return Cards(made(name), **layout)


def items(session: Session, *, main: bool = False) -> Iterator[Item]:
    for block in blocks.inner(session) if main else session.blocks:
        yield from block.items


def reps(session: Session) -> int:
    return sum(item.sets * item.reps * item.sides for item in items(session, main=True))


@pytest.mark.parametrize("layout", [{}, {"paper": "letter"}, {"two_up": True}], ids=str)
@pytest.mark.parametrize("name", WISHES)
def test_a_card_says_all_that_the_document_says(name: str, layout: dict[str, Any]) -> None:
    plan, cards = made(name), printed(name, **layout)
    for session in sessions(plan):
        text = cards.text_of(session) if not layout.get("two_up") else cards.text
        said = [session.title, session.purpose, dates.full(session.date), session.id]
        said += [f"{session.minutes} min", session.readiness or "", session.pain or ""]
        said += [plan.fingerprint, blocks.needs(session, LIBRARY).text, *session.safety]
        said += ["; ".join(session.caution)[1:]]
        said += [text for block in session.blocks for text in (block.title, block.stop)]
        for item in items(session):
            amount = f"{item.name} {prescription.dose(item)}"
            said += [amount, prescription.intensity(item), prescription.rest(item)]
            said += [item.cue or "", item.note or "", item.angle or ""]
        for item in items(session, main=True):
            said += [f"Easier {item.easier}" if item.easier else ""]
            said += [f"Harder {item.harder}" if item.harder else ""]
        missing = [each for each in said if squeezed(each).lower() not in text.lower()]
        assert missing == []


@pytest.mark.parametrize("name", WISHES)
def test_there_is_a_box_for_every_rep_between_warm_up_and_cool_down(name: str) -> None:
    cards = printed(name)
    for session in sessions(made(name)):
        assert cards.boxes_of(session) == reps(session)


KINDS = ("sprint", "flying", "iso-push", "iso-hold", "band", "plyo", "drill", "strength")


@st.composite
def item(draw: st.DrawFn) -> Item:
    measure = draw(st.sampled_from(("distance_m", "hold_s", "effort_s", "minutes", None)))
    return Item(
        exercise=draw(st.sampled_from(("falling-start", "own-thing", "wall-push"))),
        name=draw(st.sampled_from(("Falling start", "My own exercise", "A very long name " * 4))),
        kind=draw(st.sampled_from(KINDS)),
        sets=draw(st.integers(1, 9)),
        reps=draw(st.integers(1, 12)),
        sides=draw(st.sampled_from((1, 2))),
        rest_s=draw(st.none() | st.integers(1, 900)),
        set_rest_s=draw(st.none() | st.integers(1, 900)),
        cue=draw(st.none() | st.just("Fall until you must step")),
        **{measure: draw(st.integers(1, 400))} if measure else {},  # type: ignore[arg-type]
    )


def with_items(plan: Plan, *given: Item) -> tuple[Plan, Session]:
    """The plan with only its first session, in which one block has only these items."""
    week = plan.weeks[0]
    session = week.sessions[0]
    block: Block = replace(blocks.inner(session)[0], items=given)
    session = replace(session, blocks=(block,))
    return replace(plan, weeks=(replace(week, sessions=(session,)),)), session


@settings(max_examples=25)
@given(given=st.lists(item(), min_size=1, max_size=12))
def test_whatever_the_items_are_their_doses_and_boxes_are_there(given: list[Item]) -> None:
    plan, session = with_items(made("beginner"), *given)
    cards = Cards(plan, whole=False)
    assert cards.boxes_of(session) == reps(session)
    for one in given:
        assert squeezed(f"{one.name}{prescription.dose(one)}") in cards.text
        assert squeezed(prescription.rest(one)) in cards.text


def test_more_reps_than_anybody_ticks_off_have_one_box_to_write_in() -> None:
    most = Item(exercise="jump", name="Jump", kind="plyo", sets=10**6, reps=10**6)
    plan, session = with_items(made("beginner"), most)
    assert Cards(plan, whole=False).boxes_of(session) == 1


def test_runs_have_boxes_wide_enough_for_a_time_and_holds_have_them_to_tick() -> None:
    run = Item(exercise="run", name="Run", kind="flying", distance_m=20)
    assert shape(run) == "time"
    assert shape(replace(run, kind="drill")) == "tick"
    assert shape(replace(run, kind="iso-hold", distance_m=None, hold_s=3)) == "tick"
    assert shape(replace(run, kind="band", distance_m=None)) == "count"


@pytest.mark.parametrize("name", ["beginner", "isometric"])
def test_a_session_of_a_beginner_takes_one_page(name: str) -> None:
    overviews = 0 if name == "isometric" else 1
    for paper in ("a4", "letter"):
        assert printed(name, paper=paper).made.pages == overviews + len(sessions(made(name)))


def test_an_overlong_session_goes_on_under_its_name_and_loses_nothing() -> None:
    plan = made("advanced")
    session = sessions(plan)[0]
    many = replace(session, blocks=session.blocks * 3)
    long = replace(plan, weeks=(replace(plan.weeks[0], sessions=(many,)),))
    cards = Cards(long, whole=False)
    first, *others = cards.texts
    assert len(others) >= 2
    assert "continued" not in first
    for text in others:
        assert text.startswith(squeezed(f"{session.title}, continued"))
        assert squeezed(dates.full(session.date)) in text
    assert cards.boxes_of(many) == 3 * reps(session)
    assert cards.text.count(squeezed(session.blocks[-1].items[-1].name)) == 3


def test_a_plan_starts_with_its_weeks_its_days_and_its_tests() -> None:
    plan = made("beginner")
    overview = printed("beginner").texts[0]
    for week in plan.weeks:
        assert squeezed(f"{week.number} {dates.short(week.starts)} {week.phase}") in overview
    for session in sessions(plan):
        day = f"{dates.short(session.date)} {session.minutes} min {session.title}"
        assert squeezed(day) in overview
    for text in (plan.title, plan.health, plan.change, plan.missed, plan.expect):
        assert squeezed(text or "") in overview


def test_a_session_moved_out_of_the_plans_weeks_is_still_on_its_overview() -> None:
    plan = made("beginner")
    week = plan.weeks[0]
    moved = replace(week.sessions[0], date=week.starts.replace(year=week.starts.year + 3))
    weeks = (replace(week, sessions=(moved, *week.sessions[1:])), *plan.weeks[1:])
    overview = Cards(replace(plan, weeks=weeks)).texts[0]
    assert squeezed(f"{moved.title}, {dates.full(moved.date)} ({moved.id})") in overview


def test_a_part_of_a_plan_has_no_overview_but_the_health_line_on_each_card() -> None:
    plan = made("beginner")
    week = replace(plan, weeks=plan.weeks[:1], notes="Bring water.")
    cards = Cards(week, whole=False)
    assert cards.made.pages == len(week.weeks[0].sessions)
    for text in cards.texts:
        assert squeezed(plan.health or "none") in text
        assert "Bringwater." in text


def test_the_back_of_a_card_explains_its_terms_and_names_its_sources() -> None:
    plan = made("beginner")
    cards = printed("beginner", glossary=True)
    (start,) = [number for number, text in enumerate(cards.texts) if text.startswith("Figures")]
    assert start == 2 + 2 * len(sessions(plan))
    assert squeezed(plan.weeks[0].why[0].text) in cards.texts[1]
    for session in sessions(plan):
        front, back = cards.pages_of(session)
        assert (front % 2, back) == (0, front + 1)
        for block in blocks.inner(session):
            template = LIBRARY.sessions[block.template]
            for concept in template.concepts:
                assert squeezed(LIBRARY.concepts[concept].summary) in cards.texts[back]
            for source in template.sources:
                assert (LIBRARY.sources[source].doi or "") in cards.texts[back]
        assert ("RPE" in cards.texts[back]) == any(
            item.intensity.of == "rpe" for item in items(session) if item.intensity
        )


def named_figures(plan: Plan) -> list[Figure]:
    """The figures of the ideas behind a plan's sessions, each once, in the order of the cards."""
    templates = (
        LIBRARY.sessions[block.template]
        for session in sessions(plan)
        for block in blocks.inner(session)
    )
    concepts = [concept for template in templates for concept in template.concepts]
    named = [figure for concept in concepts for figure in LIBRARY.figures_for(concept)]
    return list({figure.id: figure for figure in named}.values())


@pytest.mark.parametrize("layout", [{}, {"two_up": True}], ids=str)
def test_figures_of_terms_follow_once_and_terms_name_them(layout: dict[str, Any]) -> None:
    plan, cards = made("beginner"), printed("beginner", glossary=True, **layout)
    figures = named_figures(plan)
    assert len(figures) > 5
    assert cards.told()[1:] == [figure.alt for figure in figures]
    for number, figure in enumerate(figures, 1):
        assert cards.text.count(squeezed(f"{number} {figure.title}")) == 1
        assert squeezed(figure.caption) in cards.text
        assert squeezed(figure.rests_on) in cards.text
        for source in figure.sources:
            assert source == "practice" or str(LIBRARY.sources[source].year) in cards.text
    term = LIBRARY.concepts["angle-specificity"]
    number = [figure.id for figure in figures].index("gain-by-angle") + 1
    assert squeezed(f"{term.summary} Figure {number}.") in cards.text


def test_the_load_of_each_week_is_drawn_on_the_overview_and_told() -> None:
    plan, cards = made("beginner"), printed("beginner")
    metres = [week.totals.sprint_m for week in plan.weeks]
    (alt,) = cards.told()
    for week, metre in zip(plan.weeks, metres, strict=True):
        assert f"week {week.number}, {week.phase}: {metre} m" in alt
    drawn = cards.texts[0].partition("sprintsandfastruns,maweek")[2].partition("Metresof")[0]
    assert all(str(metre) in drawn for metre in metres)
    assert "Countedfromthesessionsoftheplan." in cards.texts[0]


def test_a_card_without_terms_to_explain_has_no_figures() -> None:
    assert printed("isometric").told() == []


@pytest.mark.parametrize(
    ("layout", "size"),
    [
        ({}, (595, 842)),
        ({"paper": "letter"}, (612, 792)),
        ({"two_up": True}, (842, 595)),
        ({"paper": "letter", "two_up": True}, (792, 612)),
    ],
)
def test_every_page_has_the_size_of_the_paper(
    layout: dict[str, Any], size: tuple[int, int]
) -> None:
    boxes = [page.mediabox for page in printed("isometric", **layout).reader.pages]
    assert {(round(box.width), round(box.height)) for box in boxes} == {size}


def test_the_pdf_is_tagged_titled_and_in_a_language() -> None:
    reader = printed("beginner").reader
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en-GB"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == made("beginner").title


def test_all_fonts_are_embedded() -> None:
    embedded = {}
    for page in printed("beginner", glossary=True).reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            (drawn,) = font.get_object()["/DescendantFonts"]
            described = drawn.get_object()["/FontDescriptor"].get_object()
            embedded[font.get_object()["/BaseFont"]] = {"/FontFile2", "/FontFile3"} & {*described}
    assert len(embedded) >= 2
    assert all(embedded.values())
    assert {name.partition("+")[2][:13] for name in embedded} == {"SourceSansPro"}


def test_the_same_plan_gives_the_same_bytes() -> None:
    first, second = (Cards(made("beginner")).made.content for _ in range(2))
    assert first == second
    other = replace(made("beginner"), athlete="Zoë")
    assert Cards(other).made.content != first


def test_no_text_is_smaller_than_ten_points() -> None:
    sizes: set[float] = set()
    for page in printed("beginner", glossary=True).reader.pages:
        page.extract_text(
            visitor_text=lambda text, user, matrix, font, size: sizes.add(
                round(size * abs(matrix[3]) * abs(user[3]), 1) if text.strip() else 99
            )
        )
    assert min(sizes) == 10
