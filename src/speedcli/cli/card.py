"""The cards of a handout: on which paper, with which logo, and what came out."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Literal

from speedcli.cli import settings
from speedcli.cli.output import Counted
from speedcli.knowledge.frozen import frozen
from speedcli.knowledge.problems import CannotMeet, DataError, Problem
from speedcli.knowledge.where import Where

if TYPE_CHECKING:
    from pathlib import Path

    from speedcli.knowledge.library import Library
    from speedcli.training.document import Plan
    from speedcli.views.card.pdf import Logo

Paper = Literal["a4", "letter"]

_NAMES: dict[Paper, str] = {"a4": "A4", "letter": "Letter"}
PAPERS = tuple(_NAMES)
_LOCALES = ("LC_ALL", "LC_PAPER", "LANG")  # the first that is set counts
_TERRITORY = re.compile(r"[a-z]+_([A-Z]{2})\b")

# Where paper is US Letter, by the Common Locale Data Repository.
_LETTER = ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")


@frozen()
class Cards:
    """How cards are to be set, as far as the options say."""

    paper: Paper | None = None
    two_up: bool = False
    glossary: bool = False
    logo: Path | None = None


def pdf(plan: Plan, library: Library, cards: Cards, *, whole: bool) -> Counted:
    """The cards as a PDF, with its number of pages.

    UsageError for a paper that there is not, DataError when the logo is no picture, CannotMeet
    where typst does not run.
    """
    try:
        from speedcli.views.card import pdf as setting
    except ImportError as error:
        said = "typst, which sets cards, does not run on this machine"
        raise CannotMeet(f"{said}; use -o FILE.html, and print that from a browser") from error

    paper = cards.paper or usual_paper()
    layout = setting.Layout(
        paper=paper, two_up=cards.two_up, glossary=cards.glossary, logo=_logo(cards.logo)
    )
    made = setting.render(plan, library, layout, whole=whole)
    amount = f"{made.pages} page{'s' * (made.pages != 1)}, {_NAMES[paper]}"
    if made.unshown:
        amount += f"; no font has {made.unshown}, so � stands there"
    return Counted(made.content, amount)


def usual_paper() -> Paper:
    """What the settings say, else the paper of the country that the locale names, else A4."""
    if paper := settings.read("paper", settings.one_of("paper", PAPERS)):
        return paper
    locale = next(filter(None, map(os.environ.get, _LOCALES)), "")
    territory = _TERRITORY.match(locale)
    return "letter" if territory and territory[1] in _LETTER else "a4"


def _logo(path: Path | None) -> Logo | None:
    """The picture of the option, else of the settings."""
    from pathlib import Path

    usual = settings.given("logo") if path is None else None
    if usual is not None:
        path = Path(usual.text)
    if path is None:
        return None
    from speedcli.knowledge.decode import contents
    from speedcli.views.card.pdf import Logo

    try:
        return Logo(str(path), contents(path))
    except OSError as error:
        named = f", and {usual.source} names it" if usual else ""
        said = f"cannot be read: {error.strerror}{named}"
        raise DataError([Problem(Where(str(path), 0), said)]) from None
