"""Plain data as YAML that people edit: short mappings on one line, text quoted only where needed.

Written here rather than by a library, so that the bytes are the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Data = Any  # mappings, lists, texts, numbers, truths, dates and None

_INDENT = "  "
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}

# What a YAML reader, of version 1.1 or 1.2, would take for something other than text.
_OTHER = re.compile(
    r"""[-+]?(0[xob])?[0-9][0-9_]*      # whole numbers
      | 0x[0-9a-f_]+
      | [-+]?[0-9][0-9_]*(:[0-9]+)+(\.[0-9_]*)?   # 1:30 is 90
      | [-+]?([0-9][0-9_]*)?\.?[0-9_]*(e[-+]?[0-9]+)?
      | [-+]?\.(inf|nan)
      | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t\ ].*)?  # dates
      | yes|no|y|n|true|false|on|off|null|~|=|<<""",
    re.VERBOSE | re.IGNORECASE,
)
_STARTS_AS_TEXT = re.compile(r"\w|[(/+.](?=\S)|-(?=[^\s-])")
_ENDS_TEXT = re.compile(r": |:$| #|\s$|[\r\n\t]")
_FLOW_MARKS = re.compile(r"[,?:\[\]{}]")


@dataclass(frozen=True, slots=True)
class Style:
    """What goes on one line: values of the keys in `flow`, members of lists in `flow_members`."""

    flow: frozenset[str] = frozenset()
    flow_members: frozenset[str] = frozenset()
    ascii: bool = False


def dump(data: Mapping[str, Data], style: Style) -> str:
    """The mapping as a YAML document, ending in a new line."""
    return "".join(f"{line}\n" for line in _pairs(data, style))


def one_value(value: Data) -> str:
    """A single value as it can stand anywhere, quoted where it would be read as something else."""
    return _on_one_line(value, Style())


def _pairs(data: Mapping[str, Data], style: Style) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, str) and _is_block(value, style):
            yield f"{key}: |-"
            yield from (f"{_INDENT}{line}".rstrip() for line in value.split("\n"))
        elif key in style.flow or not value or not isinstance(value, Mapping | list):
            yield f"{key}: {_on_one_line(value, style, flow=key in style.flow)}"
        elif isinstance(value, Mapping):
            yield f"{key}:"
            yield from (_INDENT + line for line in _pairs(value, style))
        else:
            yield f"{key}:"
            yield from _members(value, style, flow=key in style.flow_members)


def _members(members: Sequence[Data], style: Style, *, flow: bool) -> Iterator[str]:
    for member in members:
        if isinstance(member, Mapping) and not flow:
            first, *others = _pairs(member, style)
            yield f"- {first}"
            yield from (_INDENT + line for line in others)
        else:
            yield f"- {_on_one_line(member, style, flow=flow)}"


def _on_one_line(value: Data, style: Style, *, flow: bool = True) -> str:
    match value:
        case Mapping():
            pairs = (f"{key}: {_on_one_line(each, style)}" for key, each in value.items())
            return f"{{{', '.join(pairs)}}}"
        case list():
            return f"[{', '.join(_on_one_line(each, style) for each in value)}]"
        case str():
            return value if _is_plain(value, style, flow=flow) else _quoted(value, style)
        case bool():
            return str(value).lower()
        case None:
            return "null"
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _is_block(text: str, style: Style) -> bool:
    """Whether text of several lines can stand as it is."""
    first, *others = text.split("\n")
    return (
        bool(others)
        and bool(first.strip())
        and all(line == line.rstrip() and _is_shown(line, style) for line in (first, *others))
        and not first.startswith(" ")
        and bool(others[-1])
    )


def _is_plain(text: str, style: Style, *, flow: bool) -> bool:
    """Whether any reader takes the text without quotes for the same text."""
    return (
        bool(_STARTS_AS_TEXT.match(text))
        and not _ENDS_TEXT.search(text)
        and not _OTHER.fullmatch(text)
        and not (flow and _FLOW_MARKS.search(text))
        and _is_shown(text, style)
    )


def _is_shown(text: str, style: Style) -> bool:
    return text.isprintable() and (text.isascii() or not style.ascii)


def _quoted(text: str, style: Style) -> str:
    return f'"{"".join(_escaped(letter, style) for letter in text)}"'


def _escaped(letter: str, style: Style) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if _is_shown(letter, style):
        return letter
    code = ord(letter)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
