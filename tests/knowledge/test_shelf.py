"""What comes off a shelf is what was put there, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speedcli.knowledge.shelf import Shelf, Unusable, pack

TEXTS = {"rules": b'["R07"]', "empty": b"", "map": "– Tønnessen".encode()}
PACKED = pack("0.1.0 77", TEXTS)


def opened(data: bytes, made_from: str = "0.1.0 77") -> Shelf:
    return Shelf(lambda offset, length: data[offset : offset + length], made_from)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.binary()))
def test_every_text_comes_back(texts: dict[str, bytes]) -> None:
    shelf = opened(pack("x", texts), "x")
    assert {name: shelf.text(name) for name in texts} == texts


def test_the_same_texts_make_the_same_bytes() -> None:
    assert pack("0.1.0 77", dict(TEXTS)) == PACKED


def test_only_what_is_wanted_is_read() -> None:
    read: list[int] = []

    def piece(offset: int, length: int) -> bytes:
        read.append(length)
        return packed[offset : offset + length]

    packed = pack("x", {"large": b"x" * 1_000_000, "small": b"y"})
    assert Shelf(piece, "x").text("small") == b"y"
    assert sum(read) < 1000


@pytest.mark.parametrize("made_from", ["0.1.0 78", "0.1.0 7", "0.1.0 77 1", "", "0.2.0 77"])
def test_what_was_made_from_something_else_is_not_used(made_from: str) -> None:
    with pytest.raises(Unusable):
        opened(PACKED, made_from)


def test_a_name_that_was_never_put_there() -> None:
    with pytest.raises(Unusable):
        opened(PACKED).text("nothing")


def taken(data: bytes) -> dict[str, bytes | None]:
    """What can still be had from damaged bytes."""
    found: dict[str, bytes | None] = dict.fromkeys(TEXTS)
    try:
        shelf = opened(data)
    except Unusable:
        return found
    for name in TEXTS:
        try:
            found[name] = shelf.text(name)
        except Unusable:
            continue
    return found


@pytest.mark.parametrize("bit", range(8))
def test_no_flipped_bit_goes_unseen(bit: int) -> None:
    for place in range(len(PACKED)):
        damaged = bytearray(PACKED)
        damaged[place] ^= 1 << bit
        found = taken(bytes(damaged))
        assert all(found[name] in (None, text) for name, text in TEXTS.items()), place
        assert None in found.values(), place


def test_no_missing_end_goes_unseen() -> None:
    for end in range(len(PACKED)):
        found = taken(PACKED[:end])
        assert all(found[name] in (None, text) for name, text in TEXTS.items()), end
        assert None in found.values(), end


@given(st.binary(max_size=300))
def test_anything_else_is_no_shelf(data: bytes) -> None:
    for start in (b"", b"speed-shelf/1 0.1.0 77 ", b"speed-shelf/1 0.1.0 77 9 9\n"):
        assert set(taken(start + data).values()) == {None}
