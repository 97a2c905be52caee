"""What tests of every room share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent


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
