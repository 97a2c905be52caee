"""Topics for a shell that asks for them: offered past typer, in the form that each shell reads.

Whatever else a shell asks is left to typer, which asks the same functions and gives the same lines.
"""

from __future__ import annotations

import os

from speedcli.cli.say import COMPLETES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from speedcli.cli.completion import Offers

    Line = tuple[list[str], str]  # the words before the one that is typed, and what is typed of it

_NO_OFFERS = 1  # what fish is told, so that it offers files
_FLAGS = {"--brief", "--json"}  # those of `explain`; other options take a value, or are not its own
_ZSH = str.maketrans({'"': '""', "'": "''", "$": "\\$", "`": "\\`", ":": r"\\:"})


def answered() -> int | None:
    """Offer topics, if a shell asks for them, and give the exit code; None if it asks otherwise."""
    asked, _, shell = os.environ[COMPLETES].partition("_")
    if asked != "complete" or shell not in _READ:
        return None
    try:
        (program, *before), typed = _READ[shell]()
    except (LookupError, ValueError):  # no line, or one that only typer can read
        return None
    if not program or not _wants_topic(before, typed):
        return None
    from speedcli.cli import completion

    offers = [offer for offer in completion.topics(typed) if offer[0].startswith(typed)]
    if shell == "fish" and os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return 0 if offers else _NO_OFFERS
    from speedcli.cli.output import write_stdout

    write_stdout(f"{_SHOWN[shell](offers)}\n")
    return 0


def _wants_topic(before: list[str], typed: str) -> bool:
    plain = all(word in _FLAGS or not word.startswith("-") for word in before)
    return before[:1] == ["explain"] and plain and not typed.startswith(("-", "="))


def _split(line: str) -> list[str]:
    """The words of a line; ValueError where quotes and the like make it hard to tell."""
    spaced = line.replace("\n", " ").replace("\t", " ")
    if not (spaced.isascii() and spaced.isprintable()) or {*spaced} & {*"\\\"'"}:
        raise ValueError
    return spaced.split()


def _bash() -> Line:
    words, at = _split(os.environ["COMP_WORDS"]), int(os.environ["COMP_CWORD"])
    return words[:at], words[at] if at < len(words) else ""


def _zsh_or_fish() -> Line:
    line = os.environ["_TYPER_COMPLETE_ARGS"]
    words = _split(line)
    return (words, "") if line.endswith(" ") else (words[:-1], words[-1])


def _powershell() -> Line:
    words = _split(os.environ["_TYPER_COMPLETE_ARGS"])
    typed = os.environ.get("_TYPER_COMPLETE_WORD_TO_COMPLETE", "")
    if typed and _split(typed) != [typed]:
        raise ValueError
    return words[:-1] if typed else words, typed


def _names(offers: Offers) -> str:
    return "\n".join(name for name, _ in offers)


def _for_zsh(offers: Offers) -> str:
    told = (f'"{name.translate(_ZSH)}":"{said.translate(_ZSH)}"' for name, said in offers)
    listed = "\n".join(told)
    return f"_arguments '*: :(({listed}))'" if listed else "_files"


def _for_fish(offers: Offers) -> str:
    if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") != "get-args":
        return ""
    return "\n".join(f"{name}\t{_on_one_line(said)}" for name, said in offers)


def _on_one_line(text: str) -> str:
    return "".join(" " if letter.isspace() else letter for letter in text)


def _for_powershell(offers: Offers) -> str:
    return "\n".join(f"{name}:::{said}" for name, said in offers)


_READ: Mapping[str, Callable[[], Line]] = {
    "bash": _bash,
    "zsh": _zsh_or_fish,
    "fish": _zsh_or_fish,
    "powershell": _powershell,
    "pwsh": _powershell,
}
_SHOWN: Mapping[str, Callable[[Offers], str]] = {
    "bash": _names,
    "zsh": _for_zsh,
    "fish": _for_fish,
    "powershell": _for_powershell,
    "pwsh": _for_powershell,
}
