"""HTML from values: whatever is not HTML yet is escaped, so that no text can become markup."""

from __future__ import annotations

import re
from html import escape

# What no HTML text may hold: controls, and halves of surrogate pairs.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# Values that HTML takes without quotes, of which a page would have thousands.
_PLAIN = re.compile("[A-Za-z0-9_-]+")
_VOID = frozenset(("br", "input", "link", "meta"))

Attribute = str | int | bool | None


class Html(str):
    """Text that is HTML already. Only this module makes it."""

    __slots__ = ()


def joined(*parts: str | None) -> Html:
    """The parts one after the other, escaped where they are plain text; None is left out."""
    return Html("".join(map(_safe, filter(None, parts))))


def tag(name: str, /, *children: str | None, **attributes: Attribute) -> Html:
    """An element. `class_` stands for class, `data_key` for data-key; True is a bare attribute."""
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}>{joined(*children)}</{name}>")


def verbatim(name: str, content: str, /, **attributes: Attribute) -> Html:
    """A script or style with its own language inside; ValueError when that would end it early."""
    if f"</{name}" in content.lower() or "<!--" in content:
        raise ValueError(f"{name} holds what HTML reads as its end")
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    return Html(f"<{name}{given}>{content}</{name}>")


def _safe(part: str) -> str:
    return part if isinstance(part, Html) else escape(_fit(part))


def _attribute(key: str, value: Attribute) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    text = _fit(str(value))
    return f" {name}={text}" if _PLAIN.fullmatch(text) else f' {name}="{escape(text)}"'


def _fit(text: str) -> str:
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)
