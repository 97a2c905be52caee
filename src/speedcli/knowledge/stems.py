"""The stems of English words, so that `sprinting` finds `sprints`."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@cache
def stem(word: str) -> str:
    """What the forms of a word share, by Porter's second algorithm; not always a word itself."""
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


@cache
def _stemmer() -> Any:
    import Stemmer  # noqa: PLC0415 - an index knows its own words; only new ones need it

    return Stemmer.Stemmer("english")
