"""Whatever breaks around a command: nothing is half-written, and one line says what happened."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import typer

import speedcli
from speedcli.cli.app import app
from speedcli.cli.main import main

SOURCE = str(Path(speedcli.__file__).parents[1])
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no such faults to cause")

START = "from speedcli.cli.main import main; import sys; sys.exit(main(sys.argv[1:]))"

# Commands that write a file each, `check --fix` over the plan itself.
WRITERS = {
    "explain": "explain isometric -o out.md",
    "learn": "learn 1 -o out.md",
    "search": "search sled -o out.json",
    "session": "session isometric -o out.txt",
    "paths": "paths -o out.md",
    "config": "config -o out.md",
    "check": "check --schema plan -o out.json",
    "plan": "plan --weeks 1 -o out.yaml",
    "pdf": "print plan.yaml w1 -o out.pdf",
    "html": "print plan.yaml w1 -o out.html",
    "ics": "print plan.yaml -o out.ics",
    "xlsx": "print plan.yaml -o out.xlsx",
    "fix": "check --fix plan.yaml",
}

writers = pytest.mark.parametrize("line", WRITERS.values(), ids=WRITERS)


def speed(line: str, folder: Path, before: str = "", **options: Any) -> subprocess.Popen[str]:
    """Starts a command in a folder, after some lines of Python that cause a fault."""
    found = {"PYTHONPATH": os.pathsep.join((SOURCE, *sys.path)), "PYTHONUNBUFFERED": ""}
    env = {**os.environ, **found, **options.pop("env", {})}
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(
        [sys.executable, "-B", "-c", f"{before}\n{START}", *line.split()],
        **{"cwd": folder, "env": env, "text": True, **pipes, **options},
    )


def ended(process: subprocess.Popen[str]) -> tuple[str, str, int]:
    """What a command printed and said, and its exit code. It never shows a traceback."""
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert "Exception" not in err
    return out or "", err, process.returncode


@pytest.fixture(scope="module")
def plan_text(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A plan whose minutes were not counted since it was edited."""
    file = tmp_path_factory.mktemp("plan") / "plan.yaml"
    assert main(["plan", "--weeks", "1", "--start", "2027-01-04", "-o", str(file)]) == 0
    counted = file.read_text("utf-8")
    text = re.sub(r"^( {4,}minutes: )\d+$", r"\g<1>1", counted, count=1, flags=re.M)
    assert text != counted
    return text


@pytest.fixture
def folder(plan_text: str) -> Iterator[Path]:
    """A folder with that plan, which everybody may enter."""
    with TemporaryDirectory() as name:
        place = Path(name)
        (place / "plan.yaml").write_text(plan_text, "utf-8")
        place.chmod(0o755)
        yield place


@pytest.fixture
def unchanged(folder: Path, plan_text: str) -> Callable[[], bool]:
    """Whether the folder holds what it held before."""
    return lambda: (
        os.listdir(folder) == ["plan.yaml"]
        and (folder / "plan.yaml").read_text("utf-8") == plan_text
    )


# Says that it writes, in the middle of it, and waits for what comes.
SLOW_DISC = """
import os, sys, time
def slow(_):
    print("writing", file=sys.stderr, flush=True)
    time.sleep(60)
os.fsync = slow
"""


@writers
def test_told_to_end_while_it_writes(
    line: str, folder: Path, unchanged: Callable[[], bool]
) -> None:
    process = speed(line, folder, SLOW_DISC)
    assert process.stderr
    assert process.stderr.readline() == "writing\n"
    assert len(os.listdir(folder)) == 2
    process.terminate()
    assert ended(process) == ("", "", 128 + signal.SIGTERM)
    assert unchanged()


def test_every_command_that_writes_is_among_them() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    writing = {name for name, one in commands.items() if any("-o" in p.opts for p in one.params)}
    assert {line.split()[0] for line in WRITERS.values()} == writing


