"""Sheets that open where a word is tapped: how an exercise is done, and what a term means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from speedcli.knowledge.library import Library
from speedcli.knowledge.records import Concept, Exercise
from speedcli.training.document import Block, Item, Plan
from speedcli.training.part import sessions
from speedcli.views import wording
from speedcli.views.pages import figure
from speedcli.views.pages.blocks import inner
from speedcli.views.web.figure import drawn_figure
from speedcli.views.web.markup import Html, joined, tag
from speedcli.views.web.parts import facts

# An exercise as a plan has it: its way to be made easier or harder may be a coach's own.
_Done = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a plan, each by the id that it has on the page."""

    hows: Mapping[_Done, str]
    terms: Mapping[str, str]  # by the id of the concept
    library: Library

    def name(self, item: Item) -> Html:
        """The item's name, which opens how it is done where that is known."""
        return _opener(item.name, self.hows.get(_done(item)))

    def term(self, concept: str) -> Html:
        """A concept's title, which opens its short answer."""
        return _opener(self.library.concepts[concept].title, self.terms[concept])

    def pictures(self, concept: str) -> Iterator[Html]:
        """A concept's figures; those that an earlier term has too are printed there only."""
        earlier = takewhile(lambda other: other != concept, self.terms)
        shown = {one.id for other in earlier for one in self.library.figures_for(other)}
        for one in self.library.figures_for(concept):
            yield drawn_figure(figure.part(one, self.library), again=one.id in shown)


def of(plan: Plan, library: Library) -> Sheets:
    """The sheets that a plan's sessions ask for, in the order in which they come."""
    items = [item for each in sessions(plan) for block in each.blocks for item in block.items]
    done = dict.fromkeys(_done(item) for item in items if item.exercise in library.exercises)
    named = dict.fromkeys(_terms(plan, library))
    return Sheets(
        hows={key: f"how-{number}" for number, key in enumerate(done, start=1)},
        terms={id: f"term-{number}" for number, id in enumerate(named, start=1)},
        library=library,
    )


def ideas(block: Block, library: Library) -> tuple[str, ...]:
    """The concepts behind a block, as far as the knowledge base has its template."""
    template = library.sessions.get(block.template)
    return tuple(id for id in template.concepts if id in library.concepts) if template else ()


def drawn(sheets: Sheets) -> Html:
    """All sheets, under two headings that are for paper and for browsers without pop-ups."""
    exercises, concepts = sheets.library.exercises, sheets.library.concepts
    hows = (_how(id, exercises[key[0]], key) for key, id in sheets.hows.items())
    terms = (_term(id, concepts[key], sheets.pictures(key)) for key, id in sheets.terms.items())
    return joined(_group("How to do it", hows), _group("The ideas behind it", terms))


def _terms(plan: Plan, library: Library) -> Iterator[str]:
    for week in plan.weeks:
        for session in week.sessions:
            for block in inner(session):
                yield from ideas(block, library)
            for reason in (*week.why, *session.why):
                if reason.concept in library.concepts:
                    yield reason.concept or ""


def _done(item: Item) -> _Done:
    return item.exercise, item.easier, item.harder


def _opener(text: str, sheet: str | None) -> Html:
    return tag("button", text, popovertarget=sheet, class_="open") if sheet else tag("bdi", text)


def _group(title: str, sheets: Iterable[Html]) -> Html | None:
    made = tuple(sheets)
    return tag("section", tag("h2", title), *made, class_="sheets") if made else None


def _how(id: str, exercise: Exercise, done: _Done) -> Html:
    _, easier, harder = done
    told = (
        ("Set up", exercise.setup),
        ("Do", exercise.execution),
        ("Think of", _sentences(exercise.cues)),
        ("Mistakes", _sentences(exercise.errors)),
        ("Easier", easier or ""),
        ("Harder", harder or ""),
        ("Care", exercise.caution),
    )
    return _sheet(id, exercise.name, facts(told))


def _term(id: str, concept: Concept, pictures: Iterable[Html]) -> Html:
    more = tag("p", "More: ", tag("code", f"speed explain {concept.id}"), class_="more")
    return _sheet(id, concept.title, tag("p", concept.answer), *pictures, more)


def _sheet(id: str, title: str, *content: Html | None) -> Html:
    heading = tag("h3", title, id=f"{id}-title")
    close = tag("button", "Close", popovertarget=id, popovertargetaction="hide")
    return tag(
        "div",
        heading,
        *content,
        close,
        id=id,
        popover=True,
        role="dialog",
        aria_labelledby=f"{id}-title",
        class_="sheet",
    )


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(map(wording.sentence, texts))
