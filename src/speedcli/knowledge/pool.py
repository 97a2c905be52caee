"""The tables of many files poured together, folder upon folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speedcli.knowledge.frozen import NamedTuple
from speedcli.knowledge.library import PLANNING, TABLES, Library, Patch
from speedcli.knowledge.patching import patched
from speedcli.knowledge.planning import Planning
from speedcli.knowledge.problems import Problem, quoted
from speedcli.knowledge.records import Where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speedcli.knowledge.load import DataFile
    from speedcli.knowledge.nodes import Pairs

_OURS = 0  # the layer that all others lie on


class Own(NamedTuple):
    """A record of a coach's own: the file that won, and those whose record it took the place of."""

    table: str
    id: str
    where: Where
    instead_of: tuple[Where, ...] = ()


class Pool:
    """Records by table and id. Folders are numbered upwards from ours, which is 0."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, Any]] = {table: {} for table in TABLES}
        self.planning: Planning | None = None
        self.patches: dict[str, tuple[Patch, ...]] = {}
        self.own: dict[str, Own] = {}
        self.problems: list[Problem] = []
        self._layers: dict[tuple[str, str], int] = {}

    def add(self, layer: int, files: Iterable[tuple[str, DataFile]]) -> None:
        """The files of one folder by name: all their records, and then what they change."""
        files = list(files)
        for _, file in files:
            self._records(layer, file)
        for name, file in files:
            for node in file.patches:
                self._patch(node, name)

    def library(self) -> Library:
        """All that was added."""
        return Library(**self.tables, planning_if_any=self.planning, patches=self.patches)

    def _patch(self, node: Pairs, file: str) -> None:
        planning = {PLANNING: self.planning} if self.planning else {}
        changed, problems = patched(node, file, {**self.tables, PLANNING: planning})
        self.problems += problems
        if changed is None:
            return
        table, id, record, patch = changed
        if table == PLANNING:
            self.planning = record
        else:
            self.tables[table][id] = record
        self.patches[f"{table}/{id}"] = (*self.patches.get(f"{table}/{id}", ()), patch)

    def _records(self, layer: int, file: DataFile) -> None:
        for table in TABLES:
            for record in getattr(file, table):
                self._record(layer, table, record)
        if file.planning and self.planning:
            hint = "; change single fields of it under 'patches', by the id 'planning'"
            hint = hint if layer != _OURS else ""
            self._doubled("'planning'", file.planning.where, self.planning.where, hint)
        self.planning = self.planning or file.planning

    def _record(self, layer: int, table: str, record: Any) -> None:
        first = self.tables[table].get(record.id)
        beaten: tuple[Where, ...] = ()
        if first is not None:
            below = self._layers[table, record.id]
            if below in (_OURS, layer):
                hint = "; change single fields of it under 'patches'" if below != layer else ""
                said = f"{quoted(record.id)} of {table!r}"
                return self._doubled(said, record.where, first.where, hint)
            before = self.own[f"{table}/{record.id}"]
            beaten = (*before.instead_of, before.where)
            self.patches.pop(f"{table}/{record.id}", None)
        self.tables[table][record.id] = record
        self._layers[table, record.id] = layer
        if layer != _OURS:
            self.own[f"{table}/{record.id}"] = Own(table, record.id, record.where, beaten)
        return None

    def _doubled(self, what: str, where: Where, first: Where, hint: str = "") -> None:
        said = f"{what} is given twice; the first is at {first}{hint}"
        self.problems.append(Problem(where, said))
