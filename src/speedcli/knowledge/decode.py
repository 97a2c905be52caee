"""Read YAML into frozen records, naming every mistake by file and line.

The type of a field decides how its text is read, never YAML's own guessing: a `str` holding `no`
or `1:30` is the text as typed. The module `shapes` says which types there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from errno import EFBIG
from pathlib import Path
from typing import Any, TypeVar, get_args

from speedcli.knowledge import shapes
from speedcli.knowledge.nearest import did_you_mean, nearest
from speedcli.knowledge.nodes import Items, Node, Pairs, Scalar, compose
from speedcli.knowledge.place import LARGEST, TOO_LARGE
from speedcli.knowledge.problems import Problem, quoted
from speedcli.knowledge.records import Where

T = TypeVar("T")

# A longer text is not worth explaining by its own type: it would be quoted whole.
_LONGEST_EXPLAINED = 60


def decode(
    data: str | bytes, file: str, shape: type[T], *, underscores: bool = False
) -> tuple[T | None, list[Problem]]:
    """`data` as a `shape`, or None and everything that is wrong with it, in the order of lines.

    `file` names the data in problems and in the `where` of records. Keys are the names of fields
    with hyphens, or as they are with `underscores`. A key without a value is an absent key.
    """
    root, problems = compose(data, file)
    return decode_tree(root, problems, file, shape, underscores=underscores)


def decode_tree(
    root: Node | None,
    problems: list[Problem],
    file: str,
    shape: type[T],
    *,
    underscores: bool = False,
) -> tuple[T | None, list[Problem]]:
    """As `decode`, of what was composed from `file`, with the problems found while composing."""
    value = None
    if root is not None:
        value = Decoder(file, underscores, problems).value(root, shape, "the file")
    told_once = dict.fromkeys(problems)  # an alias repeats the mistakes of its anchor
    return (None if problems else value), sorted(told_once, key=lambda one: one.where.line)


def decode_file(
    path: Path, shape: type[T], *, file: str | None = None, underscores: bool = False
) -> tuple[T | None, list[Problem]]:
    """The file at `path` as `decode` reads it, named `file` in problems, or else by its path."""
    file = file or str(path)
    try:
        data = contents(path)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return None, [Problem(Where(file, 0), f"cannot be read: {reason}")]
    return decode(data, file, shape, underscores=underscores)


def contents(path: Path) -> bytes:
    """All bytes of the file at `path`; OSError where it cannot be read, or is no file for us.

    A file may be larger than memory, and a device may have no end.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError(EFBIG, TOO_LARGE)
    return data


