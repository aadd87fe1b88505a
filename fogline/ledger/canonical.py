"""The record as text: the same bytes for the same reports and judgements, whenever, wherever and however they came."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

from fogline.ledger import tables

# What tells of the making, not of the record: when fogline ran, when reports came, in which order rows were entered,
# and how views were worked out.
_OF_THE_MAKING = frozenset({"runs", "arrivals", *(table.name for table in tables.MAKING)})
_MOMENTS = frozenset({"number"})


def canonical_lines(connection: Connection) -> Iterator[str]:
    """One JSON object for each row, with the name of its table; tables and rows sorted, moments of insertion left out.

    Two records with the same lines hold the same, in SQLite and in PostgreSQL.
    """
    for table in sorted(tables.metadata.tables.values(), key=lambda one: str(one.name)):
        if table.name not in _OF_THE_MAKING:
            yield from sorted(_lines(connection, table))


def _lines(connection: Connection, table: Table) -> Iterator[str]:
    columns = [column for column in table.columns if column.name not in _MOMENTS]
    for row in connection.execute(select(*columns)).mappings():
        yield json.dumps({"table": table.name} | dict(row), ensure_ascii=False, sort_keys=True)
