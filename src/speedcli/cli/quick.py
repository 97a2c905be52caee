"""Commands that answer at once: asked plainly, they go past typer, which is slow to import.

Whatever is not asked plainly is left to typer, which calls the same functions with the same values.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    Options = Mapping[str, Callable[[str], Any] | None]

# The options of a plain command, and how the value of each is read, if it takes one.
OPTIONS: Mapping[str, Options] = {
    "explain": {"--brief": None, "--json": None, "--data": str},
    "search": {"--json": None, "--most": int, "--data": str},
    "plan": {
        "--weeks": int,
        "--goal": str,
        "--level": str,
        "--days": str,
        "--minutes": int,
        "--kit": str,
        "--start": str,
        "--event": str,
        "--why": None,
        "--data": str,
    },
}


class _NotPlain(Exception):
    """Something that only typer understands, or can say what is wrong with."""


def answered(arguments: Sequence[str]) -> bool:
    """Run the command line if it is a plain one, and say whether it was."""
    command, *others = arguments
    if command not in OPTIONS:
        return False
    try:
        words, given = _read(others, OPTIONS[command])
    except _NotPlain:
        return False
    if command == "explain":
        _explain(words, **given)
        return True
    if command == "search" and words and given.get("most", 1) > 0:
        _search(words, **given)
        return True
    if command == "plan" and not words:
        _plan(**given)
        return True
    return False


def _read(arguments: Sequence[str], options: Options) -> tuple[list[str], dict[str, Any]]:
    """The words, and the values of the options by their names."""
    words: list[str] = []
    given: dict[str, Any] = {}
    rest = iter(arguments)
    for argument in rest:
        if argument in options:
            read, name = options[argument], argument.removeprefix("--")
            given[name] = True if read is None else _value(next(rest, "-"), read)
        else:
            words.append(_word(argument))
    return words, given


def _word(argument: str) -> str:
    if argument.startswith("-"):
        raise _NotPlain
    return argument


def _value(argument: str, read: Callable[[str], Any]) -> Any:
    try:
        return read(_word(argument))
    except ValueError:
        raise _NotPlain from None


def _explain(
    words: Sequence[str], *, brief: bool = False, json: bool = False, data: str | None = None
) -> None:
    from speedcli.cli.explain import explain
    from speedcli.cli.output import Target

    explain(words, Target("json" if json else None), brief=brief, data=data)


def _search(
    words: Sequence[str], *, most: int | None = None, json: bool = False, data: str | None = None
) -> None:
    from speedcli.cli.output import Target
    from speedcli.cli.search import SHOWN, search

    search(words, Target("json" if json else None), most=most or SHOWN, data=data)


def _plan(*, why: bool = False, data: str | None = None, **wishes: Any) -> None:
    from speedcli.cli.output import Target
    from speedcli.cli.plan import plan
    from speedcli.cli.planned import People
    from speedcli.training.wishes import Wishes

    wished, nobody = Wishes(**wishes), People()
    plan(wished, Target(), people=nobody, times=None, like=None, why=why, data=data)
