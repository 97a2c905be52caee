"""What can be asked of a plan or a session, as options, declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from speedcli.cli import card, completion
from speedcli.cli.options import setting

Kind = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[KIND]...",
        help="isometric, band, sprint, or a session's name.",
        autocompletion=completion.sessions,
    ),
]
PlanFile = Annotated[
    Path | None, typer.Argument(metavar="PLAN", help="A plan file, also one you edited.")
]
Formats = Annotated[bool, typer.Option("--formats", help="List the forms.")]
Part = Annotated[
    str | None,
    typer.Argument(
        metavar="[w2 | w2d1 | today | next]",
        help="Only that part of it.",
        autocompletion=completion.parts,
    ),
]
Weeks = Annotated[int | None, typer.Option("--weeks", metavar="N", help="How many weeks.")]
Goal = Annotated[str | None, setting("goal", metavar="NAME", autocompletion=completion.goals)]
Level = Annotated[str | None, setting("level", metavar="NAME", autocompletion=completion.levels)]
Days = Annotated[str | None, setting("days", metavar="DAYS", autocompletion=completion.days)]
Minutes = Annotated[int | None, setting("minutes", metavar="N")]
Kit = Annotated[str | None, setting("kit", metavar="LIST", autocompletion=completion.kit)]
Avoid = Annotated[
    str | None, setting("avoid", metavar="LIST", autocompletion=completion.avoidables)
]
Age = Annotated[int | None, setting("age", metavar="YEARS")]
Start = Annotated[
    str | None, typer.Option("--start", metavar="DATE", help="First day, as 2027-01-04.")
]
Event = Annotated[
    str | None,
    typer.Option("--event", metavar="DATE", help="Race day; the last week is the one with it."),
]
Returning = Annotated[
    bool, typer.Option("--returning", help="Coming back after weeks without training.")
]
Variant = Annotated[
    int | None, typer.Option("--variant", metavar="N", help="Another plan for the same wishes.")
]
Like = Annotated[
    Path | None,
    typer.Option("--like", metavar="FILE", help="Take what is not said from a plan's request."),
]
Why = Annotated[bool, typer.Option("--why", help="Add the reasons, and the ideas behind them.")]
Format = Annotated[
    str | None,
    typer.Option(
        "-f",
        "--format",
        metavar="NAME",
        help="Which form: see speed print --formats.",
        autocompletion=completion.plan_forms,
    ),
]
Athlete = Annotated[str | None, setting("athlete", metavar="NAME")]
Coach = Annotated[str | None, setting("coach", metavar="NAME")]
Club = Annotated[str | None, setting("club", metavar="NAME")]
At = Annotated[str | None, setting("at", metavar="TIME")]
Alarm = Annotated[int | None, setting("alarm", metavar="MINUTES")]
Place = Annotated[str | None, setting("place", metavar="NAME")]
Paper = Annotated[card.Paper | None, setting("paper")]
TwoUp = Annotated[
    bool, typer.Option("--two-up", help="Cards: half a sheet for each, two side by side.")
]
Glossary = Annotated[bool, typer.Option("--glossary", help="Cards: terms and sources on the back.")]
Logo = Annotated[Path | None, setting("logo", metavar="FILE")]
