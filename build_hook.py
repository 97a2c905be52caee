"""Puts the knowledge base into the wheel, inside the package."""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `data/` to a real wheel; an editable one reads it from the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatchling calls this before it builds; `version` is "editable" or "standard"."""
        if version != "editable":
            build_data["force_include"]["data"] = "speedcli/data"
