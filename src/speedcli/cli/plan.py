"""`speed plan`: a plan of some weeks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from speedcli.cli import planned
from speedcli.cli.output import Target

if TYPE_CHECKING:
    from speedcli.training.wishes import Wishes
    from speedcli.views.page import Page


def plan(
    wishes: Wishes, target: Target, *, like: Path | None, why: bool, data: Path | None
) -> None:
    """Make a plan and show it; UsageError or CannotMeet when the wishes make none.

    What the wishes leave open is taken from the request of the plan `like`, if there is one.
    """
    from speedcli.knowledge import load
    from speedcli.training import planner

    library = load.load(load.data_dir(), *([data] if data else []))
    if like is not None:
        from speedcli.training import wishes as wishing

        wishes = wishing.like(wishes, planned.read(like).request)
    request, assumed = planned.request(wishes, library)
    made = planner.plan(request, library)

    def page(narrow: bool) -> Page:
        from speedcli.views.pages import plan as pages

        return pages.page(made, library, why=why, narrow=narrow)

    planned.show(target, made, page)
    planned.tell_assumed(assumed, "plan")
