"""Workings as rows, and back."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select

from fogline.ledger import tables, writing
from fogline.ledger.adding import insert_rows
from fogline.ledger.view_rows import read_holdings
from fogline.records.working import Working, Workings


def read_workings(connection: Connection) -> Workings:
    """The workings of the views as they stand, with these views."""
    before = {row.part: _working(row) for row in connection.execute(select(tables.workings))}
    holdings = read_holdings(connection) if before else ()
    return Workings(before, {holding.holding_id: holding for holding in holdings})


def put_workings(connection: Connection, workings: Workings) -> None:
    """Keep those that were made or still hold, and no others; write only what is another one."""
    table = tables.workings
    changed = [working for part, working in workings.now.items() if workings.before.get(part) != working]
    gone = (workings.before.keys() - workings.now.keys()) | {working.part for working in changed}
    if gone:
        connection.execute(delete(table).where(table.c.part == bindparam("gone")), [{"gone": part} for part in gone])
    if changed:
        insert_rows(connection, table, [_row(working) for working in changed])


def _working(row: Row[Any]) -> Working:
    asked = tuple((table, key) for table, keys in json.loads(row.asked).items() for key in keys)
    return Working(row.part, row.own, asked, row.told, tuple(json.loads(row.found)))


def _row(working: Working) -> writing.Row:
    asked: dict[str, list[str]] = {}
    for table, key in working.asked:
        asked.setdefault(table, []).append(key)
    return {
        "part": working.part,
        "own": working.own,
        "asked": json.dumps(asked, ensure_ascii=False),
        "told": working.told,
        "found": json.dumps(working.found),
    }
