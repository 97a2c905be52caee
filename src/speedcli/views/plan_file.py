"""A plan file as its author left it: judged, and its sums put right in place."""

from __future__ import annotations

from typing import NamedTuple

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import DataError, Problem
from speedcli.training.document import Plan
from speedcli.training.identity import fingerprint
from speedcli.training.judging import Judgement, judge
from speedcli.training.mistakes import out_of_limits
from speedcli.training.names import unknown_names
from speedcli.training.recount import Path, recounted, sums
from speedcli.views import document, gaps, in_place

_MOST_GAPS = 1000  # more than anybody leaves open who means to have them filled
_FINGERPRINT: Path = ("fingerprint",)


class Judged(NamedTuple):
    """A plan as it was written, with its findings."""

    plan: Plan
    judgement: Judgement


class Renewed(NamedTuple):
    """A file with its sums put right, and how much of it was changed."""

    data: bytes
    numbers: int
    fingerprint: bool


def judged(data: bytes, file: str, library: Library) -> Judged:
    """The plan in `data` with its findings; DataError with every mistake of the file."""
    plan, text = _read(data, file, library)
    return Judged(plan, judge(plan, library, text.line))


def renewed(data: bytes, file: str, library: Library) -> Renewed:
    """The file with minutes, totals and fingerprint as they follow from its items.

    All other bytes stay. DataError with every mistake of the file.
    """
    plan, text = _read(data, file, library)
    numbers = list(sums(plan, recounted(plan, library)))
    values: dict[Path, int | str] = {number.path: number.right for number in numbers}
    values[_FINGERPRINT] = right = fingerprint(plan.weeks)
    return Renewed(
        in_place.replaced(text, values).encode(),
        sum(number.is_stale for number in numbers),
        text.value(_FINGERPRINT) != right,
    )


def _read(data: bytes, file: str, library: Library) -> tuple[Plan, in_place.Text]:
    try:
        plan = document.read(data, file)
    except DataError as error:
        raise DataError(_told_better(error.problems, data, file, library)) from None
    text = in_place.parse(data, file)
    beyond = out_of_limits(plan.request, library.planning.limits)
    if problems := [*beyond, *unknown_names(plan, library, text.line)]:
        raise DataError(problems)
    return plan, text


def _told_better(
    problems: tuple[Problem, ...], data: bytes, file: str, library: Library
) -> list[Problem]:
    """The problems; where only sums are missing, with the numbers that belong there."""
    few = len(problems) < _MOST_GAPS
    return (few and gaps.problems(data, file, library)) or list(problems)
