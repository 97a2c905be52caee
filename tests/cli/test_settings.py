"""Settings: a variable wins over the file, and what cannot be read is said with its place."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from speedcli.cli import settings, settings_file
from speedcli.cli.app import app
from speedcli.knowledge.problems import UsageError
from tests.cli.conftest import Run

Speed = Callable[..., Run]
Put = Callable[[str], Path]

_WORDS = st.text("ab7Z ,.é", min_size=1, max_size=8).filter(lambda text: text.strip(" ,.") != "")


@pytest.mark.parametrize("name", sorted({*settings.SETTINGS} - {"logo", "data"}))
@profile(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(variable=st.none() | _WORDS, line=st.none() | _WORDS, quote=st.sampled_from(["", "'"]))
def test_a_variable_wins_over_the_file_for_every_setting(
    name: str, variable: str | None, line: str | None, quote: str, put_settings: Put
) -> None:
    text = f"# mine\n{name}: {quote}a {line}{quote}\n" if line else ""
    file = put_settings(text)
    settings.forget()
    with pytest.MonkeyPatch.context() as patch:
        if variable is not None:
            patch.setenv(settings.variable(name), variable)
        found = settings.given(name)
    if variable is not None:
        assert found == (variable, f"SPEED_{name.upper()}")
    elif line is not None:
        assert found == (f"a {line}".strip(" ") if not quote else f"a {line}".strip(), f"{file}:2")
    else:
        assert found is None


def test_an_empty_variable_says_nothing_but_of_the_pager(
    put_settings: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_settings("level: advanced\npager: less\n")
    settings.forget()
    monkeypatch.setenv("SPEED_LEVEL", " ")
    monkeypatch.setenv("SPEED_PAGER", "")
    assert settings.given("level") == ("advanced", f"{settings_file.path()}:1")
    assert settings.given("pager") == ("", "SPEED_PAGER")


def test_paths_in_the_file_start_from_its_folder(
    put_settings: Put, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    base = put_settings(f"logo: pictures/club.png\ndata: [mine, ~/theirs, {tmp_path}]\n").parent
    settings.forget()
    found = settings.given("data")
    assert found
    assert found.text.split(os.pathsep) == [
        os.path.join(base, "mine"),
        os.path.join(tmp_path, "theirs"),
        str(tmp_path),
    ]
    logo = settings.given("logo")
    assert logo
    assert Path(logo.text) == base / "pictures" / "club.png"


@pytest.mark.parametrize("text", ["six", "", "1.5", "3x"])
def test_a_number_is_a_whole_one(text: str) -> None:
    with pytest.raises(UsageError, match=f"^age takes a whole number, got {text!r}$"):
        settings.number("age")(text)


def test_a_word_is_one_of_its_choices_in_either_case() -> None:
    assert settings.one_of("paper", ("a4", "letter"))(" Letter ") == "letter"
    with pytest.raises(UsageError) as wrong:
        settings.one_of("paper", ("a4", "letter"))("lettr")
    assert str(wrong.value) == "paper takes a4 or letter, got 'lettr'; did you mean 'letter'?"


def test_a_mistake_in_the_file_is_told_once_and_the_rest_counts(
    speed: Speed, put_settings: Put
) -> None:
    file = put_settings("levle: advanced\ncolor: always\n")
    run = speed("explain", "push", "--brief")
    assert run.err == f"speed: {file}:1: no setting is called 'levle'; did you mean 'level'?\n"
    assert run.code == 0
    assert "\x1b[1m" in run.out


@pytest.mark.parametrize("line", ["plan --weeks 1", "session isometric", "print plan.yaml"])
def test_what_would_be_made_otherwise_than_meant_is_not_made(
    line: str, speed: Speed, put_settings: Put
) -> None:
    file = put_settings("levle: advanced\n")
    said = f"speed: {file}:1: no setting is called 'levle'; did you mean 'level'?\n"
    assert speed(*line.split()) == ("", said, 2)


def test_every_setting_is_an_option_whose_help_says_so() -> None:
    from typer.main import get_command

    told: dict[str, set[str]] = {}
    for command in get_command(app).commands.values():  # type: ignore[attr-defined]
        for option in command.params:
            if "[setting: " in (option.help or ""):
                told.setdefault(option.opts[-1], set()).add(option.help)
    assert {name: len(helps) for name, helps in told.items()} == {
        f"--{name}": 1 for name in settings.SETTINGS if name != "pager"
    }
    for name, one in settings.SETTINGS.items():
        assert all(one.about in text for text in told.get(f"--{name}", ()))


@pytest.mark.skipif(sys.platform == "darwin", reason="no variable moves its settings")
def test_plain_settings_cost_no_import(tmp_path: Path) -> None:
    code = "import sys; from speedcli.cli.main import main; main(sys.argv[1:]); print(*sys.modules)"
    (tmp_path / "speed").mkdir()
    file = tmp_path / "speed" / "config.yaml"

    def imported() -> set[str]:
        env = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "APPDATA": str(tmp_path)}
        command = [sys.executable, "-c", code, "explain", "--json"]
        for _ in range(2):  # the first may have to compile
            done = subprocess.run(command, capture_output=True, env=env, check=True, timeout=60)
        return set(done.stdout.decode().splitlines()[-1].split())

    file.write_text("level: advanced\nkit: track,wall\ncolor: never\n", "utf-8")
    assert imported().isdisjoint({"yaml", "rapidfuzz", "speedcli.knowledge.nodes"})
    file.write_text("level: 'advanced'\n", "utf-8")
    assert "yaml" in imported()
