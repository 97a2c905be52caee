from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import speedcli
from speedcli.cli import explain
from speedcli.cli.main import main
from tests.cli.conftest import Run

Speed = Callable[..., Run]
SOURCE = Path(speedcli.__file__).parents[1]


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A process of its own, where what matters is the process."""
    env = {**os.environ, "PYTHONPATH": str(SOURCE), **environment}
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, env=env, check=False, timeout=60)


def test_without_arguments_it_says_what_to_try(speed: Speed) -> None:
    run = speed()
    assert (run.err, run.code) == ("", 0)
    assert run.out.count("\n  speed ") == 3


def test_version(speed: Speed) -> None:
    assert speed("--version") == (f"speed {speedcli.__version__}\n", "", 0)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("explian isometric", "no command is called 'explian'; did you mean 'explain'?"),
        ("help", "no command is called 'help'; did you mean '--help'?"),
        (
            "hill sprint",
            "no command is called 'hill'; speed explain hill sprint looks for that",
        ),
        ("--colour", "there is no option '--colour'; see speed --help"),
        ("plan 6 weeks", "'6 weeks' belongs to no option; see speed plan --help"),
        ("plan --kit wall hill", "'hill' belongs to no option; see speed plan --help"),
        (
            "plan -w 6",
            "there is no option '-w'; did you mean --weeks or --why?; see speed plan --help",
        ),
        ("plan -z", "there is no option '-z'; see speed plan --help"),
        (
            "plan --week 6",
            "there is no option '--week'; did you mean '--weeks'?; see speed plan --help",
        ),
        (
            "plan --weeks six",
            "invalid value for '--weeks': 'six' is not a whole number; see speed plan --help",
        ),
        ("plan --goal", "option '--goal' requires an argument; see speed plan --help"),
    ],
)
def test_a_line_that_means_nothing_is_told_in_one_line(line: str, said: str, speed: Speed) -> None:
    assert speed(*line.split()) == ("", f"speed: {said}\n", 2)


@pytest.mark.parametrize(
    ("line", "meant", "code"),
    [
        ("confg", "config", 2),
        ("explain isometrik", "isometric", 3),
        ("plan --weeks 2 --goal accelaration", "acceleration", 2),
        ("plan --weeks 2 --level intermedate", "intermediate", 2),
        ("plan --weeks 2 --kit wal", "wall", 2),
        ("plan --weeks 2 --avoid jumpin", "jumping", 2),
        ("session iso-max-psh", "iso-max-push", 3),
        ("learn torqe", "torque", 3),
        ("check --schema plam", "plan", 2),
    ],
)
def test_a_slip_of_the_keyboard_gets_a_suggestion(
    line: str, meant: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.split()) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert repr(meant) in err


def test_an_abbreviated_command_means_nothing(speed: Speed) -> None:
    assert speed("exp").code == 2


def test_an_unknown_option(speed: Speed) -> None:
    run = speed("explain", "--nope")
    assert (run.out, run.code) == ("", 2)
    assert "--nope" in run.err


def test_an_interrupt_ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(explain, "explain", interrupted)
    assert main(["explain", "isometric"]) == 130


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8"])
@pytest.mark.parametrize("format", ["text", "md", "json"])
def test_any_encoding_of_stdout_is_served(encoding: str, format: str) -> None:
    done = process(
        "-m", "speedcli", "explain", "isometric", "-f", format, PYTHONIOENCODING=encoding
    )
    assert (done.stderr, done.returncode) == (b"", 0)
    assert encoding == "utf-8" or done.stdout.isascii()


def test_a_reader_that_goes_away_is_no_error() -> None:
    code = (
        "import os, sys; from speedcli.cli.main import main;"
        "read, write = os.pipe(); os.close(read); os.dup2(write, 1);"
        "sys.exit(main(['explain']))"
    )
    done = process("-c", code)
    assert (done.stderr, done.returncode) == (b"", 0)


def test_help_imports_no_knowledge() -> None:
    assert {"yaml", "rapidfuzz", "rich", "json", "speedcli.views"}.isdisjoint(
        imported("explain", "--help")
    )


# What costs more to import than the answer costs to give.
SLOW = {"dataclasses", "inspect", "pathlib", "rapidfuzz", "rich", "typer", "typing", "yaml"}


@pytest.mark.parametrize(
    "line", ["explain isometric", "explain", "explain push --json", "explain R07 --brief"]
)
def test_to_explain_takes_nothing_slow(line: str) -> None:
    explain, ours = imported(*line.split()), "speedcli."
    assert explain.isdisjoint(SLOW)
    assert {name for name in explain if name.startswith((f"{ours}training", f"{ours}know"))} <= {
        "speedcli.knowledge",
        "speedcli.knowledge.figures",  # where the page has one
        "speedcli.knowledge.frozen",
        "speedcli.knowledge.lookup",
        "speedcli.knowledge.nearest",
        "speedcli.knowledge.place",
        "speedcli.knowledge.plain",
        "speedcli.knowledge.problems",
        "speedcli.knowledge.shelf",
        "speedcli.knowledge.values",
        "speedcli.knowledge.where",
    }


def test_to_search_takes_nothing_slow() -> None:
    assert imported("search", "hip").isdisjoint(SLOW)


def test_to_plan_takes_neither_typer_nor_yaml() -> None:
    slow = SLOW - {"typing"}  # whose literals the records are made of
    assert imported("plan", "--weeks", "6").isdisjoint(slow)


def imported(*arguments: str) -> set[str]:
    """The modules that a command has imported at its end, once the knowledge base is compiled."""
    code = (
        "import sys; from speedcli.cli.main import main; main(sys.argv[1:]);"
        "print(); print(*sys.modules)"
    )
    for _ in range(2):  # the first may have to compile
        done = process("-S", "-c", code, *arguments, PYTHONPATH=os.pathsep.join(sys.path))
        assert (done.returncode) == 0, done.stderr
    return set(done.stdout.decode().splitlines()[-1].split())
