"""`speed check`: what is wrong with plans and data files, and the rules that plans keep."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from speedcli.cli.output import Target, show, show_page, write_file
from speedcli.cli.say import say
from speedcli.cli.status import status
from speedcli.knowledge.problems import DataError, Problem, UsageError

if TYPE_CHECKING:
    from speedcli.knowledge.library import Library
    from speedcli.views.page import Page
    from speedcli.views.verdict import Verdict

_FINDINGS = 1  # the exit code of plans that break a rule


class Result(NamedTuple):
    """What was found in one path: problems, or else the verdict on a plan, or nothing at all."""

    path: Path
    problems: Sequence[Problem] = ()
    verdict: Verdict | None = None


def check(paths: Sequence[Path], target: Target, *, fix: bool, data: str | None) -> int:
    """Show what is wrong with the files and folders, and give the exit code that it means."""
    if not paths:
        raise UsageError("name a file or a folder to check, or ask for --rules or --schema")
    checker = _Checker(data, fix)
    results = [checker.result(path) for path in paths]
    show(
        target,
        {
            "text": lambda: _as_text(results, checker),
            "json": lambda: _as_json(results),
        },
    )
    _tell_fixable(results)
    return _exit_code(results)


def rules(target: Target, data: str | None) -> None:
    """Show all rules with their strength and title."""
    from speedcli.cli import kept

    library = kept.library(data)

    def page() -> Page:
        from speedcli.views.pages import index

        return index.rule_list(library.shown)

    def records() -> list[dict[str, Any]]:
        return [
            {"id": one.id, "strength": one.strength, "title": one.title, "firm": bool(one.firm)}
            for one in library.rules.values()
        ]

    show_page(target, page, records)


def schema(name: str, target: Target) -> None:
    """Show the JSON Schema of plans or data files, which editors complete and validate with."""
    from speedcli.views import schemas

    show(target, {"json": lambda: schemas.as_json(name)})


class _Checker:
    """Checks one path after the other; the library is read when the first plan needs it."""

    def __init__(self, data: str | None, fix: bool) -> None:
        self.data = data
        self.fix = fix

    @cached_property
    def library(self) -> Library:
        from speedcli.cli import kept

        return kept.library(self.data)

    def result(self, path: Path) -> Result:
        from speedcli.cli.check_data import problems

        plan = _plan_text(path)
        if plan is not None:
            return self.of_plan(path, plan)
        if self.fix and path.exists():
            raise UsageError(f"--fix is for plans; {str(path)!r} is none")
        with status(f"checking {path}"):
            return Result(path, problems(path))

    def of_plan(self, path: Path, text: bytes) -> Result:
        from speedcli.views import plan_file
        from speedcli.views.verdict import Verdict

        library = self.library  # outside: what is wrong with it is not wrong with the plan
        try:
            if self.fix:
                text = _put_right(path, text, library)
            with status(f"checking {path}"):
                judged = plan_file.judged(text, str(path), library)
        except DataError as error:
            return Result(path, error.problems)
        return Result(path, verdict=Verdict(str(path), judged))


def _plan_text(path: Path) -> bytes | None:
    """The bytes of a plan file; None of anything else."""
    from speedcli.knowledge.decode import contents
    from speedcli.views import document

    try:
        text = contents(path)
    except OSError:  # a folder, or a file that cannot be read, as the data check will tell
        return None
    return text if document.is_plan(text) else None


def _put_right(path: Path, text: bytes, library: Library) -> bytes:
    """Count the file's sums anew, write it if that changed it, and tell what was done."""
    from speedcli.views import plan_file

    new, numbers, fingerprint = plan_file.renewed(text, str(path), library)
    if new != text:
        write_file(path, new, force=True)
    done = [f"{numbers} number{'' if numbers == 1 else 's'}"] if numbers else []
    done += ["the fingerprint"] if fingerprint else []
    say(f"{path}: {' and '.join(done) or 'nothing had to be'} put right")
    return new


def _tell_fixable(results: Sequence[Result]) -> None:
    from speedcli.views import verdict

    files = [
        str(result.path)
        for result in results
        if result.verdict and verdict.stale_numbers(result.verdict)
    ]
    if files:
        command = shlex.join(["speed", "check", "--fix", *files])
        say(f"totals are put right by: {command}")


def _exit_code(results: Sequence[Result]) -> int:
    if any(result.problems for result in results):
        return DataError.exit_code
    return _FINDINGS if any(_open(result) for result in results) else 0


def _open(result: Result) -> bool:
    return result.verdict is not None and bool(result.verdict.judged.judgement.open)


def _as_text(results: Sequence[Result], checker: _Checker) -> str:
    from speedcli.views import verdict
    from speedcli.views.letters import harmless

    lines: list[str] = []
    accepted: list[str] = []
    for path, problems, judged in results:
        if judged:
            lines += verdict.open_lines(judged, checker.library.shown)
            accepted += verdict.accepted_lines(judged)
        else:
            lines += map(str, problems) if problems else [f"{path}: all well"]
    if accepted:
        lines += ["", "Accepted:", *accepted]
    return "".join(f"{harmless(line)}\n" for line in lines)


def _as_json(results: Sequence[Result]) -> str:
    import json

    from speedcli.views import verdict

    rows: list[dict[str, Any]] = []
    for path, problems, judged in results:
        for where, message in problems:
            rows.append({"file": where.file, "line": where.line or None, "message": message})
        for row in verdict.rows(judged) if judged else ():
            rows.append({"file": str(path), **row} if len(results) > 1 else row)
    return json.dumps(rows, indent=2) + "\n"
