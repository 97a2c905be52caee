"""YAML texts as typing, editors and ill will leave them: real ones, changed in a few places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random

HOSTILE = (
    "",
    "~",
    "null",
    "no",
    "0",
    "-1",
    "1e9",
    "0.0000001",
    "999999999999999",
    "-999999999999999",
    "9" * 400,
    "1:30",
    "0x1F",
    ".inf",
    ".nan",
    "5-3",
    "1-999999999999999",
    "90-180 s",
    "999999999999999 min",
    "100 % max-speed",
    "[0, 0]",
    "[]",
    "{}",
    "[[[]]]",
    "{a: {b: c}}",
    "0001-01-01",
    "9999-12-31",
    "2027-02-30",
    "2027-01-04T10:00:00",
    "mon",
    "R07",
    "practice",
    "wall",
    "'=1+1'",
    "'@SUM(A1)'",
    "'<script>'",
    "'#panic(1)'",
    "'../../etc/passwd'",
    r'"\e[31m"',
    r'"\u202e"',
    r'"\ud800"',
    r'"\U00110000"',
    "'\N{RUNNER}\N{ZERO WIDTH JOINER}\N{FEMALE SIGN}'",
    "'\N{LINE SEPARATOR}'",
    "e\N{COMBINING ACUTE ACCENT}" * 50,
    "w " * 2000,
    "w" * 5000,
    "!!python/object/apply:os.system [id]",
    "!mine x",
    "&a x",
    "*a",
    "&a [*a]",
    "<<",
    "|",
    ">-",
    "'",
    '"',
    "`",
    "%",
    "@",
    "? :",
    "-",
    "- - - -",
    "#",
)
_BOMB = "b: [&a [x, x, x, x, x, x, x, x, x, x], &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]]"
INSERTED = (
    "---",
    "...",
    "%YAML 1.2",
    "\t",
    "<<: *a",
    "? [a, b]",
    "- " * 60 + "x",
    "[" * 300,
    "{a: " * 60,
    "items: [" + "x, " * 3000 + "x]",
    "b: &b [" + ", ".join(["*b"] * 9) + "]",
    _BOMB,
    "\N{BYTE ORDER MARK}",
    "\x00",
    "\x1b[2J",
    "\x85",
    "\N{PARAGRAPH SEPARATOR}",
    "id: x",
    "kind: sprint",
    "where: here",
)

_VALUE = re.compile(
    r"(?<=: )[^\s\[\]{},#][^\[\]{},#\n]*|(?<=- )[^\s\[\]{},:#][^\[\]{},:#\n]*$", re.M
)
_KEY = re.compile(r"[a-z_-]+(?=:)")


def mutated(text: str, random: Random, most: int = 4) -> bytes:
    """The text after one to `most` changes. Most results are still YAML, and many still valid."""
    for _ in range(random.randint(1, most)):
        text = random.choice(_WAYS)(text, random)
    data = text.encode(errors="surrogatepass")
    return data if random.randrange(10) else _flipped(data, random)


def records(text: str) -> Iterator[tuple[str, str]]:
    """The lines of each record of a data file, with the table that it stands in."""
    for table, lines in re.findall(r"^([a-z]+):\n((?:[- ].*\n|\n)+)", text, re.M):
        for record in re.findall(r"^- .*\n(?:  .*\n|\n)*", lines, re.M):
            yield table, record


def _replaced(text: str, random: Random) -> str:
    """A value becomes a hostile one, or another of the text."""
    places = list(_VALUE.finditer(text))
    if not places:
        return text
    place = random.choice(places)
    value = random.choice(places)[0] if random.randrange(3) == 0 else random.choice(HOSTILE)
    return text[: place.start()] + value + text[place.end() :]


def _renamed(text: str, random: Random) -> str:
    """A key becomes another of the text, or loses a letter."""
    places = list(_KEY.finditer(text))
    if not places:
        return text
    place = random.choice(places)
    name = random.choice(places)[0] if random.randrange(2) else place[0][1:]
    return text[: place.start()] + name + text[place.end() :]


def _lines(change: Callable[[list[str], int, Random], Sequence[str]]) -> Callable[..., str]:
    """What changes the lines of a text around one of them, as a change of the text."""

    def changed(text: str, random: Random) -> str:
        lines = text.split("\n")
        return "\n".join(change(lines, random.randrange(len(lines)), random))

    return changed


def _dropped(lines: list[str], at: int, random: Random) -> Sequence[str]:
    return [*lines[:at], *lines[at + random.randint(1, 5) :]]


def _doubled(lines: list[str], at: int, random: Random) -> Sequence[str]:
    end = at + random.randint(1, 12)
    return [*lines[:end], *lines[at:end], *lines[end:]]


def _moved(lines: list[str], at: int, random: Random) -> Sequence[str]:
    line = lines.pop(at)
    lines.insert(random.randint(0, len(lines)), line)
    return lines


def _indented(lines: list[str], at: int, random: Random) -> Sequence[str]:
    lines[at] = random.choice(("", " ", "  ", "    ", "\t")) + lines[at].lstrip()
    return lines


def _inserted(lines: list[str], at: int, random: Random) -> Sequence[str]:
    return [*lines[:at], random.choice(("", "  ", "      ")) + random.choice(INSERTED), *lines[at:]]


def _cut(text: str, random: Random) -> str:
    return text[: random.randint(0, len(text))]


def _broken(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice("'\"\\:-[]{},&*!|>%@`#\t\n\r ?~\x07\ud800é") + text[at:]


def _flipped(data: bytes, random: Random) -> bytes:
    if not data:
        return b"\xff"
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << random.randrange(8))]) + data[at + 1 :]


_REPEATED = 5  # values are what a coach edits, and where most mistakes get past the form
_WAYS: tuple[Callable[[str, Random], str], ...] = (
    *([_replaced] * _REPEATED),
    _renamed,
    _lines(_dropped),
    _lines(_doubled),
    _lines(_moved),
    _lines(_indented),
    _lines(_inserted),
    _cut,
    _broken,
)
