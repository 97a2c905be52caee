"""Cards as a PDF. The one place that knows typst, which sets `card.typ` with the data of a plan."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

import font_source_sans_pro as fonts
import typst

from speedcli.knowledge.library import Library
from speedcli.knowledge.problems import DataError, Problem
from speedcli.knowledge.records import Where
from speedcli.training.document import Plan
from speedcli.views.card import glossary
from speedcli.views.card.figures import Numbered
from speedcli.views.card.overview import overview
from speedcli.views.card.sheet import people, sheet
from speedcli.views.letters import harmless

PaperName = Literal["a4", "letter"]

_PAPERS: dict[PaperName, str] = {"a4": "a4", "letter": "us-letter"}
_TEMPLATES = Path(__file__).parent
_LOGO_ALONE = "#let data = json(bytes(sys.inputs.data))\n#image(bytes(data.bytes), alt: data.kind)"

# A letter that no font has is shown as this one, which the fonts have.
_UNSHOWN = "\N{REPLACEMENT CHARACTER}"
_NO_FONT_HAS = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")

_MOST_BYTES = 2_000_000  # of a logo, which the template takes as a list of numbers
_KINDS = {"PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8\xff"}


class Logo(NamedTuple):
    """A picture for the head of each card, as it was read from a file."""

    file: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How cards are set: on which paper, one to a sheet or two, and with what added."""

    paper: PaperName = "a4"
    two_up: bool = False
    glossary: bool = False
    logo: Logo | None = None


class Printed(NamedTuple):
    """A PDF, its number of pages, and the letters of the plan that no font has."""

    content: bytes
    pages: int
    unshown: str


def render(plan: Plan, library: Library, layout: Layout, *, whole: bool = True) -> Printed:
    """A card to each session, after an overview if it is the `whole` of a plan of weeks.

    The same plan gives the same bytes. DataError when the logo is no picture.
    """
    data = {**_harmless(_data(plan, library, layout, whole)), "logo": _logo(layout.logo)}
    day = datetime.combine(plan.request.start, datetime.min.time(), UTC)
    unshown = ""
    while True:
        content, missing = _set(data, day)
        if content:
            (pages,) = _PAGES.findall(content)
            return Printed(content, int(pages), unshown)
        data = _replaced(data, missing)
        unshown += "".join(missing)


def _data(plan: Plan, library: Library, layout: Layout, whole: bool) -> dict[str, Any]:
    first = None
    if whole and plan.request.session is None:
        back = glossary.of_plan(plan, library) if layout.glossary else None
        first = {**overview(plan, library), "back": back}
    figures = Numbered(library)
    cards = [
        {
            **sheet(plan, week, session, library, alone=first is None),
            "back": glossary.of_session(session, library, figures) if layout.glossary else None,
        }
        for week in plan.weeks
        for session in week.sessions
    ]
    return {
        "title": plan.title,
        "author": plan.coach or plan.club or "",
        "paper": _PAPERS[layout.paper],
        "two_up": layout.two_up,
        "people": people(plan),
        "backs": layout.glossary,
        "overview": first,
        "cards": cards,
        "figures": figures.data(),
    }


def _harmless(value: Any) -> Any:
    """The data with every text on one line, and without letters that steer or hide others."""
    return _mapped(value, harmless)


def _replaced(data: Any, letters: list[str]) -> Any:
    """The data with a sign in place of each of the letters that cannot be shown."""
    pattern = re.compile("|".join(map(re.escape, letters)))
    return _mapped(data, lambda text: pattern.sub(_UNSHOWN, text))


def _mapped(value: Any, change: Any) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _mapped(each, change) for key, each in value.items()}
    return [_mapped(each, change) for each in value] if isinstance(value, list) else value


def _logo(logo: Logo | None) -> dict[str, Any] | None:
    """The picture as the template takes it; DataError when it is none that can be set."""
    if logo is None:
        return None
    if len(logo.content) > _MOST_BYTES:
        raise _no_logo(logo, f"has {len(logo.content):,} bytes; a logo has at most {_MOST_BYTES:,}")
    kind = next((name for name, start in _KINDS.items() if logo.content.startswith(start)), "SVG")
    if kind == "SVG" and b"<svg" not in logo.content:
        raise _no_logo(logo, "is no picture; a logo is a PNG, JPEG or SVG file")
    data = {"kind": kind, "bytes": list(logo.content)}
    try:
        _compile(_LOGO_ALONE.encode(), data, datetime(2000, 1, 1, tzinfo=UTC), standards=[])
    except RuntimeError as error:
        said = " ".join(str(error).split())
        raise _no_logo(logo, f"cannot be read as {kind}: {said}") from None
    return data


def _no_logo(logo: Logo, message: str) -> DataError:
    return DataError([Problem(Where(logo.file, 0), message)])


def _set(data: dict[str, Any], day: datetime) -> tuple[bytes, list[str]]:
    """The PDF; or nothing, and the letters that no font has."""
    try:
        return _compile(_TEMPLATES / "card.typ", data, day, standards=["ua-1"]), []
    except RuntimeError as error:
        missing = dict.fromkeys(_NO_FONT_HAS.findall(getattr(error, "diagnostic", "")))
        if not missing:
            raise
        return b"", [_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in missing]


def _compile(
    source: Path | bytes, data: dict[str, Any], day: datetime, *, standards: list[Any]
) -> bytes:
    """What typst makes of a template; RuntimeError when it finds fault with it."""
    made = typst.compile(
        source,
        root=_TEMPLATES,
        font_paths=[fonts.font_directory],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
        format="pdf",
        pdf_standards=standards,
        timestamp=day,
    )
    assert isinstance(made, bytes)
    return made
