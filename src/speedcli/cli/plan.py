"""`speed plan`: a plan of some weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speedcli.cli import forms, planned
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

    What the wishes leave open is taken from the request of the plan `like`, if there is one.
    """
    from speedcli.cli import kept
    from speedcli.training import planner

    library = kept.library(data)
    if like is not None:
        from speedcli.training import wishes as wishing

        wishes = wishing.like(wishes, planned.read(like).request)
    request, assumed = planned.request(wishes, library)
    made = planned.named(planner.plan(request, library.shown), people)
    forms.show(forms.Handout(plan=made, library=library.shown, why=why, times=times), target)
    planned.tell_assumed(assumed, "plan")
