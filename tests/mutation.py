"""Makes the tests quick enough to be run for thousands of mutants; `docs/mutation.md` uses it.

Each mutant is tested in a process that is warm from the tests before it, with a switch in front of
every function.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Iterator
from math import ceil
from time import process_time
from types import ModuleType
from typing import Any

import pytest
from hypothesis import Phase, settings

from speedcli.knowledge.library import Library
from tests import conftest

EXAMPLES = 5
SECONDS = 3  # of processor time; quick tests come first, and what outlasts them has survived
LOOP = 20  # the same for one test that does not end

_started = 0.0


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Leave out what is left when a mutant, or the code without one, has had its time."""
    counting = os.environ.get("MUTANT_UNDER_TEST") == "stats"  # which test calls which function
    if not counting and process_time() - _started > SECONDS:
        pytest.skip("the time is up")


def pytest_sessionstart() -> None:
    """Forget what was made by whole code, and take away the switches of all functions but one."""
    conftest._SHIPPED.clear()
    global _started
    _started = process_time()
    if mutant := _mutant():  # its own tests are read anew: their records are made by it
        room, module_name = mutant.split(".")[1:3]
        sys.modules.pop(f"tests.{room}.test_{module_name}", None)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (ceil(_started) + LOOP, hard))
    for module in _ours():
        for value in list(vars(module).values()):
            if hasattr(value, "cache_clear"):
                value.cache_clear()
            elif isinstance(value, Library):
                vars(value).clear()
        if mutant:
            _unswitch(module, mutant)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Few examples, and none of them made smaller: that one fails is all that is asked."""
    for item in items:
        test: Any = getattr(item, "obj", None)
        given = getattr(test, "_hypothesis_internal_use_settings", None)
        if given and given.max_examples > EXAMPLES:
            few = settings(given, max_examples=EXAMPLES, phases=(Phase.explicit, Phase.generate))
            getattr(test, "__func__", test)._hypothesis_internal_use_settings = few


def _mutant() -> str:
    name = os.environ.get("MUTANT_UNDER_TEST", "")
    return name if "__mutmut_" in name else ""


def _ours() -> Iterator[ModuleType]:
    for name, module in list(sys.modules.items()):
        if name.startswith(("speedcli.", "tests.")):
            yield module


def _unswitch(holder: Any, mutant: str) -> None:
    for name, value in list(vars(holder).items()):
        if isinstance(value, type) and value.__module__ == getattr(holder, "__name__", None):
            _unswitch(value, mutant)
        elif _is_switch(value):
            changed = value.__module__ == mutant.rpartition(".")[0]
            if not (changed and f"{value.__name__}__mutmut_" in mutant):
                setattr(holder, name, value.__wrapped__)


def _is_switch(value: Any) -> bool:
    code = getattr(value, "__code__", None)
    return code is not None and code.co_name == "_trampoline_wrapper"
