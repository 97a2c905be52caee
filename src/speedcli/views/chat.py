"""A plan as a message: for WhatsApp and other chats, where only `*bold*` can be relied on."""

from __future__ import annotations

import re

from speedcli.knowledge.library import Library
from speedcli.training.document import Plan
from speedcli.views import short
from speedcli.views.letters import harmless

# Chats read these as bold, italic, struck out and code, unless letters stand on both sides.
_LOOKALIKES = {"*": "∗", "_": "‗", "~": "∼", "`": "‵"}
_MARK = re.compile(r"(?<![^\W_])[*_~`]|[*_~`](?![^\W_])")
_QUOTE = re.compile(r"^>")
_TIMES = re.compile(r"(?<=\d) x (?=\d)")


def render(plan: Plan, library: Library, *, why: bool = False) -> str:
    """The plan's sessions one after the other, each complete so that it can be sent alone."""
    extent = short.Extent(why=why)
    sessions = [(week, one) for week in plan.weeks for one in week.sessions]
    groups = [] if len(sessions) == 1 else [*short.opening(plan)]
    for week, one in sessions:
        groups += short.session(plan, week, one, library, extent)
    return "\n\n".join("\n".join(map(_line, group)) for group in groups if group) + "\n"


def _line(line: short.Line) -> str:
    head, text = _plain(line.head), _plain(line.text)
    if not head:
        return text
    return f"*{head}:* {text}" if text else f"*{head}*"


def _plain(text: str) -> str:
    """`text` as one line that says what it did and switches nothing on."""
    inert = _MARK.sub(lambda found: _LOOKALIKES[found[0]], harmless(text).strip())
    return _TIMES.sub(" × ", _QUOTE.sub("›", inert))
