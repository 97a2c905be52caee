"""The small library that golden pages are made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from speedcli.knowledge import load
from speedcli.knowledge.library import Library

SMALL = Path(__file__).parent / "library"


@pytest.fixture(scope="session")
def small() -> Library:
    return load.load(SMALL)


@pytest.fixture(scope="session")
def shipped() -> Library:
    return load.load(load.data_dir())
