"""Holds the documents to the program: what they show is run, what they list is counted."""

from __future__ import annotations

import itertools
import re
import runpy
import shlex
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from typer.main import get_command

from speedcli.cli.app import app
from speedcli.cli.main import main
from speedcli.knowledge import load
from speedcli.knowledge.library import TABLES
from speedcli.knowledge.problems import SpeedError

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
REFERENCE = ROOT / "docs" / "reference"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
WRITTEN = (
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md"),
    *("docs/mutation.md", "docs/own-data.md", "docs/page.md"),
)
GENERATED = ("docs/usage.md", "docs/speed.1", "docs/data.md", "ARCHITECTURE.md")

CUT = "[...]"  # where a transcript leaves lines out


class Run(NamedTuple):
    shown: str  # as a terminal shows it: stdout, then stderr
    code: int


@pytest.fixture
def speed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Run]:
    """Runs a line such as `speed explain torque  # a comment` on a screen of 80 columns."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def run(line: str) -> Run:
        program, *arguments = shlex.split(line, comments=True)
        assert program == "speed"
        capsys.readouterr()  # what came before is not shown by this line
        code = main(arguments)
        out, err = capsys.readouterr()
        return Run(out + err, code)

    return run


def blocks(path: Path, language: str) -> list[str]:
    """The fenced blocks of a document that are in `language`."""
    return re.findall(rf"^```{language}\n(.*?)^```$", path.read_text("utf-8"), re.M | re.S)


def commands() -> dict[str, Any]:
    found: dict[str, Any] = getattr(get_command(app), "commands", {})
    assert len(found) >= 4
    return found


def examples(path: Path) -> list[str]:
    """The lines that a reader may type, which start with `speed`."""
    lines = "".join(blocks(path, "sh")).splitlines()
    return [line for line in lines if line.startswith("speed ")]


@pytest.fixture
def my_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder `my-data` with every example of CONTRIBUTING.md, below the current folder."""
    folder = tmp_path / "my-data"
    folder.mkdir()
    for number, text in enumerate(blocks(CONTRIBUTING, "yaml")):
        (folder / f"example-{number}.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def plan_with_a_short_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file `plan.yaml` in the current folder, with one rest cut down."""
    monkeypatch.chdir(tmp_path)
    assert main(["plan", "--weeks", "6", "--start", "2027-01-04", "-o", "plan.yaml"]) == 0
    text = Path("plan.yaml").read_text("utf-8")
    assert " rest_s: 90\n" in text
    Path("plan.yaml").write_text(text.replace(" rest_s: 90\n", " rest_s: 30\n", 1), "utf-8")
    assert main(["check", "--fix", "plan.yaml"]) == 1


def cut_like(shown: list[str], whole: list[str]) -> list[str]:
    """`whole` without what `shown` leaves out. A piece is found by the first words of its start."""
    pieces = [list(lines) for cut, lines in itertools.groupby(shown, CUT.__eq__) if not cut]
    said: list[str] = []
    end = 0
    for piece in pieces:
        begins = piece[0].split()[:3]
        start = next(at for at in range(end, len(whole)) if whole[at].split()[:3] == begins)
        said += [CUT] if start > end else []
        end = start + len(piece)
        said += whole[start:end]
    return said + ([CUT] if end < len(whole) else [])


@pytest.mark.usefixtures("plan_with_a_short_rest")
def test_transcripts_are_what_the_program_says(
    speed: Callable[[str], Run], same_as_file: Callable[[Path, str], None]
) -> None:
    text = README.read_text("utf-8")
    transcripts = blocks(README, "console")
    assert len(transcripts) == 4
    for transcript in transcripts:
        first, *shown = transcript.splitlines()
        run = speed(first.removeprefix("$ "))
        assert run.code == (1 if " check " in first else 0)
        whole = run.shown.splitlines()
        said = cut_like(shown, whole) if CUT in shown else whole
        text = text.replace(transcript, "\n".join([first, *said]) + "\n")
    same_as_file(README, text)


def test_a_transcript_may_leave_lines_out() -> None:
    whole = ["a a", "b b", "c c", "d d"]
    assert cut_like(["a a", CUT, "c c"], whole) == ["a a", CUT, "c c", CUT]
    assert cut_like([CUT, "c c", "x"], whole) == [CUT, "c c", "d d"]


@pytest.mark.parametrize(("shell", "starts"), [("sh", "python3 -m venv"), ("powershell", "py -m")])
def test_two_lines_set_everything_up(shell: str, starts: str) -> None:
    lone = [text for text in blocks(README, shell) if text.startswith(starts)]
    assert [text.count("\n") for text in lone] == [1, 1]
    try_it, work_on_it = (text.strip() for text in lone)
    assert try_it.endswith("speed plan --weeks 6")
    assert work_on_it.endswith("pytest")


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    pattern = re.search(r"grep -E '(.*)' README.md", script)
    assert pattern
    (line,) = re.findall(pattern[1], README.read_text("utf-8"), re.M)
    assert f"```sh\n{line}\n```" in CONTRIBUTING.read_text("utf-8")


@pytest.mark.usefixtures("my_data")
@pytest.mark.parametrize("path", [README, CONTRIBUTING], ids=lambda path: path.name)
def test_examples_run(path: Path, speed: Callable[[str], Run]) -> None:
    """In their order, since some read a file that an earlier one wrote."""
    lines = examples(path)
    assert lines
    failed = {line: run for line in lines if (run := speed(line)).code != 0}
    assert failed == {}


def test_every_command_is_documented_and_shown() -> None:
    shown = {shlex.split(line)[1] for line in examples(README)}
    assert shown == set(commands())
    for name, command in commands().items():
        assert command.help.count(f"speed {name}") >= 2, f"{name} has no examples"
        assert command.short_help.endswith(".")


def test_every_option_has_help() -> None:
    options = [(name, option) for name, command in commands().items() for option in command.params]
    assert len(options) > 40
    assert [(name, option.name) for name, option in options if not option.help] == []


def test_the_workflow_does_what_ci_does_and_tests_the_wheel_without_its_source() -> None:
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    (test,) = (step["run"] for step in jobs["wheel"]["steps"] if "pytest" in step.get("run", ""))
    folders = test.split()[3:]
    assert folders
    assert all((ROOT / folder).is_dir() for folder in folders)
    assert ".ci/run" in [step.get("run") for step in jobs["checkout"]["steps"]]
    (oldest, _) = jobs["wheel"]["strategy"]["matrix"]["python"]
    assert f'requires-python = ">={oldest}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_the_readme_says_for_whom_each_level_is() -> None:
    table = README.read_text("utf-8").partition("| Level | Who it is for |")[2].partition("\n\n")[0]
    told = dict(re.findall(r"^\| (\w+) \| (.*) \|$", table, re.M))
    levels = load.load(load.data_dir()).planning.levels
    assert told == {level.id: level.training_age for level in levels}


def test_every_exit_code_is_documented() -> None:
    table = README.read_text("utf-8").partition("## Exit codes")[2].partition("## ")[0]
    documented = {int(code) for code in re.findall(r"^\| (\d) \|", table, re.M)}
    assert documented == {0, SpeedError.exit_code} | {
        error.exit_code for error in SpeedError.__subclasses__()
    }


@pytest.mark.parametrize("name", GENERATED)
def test_generated_pages_are_fresh(name: str, same_as_file: Callable[[Path, str], None]) -> None:
    pages = runpy.run_path(str(ROOT / "docs" / "generate.py"))["pages"]()
    assert set(pages) == {ROOT / name for name in GENERATED}
    same_as_file(ROOT / name, pages[ROOT / name])


def test_the_reference_is_fresh(same_as_file: Callable[[Path, str], None]) -> None:
    pages = runpy.run_path(str(ROOT / "docs" / "reference.py"))["pages"]()
    for path, text in pages.items():
        same_as_file(path, text)
    assert set(REFERENCE.rglob("*.*")) == set(pages)


def test_the_reference_has_every_record_once() -> None:
    shipped = load.load(load.data_dir())
    chapters = {path.name: path.read_text("utf-8") for path in REFERENCE.glob("*.md")}
    named = [id for text in chapters.values() for id in re.findall(r'^<a id="(.*?)">', text, re.M)]
    named += [path.stem for path in (REFERENCE / "concepts").glob("*.md")]
    tables = set(TABLES) - {"categories", "kit", "avoidables", "actions"}  # which have no pages
    assert sorted(named) == sorted(id for table in tables for id in shipped.table(table))


def test_no_record_of_the_reference_leads_to_itself() -> None:
    records: dict[str, str] = {}
    for path in REFERENCE.glob("*.md"):
        _, *parts = re.split(r'^<a id="(.*?)"></a>$', path.read_text("utf-8"), flags=re.M)
        records |= {
            f"{path.name}#{id}": text for id, text in zip(parts[::2], parts[1::2], strict=True)
        }
    records |= {path.name: path.read_text("utf-8") for path in REFERENCE.glob("concepts/*.md")}
    assert len(records) > 200
    assert [place for place, text in records.items() if f"]({place})" in text] == []


def test_every_page_of_the_reference_is_linked_from_another() -> None:
    linked = {
        (path.parent / target.partition("#")[0]).resolve()
        for path in REFERENCE.rglob("*.md")
        for target in re.findall(r"\]\(([^)#][^)]*)\)", path.read_text("utf-8"))
        if not target.startswith("https://")
    }
    assert set(REFERENCE.rglob("*.md")) - linked == {REFERENCE / "README.md"}


def test_the_manual_has_every_command_with_its_options() -> None:
    text = (ROOT / "docs" / "speed.1").read_text("utf-8").replace(r"\-", "-")
    for name, command in commands().items():
        section = text.partition(f"\n.SS speed {name}\n")[2].partition("\n.SS ")[0]
        assert all(
            ", ".join(one.opts) in section for one in command.params if one.opts[0][0] == "-"
        )
    assert "\n.SH EXIT STATUS\n.TP\n\\fB0\\fR\nDone.\n" in text


@pytest.mark.skipif(not shutil.which("groff"), reason="nothing here sets manuals")
def test_the_manual_is_set_without_a_warning() -> None:
    command = ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", str(ROOT / "docs" / "speed.1")]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert done.stderr == b""


def test_examples_of_data_are_sound_together(my_data: Path) -> None:
    assert len(list(my_data.iterdir())) == 7
    assert load.check(load.data_dir(), my_data) == []


@pytest.mark.parametrize("number", range(7))
def test_each_example_of_data_is_sound_alone(number: int, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(blocks(CONTRIBUTING, "yaml")[number], "utf-8")
    assert load.check(load.data_dir(), tmp_path) == []


def test_the_changelog_tells_what_is_new() -> None:
    headings = re.findall(r"^##+ (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert headings[0] == "[Unreleased]"
    assert {"Added", "Data"} <= set(headings)


@cache
def anchors(path: Path) -> set[str]:
    """The anchors of a document: of its headings, as code hosts make them, and those it sets."""
    text = path.read_text("utf-8")
    headings = re.findall(r"^#+ (.*)$", text, re.M)
    return set(re.findall(r'^<a id="([^"]+)"></a>$', text, re.M)) | {
        re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings
    }


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", path.read_text("utf-8")):
        if not target.startswith("https://"):
            name, _, anchor = target.partition("#")
            file = (path.parent / name).resolve() if name else path
            assert file.exists(), target
            assert not anchor or anchor in anchors(file), target


def test_the_documents_are_there() -> None:
    own = [path for path in DOCUMENTS if REFERENCE not in path.parents]
    names = {path.relative_to(ROOT).as_posix() for path in own}
    assert names == {*GENERATED, *WRITTEN} - {"docs/speed.1"}
