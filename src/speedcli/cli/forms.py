"""The forms of a plan document: what each is for, and which view makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from speedcli.cli import output
from speedcli.cli.output import Content, Counted, Target

if TYPE_CHECKING:
    from speedcli.knowledge.library import Library
    from speedcli.training.document import Plan
    from speedcli.views.page import Page

_NARROW = 70  # columns below which pages are laid out for a small screen


class Form(NamedTuple):
    """A form by its name, with what it is for."""

    name: str
    purpose: str


FORMS = (
    Form("text", "as on this screen"),
    Form("md", "Markdown, as GitHub shows it"),
    Form("html", "a page for a phone with a timer, and to print"),
    Form("yaml", "the plan document, to edit"),
    Form("json", "the plan document, for programs"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """What is handed out: a plan or a part of it. `whole` is false for a part."""

    plan: Plan
    library: Library
    whole: bool = True
    why: bool = False


def show(handout: Handout, target: Target) -> None:
    """Make the wanted form of a handout, and send it where it should go."""
    makers: dict[str, Callable[[], Content | Counted]] = {
        "text": lambda: _text(handout, target),
        "md": lambda: _markdown(handout),
        "html": lambda: _html(handout),
        "yaml": lambda: _yaml(handout, target),
        "json": lambda: _json(handout, target),
    }
    output.show(target, makers)


def _text(handout: Handout, target: Target) -> str:
    from speedcli.views import text

    columns = output.width(target)
    style = text.Style(output.colours(target), output.charset(target))
    return text.render(_page(handout, narrow=columns < _NARROW), columns, style)


def _markdown(handout: Handout) -> str:
    from speedcli.views import markdown

    return markdown.render(_page(handout))


def _html(handout: Handout) -> Counted:
    from speedcli.training.part import sessions
    from speedcli.views.web import page

    made, count = handout.plan, len(sessions(handout.plan))
    content = page.render(made, handout.library, why=handout.why)
    return Counted(content, f"{count} session{'s' * (count > 1)}")


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
