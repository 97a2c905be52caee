"""Options and arguments that commands share, declared once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from speedcli import __version__
from speedcli.cli import completion, pager, settings
from speedcli.cli.output import Target
from speedcli.knowledge.problems import UsageError

if TYPE_CHECKING:
    from speedcli.cli.completion import Complete

Colour = Literal["auto", "always", "never"]


def setting(name: str, **more: Any) -> Any:
    """The option that a setting gives where it is not typed, in the words of the setting."""
    one = settings.SETTINGS[name]
    note = f"[setting: {name}{f'; default: {one.default}' if one.default else ''}]"
    return typer.Option(f"--{name}", help=f"{one.about}  {note}", **more)


def _format(names: str, complete: Complete) -> Any:
    help = f"How to show it: {names}."
    return typer.Option("-f", "--format", metavar="NAME", help=help, autocompletion=complete)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"speed {__version__}")
        raise typer.Exit


def _no_pager(wanted: bool) -> None:
    if wanted:
        pager.use_none()


Version = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
]
NoPager = Annotated[
    bool,
    typer.Option(
        "--no-pager",
        callback=_no_pager,
        is_eager=True,  # help is, too
        help="Show all at once; also behind a command.",
    ),
]
Topic = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...",
        help="Any name, or part of one.",
        autocompletion=completion.topics,
    ),
]
Step = Annotated[
    list[str] | None,
    typer.Argument(metavar="[STEP]...", help="A step's number, or words of its title."),
]
Answer = Annotated[
    bool, typer.Option("--answer", help="Show what a good answer to the step's question holds.")
]
Question = Annotated[
    list[str] | None, typer.Argument(metavar="WORDS...", help="A question, or words of one.")
]
Most = Annotated[int, typer.Option("-n", "--most", metavar="N", min=1, help="How many to show.")]
Format = Annotated[str | None, _format("text, md or json", completion.formats)]
FormatOrFigure = Annotated[
    str | None, _format("text, md, json or its figure as svg", completion.formats_and_figure)
]
Json = Annotated[bool, typer.Option("--json", help="Short for -f json.")]
Output = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write a file; its suffix chooses the format. - is stdout.",
    ),
]
Example = Annotated[bool, typer.Option("--example", help="Show a file of settings, to fill in.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that exists.")]
Color = Annotated[Colour | None, setting("color")]
Schema = Annotated[
    str | None,
    typer.Option("--schema", metavar="NAME", help="JSON Schema of a plan, data, or a table."),
]
Data = Annotated[str | None, setting("data", metavar="DIR")]


def target(
    format: str | None, json: bool, output: str | None, force: bool, color: Colour | None
) -> Target:
    """What the output options mean together; UsageError when they contradict each other."""
    if json and format not in (None, "json"):
        raise UsageError(f"--json and -f {format} contradict each other; give one of them")
    return Target("json" if json else format, output, force, color)
