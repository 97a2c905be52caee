"""Find the data files, read them, and make one library of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from speedcli.knowledge import place
from speedcli.knowledge.claims import Dispute, System, SystemClaim
from speedcli.knowledge.decode import decode_file
from speedcli.knowledge.figures import Figure
from speedcli.knowledge.integrity import CHECKS
from speedcli.knowledge.library import TABLES, Library
from speedcli.knowledge.planning import Planning
from speedcli.knowledge.problems import DataError, Problem
from speedcli.knowledge.records import (
    Avoidable,
    Category,
    Concept,
    Exercise,
    Kit,
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
    exercises: tuple[Exercise, ...] = ()
    sessions: tuple[Template, ...] = ()
    rules: tuple[Rule, ...] = ()
    systems: tuple[System, ...] = ()
    claims: tuple[SystemClaim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    series: tuple[Step, ...] = ()
    figures: tuple[Figure, ...] = ()
    planning: Planning | None = None


def data_dir() -> Path:
    """The folder of the shipped data."""
    return Path(place.data_dir())


def load(*directories: Path) -> Library:
    """All data files of the directories, as one library; DataError with every problem."""
    library, problems = _read(directories)
    if problems or library is None:
        raise DataError(problems)
    return library


def check(*directories: Path) -> list[Problem]:
    """Every problem of the data files of the directories."""
    return _read(directories)[1]


def _read(directories: Iterable[Path]) -> tuple[Library | None, list[Problem]]:
    """A library and what is wrong with it.

    Meaning is checked only once every file has its right form: a record that could not be read
    would otherwise be missed by everything that refers to it.
    """
    files, problems = _decode_all(directories)
    pool = _Pool()
    for file in files:
        pool.add(file)
    problems += pool.problems
    if problems:
        return None, problems
    library = pool.library()
    return library, [problem for check in CHECKS for problem in check(library)]


def _decode_all(directories: Iterable[Path]) -> tuple[list[DataFile], list[Problem]]:
    files: list[DataFile] = []
    problems: list[Problem] = []
    for directory in directories:
        paths = _data_files(directory)
        if not paths:
            problems.append(Problem(Where(str(directory), 0), "holds no YAML files"))
        for path in paths:
            file, mistakes = decode_file(path, DataFile, file=path.name)
            problems += mistakes
            files += [file] if file else []
    return files, problems


def _data_files(directory: Path) -> list[Path]:
    if not directory.is_dir():
        return []
    return [directory / name for name in place.data_files(str(directory))]


class _Pool:
    """The tables of many files poured together."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, Any]] = {table: {} for table in TABLES}
        self.planning: Planning | None = None
        self.problems: list[Problem] = []

    def add(self, file: DataFile) -> None:
        for table in TABLES:
            for record in getattr(file, table):
                first = self.tables[table].setdefault(record.id, record)
                if first is not record:
                    self.doubled(f"{record.id!r} of {table!r}", record.where, first.where)
        if file.planning and self.planning:
            self.doubled("'planning'", file.planning.where, self.planning.where)
        self.planning = self.planning or file.planning

    def doubled(self, what: str, where: Where, first: Where) -> None:
        self.problems.append(Problem(where, f"{what} is given twice; the first is at {first}"))

    def library(self) -> Library:
        return Library(**self.tables, planning_if_any=self.planning)
