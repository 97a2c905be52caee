"""`speed search`: what in all texts speaks of some words, best first."""

from __future__ import annotations

from speedcli.cli.output import Target, show_page
from speedcli.cli.say import say
from speedcli.knowledge.problems import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHOWN = 5  # unless more are asked for


def search(words: Sequence[str], target: Target, *, most: int, data: str | None) -> None:
    """Show the `most` best records that hold the words; NotFound when none holds any."""
    from speedcli.cli import kept
    from speedcli.knowledge.search import Index, find
    from speedcli.views.pages import search as page

    if not words:
        raise UsageError("name what to look for: speed search hip drive; speed explain is the map")
    read, typed = kept.entries(data), " ".join(words)
    index = Index(*read("index"))
    found = find(index, typed)
    reader = page.Reader(read, index.stems, found.rarity)
    shown = [reader.result(hit) for hit in found.hits[:most]]
    show_page(
        target,
        lambda: page.page(typed, shown, len(found.hits)),
        lambda: [result.as_json() for result in shown],
    )
    _tell_read_as(found.read_as)


def _tell_read_as(read_as: Mapping[str, str]) -> None:
    """What was looked for in place of words that no text holds."""
    for typed, read in read_as.items():
        say(f"no text holds {typed!r}; looked for {read!r}")
