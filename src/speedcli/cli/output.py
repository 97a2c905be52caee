"""Where a result goes and in which form: the format, the screen, the file."""

from __future__ import annotations

import os
import sys

from speedcli.cli import settings
from speedcli.knowledge.frozen import NamedTuple, frozen
from speedcli.knowledge.problems import UsageError, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from speedcli.cli.options import Colour
    from speedcli.views.page import Page
    from speedcli.views.text import Charset

Content = str | bytes


class Counted(NamedTuple):
    """A result, and how much of it there is: `13 pages`."""

    content: Content
    amount: str


STDOUT = "-"
COLOURS: Sequence[Colour] = ("auto", "always", "never")
_WIDTH = 80
_STANDARD = (1, 2, 0)  # stdout, stderr, stdin
_LONE = "backslashreplace"  # half of a surrogate pair, which no encoding takes; valid in JSON

# What the end of a file's name says about its format.
# Where it may say two, the first that can be made is meant.
SUFFIXES = {
    ".txt": ("chat", "text"),
    ".text": ("text",),
    ".md": ("md",),
    ".markdown": ("md",),
    ".json": ("json",),
    ".yaml": ("yaml",),
    ".yml": ("yaml",),
    ".html": ("html",),
    ".htm": ("html",),
    ".pdf": ("pdf",),
    ".ics": ("ics",),
    ".csv": ("csv",),
    ".svg": ("svg",),
    ".xlsx": ("xlsx",),
}


@frozen()
class Target:
    """What the output options said."""

    format: str | None = None
    file: str | None = None  # `-` is stdout
    force: bool = False
    colour: Colour | None = None  # where nothing is said, by settings

    @property
    def path(self) -> Path | None:
        """The file to write; None is stdout."""
        if self.file in (None, STDOUT):
            return None
        from pathlib import Path

        return Path(self.file or "")


def show(target: Target, makers: Mapping[str, Callable[[], Content | Counted]]) -> None:
    """Make the result in the wanted one of its formats, and send it where it should go.

    The first of `makers` is the default. UsageError when the format is not among them, or when
    the file cannot be written; the file is looked at first, so that nothing is made in vain.
    """
    make = makers[chosen_format(target, tuple(makers))]
    if target.path is None:
        write_stdout(_content(make())[0])
        return
    from speedcli.cli.say import say
    from speedcli.cli.status import status

    refuse_existing(target.path, force=target.force)
    with status(f"making {target.path}"):
        content, amount = _content(make())
    write_file(target.path, content, force=target.force)
    say(f"wrote {target.path}{f' ({amount})' * bool(amount)}")


def _content(made: Content | Counted) -> Counted:
    return made if isinstance(made, Counted) else Counted(made, "")


def show_page(
    target: Target,
    page: Callable[[], Page],
    data: Callable[[], Any],
    more: Mapping[str, Callable[[], Content]] | None = None,
) -> None:
    """Show a page as text or Markdown, what it is made from as JSON, or in `more` formats."""

    def as_text() -> str:
        from speedcli.views import text

        colour, marks = colours(target), charset(target)
        return text.render(page(), width(target), text.Style(colour, marks))

    def as_markdown() -> str:
        from speedcli.views import markdown

        return markdown.render(page())

    def as_json() -> str:
        import json

        from speedcli.views.letters import in_json

        escape = charset(target) == "ascii"
        return in_json(json.dumps(data(), ensure_ascii=escape, indent=2)) + "\n"

    show(target, {"text": as_text, "md": as_markdown, "json": as_json, **(more or {})})


def chosen_format(target: Target, allowed: tuple[str, ...]) -> str:
    """`-f`, else what the file's suffix says, else the first allowed; UsageError for others."""
    if target.format:
        if target.format in allowed:
            return target.format
        raise UsageError(f"no format {quoted(target.format)} here; use {_either(allowed)}")
    if target.path is None:
        return allowed[0]
    for wanted in SUFFIXES.get(target.path.suffix.lower(), ()):
        if wanted in allowed:
            return wanted
    suffixes = [suffix for suffix, names in SUFFIXES.items() if not set(names).isdisjoint(allowed)]
    raise UsageError(
        f"{target.file!r} has no suffix that fits; end it in {_either(suffixes)}, or give -f"
    )


