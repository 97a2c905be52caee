"""The quick road and typer's lead to the same place, letter by letter."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from speedcli.cli import plan_commands, quick, reference_commands
from speedcli.cli.main import main
from tests.cli.conftest import Run

PLAIN = [
    "explain",
    "explain isometric",
    "explain Tendon stiffness",
    "explain what is isometric",
    "explain R07",
    "explain r99",
    "explain push",
    "explain muller2020",
    "explain --json",
    "explain isometric --data nowhere",
    "explain isometric --data tests/cases",
    "search hip drive",
    "search tendonn --most 2",
    "search hip --json",
    "search qqqq",
    "search hip --data nowhere",
    "plan --weeks 1 --data nowhere",
    "explain claims",
    "explain disputes --json",
    "explain push --json",
    "explain --json push",
    "explain isometric --brief",
    "explain --brief isometric --json",
    "explain --brief",
    "explain isometrik",
    "explain ?!",
    "explain \x1b[2J",
    "plan",
    "plan --weeks 2 --start 2027-01-04",
    "plan --weeks 2 --start 2027-01-04 --why",
    "plan --start 2027-01-04 --weeks 3 --weeks 1 --days mon,thu --level intermediate",
    "plan --weeks 2 --goal acceleration --minutes 60 --kit track,wall --start 2027-01-04",
    "plan --weeks 4 --event 2027-06-12",
    "plan --weeks 2 --kit spaceship",
    "plan --weeks 99",
    "plan --weeks 2 --start yesterday",
    "plan --weeks 2 --days 1",
]
NOT_PLAIN = [
    "--version",
    "--help",
    "explian isometric",
    "exp isometric",
    "explain --help",
    "explain -h",
    "explain isometric --nope",
    "explain isometric --bri",
    "explain isometric --brief=yes",
    "explain isometric -f md",
    "explain isometric --data",
    "explain isometric --data=here",
    "explain -- isometric",
    "explain -",
    "plan 6",
    "plan --weeks six",
    "plan --weeks",
    "plan --weeks=6",
    "plan --weeks 6 -o plan.yaml",
    "plan --goal --why",
    "plan --weeks -6",
    "search",
    "search hip -n 2",
    "search hip --most 0",
    "search hip --most many",
    "session isometric",
    "check --rules",
]


@pytest.fixture
def both(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], tuple[Run, Run]]:
    """Runs a command line by the quick road and by typer's."""

    def run(line: str) -> Run:
        code = main(line.split())
        shown = capsys.readouterr()
        return Run(shown.out, shown.err, code)

    def twice(line: str) -> tuple[Run, Run]:
        with monkeypatch.context() as patch:
            patch.setattr("speedcli.cli.main.by_typer", None)
            quickly = run(line)
        with monkeypatch.context() as patch:
            patch.setattr(quick, "answered", lambda _: False)
            return quickly, run(line)

    return twice


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("line", PLAIN)
def test_both_roads_give_the_same(
    line: str,
    encoding: str,
    both: Callable[[str], tuple[Run, Run]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("speedcli.cli.output.charset", lambda _: _CHARSETS[encoding])
    quickly, typed = both(line)
    assert quickly == typed
    assert quickly.out or quickly.err


@pytest.mark.parametrize(
    "line",
    [
        "explain isometric",
        "search hip",
        "plan --weeks 2 --start 2027-01-04",
        "plan --weeks 2 --start 2027-01-04 --level beginner",
    ],
)
@pytest.mark.parametrize(
    "text", ["level: advanced\nkit: track\ncolor: always\n", "level: novize\n", "levle: b\n"]
)
def test_both_roads_honour_settings(
    line: str,
    text: str,
    both: Callable[[str], tuple[Run, Run]],
    put_settings: Callable[[str], Path],
) -> None:
    put_settings(text)
    quickly, typed = both(line)
    assert quickly == typed
    assert quickly.out or quickly.err


_CHARSETS = {"utf-8": "unicode", "ascii": "ascii"}


@pytest.mark.parametrize("line", NOT_PLAIN)
def test_what_is_not_plain_is_left_to_typer(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert not quick.answered(line.split())
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("explain", reference_commands.explain),
        ("plan", plan_commands.plan),
        ("search", reference_commands.search),
    ],
)
def test_the_options_are_those_of_typer_with_the_same_types(
    name: str, command: Callable[..., None]
) -> None:
    known = signature(command, eval_str=True).parameters
    read: Any
    for option, read in quick.OPTIONS[name].items():
        hint = known[option.removeprefix("--")].annotation.__origin__
        assert hint in ((bool,) if read is None else (read, read | None)), option
