"""What a page has beside its plan: ways between sessions, and the timer that the script fills."""

from __future__ import annotations

from collections.abc import Iterator

from speedcli.training.document import Plan
from speedcli.views import dates
from speedcli.views.pages import blocks
from speedcli.views.web.card import anchor
from speedcli.views.web.markup import Html, tag

OVERVIEW = "plan"  # the id of the plan at a glance


def contents(plan: Plan) -> Html:
    """A link to each session, week by week."""
    return tag("nav", *_weeks(plan), aria_label="Sessions", class_="contents")


def bar() -> Html:
    """The way to other sessions when the script shows one at a time."""
    return tag(
        "nav",
        _button("‹", "earlier", "The session before"),
        tag("select", aria_label="Session"),
        _button("›", "later", "The session after"),
        aria_label="Session shown",
        class_="bar scripted",
    )


def thumb() -> Html:
    """The next thing to start, where a thumb reaches it."""
    return tag("div", tag("button"), class_="thumb scripted")


def timer() -> Html:
    """The timer, which fills the screen."""
    face = tag(
        "div",
        tag("svg", tag("path"), viewBox="0 0 24 24", aria_hidden="true"),
        tag("p", class_="word", id="timer-word", aria_live="assertive"),
        tag("p", class_="digits", role="timer", aria_label="Time left"),
        tag("p", class_="much"),
        class_="face",
    )
    words = ("name", "count", "cue")
    what = tag("div", *(tag("p", class_=name) for name in words), class_="what")
    field = tag("input", type="text", inputmode="decimal", maxlength="8")
    return tag(
        "dialog",
        tag(
            "div",
            _button("×", "close", "Close the timer"),
            tag("p", class_="title"),
            tag("button", "Sound", class_="sound", aria_pressed="true"),
            class_="head",
        ),
        face,
        what,
        tag("label", tag("span"), field, class_="time"),
        tag("p", class_="then"),
        tag("progress", max="1", value="0", aria_label="How far the block is"),
        tag(
            "div",
            tag("button", "Back", class_="back"),
            tag("button", class_="main", autofocus=True),
            tag("button", "Skip", class_="skip"),
            class_="controls",
        ),
        id="timer",
        aria_labelledby="timer-word",
    )


def _weeks(plan: Plan) -> Iterator[Html]:
    place = 0
    for week in plan.weeks:
        links = []
        for session in week.sessions:
            place += 1
            text = blocks.BETWEEN.join((session.title, f"{session.minutes} min"))
            day = tag("span", dates.long(session.date), class_="date")
            links.append(tag("li", tag("a", day, " ", text, href=f"#{anchor(place)}")))
        head = blocks.BETWEEN.join((f"Week {week.number}", week.phase))
        yield tag("h3", head)
        yield tag("ol", *links)


def _button(text: str, name: str, label: str) -> Html:
    return tag("button", text, class_=name, aria_label=label)