@writers
def test_interrupted_while_it_writes(
    line: str, folder: Path, unchanged: Callable[[], bool]
) -> None:
    process = speed(line, folder, SLOW_DISC)
    assert process.stderr
    assert process.stderr.readline() == "writing\n"
    process.send_signal(signal.SIGINT)
    assert ended(process) == ("", "", 128 + signal.SIGINT)
    assert unchanged()


def test_hung_up_while_it_writes(folder: Path, unchanged: Callable[[], bool]) -> None:
    process = speed(WRITERS["plan"], folder, SLOW_DISC)
    assert process.stderr
    assert process.stderr.readline() == "writing\n"
    process.send_signal(signal.SIGHUP)
    assert ended(process) == ("", "", 128 + signal.SIGHUP)
    assert unchanged()


# Says that it works when the library has been found, and waits for what comes.
SLOW_WORK = """
import sys, time
from speedcli.cli import kept
def slow(*_):
    print("working", file=sys.stderr, flush=True)
    time.sleep(60)
kept.library = kept.entries = slow
"""


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", -signal.SIGTERM)])
@pytest.mark.parametrize("line", ["explain isometric", "plan --weeks 1", "print plan.yaml -f pdf"])
def test_told_to_end_while_it_works(
    line: str, name: str, code: int, folder: Path, unchanged: Callable[[], bool]
) -> None:
    """Shells tell a process that a signal ended as 128 and the signal's number."""
    process = speed(line, folder, SLOW_WORK)
    assert process.stderr
    assert process.stderr.readline() == "working\n"
    process.send_signal(signal.Signals[name])
    assert ended(process) == ("", "", code)
    assert unchanged()


def test_an_ignored_hangup_stays_ignored(folder: Path) -> None:
    """As below `nohup`."""
    quick = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)" + SLOW_DISC
    process = speed(WRITERS["plan"], folder, quick.replace("sleep(60)", "sleep(0.5)"))
    assert process.stderr
    assert process.stderr.readline() == "writing\n"
    process.send_signal(signal.SIGHUP)
    assert ended(process)[2] == 0
    assert (folder / "out.yaml").exists()


@pytest.mark.skipif(
    (Path(speedcli.__file__).parent / "knowledge.shelf").exists(), reason="a wheel keeps nothing"
)
def test_told_to_end_while_it_keeps_what_it_compiled(folder: Path, tmp_path: Path) -> None:
    held = SLOW_DISC.replace("os.fsync", "os.replace").replace("slow(_)", "slow(*_)")
    process = speed("explain isometric", folder, held, env={"XDG_CACHE_HOME": str(tmp_path / "c")})
    assert process.stderr
    assert process.stderr.readline() == "writing\n"
    process.terminate()
    assert ended(process)[2] == 128 + signal.SIGTERM
    assert os.listdir(tmp_path / "c" / "speed") == []


@writers
def test_a_file_that_grows_too_large(
    line: str, folder: Path, unchanged: Callable[[], bool]
) -> None:
    limit = "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (200, 200))"
    name = "plan.yaml" if "--fix" in line else line.split()[-1]
    out, err, code = ended(speed(line, folder, limit))
    assert (out, code) == ("", 2)
    assert err.splitlines()[-1] == f"speed: cannot write '{name}': File too large"
    assert unchanged()


@pytest.fixture
def full_disc(folder: Path) -> Iterator[Path]:
    """A real one, as far as this machine lets us have it: it holds the plan and little more."""
    disc = folder / "disc"
    disc.mkdir()
    size = (folder / "plan.yaml").stat().st_size // 4096 * 4096 + 8192
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(disc)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disc can be mounted here")
    try:
        (disc / "plan.yaml").write_bytes((folder / "plan.yaml").read_bytes())
        yield disc
    finally:
        subprocess.run(["umount", str(disc)], check=True)


