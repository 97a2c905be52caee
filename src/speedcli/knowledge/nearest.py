"""What was probably meant: the nearest of some names. Used only once something was missed."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# Below this likeness, from 0 to 100, a suggestion puzzles more than it helps.
_ALIKE = 65
_SLIP = 85  # from here on, a letter or two apart: the same name, mistyped
_LONGEST = 80  # nobody mistypes a longer name; comparing one is slow


def nearest(name: str, known: Iterable[str], most: int = 1, alike: int = _ALIKE) -> list[str]:
    """Up to `most` of the `known` names that look like `name`, the likest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - loaded only when something was missed

    if len(name) > _LONGEST:
        return []
    found = process.extract(
        name,
        list(known),
        scorer=fuzz.ratio,
        processor=str.casefold,
        score_cutoff=alike,
        limit=most,
    )
    return [choice for choice, _, _ in found]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a message that suggests the nearest name, or nothing."""
    close = nearest(name, known)
    return f"; did you mean {close[0]!r}?" if close else ""


def slip(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` is a slip of the keyboard from, where new names are welcome.

    Other digits make another name: `flying-30` is no misspelt `flying-10`.
    """
    digits = _digits(name)
    close = nearest(name, known, most=5, alike=_SLIP)
    return next((each for each in close if _digits(each) == digits), None)


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))