class Decoder:
    """Walks nodes and types together. What fails becomes None, and stands in `problems`."""

    def __init__(self, file: str, underscores: bool, problems: list[Problem]) -> None:
        self.file = file
        self.underscores = underscores
        self.problems = problems

    def fail(self, node: Node, message: str) -> None:
        """Note a mistake where `node` stands."""
        self.problems.append(Problem(Where(self.file, node.line), message))

    def wants(self, node: Node, subject: str, wanted: str) -> None:
        """Note that something else is wanted where `node` stands."""
        self.fail(node, f"{subject} wants {wanted}, got {_typed(node)}")

    def value(self, node: Node, shape: Any, subject: str) -> Any:
        """`node` as a `shape`; `subject` is what messages call it."""
        match shapes.form(shape):
            case "scalar":
                return self.scalar(node, shapes.reader(shape), subject)
            case "choice":
                return self.choice(node, get_args(shape), subject)
            case "list":
                return self.sequence(node, get_args(shape)[0], subject)
            case "mapping":
                return self.mapping(node, shape, subject)
            case "record":
                return self.record(node, shape, subject)
            case "variant":
                return self.variant(node, shape, subject)
            case "optional":
                inner = shapes.without_none(shape)
                return None if is_empty(node) else self.value(node, inner, subject)
            case "list-or-other":
                inner = shapes.list_or_other(shape, isinstance(node, Items))
                return self.value(node, inner, subject)
            case "pairs":
                whole = isinstance(node, Pairs)
                return node if whole else self.wants(node, subject, "keys and values")

    def scalar(self, node: Node, reader: shapes.Reader, subject: str) -> Any:
        """A single value, by the reader of its type."""
        if not isinstance(node, Scalar) or is_empty(node):
            return self.wants(node, subject, reader.wanted)
        try:
            return reader.read(node.text)
        except ValueError as error:
            return self.misread(node, reader, subject, str(error))

    def misread(self, node: Scalar, reader: shapes.Reader, subject: str, reason: str) -> None:
        """Say why a single value cannot be read: in its type's own words, where it has any."""
        own_words = reason.removeprefix("expected ")
        if not reason or len(node.text) > _LONGEST_EXPLAINED:
            self.wants(node, subject, reader.wanted)
        elif own_words != reason:
            self.fail(node, f"{subject} wants {own_words}")
        else:
            self.fail(node, f"{subject}: {reason}")

    def choice(self, node: Node, choices: tuple[Any, ...], subject: str) -> Any:
        """One of a few words."""
        written = {str(choice): choice for choice in choices}
        text = node.text if isinstance(node, Scalar) else ""
        if text in written:
            return written[text]
        if hint := did_you_mean(text, written):
            return self.fail(node, f"{subject} cannot be {quoted(text)}{hint}")
        return self.wants(node, subject, _one_of(written))

    def sequence(self, node: Node, shape: Any, subject: str) -> Any:
        """A list, of items of one `shape`."""
        if not isinstance(node, Items):
            return self.wants(node, subject, "a list")
        return tuple(self.value(item, shape, f"an item of {subject}") for item in node.items)

    def mapping(self, node: Node, shape: Any, subject: str) -> Any:
        """Values by keys that are values too."""
        if not isinstance(node, Pairs):
            return self.wants(node, subject, "keys and values")
        key_shape, value_shape = get_args(shape)
        return {
            self.value(key, key_shape, f"a key of {subject}"): self.value(
                value, value_shape, quoted(key.text)
            )
            for key, value in self.once(node).values()
        }

    def variant(self, node: Node, shape: Any, subject: str) -> Any:
        """One of several record types, told apart by their `kind`."""
        if not isinstance(node, Pairs):
            return self.wants(node, subject, "keys and values")
        kinds = shapes.kinds(shape)
        kind = next((value for key, value in node.pairs if key.text == "kind"), None)
        if kind is None:
            return self.fail(node, f"missing key 'kind'; it is {_one_of(kinds)}")
        chosen = self.choice(kind, tuple(kinds), "'kind'")
        return self.record(node, kinds[chosen], subject) if chosen else None

    def record(self, node: Node, shape: Any, subject: str) -> Any:
        """A record with its fields."""
        if not isinstance(node, Pairs):
            return self.wants(node, subject, "keys and values")
        before = len(self.problems)
        layout = shapes.layout(shape, self.underscores)
        given = self.once(node)
        misspelt = self.unknown(given, layout)
        values: dict[str, Any] = {}
        missing: list[str] = []
        for key, field in layout.items():
            if key in given and (field.required or not is_empty(given[key][1])):
                values[field.name] = self.value(given[key][1], field.shape, field.subject)
            elif field.required and key not in misspelt:
                missing.append(field.subject)
        if missing:
            keys = "key" if len(missing) == 1 else "keys"
            self.fail(node, f"missing {keys} {', '.join(missing)}")
        if len(self.problems) > before:
            return None
        if shapes.knows_where(shape):
            values["where"] = Where(self.file, node.line)
        return shape(**values)

    def once(self, node: Pairs) -> dict[str, tuple[Scalar, Node]]:
        """The pairs of `node` by the text of their key; the first of doubled ones counts."""
        found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in node.pairs:
            first, _ = found.setdefault(key.text, (key, value))
            if first is not key:
                also = f"the first is on line {first.line}"
                self.fail(key, f"key {quoted(key.text)} is given twice; {also}")
        return found

    def unknown(
        self, given: dict[str, tuple[Scalar, Node]], layout: dict[str, shapes.Field]
    ) -> set[str]:
        """Report keys that are no fields. The keys they were meant for are not missing as well."""
        misspelt: set[str] = set()
        free = [key for key in layout if key not in given]
        for text in [key for key in given if key not in layout]:
            key, value = given[text]
            if " " in text and is_empty(value):
                self.fail(key, f"{quoted(text)} is no key; quote text that holds a comma")
                continue
            close = nearest(text, free) or nearest(text, layout)
            hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(layout)}"
            self.fail(key, f"unknown key {quoted(text)}; {hint}")
            misspelt.update(close)
        return misspelt


def is_empty(node: Node) -> bool:
    """Whether a key has no value, which is the same as no key."""
    if not isinstance(node, Scalar):
        return False
    return not node.text.strip() or (node.plain and node.text in ("~", "null"))


def _typed(node: Node) -> str:
    """What stands in the file, for the end of a message."""
    if isinstance(node, Items):
        return "a list"
    if isinstance(node, Pairs):
        return "keys and values"
    return "nothing" if is_empty(node) else quoted(node.text)


def _one_of(choices: Iterable[str]) -> str:
    return f"one of {', '.join(choices)}"
