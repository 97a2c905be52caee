"""The file of settings in a user's config folder, as texts with their lines and mistakes."""

from __future__ import annotations

import os
import stat
import sys

from speedcli.knowledge.place import LARGEST, TOO_LARGE
from speedcli.knowledge.problems import Problem, quoted
from speedcli.knowledge.where import Where

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from speedcli.cli.settings import Setting
    from speedcli.knowledge.nodes import Node, Pairs

    Known = Mapping[str, Setting]
    Lines = dict[str, tuple[Sequence[str], int]]  # the texts of each setting, and its line

_NAME = "config.yaml"
_MARKS = frozenset(" ,./~_+-:'&()")  # what plain text may hold beside letters and digits
_USUAL = "settings are written one to a line, as level: advanced"


def folder() -> str:
    """Where this system keeps a user's settings, or "" where there is no place for them."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Application Support")
    else:
        base = os.environ.get("XDG_CONFIG_HOME", "")
        base = base if os.path.isabs(base) else os.path.expanduser("~/.config")
    return os.path.join(base, "speed") if os.path.isabs(base) else ""


def path() -> str:
    """The file of settings, whether it is there or not; "" where there is no place for one."""
    base = folder()
    return os.path.join(base, _NAME) if base else ""


def read(file: str, known: Known) -> tuple[Lines, Sequence[Problem]]:
    """What the file sets, and every mistake of its form; nothing where there is no file."""
    try:
        data = _bytes(file)
    except (FileNotFoundError, NotADirectoryError):
        return {}, ()
    except OSError as error:
        return {}, [Problem(Where(file, 0), f"cannot be read: {error.strerror}")]
    if len(data) > LARGEST:
        return {}, [Problem(Where(file, 0), f"cannot be read: {TOO_LARGE}")]
    plain = by_hand(data, known)
    return by_yaml(data, file, known) if plain is None else (plain, ())


def _bytes(file: str) -> bytes:
    """What is in the file, or a little more than is read; OSError where it cannot be had."""
    if stat.S_ISFIFO(os.stat(file).st_mode):
        raise OSError(0, "it is a pipe")  # which every command would wait for
    with open(file, "rb") as opened:
        return opened.read(LARGEST + 1)


def by_hand(data: bytes, known: Known) -> Lines | None:
    """What plain lines set, as YAML reads them; None where something is not plain.

    Importing what reads YAML takes half as long as explaining something, and every command asks
    for settings.
    """
    found: Lines = {}
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        return None
    for number, line in enumerate(lines, 1):
        bare = line.removesuffix("\r").rstrip(" ")
        if not bare.isprintable():  # a tab, or what only some take for the end of a line
            return None
        if bare.lstrip(" ")[:1] in ("", "#"):
            continue
        name, _, rest = bare.partition(":")
        text = rest.partition(" #")[0].strip(" ")
        if name not in known or name in found or rest[:1] != " " or not _is_plain(text):
            return None
        found[name] = [text], number
    return found


def _is_plain(text: str) -> bool:
    return (
        (text[:1].isalnum() or text[:1] in ("/", "~"))
        and all(letter.isalnum() or letter in _MARKS for letter in text)
        and ": " not in text
        and text[-1] != ":"
    )


def by_yaml(data: bytes, file: str, known: Known) -> tuple[Lines, Sequence[Problem]]:
    """What any file sets, and every mistake of its form."""
    from speedcli.knowledge.nodes import Pairs, compose

    root, wrong = compose(data, file)
    if isinstance(root, Pairs):
        return _of_pairs(root, wrong, file, known)
    if root is not None:
        wrong.append(Problem(Where(file, root.line), _USUAL))
    elif data.isspace() or all(line.strip()[:1] in (b"", b"#") for line in data.splitlines()):
        return {}, ()  # no YAML document, but a file that sets nothing
    return {}, wrong


def _of_pairs(
    root: Pairs, wrong: list[Problem], file: str, known: Known
) -> tuple[Lines, Sequence[Problem]]:
    found: Lines = {}
    for key, node in root.pairs:
        texts = _texts(node)
        if mistake := _mistake(key.text, texts, found, known):
            wrong.append(Problem(Where(file, key.line), mistake))
        elif not any("\0" in text for text in texts or ()):  # told already, and no path has it
            found[key.text] = [text.strip() for text in texts or ()], key.line
    return found, wrong


def _texts(node: Node) -> list[str] | None:
    """A text, or those of a list; None for anything else."""
    from speedcli.knowledge.nodes import Items, Scalar

    values = node.items if isinstance(node, Items) else [node]
    texts = [value.text for value in values if isinstance(value, Scalar)]
    return texts if len(texts) == len(values) else None


def _mistake(name: str, texts: Sequence[str] | None, found: Lines, known: Known) -> str:
    """What is wrong with a setting as it is written, or nothing."""
    if name not in known:
        from speedcli.knowledge.nearest import did_you_mean

        hint = did_you_mean(name, known) or "; speed config lists them"
        return f"no setting is called {quoted(name)}{hint}"
    if name in found:
        return f"{name} is set twice, on line {found[name][1]} too; keep one"
    if texts is None or (len(texts) != 1 and not known[name].is_list):
        return f"{name} takes one text, as {name}: {known[name].example}"
    return ""
