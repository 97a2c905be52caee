"""`speed paths`: every folder in use, and which file of a coach's own won."""

from speedcli.cli import options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from speedcli.cli.output import Target

_ABSENT = {"SPEED_DATA": "not set", "--data": "not given"}


def paths(
    format: options.Format = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    data: options.Data = None,
    color: options.Color = None,
) -> None:
    """Show every folder in use, and which file of your own gives a record or changes a field.

    \b
    speed paths                  where everything lies
    speed paths --data my-data/  with a folder of your own on top
    speed paths --json           for programs
    """
    show(options.target(format, json, output, force, color), data)


def show(target: "Target", data: "str | None") -> None:
    """Show the folders, and what of them won; DataError afterwards when they cannot be read."""
    from speedcli.cli import kept
    from speedcli.cli.output import show_page
    from speedcli.knowledge.problems import DataError
    from speedcli.views.pages import paths as pages

    refused: DataError | None = None
    won: list[pages.Won] = []
    try:
        won = [pages.Won(*each) for each in kept.entries(data)("won")]
    except DataError as error:
        refused = error
    found = _found(data, compiled=not refused)
    show_page(
        target,
        lambda: pages.page([(one["name"], _said(one)) for one in found], won),
        lambda: {"folders": found, "own": [one._asdict() for one in won]},
    )
    if refused:
        raise refused


def _found(data: "str | None", *, compiled: bool) -> "list[dict[str, Any]]":
    """Every place by its name, and whether it is in use."""
    from os.path import abspath, dirname, isdir, isfile

    from speedcli.cli import cache, kept, own, settings_file
    from speedcli.knowledge import place

    lying = own.folders(data)
    used = {folder.path for folder in lying if isdir(folder.path)}
    named = [(own.CONFIG, own.config_folder())]
    named += [(folder.named, folder.path) for folder in own.named()] or [(own.VARIABLE, "")]
    named += [(own.OPTION, each.path) for each in lying if each.named == own.OPTION] or [
        (own.OPTION, "")
    ]
    try:
        cached = dirname(cache.path(""))
    except OSError:
        cached = ""
    shelf = kept.compiled_file(lying) if compiled else None
    settings = settings_file.path()
    return [
        {"name": "ours", "path": place.data_dir(), "used": True},
        *(
            {"name": name, "path": abspath(path) if path else None, "used": path in used}
            for name, path in named
        ),
        {"name": "settings", "path": settings or None, "used": isfile(settings)},
        {"name": "cache", "path": cached or None, "used": bool(shelf)},
        {"name": "compiled", "path": shelf, "used": bool(shelf)},
    ]


def _said(one: "dict[str, Any]") -> str:
    if one["path"] is None:
        return _ABSENT.get(one["name"], "none")
    return f"{one['path']}{'' if one['used'] else ' (not in use)'}"
