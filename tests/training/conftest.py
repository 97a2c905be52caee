from __future__ import annotations

import pytest

from speedcli.knowledge.library import Library
from tests.training.requests import LIBRARY


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped knowledge base."""
    return LIBRARY
