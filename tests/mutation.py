"""For mutation testing: each mutant is run in a process that is warm from the tests before it.

What was kept there was made by code that was whole, so it is forgotten first.
"""

from __future__ import annotations

import sys

from tests import conftest


def pytest_sessionstart() -> None:
    conftest._SHIPPED.clear()
    for name, module in list(sys.modules.items()):
        if name.startswith("speedcli."):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
