"""Puts the knowledge base into the wheel, inside the package: as YAML, and compiled."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `data/` and what is compiled from it to a real wheel.

    An editable one reads the data from the checkout, and compiles them when it first runs.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatchling calls this before it builds; `version` is "editable" or "standard"."""
        if version != "editable":
            self.scratch = TemporaryDirectory()
            shelf = Path(self.scratch.name) / "knowledge.shelf"
            shelf.write_bytes(_compiled(Path(self.root) / "src"))
            build_data["force_include"]["data"] = "speedcli/data"
            build_data["force_include"][str(shelf)] = f"speedcli/{shelf.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Hatchling calls this when the wheel is written."""
        if version != "editable":
            self.scratch.cleanup()


def _compiled(source: Path) -> bytes:
    """What a wheel of this source finds when it looks for its compiled data."""
    sys.path.insert(0, str(source))
    try:
        from speedcli.cli import kept  # noqa: PLC0415 - found only now

        return kept.compiled(kept.contents())
    finally:
        sys.path.remove(str(source))
