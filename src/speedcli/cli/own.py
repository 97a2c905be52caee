"""The folders of a coach's own YAML that are in use, from the lowest to the one that wins."""

from __future__ import annotations

import os

from speedcli.cli import settings, settings_file
from speedcli.cli.say import say
from speedcli.knowledge import place
from speedcli.knowledge.frozen import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from speedcli.knowledge.load import Laid, Layer
    from speedcli.knowledge.problems import Problem

CONFIG, VARIABLE, SETTING, OPTION = "config folder", "SPEED_DATA", "setting data", "--data"


class Folder(NamedTuple):
    """A folder in use, and what named it."""

    named: str
    path: str


def folders(data: Path | None = None) -> tuple[Folder, ...]:
    """What lies over ours: the config folder, those of the setting, and `data` of `--data`.

    A folder that is named twice counts where it is named last.
    """
    found = named()
    config = config_folder()
    if os.path.isdir(config) and _holds_files(config):
        found.insert(0, Folder(CONFIG, config))
    if data is not None:
        found.append(Folder(OPTION, str(data)))
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
    """Ours with these folders over it; what is wrong in them is told, or a DataError.

    Who gives `--data` means these files now, so a mistake in them ends the command. The other
    folders are there for every command, and what is wrong in one file shall not stop the rest.
    """
    from speedcli.cli.status import status
    from speedcli.knowledge import load

    with status("reading your own data"):
        result = load.laid([load.Layer(load.data_dir()), *map(layer, lying)])
    _tell(result.left_out)
    return result


def layer(folder: Folder) -> Layer:
    """The folder as it is laid over others."""
    from pathlib import Path

    from speedcli.knowledge import load

    return load.Layer(Path(folder.path), own=True, forgiving=folder.named != OPTION)


def _tell(left_out: Iterable[Problem]) -> None:
    files = dict.fromkeys(problem.where.file for problem in left_out)
    for line in (*map(str, left_out), *(f"going on without {file}" for file in files)):
        say(line)
