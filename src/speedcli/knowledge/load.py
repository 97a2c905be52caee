"""Find the data files, read them, and make one library of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from speedcli.knowledge import place
from speedcli.knowledge.claims import Dispute, System, SystemClaim
from speedcli.knowledge.decode import decode_file
from speedcli.knowledge.figures import Figure
from speedcli.knowledge.integrity import CHECKS
from speedcli.knowledge.library import Library
from speedcli.knowledge.nodes import Pairs
from speedcli.knowledge.planning import Planning
from speedcli.knowledge.pool import Own, Pool
from speedcli.knowledge.problems import DataError, Problem
from speedcli.knowledge.records import (
    Avoidable,
    Category,
    Concept,
    Exercise,
    JointAction,
    Kit,
    Muscle,
    Source,
    Template,
    Where,
)
from speedcli.knowledge.rulebook import Rule
from speedcli.knowledge.series import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """What any data file may hold. How the tables are spread over files is up to the authors."""

    sources: tuple[Source, ...] = ()
    categories: tuple[Category, ...] = ()
    concepts: tuple[Concept, ...] = ()
    kit: tuple[Kit, ...] = ()
    avoidables: tuple[Avoidable, ...] = ()
    actions: tuple[JointAction, ...] = ()
    muscles: tuple[Muscle, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    sessions: tuple[Template, ...] = ()
    rules: tuple[Rule, ...] = ()
    systems: tuple[System, ...] = ()
    claims: tuple[SystemClaim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    series: tuple[Step, ...] = ()
    figures: tuple[Figure, ...] = ()
    planning: Planning | None = None
    patches: tuple[Pairs, ...] = ()


class Layer(NamedTuple):
    """A folder that lies over those before it.

    Of a coach's `own`, files are named by their whole path. From a `forgiving` one, files with
    mistakes are left out, where another would stop everything.
    """

    folder: Path
    own: bool = False
    forgiving: bool = False


class Laid(NamedTuple):
    """A library of several layers, the coach's own records in it, and why files were left out."""

    library: Library
    own: tuple[Own, ...]
    left_out: tuple[Problem, ...]


class _File(NamedTuple):
    """A data file that could be read; `layer` counts from 0."""

    name: str
    layer: int
    forgiving: bool
    content: DataFile


def data_dir() -> Path:
    """The folder of the shipped data."""
    return Path(place.data_dir())


def load(*directories: Path) -> Library:
    """All data files of the directories, as one library; DataError with every problem."""
    return laid([Layer(directory) for directory in directories]).library


def check(*directories: Path) -> list[Problem]:
    """Every problem of the data files of the directories."""
    try:
        laid([Layer(directory) for directory in directories])
    except DataError as error:
        return list(error.problems)
    return []


def laid(layers: Sequence[Layer]) -> Laid:
    """The layers over each other; DataError with every problem that cannot be left out."""
    files, problems, told = _decode_all(layers)
    while True:
        pool, found = _poured(files, complete=not problems)
        blamed = _blamed(found, files)
        if not blamed:
            break
        told += _told(found, blamed)
        files = [file for file in files if file.name not in blamed]
    if problems or found:
        raise DataError([*told, *problems, *found])
    return Laid(pool.library(), tuple(pool.own.values()), tuple(told))


def _poured(files: Iterable[_File], *, complete: bool) -> tuple[Pool, list[Problem]]:
    """All files together, and what is wrong with them.

    Meaning is checked only once every file has its right form: a record that could not be read
    would otherwise be missed by everything that refers to it.
    """
    pool = Pool()
    for layer, group in groupby(files, key=lambda file: file.layer):
        pool.add(layer, [(file.name, file.content) for file in group])
    if pool.problems or not complete:
        return pool, pool.problems
    library = pool.library()
    return pool, [problem for check in CHECKS for problem in check(library)]


def _blamed(problems: Sequence[Problem], files: Sequence[_File]) -> set[str]:
    """The files to leave out, so that the rest goes on.

    A file may spoil what stands elsewhere, such as by a name that is taken. Then it is one of those
    on top, unless the mistake is in a file that must hold.
    """
    forgiving = [file.name for file in files if file.forgiving]
    told = {problem.where.file for problem in problems}
    blamed = told & set(forgiving)
    firm = {file.name for file in files if file.layer and not file.forgiving}
    if blamed or not problems or told & firm:
        return blamed
    return set(forgiving[-1:])


def _told(problems: Sequence[Problem], blamed: set[str]) -> list[Problem]:
    """What is wrong with the blamed files; of one that spoils another, what it spoils."""
    own = [problem for problem in problems if problem.where.file in blamed]
    return own or [
        Problem(Where(file, 0), f"does not fit what it lies on: {problem}")
        for file in blamed
        for problem in problems
    ]


def _decode_all(layers: Iterable[Layer]) -> tuple[list[_File], list[Problem], list[Problem]]:
    """What could be read, what was wrong, and what was wrong in files that are left out."""
    files: list[_File] = []
    problems: list[Problem] = []
    told: list[Problem] = []
    for number, (folder, own, forgiving) in enumerate(layers):
        wrong = told if forgiving else problems
        try:
            paths = _data_files(folder)
            missing = [] if paths else ["holds no YAML files"]
        except OSError as error:
            paths, missing = [], [f"cannot be read: {(error.strerror or 'unknown reason').lower()}"]
        wrong += [Problem(Where(str(folder), 0), said) for said in missing]
        for path in paths:
            name = str(path) if own else path.name
            content, mistakes = decode_file(path, DataFile, file=name)
            wrong += mistakes
            files += [_File(name, number, forgiving, content)] if content else []
    return files, problems, told


def _data_files(directory: Path) -> list[Path]:
    if not directory.is_dir():
        return []
    return [directory / name for name in place.data_files(str(directory))]
