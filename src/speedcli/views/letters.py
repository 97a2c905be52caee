"""Letters as a terminal takes them: harmless, as wide as they look, or folded to ASCII."""

from __future__ import annotations

import unicodedata
from functools import cache

# A blank that lines are not broken at.
TIE = "\N{NO-BREAK SPACE}"

_BLANKS = frozenset(" \t\n\r\v\f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{NEXT LINE}")
_UNSHOWN = frozenset(("Cf", "Cn", "Co", "Cs"))

# What reads best in ASCII. Marks that the views draw with keep their width.
_ASCII = {
    TIE: " ",
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    "‐": "-",
    "×": "x",
    "÷": "/",
    "⁄": "/",
    "±": "+/-",
    "≥": ">=",
    "≤": "<=",
    "≈": "~",
    "≠": "!=",
    "→": "->",
    "←": "<-",
    "°": " deg",
    "µ": "u",
    "μ": "u",
    "·": "-",
    "•": "-",
    "…": "...",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "′": "'",
    "″": '"',
    "●": "*",
    "○": "-",
    "▇": "#",
    "─": "-",
    "✓": "x",
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "Δ": "delta",
    "α": "alpha",
    "β": "beta",
    "λ": "lambda",
    "σ": "sigma",
}


def harmless(text: str) -> str:
    """`text` on one line, without letters that would steer a terminal or hide others."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_harmless_letter, text))


def in_json(text: str) -> str:
    """JSON that means the same, with escapes for letters that would steer a terminal."""
    steering = {letter for letter in set(text) - {"\n"} if _harmless_letter(letter) != letter}
    return text.translate({ord(letter): _escape(letter) for letter in steering})


def to_ascii(text: str) -> str:
    """`text` in ASCII letters only; what has no likeness there becomes a question mark."""
    return text if text.isascii() else "".join(map(_ascii_letter, text))


def width(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return len(text) if text.isascii() else sum(map(_letter_width, text))


def _harmless_letter(letter: str) -> str:
    if letter in _BLANKS:
        return " "
    category = unicodedata.category(letter)
    if category == "Cc":
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category in _UNSHOWN else letter


def _escape(letter: str) -> str:
    """As JSON has it: a unit of UTF-16 after another."""
    units = letter.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _ascii_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter in _ASCII:
        return _ASCII[letter]
    parts = unicodedata.normalize("NFKD", letter)
    plain = "".join(_ASCII.get(part, part) for part in parts if not unicodedata.combining(part))
    return plain.encode("ascii", "ignore").decode() or (
        "" if unicodedata.combining(letter) else "?"
    )


@cache
def _letter_width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
