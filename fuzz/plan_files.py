"""Fuzz the plan loader: any file is judged, put right and drawn, or it is refused by lines."""

from __future__ import annotations

from contextlib import suppress

import atheris
from targets import HOUSE, run, shipped

with atheris.instrument_imports(include=["speedcli"]):
    from speedcli.knowledge.problems import DataError
    from speedcli.views import chat, csv_table, document, markdown, plan_file, text
    from speedcli.views.pages import plan as page
    from speedcli.views.web import page as web

LIBRARY = shipped()


def one_input(data: bytes) -> None:
    """Check a plan file as `speed check` does, and hand it out as `speed print` does."""
    try:
        plan = document.read(data, "f.yaml", LIBRARY)
    except DataError:
        return
    drawn = page.page(plan, LIBRARY, why=True)
    text.render(drawn, 80, text.Style())
    markdown.render(drawn)
    chat.render(plan, LIBRARY, why=True)
    csv_table.render(plan)
    web.render(plan, LIBRARY, why=True)
    with suppress(DataError):
        plan_file.judged(data, "f.yaml", LIBRARY)
        plan_file.renewed(data, "f.yaml", LIBRARY)


if __name__ == "__main__":
    folder = HOUSE / "tests" / "plans"
    run(one_input, [path.read_text("utf-8")[:20_000] for path in sorted(folder.rglob("*.yaml"))])
