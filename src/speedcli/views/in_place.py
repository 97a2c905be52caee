"""Single values of a YAML or JSON text, found by their path and replaced where they stand.

Every other byte stays: comments, order, quotes and spaces are the coach's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from speedcli.knowledge.nodes import Items, Node, Pairs, Scalar, compose
from speedcli.knowledge.problems import DataError, Problem
from speedcli.knowledge.records import Where
from speedcli.views import yaml_text

Path = tuple[str | int, ...]

_BOM = "\ufeff"
_ANCHOR = re.compile(r"&\S+\s+")


class Text(NamedTuple):
    """A text that is known to be well formed, with its values."""

    file: str
    mark: str  # the byte order mark that some editors put first
    text: str
    root: Node

    def line(self, path: Path) -> int:
        """The line on which the value at `path` is written."""
        return _at(self.root, path).line

    def value(self, path: Path) -> str:
        """What is written at `path`, without its quotes."""
        return _at(self.root, path).text


def parse(data: bytes, file: str) -> Text:
    """The text of a file; DataError where it is not well formed."""
    root, problems = compose(data, file)
    if root is None or problems:
        raise DataError(problems)
    text = data.decode()
    mark = _BOM if text.startswith(_BOM) else ""
    return Text(file, mark, text.removeprefix(_BOM), root)


def replaced(text: Text, values: Mapping[Path, int | str]) -> str:
    """The text with these values in the place of what is there; each path must lead to a value.

    DataError where one alias stands for values that have to differ from now on.
    """
    wanted: dict[Scalar, int | str] = {}
    for path, value in values.items():
        scalar = _at(text.root, path)
        if wanted.setdefault(scalar, value) != value:
            said = f"an alias repeats this value, which wants {wanted[scalar]} and {value}"
            problem = Problem(Where(text.file, scalar.line), f"{said}; write both out")
            raise DataError([problem])
    done, parts = 0, [text.mark]
    for scalar in sorted(wanted, key=lambda each: each.start):
        parts += text.text[done : scalar.start], _written(text.text, scalar, wanted[scalar])
        done = scalar.end
    return "".join(parts) + text.text[done:]


def _at(root: Node, path: Path) -> Scalar:
    node = root
    for step in path:
        if isinstance(node, Items) and isinstance(step, int):
            node = node.items[step]
        elif isinstance(node, Pairs):
            node = next(value for key, value in node.pairs if key.text == step)
    if not isinstance(node, Scalar):
        raise KeyError(path)
    return node


def _written(text: str, scalar: Scalar, value: int | str) -> str:
    """The value as the one before it was written: with its anchor and quotes."""
    old = text[scalar.start : scalar.end]
    if scalar.text == str(value):
        return old
    anchor = match[0] if (match := _ANCHOR.match(old)) else ""
    body = old[len(anchor) :]
    space = body[len(body.rstrip()) :]  # the end of the line of a block of text
    quote = body[0] if body[0] in "'\"" else ""
    new = f"{quote}{value}{quote}" if quote else yaml_text.one_value(value)
    return f"{anchor}{new}{space}"