def colours(target: Target) -> bool:
    """Whether to tint: the option, the setting, NO_COLOR, FORCE_COLOR, then what stdout is.

    That the settings of a program count more than NO_COLOR is its own rule, of no-color.org.
    """
    wanted = target.colour
    if wanted is None and target.path is None:
        wanted = settings.read("color", settings.one_of("color", COLOURS))
    if wanted not in (None, "auto"):
        return wanted == "always"
    if target.path is not None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def charset(target: Target) -> Charset:
    """Unicode in files and where stdout takes all of it; ASCII where it takes less."""
    if target.path is not None:
        return "unicode"
    encoding = getattr(sys.stdout, "encoding", None) or ""
    return "unicode" if encoding.lower().startswith("utf") else "ascii"


def width(target: Target) -> int:
    """Columns to lay out for: COLUMNS, else the terminal's, else 80; in files never a terminal's.

    Behind a pipe the terminal is still there, at stderr or stdin.
    """
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    for descriptor in _STANDARD if target.path is None else ():
        try:
            columns = os.get_terminal_size(descriptor).columns
        except OSError:
            continue
        if columns:
            return columns
    return _WIDTH


def write_stdout(content: Content) -> None:
    """Write a result to stdout, or through a pager; UsageError where it cannot be written.

    Bytes go out as they are, but a terminal gets what they say: UsageError if that is no text,
    which would garble it.
    """
    from speedcli.cli import pager

    if isinstance(content, bytes) and sys.stdout.isatty():
        content = _readable(content)
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            text = _encodable(content)
            if not pager.read_through(text):
                sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        stdout_failed(error)


def stdout_failed(error: OSError) -> None:
    """Be quiet when nobody reads on, as behind `| head`; UsageError for anything else."""
    # Python flushes stdout again at exit; there must be somewhere to flush to.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not isinstance(error, BrokenPipeError):
        reason = error.strerror or "it is closed"
        raise UsageError(f"cannot write to stdout: {reason}") from error


def write_file(path: Path, content: Content, *, force: bool = False) -> None:
    """Write a file whole or not at all; UsageError if it exists without `force`, or cannot be."""
    from pathlib import Path

    refuse_existing(path, force=force)
    real = Path(os.path.realpath(path))
    data = content if isinstance(content, bytes) else content.encode(errors=_LONE)
    try:
        if path.exists() and not real.is_file():
            path.write_bytes(data)  # a device or a pipe is written to, never replaced
        else:
            _replace(real, data)
    except OSError as error:
        folder = str(real.parent)
        reason = error.strerror if real.parent.is_dir() else f"there is no folder {folder!r}"
        raise UsageError(f"cannot write {str(path)!r}: {reason}") from error


def refuse_existing(path: Path, *, force: bool) -> None:
    """UsageError where a folder is, or without `force` a file."""
    from pathlib import Path

    real = Path(os.path.realpath(path))
    try:
        if real.is_dir():
            raise UsageError(f"{str(path)!r} is a folder; name a file")
        if real.is_file() and not force:
            raise UsageError(f"{str(path)!r} exists; add --force to replace it")
    except OSError as error:  # of a name that no file can have
        raise UsageError(f"cannot write {quoted(str(path))}: {error.strerror}") from error


def _readable(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise UsageError("this format is not for a screen; name a file with -o") from None


def _encodable(text: str) -> str:
    """What stdout can take of `text`, folded where it takes ASCII only."""
    if charset(Target()) == "ascii":
        from speedcli.views.letters import to_ascii

        return to_ascii(text)
    return text.encode(errors=_LONE).decode()


def _replace(path: Path, data: bytes) -> None:
    """A new file takes the place of `path` in one step, so that no reader sees half of it."""
    import shutil

    from speedcli.cli.whole import until_done

    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    with until_done():
        try:
            with new.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, new)  # who may read the old file may read the new one
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def _either(words: tuple[str, ...] | list[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last
