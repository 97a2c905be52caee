"""Frozen records are dataclasses in all but what they cost."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable
from functools import cached_property
from types import MappingProxyType
from typing import Any

import pytest

from speedcli.knowledge import frozen as module
from speedcli.knowledge import planning, records, rulebook
from speedcli.knowledge.frozen import frozen, make, replace, values
from speedcli.knowledge.records import Where


@frozen()
class Jump:
    """A jump."""

    name: str
    height: int = 3
    notes: tuple[str, ...] = ()
    where: Where = records.NOWHERE

    @cached_property
    def loud(self) -> str:
        return self.name.upper()

    @property
    def twice(self) -> int:
        return 2 * self.height


@frozen(kw_only=True)
class Hop:
    """As a jump, of another kind."""

    name: str
    height: int = 3


def test_fields_are_given_by_position_or_by_name_or_by_default() -> None:
    assert Jump("a", 4, height_notes := ("x",)) == Jump(name="a", height=4, notes=height_notes)
    assert (Jump("a").height, Jump("a").notes, Jump("a").twice) == (3, (), 6)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda made: made(), "missing or unknown: name"),
        (lambda made: made("a", heigth=4), "missing or unknown: heigth"),
        (lambda made: made("a", name="b"), "takes name, height, notes, where, each once"),
        (lambda made: made("a", 1, (), records.NOWHERE, 5), "each once"),
    ],
)
def test_wrong_fields_are_refused(wrong: Callable[[Any], Any], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        wrong(Jump)


def test_records_that_say_the_same_are_equal_wherever_they_stand() -> None:
    here, there = Jump("a", where=Where("a", 1)), Jump("a", where=Where("b", 2))
    assert here == there
    assert hash(here) == hash(there)
    assert len({here, there, Jump("b")}) == 2
    assert here != Jump("b")
    assert repr(here) == "Jump(name='a', height=3, notes=())"


def test_records_of_other_kinds_are_never_equal() -> None:
    others: tuple[object, ...] = (Jump("a"), ("a", 3))
    assert Hop(name="a") not in others


def test_nothing_changes_a_record() -> None:
    jump = Jump("a")
    with pytest.raises(AttributeError, match="Jump is frozen; 'height' stays as it is"):
        jump.height = 5  # type: ignore[misc]
    with pytest.raises(AttributeError, match="'name' stays"):
        del jump.name
    with pytest.raises(AttributeError):
        Hop(name="a").weight = 5  # type: ignore[attr-defined]
    assert copy.deepcopy(jump) is copy.copy(jump) is jump


def test_a_copy_with_changes() -> None:
    line = Where("a", 1)
    changed = replace(Jump("a", where=line), height=9)
    assert (changed, changed.where) == (Jump("a", 9), line)
    with pytest.raises(TypeError, match="Jump has no heigth"):
        replace(Jump("a"), heigth=9)  # type: ignore[call-arg]


def test_what_is_remembered_is_worked_out_once() -> None:
    jump = Jump("a")
    assert jump.loud is jump.loud


def test_a_record_is_made_again_from_what_it_says() -> None:
    jump = Jump("a", 4, ("x",), Where("a", 1))
    assert values(jump) == ("a", 4, ("x",))
    assert make(Jump, values(jump)) == jump
    assert make(Jump, values(jump)).where == records.NOWHERE


def test_it_can_be_taken_apart() -> None:
    match Jump("a", 4):
        case Jump(name, height):
            assert (name, height) == ("a", 4)


def test_the_functions_of_dataclasses_take_it_for_one() -> None:
    kind: Any = Jump
    assert dataclasses.is_dataclass(kind)
    name, height, notes, where = dataclasses.fields(kind)
    assert (name.name, height.name, notes.name, where.name) == Jump.__match_args__
    assert (name.default, height.default) == (dataclasses.MISSING, 3)
    assert dataclasses.replace(Jump("a", 4), height=5) == Jump("a", 5)


class High(Jump):
    """A jump of another kind, with the same fields."""

    __slots__ = ()


def test_a_kind_of_a_kind_has_the_fields_of_the_other_whichever_is_asked_first() -> None:
    named = [[field.name for field in dataclasses.fields(kind)] for kind in (High, Jump)]
    assert named == [list(Jump.__match_args__)] * 2
    assert (High("a", 4).twice, High("a") == Jump("a")) == (8, False)


def test_a_default_that_cannot_be_hashed_is_one_all_the_same() -> None:
    unsuitable = next(f for f in dataclasses.fields(records.Template) if f.name == "unsuitable")
    made = unsuitable.default_factory
    default = unsuitable.default if made is dataclasses.MISSING else made()  # by Python's version
    assert default == MappingProxyType({})


@pytest.mark.parametrize("room", [records, planning, rulebook], ids=lambda room: room.__name__)
def test_where_stands_last_in_every_record(room: Any) -> None:
    kinds = [kind for kind in vars(room).values() if hasattr(kind, "_puts")]
    assert len(kinds) > 10
    for kind in kinds:
        names = kind.__match_args__
        assert "where" not in names[:-1], kind


class Pair(module.NamedTuple):
    """Two things."""

    left: int
    right: int = 2

    @property
    def both(self) -> int:
        return self.left + self.right


def test_a_named_tuple_is_what_typing_makes_of_it() -> None:
    pair = Pair(1)
    assert pair == (1, 2)
    assert (pair.left, pair.both, pair._replace(left=5)) == (1, 3, (5, 2))
    assert (Pair._fields, Pair.__doc__, repr(pair)) == (
        ("left", "right"),
        "Two things.",
        "Pair(left=1, right=2)",
    )
    with pytest.raises(AttributeError):
        pair.other = 1  # type: ignore[attr-defined]
