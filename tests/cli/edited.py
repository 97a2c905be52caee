"""Plans edited by hand, as the tests of `speed check` need them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from speedcli.training import planner
from speedcli.training.wishes import Wishes, request
from speedcli.views import document
from tests.cli.planning import Shipped, shipped
from tests.views.test_document import TODAY

PLANS = Path(__file__).parents[1] / "plans"
STARTS = PLANS / "starts.yaml"


@cache
def made(weeks: int) -> str:
    """A plan as `speed plan --weeks N -o plan.yaml` writes it."""
    asked, _ = request(Wishes(weeks=weeks, start="2027-01-04"), shipped(), TODAY)
    return document.as_yaml(planner.plan(asked, shipped()))


def write(text: str, name: str = "plan.yaml") -> str:
    Path(name).write_text(text, "utf-8", newline="")
    return text


def edit(text: str, old: str, new: str) -> str:
    """The text with the first `old` replaced, written as plan.yaml."""
    assert old in text
    return write(text.replace(old, new, 1))


def edit_first_start(text: str, key: str, value: Any) -> str:
    """The plan with a number of the first falling start changed, written as plan.yaml."""
    pattern = rf"(exercise: falling-start\n(?:.*\n)*?        {key}:) .*"
    edited = re.sub(pattern, rf"\1 {value}", text, count=1)
    assert edited != text
    return write(edited)


def findings(speed: Shipped, *arguments: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(speed("check", "--json", *arguments).out)
    return rows


def line_of(text: str, part: str, after: str = "") -> int:
    return text[: text.index(part, text.index(after))].count("\n") + 1
