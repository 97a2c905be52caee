"""The forms of a plan document: what each is for, and which view makes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from speedcli.cli import output
from speedcli.cli.output import Content, Counted, Target
from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.problems import CannotMeet, UsageError

if TYPE_CHECKING:
    from speedcli.cli.card import Cards
    from speedcli.knowledge.library import Library
    from speedcli.training.document import Plan
    from speedcli.views.page import Page
    from speedcli.views.times import Times

_NARROW = 70  # columns below which pages are laid out for a small screen


class Form(NamedTuple):
    """A form by its name, with what it is for."""

    name: str
    purpose: str


FORMS = (
    Form("text", "as on this screen"),
    Form("chat", "a message, as for WhatsApp"),
    Form("pdf", "cards to print, with boxes to write in"),
    Form("md", "Markdown, as GitHub shows it"),
    Form("html", "a page for a phone with a timer, and to print"),
    Form("ics", "a calendar, to import again after changes"),
    Form("csv", "a row to each exercise, for spreadsheets"),
    Form("xlsx", "a workbook: a sheet to each week, with room for results"),
    Form("svg", "the load by week, as a picture"),
    Form("yaml", "the plan document, to edit"),
    Form("json", "the plan document, for programs"),
)


@frozen(kw_only=True)
class Handout:
    """What is handed out: a plan, or with `part_of` a part of that one."""

    plan: Plan
    library: Library
    part_of: Plan | None = None
    why: bool = False
    times: Times | None = None
    cards: Cards | None = None

    @property
    def whole(self) -> bool:
        """Whether it is all of a plan."""
        return self.part_of is None


def show(handout: Handout, target: Target) -> None:
    """Make the wanted form of a handout, and send it where it should go."""

    def counted(text: str) -> Counted:
        count = sum(len(week.sessions) for week in handout.plan.weeks)
        return Counted(text, f"{count} session{'s' * (count != 1)}")

    makers: dict[str, Callable[[], Content | Counted]] = {
        "text": lambda: counted(_text(handout, target)),
        "chat": lambda: counted(_chat(handout)),
        "pdf": lambda: _cards(handout),
        "md": lambda: counted(_markdown(handout)),
        "html": lambda: counted(_html(handout)),
        "ics": lambda: _calendar(handout, target),
        "csv": lambda: _csv(handout),
        "xlsx": lambda: _workbook(handout),
        "svg": lambda: _picture(handout),
        "yaml": lambda: counted(_yaml(handout, target)),
        "json": lambda: counted(_json(handout, target)),
    }
    form = output.chosen_format(target, tuple(makers))
    if handout.times and form != "ics":
        raise UsageError("--at and --alarm are for calendars; make one with -o FILE.ics")
    if handout.cards and form != "pdf":
        raise UsageError("--paper, --two-up, --glossary and --logo are for cards; add -o FILE.pdf")
    output.show(target, makers)


def _text(handout: Handout, target: Target) -> str:
    from speedcli.views import text

    columns = output.width(target)
    style = text.Style(output.colours(target), output.charset(target))
    return text.render(_page(handout, narrow=columns < _NARROW), columns, style)


def _chat(handout: Handout) -> str:
    from speedcli.views import chat

    return chat.render(handout.plan, handout.library, why=handout.why)


def _calendar(handout: Handout, target: Target) -> Counted:
    from speedcli.cli import calendar_file

    return calendar_file.make(handout, target)


def _csv(handout: Handout) -> Counted:
    from speedcli.views import csv_table

    return Counted(*csv_table.render(handout.plan))


def _workbook(handout: Handout) -> Counted:
    from speedcli.views import workbook

    return Counted(*workbook.render(handout.plan, handout.library, why=handout.why))


def _cards(handout: Handout) -> Counted:
    from speedcli.cli import card

    cards = handout.cards or card.Cards()
    return card.pdf(handout.plan, handout.library, cards, whole=handout.whole)


def _markdown(handout: Handout) -> str:
    from speedcli.views import markdown

    return markdown.render(_page(handout))


def _html(handout: Handout) -> str:
    from speedcli.views.web import page

    return page.render(handout.plan, handout.library, why=handout.why)


def _picture(handout: Handout) -> Counted:
    from speedcli.knowledge.frozen import replace
    from speedcli.views.pages import weeks
    from speedcli.views.svg import picture

    plan = handout.plan
    for load in weeks.pictures(plan.weeks):
        named = replace(load, title=f"{plan.title}: {load.title.lower()}")
        return Counted(picture.document(named), f"{len(plan.weeks)} weeks")
    raise CannotMeet("no load by week to draw; that takes two weeks or more, and metres to run")


def _page(handout: Handout, *, narrow: bool = False) -> Page:
    """The page of the plan; a single session is shown with how its exercises are done."""
    from speedcli.training.part import sessions
    from speedcli.views.pages import one_session
    from speedcli.views.pages import plan as all_of_it

    made, alone = handout.plan, handout.plan.request.session is not None
    if alone or (not handout.whole and len(sessions(made)) == 1):
        return one_session.page(made, handout.library, why=handout.why, narrow=narrow)
    return all_of_it.page(made, handout.library, why=handout.why, narrow=narrow)


def _yaml(handout: Handout, target: Target) -> str:
    from speedcli.views import document

    return document.as_yaml(handout.plan, ascii=output.charset(target) == "ascii")


def _json(handout: Handout, target: Target) -> str:
    from speedcli.views import document

    return document.as_json(handout.plan, ascii=output.charset(target) == "ascii")