@pytest.mark.parametrize("name", ["xlsx", "pdf", "fix"])
def test_a_disc_that_is_full(name: str, full_disc: Path, plan_text: str) -> None:
    out, err, code = ended(speed(WRITERS[name], full_disc))
    assert (out, code) == ("", 2)
    assert err.splitlines()[-1].endswith(": No space left on device")
    assert os.listdir(full_disc) == ["plan.yaml"]
    assert (full_disc / "plan.yaml").read_text("utf-8") == plan_text


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_device_that_is_full(folder: Path) -> None:
    out, err, code = ended(speed("print plan.yaml -f csv -o /dev/full", folder))
    assert (out, code) == ("", 2)
    assert err == "speed: cannot write '/dev/full': No space left on device\n"


# Takes from root what lets it write anywhere: all capabilities of Linux.
NO_PRIVILEGES = """
import ctypes
ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(0x20080522), (ctypes.c_uint32 * 6)())
"""


@pytest.mark.skipif(sys.platform == "darwin" and os.geteuid() == 0, reason="root may write")
@writers
def test_a_folder_that_cannot_be_written_to(
    line: str, folder: Path, unchanged: Callable[[], bool]
) -> None:
    folder.chmod(0o555)
    out, err, code = ended(speed(line, folder, "" if os.geteuid() else NO_PRIVILEGES))
    folder.chmod(0o755)
    assert (out, code) == ("", 2)
    assert err.splitlines()[-1].endswith(": Permission denied")
    assert unchanged()


