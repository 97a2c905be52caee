"""Reads the words of a prescription back into numbers, as a careful athlete would."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from speedcli.training.document import Block, Item, Session

_NUMBER = r"\d+(?:\.\d+)?"
_TIME = rf"\d+:\d\d min|{_NUMBER} (?:s|min)"
_DOSE = (
    rf"(?:(?:\d+ x ){{0,2}}(?:{_TIME}|{_NUMBER} m)(?: after {_NUMBER} m run-in)?"
    r"|\d+ x \d+|\d+ reps?|\d+)(?: each side| for both sides)?"
)
_HARD = rf"(?:RPE )?(?:at most )?{_NUMBER}(?:-{_NUMBER})?(?:RM| %(?: [a-z-]+)+|(?!\w|-|\.\d))"
_REST = r"(?:then )?rest \d+:\d\d(?:, (?:sets|then) \d+:\d\d)?"
_ITEM = re.compile(rf"(?P<dose>{_DOSE})(?:, (?P<hard>{_HARD}))?(?:, (?P<rest>{_REST}))?")
_SCALES = {
    "% of best speed": "max-speed",
    "% of maximal force": "max-force",
    "% of one-rep maximum": "one-rep-max",
    "% speed loss": "velocity-loss",
    "% effort": "effort",
    "% of body weight": "body-weight",
    "RM": "rep-max",
    "RPE": "rpe",
}


class Hard(NamedTuple):
    low: float
    high: float
    of: str


class Numbers(NamedTuple):
    """What is prescribed. Counts of one and the order of the rests are not told apart in words."""

    counts: tuple[int, ...]  # sets and reps above one
    metres: float
    seconds: float
    run_in: float
    both_sides: bool
    rests: frozenset[int]


def numbers_of(item: Item) -> Numbers:
    """The numbers that the document has."""
    both = item.sides == 2
    if item.minutes is not None:
        return Numbers((), 0, item.minutes * 60, 0, both, frozenset(_rests(item)))
    counts = tuple(count for count in (item.sets, item.reps) if count > 1)
    seconds = 0.0
    if item.distance_m is None:
        seconds = item.hold_s if item.hold_s is not None else item.effort_s or 0.0
    metres, run_in = item.distance_m or 0, item.run_in_m or 0
    return Numbers(counts, metres, seconds, run_in, both, frozenset(_rests(item)))


def hard_of(item: Item) -> Hard | None:
    if item.intensity is None:
        return None
    value = item.intensity.value
    low, high = value if isinstance(value, tuple) else (value, value)
    return Hard(low, high, item.intensity.of)


def read_dose(dose: str, rest: str = "") -> Numbers:
    """The numbers that the words have."""
    assert re.fullmatch(_DOSE, dose), dose
    assert re.fullmatch(f"(?:{_REST})?", rest), rest
    words, _, run_in = dose.partition(" after ")
    time = re.search(_TIME, words)
    metres = re.search(rf"({_NUMBER}) m(?![a-z])", words)
    counted = words[: (time or metres or re.search("$", words)).start()]  # type: ignore[union-attr]
    counts = tuple(int(count) for count in re.findall(r"\d+", counted) if int(count) > 1)
    return Numbers(
        counts,
        float(metres[1]) if metres else 0,
        _seconds(time[0]) if time else 0,
        float(run_in.partition(" ")[0]) if run_in else 0,
        words.endswith("sides") or dose.endswith("side"),
        frozenset(filter(None, map(_clock, re.findall(r"\d+:\d\d", rest)))),
    )


def read_hard(words: str) -> Hard | None:
    if not words:
        return None
    (scale,) = (of for suffix, of in _SCALES.items() if suffix in words)
    ends = [float(each) for each in re.findall(_NUMBER, words)]
    return Hard(0 if "at most" in words else ends[0], ends[-1], scale)


def opening_hard(text: str) -> str:
    """The sentence that says how hard, where a text starts with one."""
    found = re.match(rf"({_HARD})\.(?:\s|$)", text)
    return found[1] if found else ""


def check_item(item: Item, dose: str, hard: str, rest: str) -> None:
    """That words say what the document says."""
    assert read_dose(dose, rest) == numbers_of(item)
    assert read_hard(hard) == hard_of(item)


def check_in_one_line(block: Block, words: str) -> None:
    """The same for a block as running text, where how hard easy work feels is said for all."""
    minutes, _, rest = words.partition(" min: ")
    assert int(minutes) == block.minutes
    at = 0
    for item in block.items:
        at = rest.lower().index(item.name.lower(), at) + len(item.name)
        found = _ITEM.match(rest, at + 1)
        assert found, rest[at : at + 60]
        at = found.end()
        assert read_dose(found["dose"], found["rest"] or "") == numbers_of(item)
        measured = item.intensity and item.intensity.of != "rpe"
        assert read_hard(found["hard"] or "") == (hard_of(item) if measured else None)
    felt = [hard for item in block.items if (hard := hard_of(item)) and hard.of == "rpe"]
    if felt:
        told = re.search(rf"All (?:else )?at (RPE {_NUMBER}(?:-{_NUMBER})?)", rest[at:])
        assert told
        low, high = min(hard.low for hard in felt), max(hard.high for hard in felt)
        assert read_hard(told[1]) == Hard(low, high, "rpe")
    assert rest.endswith(block.stop)


def check_session(session: Session, text: str) -> None:
    """That short lines say all of a session: its blocks and items in their order."""
    text = text.replace("×", "x").replace("*", "")
    lines = iter(text.splitlines())
    for block in session.blocks:
        if block.role in ("warm-up", "cool-down"):
            label = block.role.capitalize() + ": "
            check_in_one_line(block, _next(lines, label).removeprefix(label))
            continue
        heading = _next(lines, f"{block.title} · ").removeprefix(f"{block.title} · ")
        minutes, _, common = heading.partition(" · ")
        assert minutes == f"{block.minutes} min"
        for item in block.items:
            start = f"• {item.name}: "
            found = _ITEM.match(_next(lines, start), len(start))
            assert found
            check_item(item, found["dose"], found["hard"] or common, found["rest"] or "")
        assert block.stop in _next(lines, "Stop")


def _next(lines: Iterable[str], start: str) -> str:
    return next(line for line in lines if line.startswith(start))


def _rests(item: Item) -> Iterator[int]:
    yield from (rest for rest in (item.rest_s, item.set_rest_s) if rest)


def _seconds(words: str) -> float:
    number, unit = words.split(" ")
    if ":" in number:
        return _clock(number)
    return float(number) * (60 if unit == "min" else 1)


def _clock(words: str) -> int:
    minutes, seconds = words.split(":")
    return int(minutes) * 60 + int(seconds)
