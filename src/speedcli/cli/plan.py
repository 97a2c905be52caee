"""`speed plan`: a plan of some weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speedcli.cli import forms, planned, settings
from speedcli.cli.output import Target
from speedcli.cli.planned import People

if TYPE_CHECKING:
    from pathlib import Path

    from speedcli.training.wishes import Wishes
    from speedcli.views.times import Times


def plan(
    wishes: Wishes,
    target: Target,
    *,
    people: People,
    times: Times | None,
    like: Path | None,
    why: bool,
    data: str | None,
) -> None:
    """Make a plan and show it; UsageError or CannotMeet when the wishes make none.

    What the wishes leave open is taken from the request of the plan `like`, if there is one, else
    from the settings.
    """
    from speedcli.cli import kept
    from speedcli.training import planner

    settings.require()
    library = kept.library(data)
    request, said = planned.request(wishes, library, like)
    made = planned.named(planner.plan(request, library.shown), people)
    forms.show(forms.Handout(plan=made, library=library.shown, why=why, times=times), target)
    planned.tell(said)
