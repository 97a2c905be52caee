"""The whole page of a plan, in one file: cards, sheets, and the script that makes a timer of them.

Nothing is fetched, and only the style and the script of the page itself may run: its policy names
both by their hashes.
"""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from importlib import resources

from speedcli.knowledge.library import Library
from speedcli.training import part
from speedcli.training.document import Block, Plan
from speedcli.training.steps import Step, steps
from speedcli.views.pages import blocks, notes, terms
from speedcli.views.pages import plan as pages
from speedcli.views.web import card, chrome, sheets
from speedcli.views.web.card import Setting
from speedcli.views.web.markup import Html, joined, tag, verbatim
from speedcli.views.web.parts import drawn

_SCRIPTS = ("timer", "keep", "sound", "card", "days", "face", "training", "page")
_FIELDS = ("doing", "seconds", "item", "set", "rep", "side", "waits")


def render(plan: Plan, library: Library, *, why: bool = False) -> str:
    """The page as HTML. `why` shows the reasons at once, and on paper."""
    done = [block for each in part.sessions(plan) for block in each.blocks]
    timers = {block: place for place, block in enumerate(dict.fromkeys(done))}
    shared = sheets.of(plan, library)
    setting = Setting(plan=plan, sheets=shared, timers=timers, why=why)
    style, script = _file("page.css"), "\n".join(_file(f"{name}.js") for name in _SCRIPTS)
    body = tag(
        "body",
        chrome.bar(),
        _top(plan),
        tag("main", _overview(plan, library), _cards(setting)),
        sheets.drawn(shared),
        chrome.thumb(),
        chrome.timer(),
        verbatim("script", _data(plan, tuple(timers), library), type="application/json", id="data"),
        verbatim("script", script),
    )
    return f"<!DOCTYPE html>\n{tag('html', _head(plan, style, script), body, lang='en-GB')}\n"


def _head(plan: Plan, style: str, script: str) -> Html:
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="format-detection", content="telephone=no"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("link", rel="icon", href="data:,"),
        tag("title", blocks.BETWEEN.join(filter(None, (plan.title, plan.athlete)))),
        verbatim("style", style),
    )


def _top(plan: Plan) -> Html:
    return tag(
        "header",
        tag("h1", tag("bdi", plan.title)),
        tag("p", pages.corner(plan), class_="corner"),
        tag("div", drawn(notes.parts(plan.health)), class_="health"),
        class_="top",
    )


def _overview(plan: Plan, library: Library) -> Html | None:
    """The plan at a glance; of a single session there are notes, and what its doses mean."""
    if len(sessions := part.sessions(plan)) == 1:
        written = (*notes.parts(plan.notes), *terms.section(sessions, library))
        return tag("section", drawn(written), class_="plan-notes") if written else None
    return tag(
        "section",
        tag("h2", "The plan"),
        drawn(pages.opening(plan, library, narrow=True, pictured=True)),
        chrome.contents(plan),
        id=chrome.OVERVIEW,
    )


def _cards(setting: Setting) -> Html:
    days = [(week, session) for week in setting.plan.weeks for session in week.sessions]
    return joined(*(card.drawn_card(*day, n, setting) for n, day in enumerate(days, start=1)))


def _data(plan: Plan, done: tuple[Block, ...], library: Library) -> str:
    """What the script gets: the plan's id, and the steps of each block as rows of `fields`."""
    timers = [[_row(step) for step in steps(block.items, library)] for block in done]
    data = {"plan": plan.id, "fields": _FIELDS, "timers": timers}
    return json.dumps(data, separators=(",", ":")).replace("<", r"\u003c")


def _row(step: Step) -> tuple[str | float, ...]:
    seconds = round(step.seconds, 3)
    return (step.doing, seconds, step.item, *step.piece, int(step.waits))


def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
