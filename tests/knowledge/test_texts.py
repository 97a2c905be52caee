"""What people read of a record, and nothing that only programs read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.library import Library
from speedcli.knowledge.records import NOWHERE, Where
from speedcli.knowledge.texts import texts


@frozen(kw_only=True)
class Note:
    """A note."""

    text: str
    sources: tuple[str, ...] = ()
    where: Where = NOWHERE


@frozen(kw_only=True)
class Card:
    """A card, with every kind of field."""

    title: str
    family: Literal["sprint", "band"] = "sprint"
    level: Literal["low", "high"] = "low"
    url: str = "https://example.org"
    cues: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    unsuitable: Mapping[str, str | Note]
    concepts: tuple[str, ...] = ()
    kit_safety: tuple[Note, ...] = ()
    age: int = 3


def test_texts_come_with_their_fields_in_order_however_deep() -> None:
    card = Card(
        title="Push",
        cues=("Long", "Tall"),
        notes=(Note(text="Breathe.", sources=("weyand2000",)),),
        unsuitable={"beginner": "Later.", "advanced": Note(text="Never.")},
        concepts=("isometric",),
    )
    assert list(texts(card)) == [
        ("title", "Push"),
        ("family", "sprint"),
        ("cues", "Long"),
        ("cues", "Tall"),
        ("notes", "Breathe."),
        ("unsuitable", "Later."),
        ("unsuitable", "Never."),
    ]


def test_a_field_of_ids_may_hold_records_with_texts(library: Library) -> None:
    found = [text for _, text in texts(library.concepts["isometric"])]
    assert "Pushes make you stronger." in found
    assert "weyand2000" not in found
