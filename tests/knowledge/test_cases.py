"""Bad files, each beside the exact messages it gets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from speedcli.knowledge import nodes
from speedcli.knowledge.decode import decode, decode_file
from speedcli.knowledge.load import DataFile

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))
LOADERS = [yaml.SafeLoader, yaml.CSafeLoader] if yaml.__with_libyaml__ else [yaml.SafeLoader]


def test_the_cases_are_found() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_bad_file_gets_exactly_these_messages_from_either_parser(
    case: Path,
    loader: type,
    same_as_file: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(nodes, "LOADER", loader)
    value, problems = decode_file(case, DataFile, file=case.name)
    assert value is None
    same_as_file(case.with_suffix(".txt"), "".join(f"{problem}\n" for problem in problems))


def test_no_messages_are_left_over_from_a_case_that_is_gone() -> None:
    messages = CASES[0].parent.glob("*.txt")
    assert {case.stem for case in CASES} == {message.stem for message in messages}


MARKS = ["- ", ": ", "'", '"', "&a ", "*a", "<<", "---", "kit", "id", "rules", "kind"]
FRAGMENTS = st.sampled_from([*MARKS, *":\n []{},#|>!?\\\t\0é1"])


@given(st.lists(FRAGMENTS, max_size=30).map("".join))
def test_no_text_is_more_than_a_problem(text: str) -> None:
    value, problems = decode(text, "f.yaml", DataFile)
    assert (value is None) == bool(problems)
    assert all(problem.where.line > 0 for problem in problems)


@given(st.binary(max_size=40))
def test_no_bytes_are_more_than_a_problem(data: bytes) -> None:
    value, problems = decode(data, "f.yaml", DataFile)
    assert (value is None) == bool(problems)
