"""`speed session`: one session for a day, or the list of those that there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from speedcli.cli import forms, output, planned, settings
from speedcli.cli.output import Target
from speedcli.cli.planned import People
from speedcli.knowledge.frozen import replace

if TYPE_CHECKING:
    from speedcli.knowledge.library import Library
    from speedcli.training.wishes import Wishes
    from speedcli.views.times import Times


def session(
    words: Sequence[str],
    wishes: Wishes,
    target: Target,
    *,
    people: People,
    times: Times | None,
    why: bool,
    data: str | None,
) -> None:
    """Make the session that the words name and show it; NotFound when they name none."""
    from speedcli.cli import kept

    if words:
        settings.require()
    library = kept.library(data)
    if not words:
        _list(library, target)
        return
    from speedcli.training import single

    wanted = replace(wishes, session=single.resolve(library, " ".join(words)))
    request, said = planned.request(wanted, library)
    made = planned.named(single.session(request, library.shown), people)
    forms.show(forms.Handout(plan=made, library=library.shown, why=why, times=times), target)
    planned.tell(said)


def _list(library: Library, target: Target) -> None:
    from speedcli.views import json_record
    from speedcli.views.pages import session_list

    output.show_page(
        target,
        lambda: session_list.page(library.shown),
        lambda: [
            {**json_record.reference(one), "family": one.family, "minutes": str(one.minutes)}
            for one in library.sessions.values()
        ],
    )