@pytest.mark.parametrize("line", ["", "-h", "--version", "plan -h", "explain isometric"])
def test_nobody_reads_on(line: str, folder: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    assert ended(speed(line, folder, stdout=write)) == ("", "", 0)
    os.close(write)


def test_only_the_first_lines_are_read(folder: Path) -> None:
    with speed("print plan.yaml -f json", folder) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "{\n"
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


ANSWERS = ("", "-h", "--version", "explain isometric", "plan --weeks 1", "print plan.yaml -f pdf")


@pytest.mark.parametrize("line", ANSWERS)
def test_stdout_is_closed(line: str, folder: Path) -> None:
    process = speed(line, folder, stdout=None, preexec_fn=lambda: os.close(1))
    assert ended(process) == ("", "speed: cannot write to stdout: it is closed\n", 2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("line", ANSWERS)
def test_stdout_is_full(line: str, folder: Path) -> None:
    with open("/dev/full", "w") as full:
        run = ended(speed(line, folder, stdout=full))
    assert run == ("", "speed: cannot write to stdout: No space left on device\n", 2)


def test_a_file_is_written_also_where_stdout_is_closed(folder: Path) -> None:
    process = speed("explain isometric -o out.md", folder, preexec_fn=lambda: os.close(1))
    assert ended(process) == ("", "speed: wrote out.md\n", 0)
    assert (folder / "out.md").read_text("utf-8").startswith("# Isometric contraction\n")


def close_stderr() -> None:
    os.close(2)


@pytest.mark.parametrize(
    ("line", "code"), [("plan --weeks 1", 0), ("plan --weeks 1 -o out.md", 0), ("explain zzz", 3)]
)
def test_nobody_hears_what_is_said(line: str, code: int, folder: Path) -> None:
    out, _, closed = ended(speed(line, folder, preexec_fn=close_stderr))
    assert "assumed" not in out
    assert closed == code
    if Path("/dev/full").exists():
        (folder / "out.md").unlink(missing_ok=True)
        with open("/dev/full", "w") as full:
            process = speed(line, folder, stderr=full)
            assert process.communicate(timeout=60)[0] == out
        assert process.returncode == code


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="there is no /dev/stdout here")
def test_a_pipe_by_its_name(folder: Path) -> None:
    assert ended(speed("print plan.yaml w1 -f csv -o /dev/stdout", folder))[0].count("\n") > 5


HOMES = {
    "none": "import os; os.environ.pop('HOME', None)",
    "of somebody else": "import os; os.environ['HOME'] = '/proc'",
    "a file": "import os; os.environ['HOME'] = os.devnull",
}


@pytest.mark.parametrize("home", HOMES.values(), ids=HOMES)
def test_no_home_to_keep_anything_in(home: str, folder: Path) -> None:
    without_cache = f"import os; os.environ.pop('XDG_CACHE_HOME', None)\n{home}"
    out, err, code = ended(speed("explain isometric --brief", folder, without_cache))
    assert (err, code) == ("", 0)
    assert out.startswith("Isometric contraction ")


SCREENS = {
    "one column": {"COLUMNS": "1"},
    "the plain locale": {"LANG": "C", "LC_ALL": "C"},
    "the letters of old Windows": {"PYTHONIOENCODING": "cp1252"},
    "a terminal unknown": {"TERM": "nonesuch"},
}


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("line", ["explain isometric", "plan --weeks 1", "-h", "explain →→"])
def test_any_screen(screen: dict[str, str], line: str, folder: Path) -> None:
    out, err, code = ended(speed(line, folder, env=screen))
    assert code == (3 if "→" in line else 0)
    assert all(line.startswith("speed: ") for line in err.splitlines())
    assert "PYTHONIOENCODING" not in screen or out.isascii()


def test_a_link_that_leads_nowhere_is_followed(folder: Path) -> None:
    (folder / "out.md").symlink_to("real.md")
    assert ended(speed("explain isometric -o out.md", folder))[2] == 0
    assert (folder / "out.md").is_symlink()
    assert (folder / "real.md").is_file()


def test_a_link_to_another_file_wants_force_and_stays(folder: Path) -> None:
    (folder / "real.md").write_text("mine")
    (folder / "out.md").symlink_to("real.md")
    assert ended(speed("explain isometric -o out.md", folder))[2] == 2
    assert (folder / "real.md").read_text() == "mine"
    assert ended(speed("explain isometric -o out.md --force", folder))[2] == 0
    assert (folder / "out.md").is_symlink()
    assert (folder / "real.md").read_text("utf-8").startswith("# Isometric contraction\n")


def test_a_link_to_a_folder(folder: Path) -> None:
    (folder / "out.md").symlink_to(".")
    out, err, code = ended(speed("explain isometric -o out.md --force", folder))
    assert (out, err, code) == ("", "speed: 'out.md' is a folder; name a file\n", 2)


# The clock of a machine whose battery is empty, and one after the end of 32 bits.
CLOCKS = {"1970": "1970, 1, 1", "2038": "2038, 1, 20"}
CLOCK = """
import datetime
class Day(datetime.date):
    @classmethod
    def today(cls): return datetime.date({0})
class Moment(datetime.datetime):
    @classmethod
    def now(cls, zone=None): return datetime.datetime({0}, tzinfo=zone)
from speedcli.cli import planned
planned.date, planned.datetime = Day, Moment
"""


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize(
    "line",
    [
        "plan --weeks 2",
        "session isometric -f json",
        "print plan.yaml -o out.ics",
        "print plan.yaml -o out.xlsx",
        "print plan.yaml -o out.pdf",
    ],
)
def test_a_clock_that_is_wrong(clock: str, line: str, folder: Path) -> None:
    out, _, code = ended(speed(line, folder, CLOCK.format(CLOCKS[clock])))
    assert code == 0
    if line.startswith("plan"):
        assert f" {clock} " in out


def test_a_link_to_itself(folder: Path) -> None:
    """It leads to nothing that could be kept."""
    (folder / "out.md").symlink_to("out.md")
    assert ended(speed("explain isometric -o out.md", folder))[2] == 0
    assert (folder / "out.md").is_file()


@writers
def test_without_any_network(line: str, folder: Path) -> None:
    """Every way to one ends the process."""
    blocked = """
import os, sys
def watch(event, _):
    if event.startswith("socket."):
        os._exit(99)
sys.addaudithook(watch)
"""
    out, err, code = ended(speed(line, folder, blocked))
    assert code == 0, err
    assert "Traceback" not in out
