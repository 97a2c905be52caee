"""YAML's syntax errors in plain words.

libyaml and the pure-Python parser word the same mistake differently; both are translated into the
same sentence here, found by a phrase that both use.
"""

from __future__ import annotations

import yaml

_UNCLOSED_QUOTE = "the quote that opens here is never closed"
_UNCLOSED_LIST = "the '[' that opens here is not closed, or a comma is missing"
_UNCLOSED_MAPPING = "the '{' that opens here is not closed, or a comma is missing"
_NO_COLON = "a key wants ': ' after it"
_BAD_COLON = "a ':' cannot stand here; indent as the lines above, or quote text that holds ': '"
_BAD_DASH = "a list cannot start here; put '- ' on a line of its own, as deep as the items above"
_BAD_INDENT = "this does not fit the lines above; check indentation and quotes"
_NO_VALUE = "a value is wanted here; quote text that starts with a special character"
_NO_NAME = "'&' and '*' want a name; quote text that starts with them"
_BAD_ESCAPE = "a backslash in double quotes is wrong here; use single quotes or write it twice"
_BAD_BLOCK = "text starts on the line below '|' or '>'; quote text that starts with them"
_AFTER_END = "the file ends above this, by a key without ': ', another indent, a bracket or '...'"
_INVALID = "this is not valid YAML"
_NO_TAG = "'!' starts a tag, which is not read; quote text that starts with it"
UNUSABLE_ESCAPE = "a backslash in double quotes makes a letter that cannot be used; delete it"
TOO_DEEP = "too many lists and keys lie in each other; close what is open, or indent less"

# Phrase of the parser -> what we say, and whether at the line where the trouble began.
_PHRASES: tuple[tuple[str, str, bool], ...] = (
    ("expected ',' or ']'", _UNCLOSED_LIST, True),
    ("expected ',' or '}'", _UNCLOSED_MAPPING, True),
    ("could not find expected ':'", _NO_COLON, True),
    ("mapping values are not allowed", _BAD_COLON, False),
    ("unexpected ':'", _BAD_COLON, False),
    ("sequence entries are not allowed", _BAD_DASH, False),
    ("mapping keys are not allowed", "a '?' cannot stand here; quote it", False),
    ("expected alphabetic or numeric", _NO_NAME, False),
    ("nesting depth", TOO_DEEP, False),
    ("escape code", UNUSABLE_ESCAPE, False),
    ("escape", _BAD_ESCAPE, False),
    ("decimal number", _BAD_ESCAPE, False),  # libyaml misspells "hexadecimal"
    ("document start", _AFTER_END, False),
    ("node content", _NO_VALUE, False),
    ("<block end>", _BAD_INDENT, False),
    ("did not find expected key", _BAD_INDENT, False),
    ("expected '-' indicator", _BAD_INDENT, False),
)
_CONTEXTS: tuple[tuple[str, str, bool], ...] = (
    ("a tag", _NO_TAG, False),
    ("block scalar", _BAD_BLOCK, False),
    ("quoted scalar", _UNCLOSED_QUOTE, True),
)


def explain(error: Exception, text: str, line: int) -> tuple[int, str]:
    """Line and message of a parser's `error`; `line` is where reading had got to."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return line, UNUSABLE_ESCAPE if isinstance(error, ValueError) else _INVALID
    problem, context = error.problem or "", error.context or ""
    if "cannot start any token" in problem and error.problem_mark:
        return _bad_start(error.problem_mark, text)
    found = [entry for entry in _PHRASES if entry[0] in problem]
    found += [entry for entry in _CONTEXTS if entry[0] in context]
    _, message, at_start = found[0] if found else ("", _INVALID, False)
    mark = (error.context_mark if at_start else None) or error.problem_mark
    return (mark.line + 1 if mark else line), message


def _bad_start(mark: yaml.Mark, text: str) -> tuple[int, str]:
    bad = text.splitlines()[mark.line][mark.column]
    return mark.line + 1, f"text cannot start with {bad!r}; quote it"
