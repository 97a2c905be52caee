"""Real files, changed at random: each is a library or problems with lines, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speedcli.knowledge.decode import decode
from speedcli.knowledge.integrity import CHECKS
from speedcli.knowledge.load import DataFile, data_dir
from speedcli.knowledge.pool import Pool
from speedcli.knowledge.problems import Problem
from tests.mutations import mutated, records

TESTS = Path(__file__).parents[1]
SMALL = (TESTS / "views" / "library" / "everything.yaml").read_text("utf-8")
OURS = [path.read_text("utf-8") for path in sorted(data_dir().glob("*.yaml"))]
BELOW, _ = decode(SMALL, "below.yaml", DataFile)

SOON = settings(deadline=timedelta(seconds=20))
few = settings(SOON, max_examples=150)
many = settings(SOON, max_examples=2000)
seeds = given(st.randoms(use_true_random=False))


# Each record as a file of its own.
FILES = [SMALL, *(f"{table}:\n{one}" for text in OURS for table, one in records(text))]
PATCHES = [f"patches:\n{one}" for _, one in records(SMALL)]


def read(data: bytes) -> DataFile | None:
    """The file, or None where it was refused as it should be."""
    content, problems = decode(data, "f.yaml", DataFile)
    assert (content is None) == bool(problems)
    assert all(is_told_well(problem) for problem in problems)
    return content


def is_told_well(problem: Problem) -> bool:
    """Whether a message is one line of a length that people read, and says where."""
    longest = 1000  # where all keys of a record are listed
    return problem.where.line > 0 and "\n" not in problem.message and len(str(problem)) < longest


def lay(content: DataFile) -> None:
    """The file over the small library, with everything that is checked then."""
    assert BELOW is not None
    pool = Pool()
    pool.add(0, [("below.yaml", BELOW)])
    pool.add(1, [("f.yaml", content)])
    found = pool.problems or [one for check in CHECKS for one in check(pool.library())]
    assert all(is_told_well(problem) for problem in found)


def check_a_file(random: Random) -> None:
    read(mutated(random.choice(FILES), random))


def check_own_data(random: Random) -> None:
    content = read(mutated(random.choice([*FILES[:1], *PATCHES, *PATCHES]), random, most=2))
    if content is not None:
        lay(content)


@few
@seeds
def test_a_changed_file(random: Random) -> None:
    check_a_file(random)


@few
@seeds
def test_a_changed_patch_over_a_library(random: Random) -> None:
    check_own_data(random)


@pytest.mark.sweep
@many
@seeds
def test_many_changed_files(random: Random) -> None:
    check_a_file(random)


@pytest.mark.sweep
@many
@seeds
def test_many_changed_patches(random: Random) -> None:
    check_own_data(random)


def test_most_changes_leave_something_to_read() -> None:
    """Otherwise the tests above would look at syntax alone."""
    random = Random(1)
    read_well = sum(read(mutated(random.choice(PATCHES), random, 1)) is not None for _ in range(99))
    assert read_well > 30
