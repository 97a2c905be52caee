"""The stems of English words, so that `sprinting` finds `sprints`."""

from __future__ import annotations

from functools import cache


@cache
def stem(word: str) -> str:
    """What the forms of a word share, by Porter's second algorithm; not always a word itself."""
    import snowballstemmer  # noqa: PLC0415 - an index knows its own words; only new ones need it

    stemmed: str = snowballstemmer.stemmer("english").stemWord(word)
    return stemmed
