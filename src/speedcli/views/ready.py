"""All that `speed explain` can show, as plain values to be kept: pages, and what `--json` gives.

A kept page is read and drawn without the records that it was made from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from speedcli.knowledge import indexing, names
from speedcli.knowledge.library import Library
from speedcli.knowledge.lookup import INDEXED, PATH, SEARCHED
from speedcli.knowledge.plain import plain
from speedcli.views import json_record, present
from speedcli.views.pages import index
from speedcli.views.told import told

Makers = Mapping[str, Callable[[], Any]]


def entries(library: Library) -> Makers:
    """By name, a function that makes what is kept under it.

    `names` lists what can be looked up, `steps` the reading path, `index` is for a search of all
    texts, `map` is the map, `all/claims` is a whole table, `concepts/rfd` is one record, and
    `told/concepts/rfd` what a search can tell of it.
    """
    records = {
        f"{table}/{id}": partial(_record, table, id, library)
        for table in SEARCHED
        for id in library.table(table)
    }
    tellings = {
        f"told/{table}/{id}": partial(told, table, record, library)
        for table in INDEXED
        for id, record in library.table(table).items()
    }
    lists = {
        "map": _map,
        "all/claims": _claims,
        "all/disputes": _disputes,
        "all/figures": _figures,
    }
    return {
        "names": lambda: names.called(library),
        "steps": lambda: names.called(library, PATH),
        "index": lambda: indexing.build(library),
        **{name: partial(make, library) for name, make in lists.items()},
        **records,
        **tellings,
    }


def _record(table: str, id: str, library: Library) -> dict[str, Any]:
    shown = library.shown
    record = shown.table(table)[id]
    return {
        "page": plain(present.page(record, shown)),
        "brief": plain(present.brief(record, shown)),
        "json": json_record.as_json(library.table(table)[id], library),
    }


def _map(library: Library) -> dict[str, Any]:
    listed = [
        {**json_record.reference(one), "category": one.category, "answer": one.answer}
        for one in library.concepts.values()
    ]
    return {"page": plain(index.concept_map(library.shown)), "json": listed}


def _claims(library: Library) -> dict[str, Any]:
    listed = [json_record.judged(one) for one in library.claims.values()]
    return {"page": plain(index.claim_list(library.shown)), "json": listed}


def _disputes(library: Library) -> dict[str, Any]:
    listed = [
        {**json_record.reference(one), "question": one.question}
        for one in library.disputes.values()
    ]
    return {"page": plain(index.dispute_list(library.shown)), "json": listed}


def _figures(library: Library) -> dict[str, Any]:
    listed = [
        {**json_record.reference(one), "basis": one.basis, "caption": one.caption}
        for one in library.figures.values()
    ]
    return {"page": plain(index.figure_list(library.shown)), "json": listed}
