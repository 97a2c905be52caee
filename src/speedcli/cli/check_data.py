"""`speed check` of data files and folders: their form, and the links between their records."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from speedcli.cli import own, settings_file
from speedcli.knowledge.problems import DataError, Problem, UsageError


def problems(path: Path) -> list[Problem]:
    """What is wrong with one path, each problem under a name that can be opened from here.

    UsageError for the file of settings and its folder, which are no data.
    """
    _refuse_settings(path)
    if path.is_dir():
        found = _problems_of_folder(path)
        return [_opened_from_here(problem, path) for problem in found]
    if path.is_file():
        return _problems_of_file(path)
    said = "is neither a file nor a folder" if path.exists() else "there is no such file or folder"
    return [_of_file(path, said)]


def _refuse_settings(path: Path) -> None:
    settings = settings_file.path()
    if not os.path.exists(settings):
        return
    said = f"{str(path)!r} holds settings; speed config checks them"
    if path.resolve() == Path(settings).resolve():
        raise UsageError(said)
    if path.resolve() == Path(settings).parent.resolve():
        own_data = path / os.path.basename(own.config_folder())
        raise UsageError(f"{said}, and your data belong in {str(own_data)!r}")


def _problems_of_folder(folder: Path) -> Sequence[Problem]:
    """The folder read alone, as a whole knowledge base, or on top of all, as a coach's own.

    What can plan is whole, and what changes others lies on top. Otherwise it was meant as whatever
    leaves fewer problems.
    """
    from speedcli.knowledge import load

    if plans := _plans_in(folder):
        return plans
    alone: Sequence[Problem] = ()
    whole = False
    try:
        whole = load.load(folder).planning_if_any is not None
    except DataError as error:
        alone = error.problems
    if whole or folder.resolve() == load.data_dir().resolve():
        return alone
    over = _problems_over_others(folder)
    if not alone or _holds_patches(folder):
        return over
    return min(over, alone, key=len)


def _plans_in(folder: Path) -> list[Problem]:
    """Plans that lie among data, which would be full of unknown keys if read as such."""
    from speedcli.knowledge import place
    from speedcli.knowledge.decode import contents
    from speedcli.views import document

    try:
        files = [folder / name for name in place.data_files(str(folder))]
        plans = [one for one in files if one.is_file() and document.is_plan(contents(one))]
    except OSError:  # which reading the folder will tell
        return []
    message = "is a plan, and no data; name the file itself to check it"
    return [_of_file(plan.relative_to(folder), message) for plan in plans]


def _holds_patches(folder: Path) -> bool:
    from speedcli.knowledge import place
    from speedcli.knowledge.decode import decode_file
    from speedcli.knowledge.load import DataFile

    try:
        files = [folder / name for name in place.data_files(str(folder))]
    except OSError:  # as was told already
        return False
    read = (decode_file(file, DataFile) for file in files)
    return any(content.patches for content, _ in read if content)


def _problems_over_others(folder: Path) -> Sequence[Problem]:
    """What is wrong with the folder on top of ours, and of the other own folders in use."""
    from speedcli.knowledge import load

    used = [used for used in own.folders() if Path(used.path).resolve() != folder.resolve()]
    others = [own.layer(each) for each in used]
    top = load.Layer(folder, own=True)
    try:
        load.laid([load.Layer(load.data_dir()), *others, top])
    except DataError as error:
        beside = [other.folder for other in others]
        return [one for one in error.problems if Path(one.where.file).parent not in beside]
    return ()


def _problems_of_file(file: Path) -> list[Problem]:
    """A data file's own form, then its links, which the files beside it may hold the ends of."""
    from speedcli.knowledge.decode import decode_file
    from speedcli.knowledge.load import DataFile

    _, form = decode_file(file, DataFile, file=str(file))
    if form:
        return form
    beside = problems(file.parent)
    return [problem for problem in beside if Path(problem.where.file) == file]


def _opened_from_here(problem: Problem, folder: Path) -> Problem:
    """Files of a folder are known by their names alone; this one says where they are."""
    from speedcli.knowledge import load

    for place in (folder, load.data_dir()):
        path = place / problem.where.file
        if path.is_file():
            return problem._replace(where=problem.where._replace(file=str(path)))
    return problem


def _of_file(path: Path, message: str) -> Problem:
    from speedcli.knowledge.records import Where

    return Problem(Where(str(path), 0), message)
