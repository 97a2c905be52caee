"""What can be asked of a plan or a session, as options, declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from speedcli.cli import card, completion

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
Goal = Annotated[
    str | None,
    typer.Option(
        "--goal",
        metavar="NAME",
        help="acceleration, max-velocity, speed-endurance or general.  [default: general]",
        autocompletion=completion.goals,
    ),
]
Level = Annotated[
    str | None,
    typer.Option(
        "--level",
        metavar="NAME",
        help="beginner, intermediate or advanced.  [default: beginner]",
        autocompletion=completion.levels,
    ),
]
Days = Annotated[
    str | None,
    typer.Option(
        "--days",
        metavar="DAYS",
        help="A number, or mon,wed,fri.  [default: 3]",
        autocompletion=completion.days,
    ),
]
Minutes = Annotated[
    int | None,
    typer.Option("--minutes", metavar="N", help="Most minutes of a session.  [default: by level]"),
]
Kit = Annotated[
    str | None,
    typer.Option(
        "--kit",
        metavar="LIST",
        help="Everything there is, as track,wall,bands.  [default: flat-ground,wall,bands]",
        autocompletion=completion.kit,
    ),
]
Avoid = Annotated[
    str | None,
    typer.Option(
        "--avoid",
        metavar="LIST",
        help="A body part, a kind of work, an exercise or a session: hamstring,jumping.",
        autocompletion=completion.avoidables,
    ),
]
Age = Annotated[
    int | None,
    typer.Option("--age", metavar="YEARS", help="The young and the older train with more care."),
]
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
Athlete = Annotated[str | None, typer.Option("--athlete", metavar="NAME", help="Who trains.")]
Coach = Annotated[str | None, typer.Option("--coach", metavar="NAME", help="Who coaches.")]
Club = Annotated[str | None, typer.Option("--club", metavar="NAME", help="Club or squad.")]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="TIME", help="Calendars: when it starts, as 17:00; else all day."),
]
Alarm = Annotated[
    int | None,
    typer.Option("--alarm", metavar="MINUTES", help="Calendars: an alarm so long before it."),
]
Place = Annotated[str | None, typer.Option("--place", metavar="NAME", help="Where to train.")]
Paper = Annotated[
    card.Paper | None,
    typer.Option(
        "--paper", help="Cards: which paper; else $SPEED_PAPER, else as usual where you are."
    ),
]
TwoUp = Annotated[
    bool, typer.Option("--two-up", help="Cards: half a sheet for each, two side by side.")
]
Glossary = Annotated[bool, typer.Option("--glossary", help="Cards: terms and sources on the back.")]
Logo = Annotated[
    Path | None,
    typer.Option("--logo", metavar="FILE", help="Cards: a picture at the head, png, jpg or svg."),
]
