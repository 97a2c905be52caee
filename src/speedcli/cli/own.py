"""The folders of a coach's own YAML that are in use, from the lowest to the one that wins."""

from __future__ import annotations

import os

from speedcli.cli import settings, settings_file
from speedcli.knowledge import place
from speedcli.knowledge.frozen import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any

    from speedcli.knowledge.load import Laid, Layer

CONFIG, VARIABLE, SETTING, OPTION = "config folder", "SPEED_DATA", "setting data", "--data"


class Folder(NamedTuple):
    """A folder in use, and what named it."""

    named: str
    path: str


def folders(data: str | None = None) -> tuple[Folder, ...]:
    """What lies over ours: the config folder, those of the setting, and `data` of `--data`.

    A folder that is named twice counts where it is named last.
    """
    found = named()
    config = config_folder()
    if os.path.isdir(config) and _holds_files(config):
        found.insert(0, Folder(CONFIG, config))
    if data is not None:
        found.append(Folder(OPTION, data or os.curdir))
    if len(found) < 2:
        return tuple(found)
    last = {os.path.realpath(folder.path): folder for folder in found}
    return tuple(folder for folder in found if folder in last.values())


def _holds_files(folder: str) -> bool:
    try:
        return bool(place.data_files(folder))
    except OSError:
        return True  # for all that can be known; reading it will say why it cannot be


def config_folder() -> str:
    """The folder beside a user's settings, or "" where there is no place for them."""
    base = settings_file.folder()
    return os.path.join(base, "data") if base else ""


def named() -> list[Folder]:
    """The folders that SPEED_DATA names, or else the file of settings."""
    found = settings.given("data")
    if found is None:
        return []
    source = VARIABLE if found.source == VARIABLE else SETTING
    paths = filter(str.strip, found.text.split(os.pathsep))
    return [Folder(source, os.path.expanduser(path)) for path in paths]


def laid(lying: Iterable[Folder]) -> Laid:
    """Ours with these folders over it, without what is wrong in them, or a DataError.

    Who gives `--data` means these files now, so a mistake in them ends the command. The other
    folders are there for every command, and what is wrong in one file shall not stop the rest.
    """
    from speedcli.knowledge import load

    return load.laid([load.Layer(load.data_dir()), *map(layer, lying)])


def contents(lying: Iterable[Folder]) -> str:
    """What tells these folders from any others: how they are named, and every letter in them.

    Names, sizes and times would not tell: an edit may leave all three as they were.
    """
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b

    told = [(folder, _read_all(folder.path)) for folder in lying]
    return blake2b(repr(told).encode(), digest_size=16).hexdigest()


def _read_all(folder: str) -> object:
    """The files of a folder with what they hold, or why there is nothing to be read."""
    try:
        return [(name, _read(os.path.join(folder, name))) for name in place.data_files(folder)]
    except OSError as error:
        return error.errno


def _read(file: str) -> object:
    try:
        with open(file, "rb") as opened:
            return opened.read(place.LARGEST + 1)  # of a larger one nothing is used
    except OSError as error:
        return error.errno


def layer(folder: Folder) -> Layer:
    """The folder as it is laid over others."""
    from pathlib import Path

    from speedcli.knowledge import load

    return load.Layer(Path(folder.path), own=True, forgiving=folder.named != OPTION)


def entries(laid: Laid) -> Mapping[str, Callable[[], Any]]:
    """By name, a function that makes what is kept of own data beside the records.

    `left-out` is what to tell of files that were left out, and `won` is for `speed paths`.
    """
    return {"left-out": lambda: list(_left_out(laid)), "won": lambda: list(_won(laid))}


def _left_out(laid: Laid) -> Iterator[str]:
    yield from map(str, laid.left_out)
    for file in dict.fromkeys(problem.where.file for problem in laid.left_out):
        yield f"going on without {file}"


def _won(laid: Laid) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """The records that are a coach's own, and then the fields of others that were changed.

    Each with its table, its name, where it stands, and what it took the place of.
    """
    for one in laid.own:
        yield one.table, one.id, str(one.where), tuple(map(str, one.instead_of))
    for key, patches in laid.library.patches.items():
        table, _, id = key.partition("/")
        files: dict[str, list[str]] = {}
        for patch in patches:
            for field in patch.fields:
                files.setdefault(field, []).append(str(patch.where))
        for field, (*lost, last) in files.items():
            what = field if id == table else f"{id} {field}"
            yield table, what, last, tuple(lost)
