"""Reading YAML into records, and what is said about every mistake."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any, Literal

import pytest

from speedcli.knowledge import nodes
from speedcli.knowledge.decode import decode, decode_file
from speedcli.knowledge.records import NOWHERE, Where
from speedcli.knowledge.values import Seconds


@dataclass(frozen=True, kw_only=True)
class Run:
    kind: Literal["run"]
    metres: int
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Jump:
    kind: Literal["hop", "bound"]
    height: float | None = None


@dataclass(frozen=True, kw_only=True)
class Everything:
    text: str = ""
    whole: int = 0
    share: float = 0
    number: int | float = 0
    flag: bool = False
    day: datetime.date | None = None
    sides: Literal[1, 2] = 1
    rest: Seconds | None = None
    words: tuple[str, ...] = ()
    sets_of_words: tuple[tuple[str, ...], ...] = ()
    by_level: Mapping[Literal["easy", "hard"], Seconds] = field(default_factory=dict)
    by_word: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    moves: tuple[Run | Jump, ...] = ()
    ends: float | tuple[float, ...] = 0
    maybe_either: int | tuple[int, ...] | None = None
    where: Where = field(default=NOWHERE, compare=False)


def read(text: str, shape: Any = Everything, **options: bool) -> Any:
    value, problems = decode(dedent(text), "f.yaml", shape, **options)
    assert problems == []
    return value


def complaints(text: str, shape: Any = Everything, **options: bool) -> list[str]:
    value, problems = decode(dedent(text), "f.yaml", shape, **options)
    assert value is None
    return [str(problem) for problem in problems]


def test_the_type_of_a_field_decides_how_its_text_is_read() -> None:
    assert read("""
        text: no
        whole: 12
        share: 2
        number: 2.5
        flag: true
        day: 2027-01-04
        sides: 2
        rest: 2-3 min
        words: [yes, 1:30, 010]
        sets-of-words: [[a, b], []]
        by-level: {hard: 90 s}
        by-word: {12: [1, -2]}
        ends: [1, 2.5]
        maybe-either: 3
        """) == Everything(
        text="no",
        whole=12,
        share=2.0,
        number=2.5,
        flag=True,
        day=datetime.date(2027, 1, 4),
        sides=2,
        rest=Seconds(120, 180),
        words=("yes", "1:30", "010"),
        sets_of_words=(("a", "b"), ()),
        by_level={"hard": Seconds(90, 90)},
        by_word={"12": (1, -2)},
        ends=(1.0, 2.5),
        maybe_either=3,
    )


def test_numbers_keep_their_type() -> None:
    assert type(read("share: 2").share) is float
    assert type(read("number: 2").number) is int


def test_records_of_a_union_are_told_apart_by_their_kind() -> None:
    moves = read("""
        moves:
        - {kind: run, metres: 20}
        - {kind: bound, height: 0.4}
        """).moves
    assert moves == (Run(kind="run", metres=20), Jump(kind="bound", height=0.4))


def test_a_record_knows_the_line_it_starts_on() -> None:
    value = read("""\
        text: a
        moves:
        - kind: run
          metres: 20

        - {kind: run, metres: 30}
        """)
    assert value.where == Where("f.yaml", 1)
    assert [str(move.where) for move in value.moves] == ["f.yaml:3", "f.yaml:6"]


@pytest.mark.parametrize("empty", ["", "~", "null", '""', "  "])
def test_a_key_without_a_value_is_an_absent_key(empty: str) -> None:
    assert read(f"text: a\nday: {empty}\nwords: {empty}\nwhole: {empty}") == Everything(text="a")


def test_a_quoted_null_is_a_word() -> None:
    assert read("text: 'null'").text == "null"


def test_folded_text_loses_its_last_line_break() -> None:
    assert read("text: >\n  a\n  b\n").text == "a b"


def test_an_alias_repeats_what_its_anchor_marks() -> None:
    assert read("words: &w [a, b]\nsets-of-words: [*w, *w]").sets_of_words == (("a", "b"),) * 2


def test_plan_documents_have_underscores_in_their_keys() -> None:
    assert read("by_level: {easy: 5 s}", underscores=True).by_level == {"easy": Seconds(5, 5)}
    assert complaints("by-level: {}", underscores=True) == [
        "f.yaml:1: unknown key 'by-level'; did you mean 'by_level'?"
    ]


def test_a_mistake_behind_an_anchor_is_told_once() -> None:
    assert complaints("rest: &r 1:30\nby-level: {easy: *r, hard: *r}") == [
        "f.yaml:1: 'rest' wants e.g. '90 s' or '2-3 min', got '1:30'",
        "f.yaml:1: 'easy' wants e.g. '90 s' or '2-3 min', got '1:30'",
        "f.yaml:1: 'hard' wants e.g. '90 s' or '2-3 min', got '1:30'",
    ]
    assert len(complaints("moves: [&m {kind: run}, *m, *m]")) == 1


def test_a_text_may_be_repeated_often_but_not_a_long_one() -> None:
    short = f"words: [&w abc, {'*w, ' * 9000}]"
    assert len(read(short).words) == 9001
    long = f"words: [&w {'abc' * 300}, {'*w, ' * 9000}]"
    assert complaints(long) == ["f.yaml:1: '*' repeats more than 10000 values; write them out"]


def test_json_is_read_too() -> None:
    assert read('{"text": "a", "day": null, "flag": false, "words": ["b"]}').words == ("b",)


def test_bytes_may_start_with_a_byte_order_mark_and_end_lines_as_windows_does() -> None:
    value, problems = decode(b"\xef\xbb\xbftext: a\r\nwhole: x\r\n", "f.yaml", Everything)
    assert value is None
    assert [str(problem) for problem in problems] == [
        "f.yaml:2: 'whole' wants a whole number, got 'x'"
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("whole: 1.0", "'whole' wants a whole number, got '1.0'"),
        ("whole: 1_0", "'whole' wants a whole number, got '1_0'"),
        ("whole: ١", "'whole' wants a whole number, got '١'"),
        ("share: nan", "'share' wants a number, got 'nan'"),
        ("share: 1e3", "'share' wants a number, got '1e3'"),
        ("number: 00", "'number' wants a number, got '00'"),
        ("flag: True", "'flag' wants true or false, got 'True'"),
        ("day: 20270104", "'day' wants a date such as 2027-01-04, got '20270104'"),
        ("day: 4.1.2027", "'day' wants a date such as 2027-01-04, got '4.1.2027'"),
        ("day: 2027-02-30", "'day' wants a date such as 2027-01-04, got '2027-02-30'"),
        ("sides: '3'", "'sides' wants one of 1, 2, got '3'"),
        ("by-word: {a: [1, x]}", "an item of 'a' wants a whole number, got 'x'"),
        ("by-word: {a: }", "'a' wants a list, got nothing"),
        ("ends: {a: 1}", "'ends' wants a number, got keys and values"),
        ("ends: [x]", "an item of 'ends' wants a number, got 'x'"),
        ("moves: [{metres: 2}]", "missing key 'kind'; it is one of run, hop, bound"),
        ("moves: [{kind: [run]}]", "'kind' wants one of run, hop, bound, got a list"),
        ("moves: [run]", "an item of 'moves' wants keys and values, got 'run'"),
    ],
)
def test_a_value_of_another_type_is_told_what_would_be_right(line: str, said: str) -> None:
    assert complaints(line) == [f"f.yaml:1: {said}"]


def test_long_text_is_quoted_by_its_beginning_only() -> None:
    (said,) = complaints(f"rest: {'9' * 5000} s\n")
    assert said.endswith("999...'")
    assert len(said) < 150


def test_every_mistake_is_told_in_the_order_of_lines() -> None:
    assert complaints("""\
        whole: a
        moves:
        - {kind: run, metre: 20}
        txt: b
        flag: 1
        flag: 2
        """) == [
        "f.yaml:1: 'whole' wants a whole number, got 'a'",
        "f.yaml:3: unknown key 'metre'; did you mean 'metres'?",
        "f.yaml:4: unknown key 'txt'; did you mean 'text'?",
        "f.yaml:5: 'flag' wants true or false, got '1'",
        "f.yaml:6: key 'flag' is given twice; the first is on line 5",
    ]


def test_a_shape_that_cannot_be_read_is_our_own_mistake() -> None:
    with pytest.raises(TypeError, match="cannot read"):
        decode("a", "f.yaml", set[str])


def test_a_file_that_cannot_be_opened_is_a_problem_of_the_whole_file(tmp_path: Path) -> None:
    _, problems = decode_file(tmp_path / "gone.yaml", Everything, file="gone.yaml")
    assert [str(problem) for problem in problems] == [
        "gone.yaml: cannot be read: no such file or directory"
    ]


def test_a_file_goes_by_its_path_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("text: a\n", "utf-8")
    value, _ = decode_file(path, Everything)
    assert value is not None
    assert value.where.file == str(path)


def test_a_file_holds_so_many_values_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "_MOST_VALUES", 10)
    assert read("words: [a, b, c, d, e, f, g]").words[-1] == "g"
    assert complaints("words:\n- [a, b, c, d, e, f]\n- [a, b, c, d, e, f]") == [
        "f.yaml:3: a file holds 10 values at most; make several of it"
    ]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="nothing here has no end")
def test_a_file_without_an_end() -> None:
    _, problems = decode_file(Path("/dev/zero"), Everything)
    assert list(map(str, problems)) == ["/dev/zero: cannot be read: it is larger than 4 megabytes"]


def test_a_file_may_have_so_many_bytes_and_no_more(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_text("text: large\n" + "#" * (4_000_000 - 12))
    assert decode_file(file, Everything)[1] == []
    file.write_text("text: large\n" + "#" * (4_000_000 - 11))
    assert decode_file(file, Everything)[1] != []


@pytest.mark.parametrize("day", ["1900-01-01", "2999-12-31"])
def test_weeks_can_be_counted_from_any_date_that_is_read(day: str) -> None:
    found = read(f"day: {day}").day
    assert found - datetime.timedelta(weeks=1000) < found < found + datetime.timedelta(weeks=1000)


@pytest.mark.parametrize("day", ["1899-12-31", "3000-01-01"])
def test_a_date_that_nobody_means(day: str) -> None:
    assert complaints(f"day: {day}") == [
        f"f.yaml:1: 'day' wants a year from 1900 to 2999, got '{day}'"
    ]


def test_a_number_is_no_finer_than_it_can_be_written() -> None:
    assert str(read("share: 0.0001").share) == "0.0001"
    assert complaints("share: 0.00001") == [
        "f.yaml:1: 'share' wants a number with 4 decimals at most, got '0.00001'"
    ]
