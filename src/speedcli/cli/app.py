"""What typer knows: the commands with their options. Each calls the function that does the work."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from speedcli import __version__
from speedcli.cli import check as checking
from speedcli.cli import explain as explaining
from speedcli.cli import options

app = typer.Typer(
    name="speed",
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"speed {__version__}")
        raise typer.Exit


@app.callback()
def speed(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Speed training explained, and planned from the same knowledge.

    \b
    speed explain            the map of everything it knows
    speed explain isometric  one concept, from the answer down to the sources
    speed check --rules      the rules that a plan keeps
    """


@app.command(short_help="Explain a concept, exercise, session, rule or source.")
def explain(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]...", help="Any name, or part of one.")
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", help="A few lines only.")] = False,
    format: options.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = "auto",
) -> None:
    """Explain a concept, exercise, session, rule or source; without words, show the map.

    \b
    speed explain isometric        by a name, or by words of one
    speed explain R07              a rule
    speed explain weyand2000       a source, and what rests on it
    speed explain torque -o t.md   into a file
    """
    target = options.target(format, json, output, force, color)
    explaining.explain(words or (), target, brief=brief, data=data)


@app.command(short_help="Check data files; list the rules.")
def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE_OR_DIR...", help="YAML to check.")
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules of a plan.")] = False,
    format: options.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = "auto",
) -> None:
    """Check data files, one problem to a line; exit code 4 when there are any.

    \b
    speed check my-data/  a folder of your own YAML
    speed check --rules   the rules that a plan keeps
    """
    target = options.target(format, json, output, force, color)
    if rules:
        checking.rules(target, data)
    else:
        raise typer.Exit(checking.check(paths or (), target))
