"""Names in a plan that mean nothing to the knowledge base.

A coach may use exercises and templates of their own: those ids are free. But an id that is nearly
one of ours was meant to be it. Kit, rules and load classes are looked up, and have to be known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from speedcli.knowledge.library import Library
from speedcli.knowledge.nearest import did_you_mean
from speedcli.knowledge.problems import Problem, quoted
from speedcli.knowledge.records import Where
from speedcli.knowledge.references import NOUNS, known_ids
from speedcli.training.document import Plan, Reason, Session
from speedcli.training.judging import OWN_RULES


class _Names:
    """The ids that there are, and what to say of others."""

    def __init__(self, library: Library) -> None:
        self.ids: dict[str, Collection[str]] = {
            table: frozenset(ids) for table, ids in known_ids(library).items()
        }

    def unknown(self, where: Where, field: str, name: str, table: str) -> Iterator[Problem]:
        """A problem unless the name is an id of the table."""
        if name not in self.ids[table]:
            said = f"{field!r} names {quoted(name)}, which is no {NOUNS[table]}"
            yield Problem(where, said + did_you_mean(name, self.ids[table]))
