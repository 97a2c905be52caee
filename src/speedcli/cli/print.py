"""`speed print`: any form of a plan, or of a part of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from speedcli.cli import forms, output, planned, settings
from speedcli.cli.card import Cards
from speedcli.cli.output import Target
from speedcli.cli.planned import People
from speedcli.knowledge.frozen import replace
from speedcli.knowledge.problems import UsageError

if TYPE_CHECKING:
    from speedcli.views.times import Times


def show(
    path: Path | None,
    wanted: str | None,
    target: Target,
    *,
    people: People,
    times: Times | None,
    cards: Cards,
    data: str | None,
) -> None:
    """Hand out the plan in a file, or the part of it that `wanted` names.

    NotFound when the plan has no such part, DataError when the file is no plan, UsageError
    without a file.
    """
    if path is None:
        raise UsageError("name a plan file: speed print plan.yaml; speed plan -o makes one")
    from speedcli.cli import kept
    from speedcli.training import part, recount

    settings.require()
    library = kept.library(data)
    plan = planned.named(planned.read(path, library), people)
    wished = cards if cards != Cards() else None
    handout = forms.Handout(plan=plan, library=library.shown, times=times, cards=wished)
    if wanted is not None:
        some = recount.recounted(part.part(plan, wanted, planned.this_day()), library)
        handout = replace(handout, plan=some, part_of=plan)
    forms.show(handout, target)


def formats(target: Target) -> None:
    """List the forms that there are."""
    from speedcli.views.page import Column, Page, Row, Table

    def suffixes(name: str) -> str:
        found = (suffix for suffix, names in output.SUFFIXES.items() if names[0] == name)
        return ", ".join(found)

    rows = tuple(Row((form.name, suffixes(form.name), form.purpose)) for form in forms.FORMS)
    columns = (Column("Format"), Column("Files"), Column("What it is"))
    output.show_page(
        target,
        lambda: Page("Forms of a plan", "-f NAME, or the suffix of FILE", (Table(columns, rows),)),
        lambda: [{**form._asdict(), "suffixes": suffixes(form.name)} for form in forms.FORMS],
    )
