"""What tests of every room share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from speedcli.cli import settings
from speedcli.knowledge import load
from speedcli.knowledge.library import Library

HERE = Path(__file__).parent

# The same examples on every machine and every day: a run that fails can be repeated.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis.settings.load_profile("repeatable")


_READ = load.load
_DATA = load.data_dir()  # as it is here; tests of the command line put another in its place
_SHIPPED: list[Library] = []


def _load_once(*directories: Path) -> Library:
    """The shipped knowledge base is the same all through a run, so it is read once."""
    if directories != (_DATA,):
        return _READ(*directories)
    if not _SHIPPED:
        _SHIPPED.append(_READ(*directories))
    return _SHIPPED[0]


@pytest.fixture(autouse=True)
def shipped_data_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "load", _load_once)


@pytest.fixture(scope="session", autouse=True)
def folders_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is compiled is kept for the run and no longer; the user's own folders stay out of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        for name in settings.SETTINGS:
            patch.delenv(settings.variable(name), raising=False)
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the code says now into the expected texts; read the diff before a commit",
    )


@pytest.fixture
def same_as_file(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a whole text with a file, or rewrites the file under `--update-golden`."""
    update = request.config.getoption("--update-golden")

    def compare(path: Path, text: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        assert path.exists(), f"{path.name} is missing; run pytest --update-golden"
        assert text == path.read_text("utf-8")

    return compare


@pytest.fixture
def golden(same_as_file: Callable[[Path, str], None]) -> Callable[[str, str], None]:
    """Compares a whole text with `tests/golden/NAME`."""
    return lambda name, text: same_as_file(HERE / "golden" / name, text)
