"""`speed paths`: every folder in use, and which file of a coach's own won."""

from speedcli.cli import options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from speedcli.cli.output import Target
    from speedcli.knowledge.load import Laid
    from speedcli.views.pages.paths import Won

_ABSENT = {
    "SPEED_DATA": "not set",
    "--data": "not given",
    "compiled": "not in use: own data are read from YAML",
}


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


def show(target: "Target", data: "Path | None") -> None:
    """Show the folders, and what of them won; DataError afterwards when they cannot be read."""
    from speedcli.cli import own
    from speedcli.cli.output import show_page
    from speedcli.knowledge.problems import DataError
    from speedcli.views.pages import paths as pages

    lying = own.folders(data)
    refused: DataError | None = None
    won: list[Won] = []
    try:
        won = list(_won(own.laid(lying))) if lying else []
    except DataError as error:
        refused = error
    found = _found(lying)
    show_page(
        target,
        lambda: pages.page([(one["name"], _said(one)) for one in found], won),
        lambda: {"folders": found, "own": [one._asdict() for one in won]},
    )
    if refused:
        raise refused


def _found(lying: "Any") -> "list[dict[str, Any]]":
    """Every place by its name, and whether it is in use."""
    from os.path import abspath, dirname, isdir, isfile

    from speedcli.cli import cache, kept, own, settings_file
    from speedcli.knowledge import place

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
    settings = settings_file.path()
    compiled = "" if lying else kept.compiled_file() or ""
    return [
        {"name": "ours", "path": place.data_dir(), "used": True},
        *(
            {"name": name, "path": abspath(path) if path else None, "used": path in used}
            for name, path in named
        ),
        {"name": "settings", "path": settings or None, "used": isfile(settings)},
        {"name": "cache", "path": cached or None, "used": bool(compiled)},
        {"name": "compiled", "path": compiled or None, "used": bool(compiled)},
    ]


def _said(one: "dict[str, Any]") -> str:
    if one["path"] is None:
        return _ABSENT.get(one["name"], "none")
    return f"{one['path']}{'' if one['used'] else ' (not in use)'}"


def _won(laid: "Laid") -> "Iterator[Won]":
    """The records that are a coach's own, and then the fields of others that were changed."""
    from speedcli.views.pages.paths import Won

    for one in laid.own:
        yield Won(one.table, one.id, str(one.where), tuple(map(str, one.instead_of)))
    for key, patches in laid.library.patches.items():
        table, _, id = key.partition("/")
        files: dict[str, list[str]] = {}
        for patch in patches:
            for field in patch.fields:
                files.setdefault(field, []).append(str(patch.where))
        for field, (*lost, last) in files.items():
            yield Won(table, f"{id} {field}", last, tuple(lost))
