"""What `speed plan` and `speed session` share: today's date, what was assumed, the formats."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from speedcli.cli import output
from speedcli.cli.output import Target

if TYPE_CHECKING:
    from speedcli.knowledge.library import Library
    from speedcli.training.document import Plan, Request
    from speedcli.training.wishes import Wishes
    from speedcli.views.page import Page

_NARROW = 70  # columns below which pages are laid out for a small screen


def request(wishes: Wishes, library: Library) -> tuple[Request, tuple[str, ...]]:
    """The request as of today, and what was assumed in it."""
    from speedcli.training import wishes as wishing

    return wishing.request(wishes, library, date.today())


def read(path: Path) -> Plan:
    """The plan in a file; DataError when it cannot be read or is none."""
    from speedcli.knowledge.problems import DataError, Problem
    from speedcli.knowledge.records import Where
    from speedcli.views import document

    try:
        text = path.read_bytes()
    except OSError as error:
        raise DataError(
            [Problem(Where(str(path), 0), f"cannot be read: {error.strerror}")]
        ) from None
    return document.read(text, str(path))


def show(target: Target, plan: Plan, page: Callable[[bool], Page]) -> None:
    """Show a plan as its page, made narrow if so asked, or as its document."""
    from speedcli.views import document

    escaped = output.charset(target) == "ascii"

    def as_text() -> str:
        from speedcli.views import text

        columns = output.width(target)
        style = text.Style(output.colours(target), output.charset(target))
        return text.render(page(columns < _NARROW), columns, style)

    def as_markdown() -> str:
        from speedcli.views import markdown

        return markdown.render(page(False))

    output.show(
        target,
        {
            "text": as_text,
            "md": as_markdown,
            "json": lambda: document.as_json(plan, ascii=escaped),
            "yaml": lambda: document.as_yaml(plan, ascii=escaped),
        },
    )


def tell_assumed(assumed: Sequence[str], command: str) -> None:
    """Say in one line what nobody asked for."""
    if assumed:
        known = f"speed: assumed {', '.join(assumed)}; see speed {command} --help"
        print(known, file=sys.stderr)
