"""Numbers that a plan document has to state and does not: said with what belongs there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from speedcli.knowledge.decode import decode_tree
from speedcli.knowledge.library import Library
from speedcli.knowledge.nodes import Items, Node, Pairs, Scalar, compose
from speedcli.knowledge.problems import Problem
from speedcli.knowledge.records import Where
from speedcli.training.document import Plan
from speedcli.training.identity import fingerprint
from speedcli.training.mistakes import mistakes
from speedcli.training.recount import TOTALS, Path, recounted
from speedcli.training.written import plain
from speedcli.views import yaml_text


def problems(data: bytes, file: str, library: Library) -> list[Problem]:
    """A problem for each missing number; none where the document lacks more than numbers."""
    root, wrong = compose(data, file)
    if root is None:
        return []
    gaps = list(_filled(root))
    plan, wrong = decode_tree(root, wrong, file, Plan, underscores=True)
    if plan is None or wrong or mistakes(plan):
        return []
    right = replace(recounted(plan, library), fingerprint=fingerprint(plan.weeks))
    return [_problem(Where(file, line), path, _value(right, path)) for path, line in gaps]


def _problem(where: Where, path: Path, right: Any) -> Problem:
    belongs = yaml_text.one_value(plain(right))
    return Problem(where, f"missing key {str(path[-1])!r}; {belongs} belongs there")


def _filled(root: Node) -> Iterator[tuple[Path, int]]:
    """Put a zero wherever a number is missing, and tell where that was."""
    yield from _filled_with(root, (), "fingerprint")
    for week_path, week in _members(root, (), "weeks"):
        yield from _filled_with_totals(week, week_path)
        for path, session in _members(week, week_path, "sessions"):
            yield from _filled_with(session, path, "minutes")
            for block_path, block in _members(session, path, "blocks"):
                yield from _filled_with(block, block_path, "minutes")


def _filled_with_totals(week: Node, path: Path) -> Iterator[tuple[Path, int]]:
    """Totals that are missing altogether are one gap, not many."""
    path = (*path, "totals")
    totals = _get(week, "totals")
    if totals is None and isinstance(week, Pairs):
        empty = Pairs(week.line, [])
        week.pairs.append((_key(week.line, "totals"), empty))
        for key in TOTALS:
            list(_filled_with(empty, path, key))
        yield path, week.line
    for key in TOTALS:
        yield from _filled_with(totals, path, key)


def _filled_with(node: Node | None, path: Path, key: str) -> Iterator[tuple[Path, int]]:
    if isinstance(node, Pairs) and _get(node, key) is None:
        node.pairs.append((_key(node.line, key), Scalar(node.line, "0", plain=True)))
        yield (*path, key), node.line


def _key(line: int, text: str) -> Scalar:
    return Scalar(line, text, plain=True)


def _members(node: Node, path: Path, key: str) -> Iterator[tuple[Path, Node]]:
    members = _get(node, key)
    if isinstance(members, Items):
        for place, member in enumerate(members.items):
            yield (*path, key, place), member


def _get(node: Node, key: str) -> Node | None:
    if not isinstance(node, Pairs):
        return None
    return next((value for name, value in node.pairs if name.text == key), None)


def _value(record: Any, path: Path) -> Any:
    """The value of the records at a path of the document; their names are the same."""
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)
    return record
