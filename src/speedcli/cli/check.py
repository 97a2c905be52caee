"""`speed check`: what is wrong with data files, and the rules that plans are checked with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speedcli.cli.output import Target, show, show_page
from speedcli.knowledge.problems import DataError, Problem, UsageError

if TYPE_CHECKING:
    from speedcli.views.page import Page


def check(paths: Sequence[Path], target: Target) -> int:
    """Show every problem of the files and folders, and give the exit code that they mean."""
    if not paths:
        raise UsageError("name a file or a folder to check, or ask for --rules")
    problems = [problem for path in paths for problem in _problems(path)]
    show(
        target,
        {
            "text": lambda: _as_text(problems, paths),
            "json": lambda: _as_json(problems),
        },
    )
    return DataError.exit_code if problems else 0


def rules(target: Target, data: Path | None) -> None:
    """Show all rules with their strength and title."""
    from speedcli.knowledge import load

    library = load.load(load.data_dir(), *([data] if data else []))

    def page() -> Page:
        from speedcli.views.pages import index

        return index.rule_list(library)

    def records() -> list[dict[str, Any]]:
        return [
            {"id": one.id, "strength": one.strength, "title": one.title, "firm": bool(one.firm)}
            for one in library.rules.values()
        ]

    show_page(target, page, records)


def _problems(path: Path) -> list[Problem]:
    """What is wrong with one path, each problem under a name that can be opened from here."""
    if path.is_dir():
        found = _problems_of_folder(path)
        return [_opened_from_here(problem, path) for problem in found]
    if path.is_file():
        return _problems_of_file(path)
    return [_of_file(path, "there is no such file or folder")]


def _problems_of_folder(folder: Path) -> list[Problem]:
    """The folder read alone, as a whole knowledge base, or on top of ours, as a coach's own.

    Whichever leaves fewer problems is what it was meant as.
    """
    from speedcli.knowledge import load

    alone = load.check(folder)
    if not alone or folder.resolve() == load.data_dir().resolve():
        return alone
    return min(load.check(load.data_dir(), folder), alone, key=len)


def _problems_of_file(file: Path) -> list[Problem]:
    """A data file's own form, then its links, which the files beside it may hold the ends of."""
    from speedcli.knowledge.decode import decode_file
    from speedcli.knowledge.load import DataFile

    _, form = decode_file(file, DataFile, file=str(file))
    if form:
        return form
    beside = _problems(file.parent)
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


def _as_text(problems: Sequence[Problem], paths: Sequence[Path]) -> str:
    if not problems:
        return f"{', '.join(map(str, paths))}: all well\n"
    from speedcli.views.letters import harmless

    return "".join(f"{harmless(str(problem))}\n" for problem in problems)


def _as_json(problems: Sequence[Problem]) -> str:
    import json

    rows = [
        {"file": where.file, "line": where.line or None, "message": message}
        for where, message in problems
    ]
    return json.dumps(rows, indent=2) + "\n"
