"""The command line over the shipped data, which is read once."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from speedcli.cli.main import main
from speedcli.knowledge import load
from speedcli.knowledge.library import Library
from tests.cli.conftest import Run

_LOAD = load.load


@cache
def shipped() -> Library:
    return _LOAD(load.data_dir())


class Shipped:
    """Runs `speed` with some arguments over the shipped data."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys = capsys
        library = shipped()

        def read(*directories: Any) -> Library:
            return library

        monkeypatch.setattr(load, "load", read)

    def __call__(self, *arguments: str) -> Run:
        code = main(arguments)
        shown = self.capsys.readouterr()
        return Run(shown.out, shown.err, code)
