"""`speed learn`: the reading path, one step at a time, or the list of its steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from speedcli.cli.output import Target, show_page
from speedcli.knowledge.problems import NotFound, UsageError

if TYPE_CHECKING:
    from speedcli.knowledge.library import Library
    from speedcli.knowledge.series import Step


def learn(words: Sequence[str], target: Target, *, answer: bool, data: str | None) -> None:
    """Show the step that the words name, or all steps without; NotFound when they name none."""
    from speedcli.cli import kept

    library = kept.library(data)
    if words:
        _step(_named(" ".join(words), library), library, target, answer=answer)
    elif answer:
        raise UsageError("--answer wants a step, as in: speed learn 1 --answer")
    else:
        _path(library, target)


def _named(typed: str, library: Library) -> Step:
    """The step of that number, id or words."""
    from speedcli.knowledge import lookup, names

    if typed.isdecimal():
        steps = {str(number): step for number, step in enumerate(library.series.values(), 1)}
        if step := steps.get(typed.lstrip("0")):
            return step
        raise NotFound(f"there is no step {typed}; there are 1 to {len(steps)}")
    found = lookup.find(typed, names.called(library, lookup.PATH), lookup.PATH)
    return library.series[found[0].id]


def _step(step: Step, library: Library, target: Target, *, answer: bool) -> None:
    from speedcli.views import json_record, present
    from speedcli.views.pages import step as pages

    shown = library.shown
    show_page(
        target,
        lambda: present.marked(
            pages.page(shown.series[step.id], shown, answer=answer), shown.series[step.id], shown
        ),
        lambda: json_record.as_json(step, library),
    )


def _path(library: Library, target: Target) -> None:
    from speedcli.views import json_record
    from speedcli.views.pages import step as pages

    def records() -> list[dict[str, Any]]:
        return [
            {
                "number": pages.number(one, library),
                **json_record.reference(one),
                "question": one.question,
            }
            for one in library.series.values()
        ]

    show_page(target, lambda: pages.path(library.shown), records)
