from __future__ import annotations

import pytest
from tests.training.requests import LIBRARY

from speedcli.knowledge.library import Library


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped knowledge base."""
    return LIBRARY
