"""`speed config`: every setting, its value, and what gave it."""

from speedcli.cli import options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from speedcli.cli.output import Target
    from speedcli.cli.settings import Setting
    from speedcli.views.pages.config import Held

_HEAD = """\
# What holds for every command of speed where no option says otherwise.
# Take the # away before the settings that you want, and write your own behind them.
# A variable such as SPEED_LEVEL wins over this file, and an option over both.
"""


def config(
    example: options.Example = False,
    format: options.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = None,
) -> None:
    """Show every setting, its value, and whether a variable, the file or nobody gave it.

    An option wins over a variable such as SPEED_LEVEL, and a variable over the file.

    \b
    speed config             what holds where no option says otherwise
    speed config --example   a file to fill in; take the # away from what you want
    speed config --json      for programs
    """
    target = options.target(format, json, output, force, color)
    if example:
        show_example(target)
    else:
        show(target, data)


def show(target: "Target", data: "str | None") -> None:
    """Show the settings; UsageError afterwards with all that is wrong with them."""
    from os.path import exists

    from speedcli.cli import settings, settings_file
    from speedcli.cli.output import show_page
    from speedcli.knowledge.frozen import replace
    from speedcli.knowledge.problems import UsageError
    from speedcli.views.pages import config as pages

    wrong = [str(problem) for problem in settings.problems()]
    readers = _readers(data)
    rows: list[dict[str, Any]] = []
    for one in settings.SETTINGS.values():
        try:
            settings.read(one.name, readers.get(one.name, str))
        except UsageError as error:
            wrong.append(str(error))
        rows.append(_row(one))
    file = settings_file.path()
    is_there = exists(file)
    show_page(
        replace(target, colour="auto") if wrong and not target.colour else target,
        lambda: pages.page(file, list(map(_held, rows)), is_there=is_there),
        lambda: {"file": file or None, "exists": is_there, "settings": rows},
    )
    if wrong:
        raise UsageError("\n".join(wrong))


def show_example(target: "Target") -> None:
    """Show a file in which every setting stands as a comment; its folder is made if need be."""
    from os import makedirs
    from os.path import abspath, dirname

    from speedcli.cli import output, settings, settings_file

    file = settings_file.path()
    if target.path is not None and abspath(target.path) == file:
        makedirs(dirname(file), exist_ok=True)
    output.show(
        target, {"yaml": lambda: _HEAD + "".join(map(_commented, settings.SETTINGS.values()))}
    )


def _commented(one: "Setting") -> str:
    default = f" Default: {one.default}." if one.default else ""
    return f"\n# {one.about}{default}\n# {one.name}: {one.example}\n"


def _row(one: "Setting") -> "dict[str, Any]":
    from speedcli.cli import settings

    found = settings.given(one.name)
    return {
        "name": one.name,
        "value": found.text if found else None,
        "from": found.source if found else None,
        "default": one.default or None,
        "variable": settings.variable(one.name),
    }


def _held(row: "dict[str, Any]") -> "Held":
    """A setting as people read it: the file by its name alone, and lists with room to break."""
    from os.path import dirname, join

    from speedcli.cli import settings_file
    from speedcli.views.pages.config import Held

    if row["from"] is None:
        return Held(row["name"], row["default"] or "")
    folder = join(dirname(settings_file.path()), "")
    value = ", ".join(part.strip() for part in row["value"].split(","))
    return Held(row["name"], value, row["from"].removeprefix(folder))


def _readers(data: "str | None") -> "Mapping[str, Callable[[str], Any]]":
    """How each setting is read that is more than text."""
    from functools import partial

    from speedcli.cli import card, kept, output, settings, timed, wished

    library = kept.library(data)
    return {
        **{name: partial(wished.understood, name, library) for name in wished.WISHES},
        "at": timed.read_time,
        "alarm": timed.read_alarm,
        "paper": settings.one_of("paper", card.PAPERS),
        "color": settings.one_of("color", output.COLOURS),
    }
