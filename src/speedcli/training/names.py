"""Names in a plan that mean nothing to the knowledge base.

A coach may use exercises and templates of their own: such ids are free, unless they are a slip of
the keyboard from one of ours. Kit, rules and load classes are looked up, and have to be known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from speedcli.knowledge.library import Library
from speedcli.knowledge.nearest import did_you_mean, slip
from speedcli.knowledge.problems import Problem, quoted
from speedcli.knowledge.records import Where
from speedcli.knowledge.references import NOUNS, known_ids
from speedcli.training.document import Block, Plan, Reason, Session
from speedcli.training.judging import OWN_RULES
from speedcli.training.recount import Path


def unknown_names(plan: Plan, library: Library, line: Callable[[Path], int]) -> list[Problem]:
    """Every name that is not known and should be; `line` knows where a value stands."""
    names = _Names(library)
    found = list(names.of_plan(plan))
    for place, entry in enumerate(plan.accepted):
        where = plan.where._replace(line=line(("accepted", place, "rule")))
        found += names.rule(where, entry.rule, OWN_RULES)
    return sorted(found, key=lambda problem: problem.where.line)


class _Names:
    """The ids that there are, and what to say of others."""

    def __init__(self, library: Library) -> None:
        self.ids = {table: list(ids) for table, ids in known_ids(library).items()}
        # What can be avoided: regions and qualities, but also single exercises and sessions.
        self.ids["avoidables"] += [*library.exercises, *library.sessions]

    def of_plan(self, plan: Plan) -> Iterator[Problem]:
        request = plan.request
        yield from self.known(request.where, "kit", request.kit, "kit")
        yield from self.known(request.where, "avoid", request.avoid, "avoidables")
        for week in plan.weeks:
            yield from self.of_reasons(week.why)
            for session in week.sessions:
                yield from self.of_session(session)

    def of_session(self, session: Session) -> Iterator[Problem]:
        yield from self.known(session.where, "kit", session.kit, "kit")
        yield from self.known(session.where, "load", (session.load,), "load-classes")
        yield from self.of_reasons(session.why)
        for block in session.blocks:
            yield from self.of_block(block)

    def of_block(self, block: Block) -> Iterator[Problem]:
        yield from self.known(block.where, "load", (block.load,), "load-classes")
        yield from self.own(block.where, "template", block.template, "sessions")
        for item in block.items:
            yield from self.own(item.where, "exercise", item.exercise, "exercises")

    def of_reasons(self, reasons: Iterable[Reason]) -> Iterator[Problem]:
        for reason in reasons:
            if reason.rule is not None:
                yield from self.rule(reason.where, reason.rule)
            if reason.concept is not None:
                yield from self.own(reason.where, "concept", reason.concept, "concepts")

    def known(self, where: Where, key: str, names: Iterable[str], table: str) -> Iterator[Problem]:
        for name in names:
            if name not in self.ids[table]:
                hint = did_you_mean(name, self.ids[table])
                yield _problem(where, key, name, table, hint)

    def rule(self, where: Where, name: str, others: tuple[str, ...] = ()) -> Iterator[Problem]:
        """Rules are found in either case, as everywhere."""
        ids = [*self.ids["rules"], *others]
        if name.casefold() not in map(str.casefold, ids):
            yield _problem(where, "rule", name, "rules", did_you_mean(name, ids))

    def own(self, where: Where, key: str, name: str, table: str) -> Iterator[Problem]:
        ids = self.ids[table]
        if name not in ids and (meant := slip(name, ids)):
            yield _problem(where, key, name, table, f"; did you mean {meant!r}?")


def _problem(where: Where, key: str, name: str, table: str, hint: str) -> Problem:
    return Problem(where, f"{key!r} names {quoted(name)}, which is no {NOUNS[table]}{hint}")
