"""The page of a step of the reading path, and the list of all steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speedcli.knowledge.library import Library
from speedcli.knowledge.series import Passage, Step
from speedcli.views.citation import Numbering
from speedcli.views.page import (
    Command,
    Commands,
    Entries,
    Entry,
    Fact,
    Facts,
    Links,
    Page,
    Paragraph,
    Part,
    Section,
)
from speedcli.views.pages.concept import claim_facts, links

_ABOUT = (
    "One idea to a step: what a series of articles says, what the evidence says, what to do in "
    "training, and a question to check yourself."
)
_WORDS_A_MINUTE = 125  # read with care, with a look at the sources


def page(step: Step, library: Library, *, answer: bool = False) -> Page:
    """All of a step; what its question wants to hear only with `answer`."""
    numbering = Numbering(library)
    parts: list[Part] = [
        Paragraph(step.question),
        Section("What the series says", tuple(Paragraph(text) for text in step.teaches)),
        *_claims(step, library),
        Section("What the evidence says", _passages(step.evidence, numbering)),
        Section("In training", (*_passages(step.training, numbering), _commands(step, library))),
        Section("Check yourself", tuple(_check(step, library, answer))),
        Links("Read on", links(step.concepts, library)),
        *_next(step, library),
        *numbering.section(),
    ]
    return Page(_title(step, library), _corner(step, library), tuple(parts))


def brief(step: Step, library: Library) -> Page:
    """The question that it answers, and the one to check oneself."""
    parts = (Paragraph(step.question), Facts((Fact("Check", step.check),)))
    return Page(_title(step, library), _corner(step, library), parts)


def path(library: Library) -> Page:
    """All steps in order, with where to begin."""
    entries = tuple(
        Entry(f"{number} {step.title}", step.question)
        for number, step in enumerate(library.series.values(), 1)
    )
    begin = Command("speed learn 1", "the first step; each one names the next")
    parts = (Paragraph(_ABOUT), Entries(entries), Section("Begin", (Commands((begin,)),)))
    return Page("The reading path", "speed learn STEP", parts)


def number(step: Step, library: Library) -> int:
    """The place of a step in the path, from 1."""
    return list(library.series).index(step.id) + 1


def following(step: Step, library: Library) -> Step | None:
    """The next step; None after the last."""
    after = list(library.series.values())[number(step, library) :]
    return after[0] if after else None


def minutes(step: Step) -> int:
    """How long a step takes to read with care."""
    passages = (*step.evidence, *step.training)
    texts = (step.question, *step.teaches, *(each.text for each in passages), step.check)
    return max(1, round(sum(len(text.split()) for text in texts) / _WORDS_A_MINUTE))


def _title(step: Step, library: Library) -> str:
    return f"{number(step, library)} {step.title}"


def _corner(step: Step, library: Library) -> str:
    return f"step {number(step, library)} of {len(library.series)} · {minutes(step)} min"


def _passages(passages: Iterable[Passage], numbering: Numbering) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(each.text, numbering.refs(each.sources)) for each in passages)


def _claims(step: Step, library: Library) -> Iterator[Section]:
    if step.claims:
        claims = claim_facts(library.claims[id] for id in step.claims)
        yield Section("Its claims, beside the evidence", (claims,))


def _commands(step: Step, library: Library) -> Commands:
    sessions = (library.sessions[id] for id in step.sessions)
    rows = [
        Command(f"speed session {session.id}", f"{session.title}, {session.minutes}")
        for session in sessions
    ]
    return Commands((*rows, *(Command(each.command, each.gives) for each in step.commands)))


def _check(step: Step, library: Library, answer: bool) -> Iterator[Part]:
    yield Paragraph(step.check)
    if answer:
        yield Facts((Fact("Answer", step.answer),))
    else:
        line = f"speed learn {number(step, library)} --answer"
        yield Commands((Command(line, "what a good answer holds"),))


def _next(step: Step, library: Library) -> Iterator[Part]:
    after = following(step, library)
    if after:
        line = f"speed learn {number(after, library)}"
        yield Section("Next", (Commands((Command(line, after.title),)),))
