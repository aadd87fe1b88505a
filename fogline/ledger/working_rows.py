"""Workings as rows, and back."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, delete, func, select

from fogline.ledger import tables, writing
from fogline.ledger.adding import insert_rows
from fogline.ledger.view_rows import read_disputes
from fogline.records.dispute import Dispute, DisputeKind, dispute_order
from fogline.records.event import event_order
from fogline.records.working import Stored, Working, Workings


def read_workings(connection: Connection) -> Workings:
    """The workings of the views as they stand, with what stands for these views."""
    before = {row.part: _working(row) for row in connection.execute(select(tables.workings)).all()}
    views = {_id(view): view for view in _stored(connection)} if before else {}
    return Workings(before, views)


def read_working(connection: Connection, part: str) -> Working | None:
    """The working of one part, where it was kept."""
    row = connection.execute(select(tables.workings).where(tables.workings.c.part == part)).first()
    return _working(row) if row is not None else None


def count_views(connection: Connection) -> int:
    """How many events, holdings and disputes there are."""
    counts = (select(func.count()).select_from(of) for of in (tables.events, tables.holdings, tables.disputes))
    return sum(connection.scalar(count) or 0 for count in counts)


def _id(view: Stored | Dispute) -> str:
    return view.view_id if isinstance(view, Stored) else view.dispute_id


def _stored(connection: Connection) -> Iterator[Stored | Dispute]:
    """What stands for each event, holding and dispute of the record; of disputes over figures, which are few and may
    be held against one another, they themselves."""
    event, dispute = tables.events.c, tables.disputes.c
    for view_id, first, type_ in connection.execute(select(event.event_id, event.first_day, event.type)).all():
        yield Stored(view_id, event_order(first, type_, view_id))
    for (view_id,) in connection.execute(select(tables.holdings.c.holding_id)).all():
        yield Stored(view_id)
    figures = str(DisputeKind.FIGURE)
    query = select(dispute.dispute_id, dispute.place, dispute.attribute).where(dispute.kind != figures)
    for view_id, place, told in connection.execute(query).all():
        yield Stored(view_id, dispute_order(place, told, view_id))
    ids = connection.scalars(select(dispute.dispute_id).where(dispute.kind == figures)).all()
    yield from read_disputes(connection, ids)


def put_workings(connection: Connection, workings: Workings | None) -> None:
    """Keep those that were made or still hold, what was reckoned, and no others; write only what is another one.

    With `None`, nothing is known of how the views were worked out, and none is kept; what was reckoned stays.
    """
    if workings is None:
        if connection.execute(select(tables.workings.c.part).limit(1)).first():
            connection.execute(delete(tables.workings))
        return
    changed = [working for part, working in workings.now.items() if workings.before.get(part) != working]
    gone = (workings.before.keys() - workings.now.keys()) | {working.part for working in changed}
    _put(connection, tables.workings, gone, [_row(working) for working in changed])


def _put(connection: Connection, table: Table, gone: Collection[str], fresh: Sequence[writing.Row]) -> None:
    """Delete the rows of these keys, and insert others."""
    (key,) = table.primary_key
    if gone:
        connection.execute(delete(table).where(key == bindparam("gone")), [{"gone": name} for name in gone])
    if fresh:
        insert_rows(connection, table, fresh)


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
