"""The whole knowledge base as Markdown below docs/reference, which docs/generate.py writes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from speedcli.knowledge.library import Library
from speedcli.knowledge.load import data_dir, load
from speedcli.knowledge.lookup import SEARCHED
from speedcli.knowledge.names import Entry
from speedcli.knowledge.series import Step
from speedcli.views import markdown, present
from speedcli.views.page import Fact, Facts, Page, Paragraph, Section
from speedcli.views.pages import index, step

FOLDER = Path(__file__).parent / "reference"

_MADE = (
    "<!-- Made by docs/reference.py from data/; change that, then run pytest --update-golden. -->"
)
_ABOUT = (
    "Everything that speed knows, as it stands in the data, with grades and sources. The same is "
    "shown by the commands that are named, for your own data as well."
)


class _Chapter(NamedTuple):
    """A file with all records of its tables, one after the other."""

    file: str
    title: str
    about: str
    tables: tuple[str, ...]


_CHAPTERS = (
    _Chapter("path.md", "The reading path", "steps, the ideas in order", ("series",)),
    _Chapter("sessions.md", "Sessions", "sessions, with ranges for each level", ("sessions",)),
    _Chapter("exercises.md", "Exercises", "exercises, how and how much", ("exercises",)),
    _Chapter("muscles.md", "Muscles", "muscles, and what loads each", ("muscles",)),
    _Chapter("rules.md", "Rules", "rules that a plan keeps, and why", ("rules",)),
    _Chapter("claims.md", "Claims", "claims of a training system, judged", ("systems", "claims")),
    _Chapter("disputes.md", "Disputes", "questions on which sources disagree", ("disputes",)),
    _Chapter("figures.md", "Figures", "figures, drawn with letters", ("figures",)),
    _Chapter("sources.md", "Sources", "sources, and what rests on each", ("sources",)),
)
_LISTS = {f"speed explain {one.file.removesuffix('.md')}": one.file for one in _CHAPTERS}


def pages() -> dict[Path, str]:
    """The text of each file by its path."""
    library = load(data_dir())
    places = _Places(library)
    texts = {"README.md": _contents(library, places)}
    for concept in library.concepts.values():
        file = places.of("concepts", concept.id)
        texts[file] = _marked(markdown.render(_page(concept, library), places.seen_from(file)))
    for chapter in _CHAPTERS:
        texts[chapter.file] = "\n".join(_chapter(chapter, library, places))
    return {FOLDER / file: text for file, text in texts.items()}


class _Places:
    """Where each record stands: a concept in a file of its own, another in its chapter."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._steps = list(library.series)
        self._files = {table: one.file for one in _CHAPTERS for table in one.tables}
        self._titles = {one.title: one.file for one in _CHAPTERS}

    def of(self, table: str, id: str) -> str:
        """The file of a record below the folder, with the anchor in it."""
        return f"concepts/{id}.md" if table == "concepts" else f"{self._files[table]}#{id}"

    def seen_from(self, place: str) -> markdown.Address:
        """What leads from `place` to an id, a command or a chapter's title, but not to itself."""

        def address(text: str) -> str | None:
            found = self._found(text)
            if found is None or found == place:
                return None
            return posixpath.relpath(found, posixpath.dirname(place) or ".")

        return address

    def _found(self, text: str) -> str | None:
        if whole := self._titles.get(text) or _LISTS.get(text):
            return whole
        match text.split():
            case ["speed", "learn", number, *_]:
                return self.of("series", self._steps[int(number) - 1])
            case ["speed", "session", id, *_]:
                return self._first(id, ("sessions",))
            case ["speed", "explain", id] | [id]:
                return self._first(id, SEARCHED)
        return None

    def _first(self, id: str, tables: tuple[str, ...]) -> str | None:
        holding = (table for table in tables if id in self._library.table(table))
        return next((self.of(table, id) for table in holding), None)


def _contents(library: Library, places: _Places) -> str:
    """The chapters with how much each holds, and the map of the concepts."""
    chapters = tuple(
        Fact(one.title, f"{len(library.table(one.tables[-1]))} {one.about}") for one in _CHAPTERS
    )
    *sections, _ = index.concept_map(library).parts  # the last one is for the terminal
    concepts = [part for part in sections if isinstance(part, Section) and part.title != "Sessions"]
    page = Page("The reference", "", (Paragraph(_ABOUT), Facts(chapters), *concepts))
    return _marked(markdown.render(page, places.seen_from("README.md")))


def _chapter(chapter: _Chapter, library: Library, places: _Places) -> Iterator[str]:
    records = _records(chapter, library)
    shown = {record.id: _page(record, library) for record in records}
    yield _marked(f"# {chapter.title}\n")
    yield from (f"- [{markdown.escape(page.title)}](#{id})" for id, page in shown.items())
    for id, page in shown.items():
        yield f'\n<a id="{id}"></a>\n'
        yield markdown.render(page, places.seen_from(f"{chapter.file}#{id}"), level=2).rstrip("\n")
    yield ""


def _records(chapter: _Chapter, library: Library) -> list[Entry]:
    return [record for table in chapter.tables for record in library.table(table).values()]


def _page(record: Entry, library: Library) -> Page:
    """The page of a record; a step with what its question wants to hear, for there is no asking."""
    if isinstance(record, Step):
        return step.page(record, library, answer=True)
    return present.page(record, library)


def _marked(text: str) -> str:
    """`text` with the line below its title that says where it is from."""
    title, _, rest = text.partition("\n")
    return f"{title}\n\n{_MADE}\n{rest}"
