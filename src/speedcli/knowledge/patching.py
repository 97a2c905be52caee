"""Single fields of a record changed from YAML, each read and checked as the record itself is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, get_args

from speedcli.knowledge import shapes
from speedcli.knowledge.decode import Decoder, is_empty
from speedcli.knowledge.frozen import make, replace, values
from speedcli.knowledge.library import Patch
from speedcli.knowledge.nearest import did_you_mean
from speedcli.knowledge.nodes import Node, Pairs
from speedcli.knowledge.problems import Problem, quoted
from speedcli.knowledge.records import Where

Tables = Mapping[str, Mapping[str, Any]]
_NAMING = ("id", "table")  # the keys that say which record is meant
_IDS = ("id", "letter", "stage")  # what a member of a list goes by, if it has one of them


class Patched(NamedTuple):
    """A record with other values in some fields, the table that it belongs to, and what changed."""

    table: str
    id: str
    record: Any
    patch: Patch


def patched(node: Pairs, file: str, tables: Tables) -> tuple[Patched | None, list[Problem]]:
    """The record that `node` of `file` names, changed as it says; or None, and what is wrong."""
    patcher = _Patcher(file)
    result = patcher.patched(node, tables)
    return (None if patcher.problems else result), patcher.problems


class _Patcher(Decoder):
    """Reads the values that are given, onto those that are there."""

    def __init__(self, file: str) -> None:
        super().__init__(file, underscores=False, problems=[])
        self.changed: list[str] = []

    def patched(self, node: Pairs, tables: Tables) -> Patched | None:
        named = self.named(node, tables)
        if named is None:
            return None
        table, id = named
        fields = Pairs(node.line, [pair for pair in node.pairs if pair[0].text not in _NAMING])
        if not fields.pairs:
            self.fail(node, f"the patch of {quoted(id)} changes nothing")
            return None
        where = Where(self.file, node.line)
        record = self.fields(_moved(tables[table][id], where), fields, "")
        return Patched(table, id, record, Patch(tuple(self.changed), where))

    def named(self, node: Pairs, tables: Tables) -> tuple[str, str] | None:
        """The table and the id of the record that is meant."""
        given = self.once(node)
        if "id" not in given:
            self.fail(node, "missing key 'id'")
            return None
        id = self.value(given["id"][1], str, "'id'")
        among: Iterable[str] = tables
        if "table" in given:
            among = [self.choice(given["table"][1], tuple(tables), "'table'")]
        if self.problems:
            return None
        found = [table for table in among if id in tables[table]]
        if len(found) == 1:
            return found[0], id
        if found:
            self.fail(node, f"{quoted(id)} stands in {' and '.join(found)}; add 'table'")
            return None
        known = [known for table in among for known in tables[table]]
        said = f"'id' names {quoted(id)}, which is nowhere to be changed"
        self.fail(given["id"][1], said + did_you_mean(id, known))
        return None

    def fields(self, old: Any, node: Pairs, path: str) -> Any:
        """The record `old` with other values in the fields that `node` gives."""
        kind: Any = type(old)
        layout = shapes.layout(kind, self.underscores)
        given = self.once(node)
        self.unknown(given, layout)
        new = {
            field.name: self.onto(
                getattr(old, field.name), given[key][1], field.shape, f"{path}{key}"
            )
            for key, field in layout.items()
            if key in given
        }
        if shapes.knows_where(kind):
            new["where"] = Where(self.file, node.line)
        return replace(old, **new)

    def onto(self, old: Any, node: Node, shape: Any, path: str) -> Any:
        """What `old` becomes: keys of keys are changed one by one, anything else as a whole.

        The keys of a list are the ids of its members, where these have some.
        """
        subject = repr(path)
        if is_empty(node):
            self.fail(node, f"{subject} has no value; a patch gives one")
            return None
        if shapes.form(shape) == "optional":
            shape = shapes.without_none(shape)
        if isinstance(node, Pairs) and old is not None:
            if isinstance(old, Mapping):
                return {**old, **self.entries(old, node, shape, path)}
            if type(old) is tuple and (named := _by_id(old)):
                return self.members(named, node, get_args(shape)[0], path)
            keyed = hasattr(old, "__match_args__") and not hasattr(old, "parse")
            if keyed and "kind" not in self.once(node):
                return self.fields(old, node, f"{path}.")
        self.changed.append(path)
        return self.value(node, shape, subject)

    def members(
        self, old: Mapping[str, Any], node: Pairs, shape: Any, path: str
    ) -> tuple[Any, ...]:
        """The members of a list by their ids, those that `node` names with other values."""
        given = self.once(node)
        new = dict(old)
        for id, (key, value) in given.items():
            if id not in old:
                self.fail(key, f"{path!r} has no {quoted(id)}{did_you_mean(id, old)}")
                continue
            inner = self.once(value) if isinstance(value, Pairs) else {}
            if fixed := next((one for one in _IDS if one in inner), None):
                self.fail(inner[fixed][0], f"{fixed!r} names what is changed, and stays as it is")
                continue
            new[id] = self.onto(old[id], value, shape, f"{path}.{id}")
        return tuple(new.values())

    def entries(self, old: Mapping[Any, Any], node: Pairs, shape: Any, path: str) -> dict[Any, Any]:
        """The entries that `node` gives, each onto the one that is there."""
        key_shape, value_shape = get_args(shape)
        new = {}
        for key, value in self.once(node).values():
            name = self.value(key, key_shape, f"a key of {path!r}")
            new[name] = self.onto(old.get(name), value, value_shape, f"{path}.{key.text}")
        return new


def _by_id(members: tuple[Any, ...]) -> dict[str, Any]:
    """The members by what they go by; empty where they have no ids."""
    first = members[0] if members else None
    by = next((one for one in _IDS if one in getattr(first, "__match_args__", ())), None)
    return {str(getattr(one, by)): one for one in members} if by else {}


def _moved(value: Any, where: Where) -> Any:
    """`value` with all that is in it written at `where`: its mistakes are those of the patch."""
    if isinstance(value, Where):
        return where
    if isinstance(value, Mapping):
        return {key: _moved(each, where) for key, each in value.items()}
    if type(value) is tuple:
        return tuple(_moved(each, where) for each in value)
    if not hasattr(value, "__match_args__") or isinstance(value, tuple):
        return value
    moved = make(type(value), [_moved(each, where) for each in values(value)])
    return replace(moved, where=where) if hasattr(value, "where") else moved
