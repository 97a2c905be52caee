"""Everything that was read, by id, with the links back from a concept to what trains it."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Protocol, TypeVar, cast

from speedcli.knowledge.claims import Dispute, System, SystemClaim
from speedcli.knowledge.figures import Figure
from speedcli.knowledge.frozen import frozen, replace
from speedcli.knowledge.planning import Planning
from speedcli.knowledge.problems import DataError, Problem
from speedcli.knowledge.records import (
    NOWHERE,
    Avoidable,
    Category,
    Concept,
    Exercise,
    JointAction,
    Kit,
    Muscle,
    Source,
    Template,
    Where,
)
from speedcli.knowledge.rulebook import Check, Rule
from speedcli.knowledge.series import Step

_UNCHANGED: Mapping[str, tuple[Patch, ...]] = {}
_MARK = " (changed)"

# The tables of a library and of a data file, in the order of reading.
TABLES = (
    "sources",
    "categories",
    "concepts",
    "kit",
    "avoidables",
    "actions",
    "muscles",
    "exercises",
    "sessions",
    "rules",
    "systems",
    "claims",
    "disputes",
    "series",
    "figures",
)
PLANNING = "planning"  # one record and no table, patched under this name


@frozen()
class Patch:
    """What a file changed in a record: the keys of its fields, as `dose.beginner.set-rest`."""

    fields: tuple[str, ...]
    where: Where

    @property
    def name(self) -> str:
        """The name of the file, for people elsewhere: without its folders."""
        return self.where.file.replace("\\", "/").rpartition("/")[2]


class _NamesConcepts(Protocol):
    @property
    def concepts(self) -> tuple[str, ...]: ...


R = TypeVar("R", bound=_NamesConcepts)
C = TypeVar("C", bound=Check)


@frozen(kw_only=True)
class Library:
    """The loaded tables. Each keeps the order of its files; a link is an id in another table."""

    sources: Mapping[str, Source]
    categories: Mapping[str, Category]
    concepts: Mapping[str, Concept]
    kit: Mapping[str, Kit]
    avoidables: Mapping[str, Avoidable]
    actions: Mapping[str, JointAction]
    muscles: Mapping[str, Muscle]
    exercises: Mapping[str, Exercise]
    sessions: Mapping[str, Template]
    rules: Mapping[str, Rule]
    systems: Mapping[str, System]
    claims: Mapping[str, SystemClaim]
    disputes: Mapping[str, Dispute]
    series: Mapping[str, Step]
    figures: Mapping[str, Figure]
    planning_if_any: Planning | None = None
    patches: Mapping[str, tuple[Patch, ...]] = _UNCHANGED  # of a record, as `exercises/wall-push`

    __eq__ = object.__eq__  # too large to compare; there is one
    __hash__ = object.__hash__

    @property
    def planning(self) -> Planning:
        """What the planner needs; DataError when the files that were read hold none."""
        if self.planning_if_any is None:
            raise DataError([Problem(NOWHERE._replace(file="data"), "no file holds 'planning'")])
        return self.planning_if_any

    def patches_of(self, record: Any) -> tuple[Patch, ...]:
        """What was changed in a record of ours, by whom, in the order of changing."""
        if not self.patches:
            return ()
        held = (name for name in TABLES if self.table(name).get(record.id) is record)
        return self.patches.get(f"{next(held, '')}/{record.id}", ())

    @cached_property
    def shown(self) -> Library:
        """The same to be shown: the title of whatever of ours was changed says so.

        Names are looked up without that mark.
        """
        marked: dict[str, dict[str, Any]] = {}
        for key in self.patches:
            table, _, id = key.partition("/")
            if table == PLANNING:  # has no title; every plan notes what was changed in it
                continue
            marked.setdefault(table, {})[id] = _marked(self.table(table)[id])
        tables: dict[str, Any] = {
            table: ChainMap(ones, cast(Any, self.table(table))) for table, ones in marked.items()
        }
        return replace(self, **tables) if tables else self

    def mark(self, record: Any) -> str:
        """What stands behind a text of the record where its title is not shown."""
        return _MARK if self.patches_of(record) else ""

    def table(self, name: str) -> Mapping[str, Any]:
        """The table called `name`, one of `TABLES`."""
        records: Mapping[str, Any] = getattr(self, name)
        return records

    def checks(self, shape: type[C]) -> tuple[tuple[Rule, C], ...]:
        """All checks of one kind with the rules they belong to."""
        return self._checks.get(shape, ())

    @cached_property
    def _checks(self) -> dict[type, tuple[tuple[Rule, Any], ...]]:
        found: dict[type, list[tuple[Rule, Any]]] = {}
        for rule in self.rules.values():
            for check in rule.checks:
                found.setdefault(type(check), []).append((rule, check))
        return {shape: tuple(pairs) for shape, pairs in found.items()}

    def sessions_for(self, concept: str) -> tuple[Template, ...]:
        """The sessions that train a concept."""
        return self._sessions_by_concept.get(concept, ())

    def exercises_for(self, concept: str) -> tuple[Exercise, ...]:
        """The exercises that train a concept."""
        return self._exercises_by_concept.get(concept, ())

    def exercises_loading(self, muscle: str) -> tuple[Exercise, ...]:
        """The exercises in which a muscle works hard."""
        return tuple(one for one in self.exercises.values() if muscle in one.muscles)

    def claims_about(self, concept: str) -> tuple[SystemClaim, ...]:
        """What training systems claim about a concept."""
        return self._claims_by_concept.get(concept, ())

    def disputes_about(self, concept: str) -> tuple[Dispute, ...]:
        """The disputes in the literature that touch a concept."""
        return self._disputes_by_concept.get(concept, ())

    def figures_for(self, concept: str) -> tuple[Figure, ...]:
        """The figures that belong to a concept."""
        return self._figures_by_concept.get(concept, ())

    def figures_of_rule(self, rule: str) -> tuple[Figure, ...]:
        """The figures that belong to a rule."""
        return tuple(figure for figure in self.figures.values() if rule in figure.rules)

    def related_to(self, concept: str) -> tuple[Concept, ...]:
        """The concepts that a concept names as related, then those that name it."""
        named = self.concepts[concept].related
        ids = dict.fromkeys((*named, *self._named_by.get(concept, ())))
        return tuple(self.concepts[other] for other in ids if other in self.concepts)

    @cached_property
    def _sessions_by_concept(self) -> Mapping[str, tuple[Template, ...]]:
        return _by_concept(self.sessions.values())

    @cached_property
    def _exercises_by_concept(self) -> Mapping[str, tuple[Exercise, ...]]:
        return _by_concept(self.exercises.values())

    @cached_property
    def _claims_by_concept(self) -> Mapping[str, tuple[SystemClaim, ...]]:
        return _by_concept(self.claims.values())

    @cached_property
    def _disputes_by_concept(self) -> Mapping[str, tuple[Dispute, ...]]:
        return _by_concept(self.disputes.values())

    @cached_property
    def _figures_by_concept(self) -> Mapping[str, tuple[Figure, ...]]:
        return _by_concept(self.figures.values())

    @cached_property
    def _named_by(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for concept in self.concepts.values():
            for other in concept.related:
                found.setdefault(other, []).append(concept.id)
        return found


def _marked(record: Any) -> Any:
    field = "name" if hasattr(record, "name") else "title"
    return replace(record, **{field: f"{getattr(record, field)}{_MARK}"})


def _by_concept(records: Iterable[R]) -> Mapping[str, tuple[R, ...]]:
    found: dict[str, list[R]] = {}
    for record in records:
        for concept in record.concepts:
            found.setdefault(concept, []).append(record)
    return {concept: tuple(members) for concept, members in found.items()}
