"""The command line in this process, over the small library of the views' tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from speedcli.cli import settings_file
from speedcli.cli.main import main
from speedcli.knowledge import place

SMALL = Path(__file__).parents[1] / "views" / "library"


class Run(NamedTuple):
    out: str
    err: str
    code: int


@pytest.fixture(autouse=True)
def plain_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same screen wherever the tests run."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def put_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Writes the file of settings, in a config folder of this test."""
    monkeypatch.setattr(settings_file, "folder", lambda: str(tmp_path / "set"))

    def put(text: str) -> Path:
        path = Path(settings_file.path())
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return put


@pytest.fixture
def speed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Run]:
    """Runs `speed` with some arguments over the small library."""
    monkeypatch.setattr(place, "data_dir", lambda: str(SMALL))

    def run(*arguments: str) -> Run:
        code = main(arguments)
        shown = capsys.readouterr()
        return Run(shown.out, shown.err, code)

    return run
