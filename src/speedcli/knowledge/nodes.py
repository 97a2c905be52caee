"""YAML text as a tree of plain nodes that know their line, safe to walk whatever was in the file.

The tree is built from parser events rather than by `yaml.compose`: that keeps the text as typed,
leaves nothing to recursion, and lets tags, merge keys, doubled documents, aliases within
themselves, swarms of aliases and endless nesting be refused where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

import yaml

from speedcli.knowledge.problems import Problem, quoted
from speedcli.knowledge.records import Where
from speedcli.knowledge.syntax import TOO_DEEP, UNUSABLE_ESCAPE, explain

# libyaml parses many times faster than the pure-Python loader; both make the same events.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_DEEPEST = 40  # a plan document nests eight deep
_MOST_VALUES = 200_000  # twice as many as the longest plan has
_MOST_REPEATED = 10_000  # nodes that aliases may add; far more than any shared warm-up needs
_MOST_TOLD = 1000  # lines with letters that cannot be read; a whole file may be indented by tabs
_HEAVY = 80  # so many characters of a repeated text weigh as much as a node

_INDENTED_BY_TAB = re.compile(r" *\t")
_UNUSABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


class Scalar(NamedTuple):
    """A single value, as text; `plain` when written without quotes.

    `start` and `end` are where it stands in the whole text, its anchor and quotes included.
    """

    line: int
    text: str
    plain: bool
    start: int = 0
    end: int = 0


class Items(NamedTuple):
    """A list."""

    line: int
    items: list[Node]


class Pairs(NamedTuple):
    """Keys and values, in the order of the file; keys may be doubled."""

    line: int
    pairs: list[tuple[Scalar, Node]]


Node = Scalar | Items | Pairs

# Stands for a key that was refused; the value beside it is read for mistakes and then dropped.
_REFUSED = Scalar(0, "", plain=False)


class _Open:
    """A list or mapping whose end has not been reached."""

    def __init__(self, node: Items | Pairs, anchor: str | None, weight: int) -> None:
        self.node = node
        self.anchor = anchor
        self.weight_before = weight
        self.key: Scalar | None = None


class _Refused(Exception):
    """Reading cannot go on."""


def compose(data: str | bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """The only document in `data`, and every mistake of form found on the way."""
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data.removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        bad = error.object[error.start]
        said = f"this is not saved as UTF-8 (byte 0x{bad:02x}); save the file as UTF-8"
        return None, [Problem(Where(file, line), said)]
    told = islice(_unreadable(text), _MOST_TOLD)
    problems = [Problem(Where(file, line), message) for line, message in told]
    if problems:
        return None, problems
    composer = _Composer(file)
    composer.read(text)
    return composer.root, composer.problems


def _unreadable(text: str) -> Iterator[tuple[int, str]]:
    """The lines that libyaml and the pure-Python parser read differently, or not at all."""
    for line, content in enumerate(text.split("\n"), 1):
        if bad := _UNUSABLE.search(content):
            yield line, f"an invisible letter (U+{ord(bad[0]):04X}) stands here; delete it"
        elif "\t" in content:
            use = "for indentation" if _INDENTED_BY_TAB.match(content) else "between words"
            yield line, f"a tab is used {use}; use spaces"
        elif content.startswith("%"):
            yield line, "a line cannot start with '%'; quote it"


class _Composer:
    """Builds the tree event by event, with a stack of its own."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.weight = 0
        self.repeated = 0

    def fail(self, line: int, message: str) -> None:
        self.problems.append(Problem(Where(self.file, line), message))

    def refuse(self, line: int, message: str) -> None:
        """Report what makes the rest of the file unreadable, and stop."""
        self.fail(line, message)
        raise _Refused

    def read(self, text: str) -> None:
        """Compose `text` into `root`; `root` is None when the file cannot be read to its end."""
        line = 1
        try:
            for event in yaml.parse(text, Loader=LOADER):
                line = event.start_mark.line + 1 if event.start_mark else line
                self.take(event, line)
        except _Refused:
            self.root = None
        except (yaml.YAMLError, ValueError) as error:  # ValueError: "\U00110000"
            self.root = None
            self.fail(*explain(error, text, line))
        else:
            if self.root is None:
                comments = "holds nothing but comments" if text.strip() else "is empty"
                self.fail(1, f"the file {comments}")

    def take(self, event: yaml.Event, line: int) -> None:
        if self.weight > _MOST_VALUES:
            self.refuse(line, f"a file holds {_MOST_VALUES} values at most; make several of it")
        match event:
            case yaml.ScalarEvent():
                self.scalar(event, line)
            case yaml.SequenceStartEvent():
                self.start(Items(line, []), event)
            case yaml.MappingStartEvent():
                self.start(Pairs(line, []), event)
            case yaml.CollectionEndEvent():
                self.end()
            case yaml.AliasEvent(anchor=str(name)):
                self.alias(name, line)
            case yaml.DocumentStartEvent() if self.root is not None:
                self.refuse(line, "'---' starts a second document; make a file of it")

    def scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        plain = event.style is None or event.style == ""
        if not plain and _UNUSABLE.search(event.value):
            self.fail(line, UNUSABLE_ESCAPE)
        self.check_tag(event.tag, line)
        start, end = (mark.index if mark else 0 for mark in (event.start_mark, event.end_mark))
        node = Scalar(line, event.value, plain, start, end)
        weight = 1 + len(node.text) // _HEAVY
        self.weight += weight
        if event.anchor:
            self.anchors[event.anchor] = node, weight
        self.add(node)

    def start(self, node: Items | Pairs, event: yaml.CollectionStartEvent) -> None:
        if len(self.open) >= _DEEPEST:
            self.refuse(node.line, TOO_DEEP)
        self.check_tag(event.tag, node.line)
        self.add(node)
        self.open.append(_Open(node, event.anchor, self.weight))
        self.weight += 1

    def end(self) -> None:
        # Known only from here on, so that an alias inside its own anchor is an unknown one.
        done = self.open.pop()
        if done.anchor:
            self.anchors[done.anchor] = done.node, self.weight - done.weight_before

    def alias(self, name: str, line: int) -> None:
        if any(node.anchor == name for node in self.open):
            self.refuse(line, f"'*{name}' would repeat what it stands in; write it out")
        if name not in self.anchors:
            said = f"'*{name}' repeats what '&{name}' marks, which is nowhere above"
            self.refuse(line, f"{said}; quote text that starts with '*'")
        node, weight = self.anchors[name]
        self.weight += weight
        self.repeated += weight
        if self.repeated > _MOST_REPEATED:
            self.refuse(line, f"'*' repeats more than {_MOST_REPEATED} values; write them out")
        self.add(node)

    def check_tag(self, tag: str | None, line: int) -> None:
        if tag is not None:
            short = tag.replace("tag:yaml.org,2002:", "!!")
            self.fail(
                line, f"{quoted(short)} is a tag, which is not read; delete it, or quote the text"
            )

    def add(self, node: Node) -> None:
        """Put a node where the parser stands: the root, a list, or beside a key."""
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent.node, Items):
            parent.node.items.append(node)
        elif parent.key is None:
            parent.key = self.key(node)
        else:
            if parent.key is not _REFUSED:
                parent.node.pairs.append((parent.key, node))
            parent.key = None

    def key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self.fail(node.line, "a key has to be text; quote what starts with '[', '{' or '?'")
        elif not node.text.strip():
            self.fail(node.line, "a key is empty; write a name before the ':'")
        elif node.plain and node.text == "<<":
            self.fail(node.line, "the merge key '<<' is not read; write the keys out")
        else:
            return node
        return _REFUSED
