"""Holds our writing to one spelling, British, and to one way of writing a word or a measure.

Titles of publications stay as published. Aliases are what coaches type, in any spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from speedcli.knowledge.library import TABLES
from speedcli.knowledge.load import data_dir, load
from speedcli.knowledge.records import Source

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "ARCHITECTURE.md", "docs/page.md")

AMERICAN = re.compile(
    r"""\b(
    (?!size|sizing|prize|seize|capsize)\w{2,}(iz(e[sdr]?|ing|ation|ations)|yz(e[sdr]?|ing))
    | (kilo|centi|milli)?meters? | (milli)?liters? | fibers? | centers? | centered | caliber
    | colors? | colored | favors? | favored | favorite | labor | neighbors? | harbor | vigor
    | behaviors? | behavioral | defense | offense | gray | catalog | skeptical | pediatric\w*
    | anesthe\w+ | hemoglobin | edema | orthopedic | maneuvers? | program | programs | traveled
    | traveling | modeling | modeled | labeled | labeling | fulfill | skillful | enrollment | aging
    | judgment | toward | afterward | gotten | inches
    )\b""",
    re.I | re.X,
)
# Computers run programs; what is trained is a programme.
PROGRAMS = re.compile(r"\b(programs?)\b", re.I)
SIZED = re.compile(r"\b(over|under|re|down|out|mid)?-?siz(e[sd]?|ing)\b", re.I)

# One word for one thing, in what a coach reads: the left one is not ours.
OTHER_WORDS = {
    r"repetitions?": "rep",
    r"workouts?": "session",
    r"max(imal|imum)? (velocity|speed)": "top speed",
    r"helpers?": "partner",
    r"equipment": "kit",
    r"acute(?!-to-chronic)": "fresh",
    r"\d of 10": "out of 10",
    r"lower back": "low back",
}
AT_THE_TRACK = ("sessions/", "exercises/", "rules/", "series/", "planning")
EXPLAINED = ("concepts/", "muscles/", "claims/", "disputes/")
# What the field, or the one whose claim it is, calls a thing.
CALLED_SO = {
    ("concepts/maximum-velocity-phase", "Maximum velocity"),
    ("claims/C05", "Repetitions"),
    ("claims/C05", "repetitions"),
    ("disputes/D06", "Acute"),
}
LONGEST = 30  # words of a sentence

METRES = re.compile(r"yards \(\d+ m\)|m \(\d+ yards\)")
NO_SPACE = re.compile(r"(?<!under-)\b\d+(%|kg|km|cm|mm|ms|m|s|h|N|W|Nm)(?![\w²/-])")


def prose() -> Iterator[tuple[str, str]]:
    """Every text that we wrote, with where it stands."""
    shipped = load(data_dir())
    for table in TABLES:
        for record in shipped.table(table).values():
            yield from ((f"{table}/{record.id}", text) for text in texts(record))
    yield from (("planning", text) for text in texts(shipped.planning))
    for name in DOCUMENTS:
        written = (ROOT / name).read_text("utf-8")
        said = re.sub(r"^```.*?^```$|`[^`]*`|\]\([^)]*\)", " ", written, flags=re.M | re.S)
        yield from ((name, line) for line in said.splitlines())


def texts(value: Any) -> Iterator[str]:
    """The texts of a record and of what it holds, without names that others gave."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for member in value.values():
            yield from texts(member)
    elif isinstance(value, tuple) and type(value) is tuple:
        for member in value:
            yield from texts(member)
    elif hasattr(value, "__dataclass_fields__"):
        given = {"title", "authors", "journal", "doi", "url"} if isinstance(value, Source) else ()
        for field in fields(value):
            if field.name not in {"id", "where", "aliases", *given}:
                yield from texts(getattr(value, field.name))


def american(text: str) -> list[str]:
    return [found[0] for found in AMERICAN.finditer(text) if not SIZED.fullmatch(found[0])]


def test_there_is_much_to_read() -> None:
    assert sum(len(text.split()) for _, text in prose()) > 40_000


def test_spelling_is_british() -> None:
    found = {
        (where, word)
        for where, text in prose()
        for word in american(text)
        if not (where.endswith(".md") and PROGRAMS.fullmatch(word))
    }
    assert found == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Organize fast fibers", ["Organize", "fibers"]),
        ("analyzing a training program", ["analyzing", "program"]),
        ("10 meters, 5 centimeters", ["meters", "centimeters"]),
        ("size, sizing, oversized and a prize", []),
        ("organise a programme of 10 metres, with a parameter", []),
    ],
)
def test_american_spelling_is_told_from_british(text: str, found: list[str]) -> None:
    assert american(text) == found


def test_a_blank_stands_between_number_and_unit() -> None:
    assert NO_SPACE.search("runs of 20m")
    assert NO_SPACE.search("at 90% effort")
    assert not NO_SPACE.search("in type 2 fibres, at 90 % of 20 m")
    wrong = {(where, text) for where, text in prose() if NO_SPACE.search(text)}
    assert wrong == set()


def test_who_says_yards_says_metres() -> None:
    """Once in a record at least. Of a source we tell what was measured."""
    by_place: dict[str, str] = {}
    for where, text in prose():
        if where not in DOCUMENTS:
            by_place[where] = f"{by_place.get(where, '')} {text}"
    american = {where: text for where, text in by_place.items() if re.search(r"\byards\b", text)}
    assert len(american) > 4
    bare = [where for where, text in american.items() if not METRES.search(text)]
    assert [where for where in bare if not where.startswith("sources/")] == []


def test_one_thing_has_one_word() -> None:
    others = re.compile(rf"\b({'|'.join(OTHER_WORDS)})\b", re.I)
    found = {
        (where, other[0])
        for where, text in prose()
        if where.startswith(AT_THE_TRACK + EXPLAINED) or where in DOCUMENTS
        for other in others.finditer(text)
    }
    assert found == CALLED_SO


def test_no_sentence_is_too_long_to_say_in_one_breath() -> None:
    sentences = [
        sentence
        for where, text in prose()
        if where.startswith(AT_THE_TRACK)
        for sentence in re.split(r"(?<=[.!?])\s+", text)
    ]
    assert len(sentences) > 2_000
    assert [one for one in sentences if len(one.split()) > LONGEST] == []


def test_a_word_has_a_hyphen_everywhere_or_nowhere() -> None:
    written: dict[str, str] = {}
    for where, text in prose():
        if "/" not in where or not re.fullmatch(r"[a-z0-9-]+", text):  # an id is no word
            for word in re.findall(r"[a-z]+(?:-[a-z]+)*", text.casefold()):
                written.setdefault(word, where)
    joined = {word.replace("-", ""): word for word in written if "-" in word}
    twice = {(word, joined[word]) for word in written if word in joined}
    assert twice == set()
