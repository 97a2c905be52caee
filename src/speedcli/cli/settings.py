"""What a coach sets once for all commands: by `SPEED_` variables, and in the file of settings."""

from __future__ import annotations

import os

from speedcli.cli import settings_file
from speedcli.cli.say import say
from speedcli.knowledge.frozen import NamedTuple
from speedcli.knowledge.problems import UsageError, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeVar

    from speedcli.knowledge.problems import Problem

    T = TypeVar("T")
    Word = TypeVar("Word", bound=str)


class Setting(NamedTuple):
    """What can be set, by the long name of its option."""

    name: str
    about: str
    example: str
    default: str = ""  # in words, where something is assumed
    is_list: bool = False


class Given(NamedTuple):
    """The text of a setting, and the variable or the line of the file that gives it."""

    text: str
    source: str


_ALL = (
    Setting("level", "beginner, intermediate or advanced.", "intermediate", "beginner"),
    Setting(
        "goal",
        "acceleration, max-velocity, speed-endurance or general.",
        "acceleration",
        "general",
    ),
    Setting("days", "A number, or mon,wed,fri.", "mon,wed,fri", "3", is_list=True),
    Setting("minutes", "Most minutes of a session.", "75", "by level"),
    Setting(
        "kit",
        "Everything there is, as track,wall,bands.",
        "track,wall,bands,hill",
        "flat-ground,wall,bands",
        is_list=True,
    ),
    Setting(
        "avoid",
        "A body part, a kind of work, an exercise or a session: hamstring,jumping.",
        "jumping",
        is_list=True,
    ),
    Setting("age", "The young and the older train with more care.", "17"),
    Setting("athlete", "Who trains.", "Ada"),
    Setting("coach", "Who coaches.", "Sam Hill"),
    Setting("club", "Club or squad.", "Harriers"),
    Setting("place", "Where to train.", "Park track"),
    Setting("at", "Calendars: when it starts, as 17:00.", "17:00", "all day"),
    Setting("alarm", "Calendars: an alarm so many minutes before it.", "30"),
    Setting("paper", "Cards: which paper, a4 or letter.", "a4", "as usual where you are"),
    Setting("logo", "Cards: a picture at the head, png, jpg or svg.", "logo.png"),
    Setting("color", "Tint headings and grades: auto, always or never.", "never", "auto"),
    Setting("pager", "What shows long texts page by page; cat is none.", "less", "$PAGER or less"),
    Setting("data", "A folder of your own YAML, on top of ours.", "~/speed-data", is_list=True),
)
SETTINGS = {one.name: one for one in _ALL}

_PATHS = ("logo", "data")  # in the file they start from its folder
_MAY_BE_EMPTY = "pager"  # which is then none

# By the path of the file, so that one command reads it once.
_read: dict[str, tuple[Mapping[str, Given], Sequence[Problem]]] = {}


def variable(name: str) -> str:
    """The variable that says the same as a setting: `SPEED_LEVEL`."""
    return f"SPEED_{name.upper()}"


def given(name: str) -> Given | None:
    """What is set by the variable, or else in the file; None where nothing is.

    Mistakes of the file are told once, and what can be read of it counts.
    """
    text = os.environ.get(variable(name))
    if text is not None and (text.strip() or name == _MAY_BE_EMPTY):
        return Given(text, variable(name))
    is_new = settings_file.path() not in _read
    set_in_file, wrong = _file()
    for problem in wrong if is_new else ():
        say(str(problem))
    return set_in_file.get(name)


def read(name: str, how: Callable[[str], T]) -> T | None:
    """The setting as `how` reads it, or None; UsageError with its place for what it cannot be."""
    found = given(name)
    if found is None:
        return None
    try:
        return how(found.text)
    except UsageError as error:
        raise UsageError(f"{found.source}: {str(error).removeprefix('--')}") from None


def number(name: str) -> Callable[[str], int]:
    """Reads a whole number."""

    def how(text: str) -> int:
        try:
            return int(text)
        except ValueError:
            said = f"{name} takes a whole number, got {quoted(text)}"
            raise UsageError(said) from None

    return how


def one_of(name: str, choices: Sequence[Word]) -> Callable[[str], Word]:
    """Reads one of a few words, in either case."""

    def how(text: str) -> Word:
        word = text.strip().lower()
        for choice in choices:
            if word == choice:
                return choice
        from speedcli.knowledge.nearest import did_you_mean

        *others, last = choices
        either = f"{', '.join(others)} or {last}"
        raise UsageError(f"{name} takes {either}, got {quoted(text)}{did_you_mean(word, choices)}")

    return how


def problems() -> Sequence[Problem]:
    """What is wrong with the form of the file."""
    return _file()[1]


def require() -> None:
    """UsageError for a file with mistakes: the rest of it would make what was not meant."""
    if wrong := problems():
        raise UsageError("\n".join(map(str, wrong)))


def forget() -> None:
    """Read the file anew when it is asked for again."""
    _read.clear()


def _file() -> tuple[Mapping[str, Given], Sequence[Problem]]:
    file = settings_file.path()
    if file not in _read:
        lines, wrong = settings_file.read(file, SETTINGS)
        found = {
            name: Given(_joined(name, texts, file), f"{file}:{line}")
            for name, (texts, line) in lines.items()
            if any(texts)
        }
        _read[file] = found, wrong
    return _read[file]


def _joined(name: str, texts: Sequence[str], file: str) -> str:
    """The texts as the variable would have them."""
    if name not in _PATHS:
        return ",".join(texts)
    base = os.path.dirname(file)
    ways = os.pathsep.join(texts).split(os.pathsep) if SETTINGS[name].is_list else texts
    return os.pathsep.join(os.path.join(base, os.path.expanduser(way)) for way in ways)
