"""New readings into the tables: what is known stays as it is, what cannot be stored is kept as a refusal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from operator import itemgetter
from typing import TypeVar

from sqlalchemy import Connection, Table, delete, insert, select

from fogline.ledger import tables
from fogline.ledger.arriving import arrival_rows, version_rows
from fogline.ledger.full_text import index
from fogline.ledger.names import tally
from fogline.ledger.writing import Row, Rows, as_storable, flaw, raw_hash, reading_rows, storable
from fogline.records import Reading, Refusal

T = TypeVar("T")

STAGE = "ledger"
CONFLICT = "another text is in the record under this id: give this report an id of its own"
_CHUNK = 500  # readings at a time, and ids in one query: SQLite of old takes 999 variables
_ORDER = (
    tables.reports, tables.arrivals, tables.versions, tables.spans, tables.places, tables.report_places, tables.actors,
    tables.report_actors, tables.claims, tables.claim_names, tables.claim_quantities,
)  # fmt: skip


def add_readings(connection: Connection, readings: Iterable[Reading], arrived: datetime) -> list[str]:
    """Store the readings whose ids are not there yet, as come at that moment; give the new ids, sorted.

    A reading with a refusal goes to the refusals, until a reading of that id is stored.  A reading whose id is
    known with another text is never stored: it stays among the refusals.
    """
    new: list[str] = []
    for chunk in _chunks(readings):
        held = known_hashes(connection, [key for r in chunk for key in (r.report_id, r.version_of) if key is not None])
        rows: Rows = defaultdict(list)
        refused: list[Row] = []
        stored: list[Reading] = []
        for reading in chunk:
            digest = raw_hash(reading.raw)
            refusal = reading.refusal or _conflict(reading, held, digest)
            if refusal is None and reading.report_id not in held:
                refusal = _put(rows, reading)
                if refusal is None:
                    held[reading.report_id] = digest
                    stored.append(reading)
            if refusal is not None:
                refused.append(_refusal_row(reading.report_id, digest, refusal))
        rows[tables.arrivals] = arrival_rows((r.report_id for r in stored), arrived)
        rows[tables.versions] = version_rows(connection, stored)
        _insert(connection, rows)
        tally(connection, rows)
        index(connection, rows)
        _insert_missing(connection, tables.refusals, "report_id", refused)
        new += [reading.report_id for reading in stored]
    settled = tables.refusals.c.report_id.in_(select(tables.reports.c.report_id))
    connection.execute(delete(tables.refusals).where(settled, tables.refusals.c.reason != CONFLICT))
    return sorted(new)


def known_hashes(connection: Connection, report_ids: Sequence[str]) -> dict[str, str]:
    """Of these ids, those that are stored, with the hash of their raw text."""
    table = tables.reports
    found: dict[str, str] = {}
    for chunk in _chunks(filter(storable, report_ids)):
        query = select(table.c.report_id, table.c.raw_sha256).where(table.c.report_id.in_(chunk))
        found.update((row.report_id, row.raw_sha256) for row in connection.execute(query))
    return found


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that have the same columns, at the driver's own speed: their values need no conversion."""
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(rows[0]))
    if compiled.positiontup is None:
        connection.exec_driver_sql(compiled.string, [dict(row) for row in rows])
    else:
        values = itemgetter(*compiled.positiontup)
        connection.exec_driver_sql(compiled.string, [values(row) for row in rows])


def _conflict(reading: Reading, held: Mapping[str, str], digest: str) -> Refusal | None:
    if held.get(reading.report_id, digest) != digest:
        return Refusal(STAGE, CONFLICT)
    if reading.version_of is not None and reading.version_of not in held:
        return Refusal(STAGE, f"the record does not hold {reading.version_of!r}, whose version it is: read that first")
    return None


def _put(rows: Rows, reading: Reading) -> Refusal | None:
    """Add the rows of a reading to `rows`, or say why it cannot be stored."""
    own = reading_rows(reading)
    if reason := flaw(reading, own):
        return Refusal(STAGE, reason)
    for table, table_rows in own.items():
        rows[table].extend(table_rows)
    return None


def _refusal_row(report_id: str, digest: str, refusal: Refusal) -> Row:
    texts = {"report_id": report_id, "stage": refusal.stage, "reason": refusal.reason}
    return {"raw_sha256": digest} | {name: as_storable(text) for name, text in texts.items()}


def _insert(connection: Connection, rows: Rows) -> None:
    for table in _ORDER:
        if table in (tables.places, tables.actors):
            _insert_missing(connection, table, "form_id", rows[table])
        elif rows[table]:
            insert_rows(connection, table, rows[table])


def _insert_missing(connection: Connection, table: Table, key: str, rows: Sequence[Row]) -> None:
    """Insert those rows that are not there, each once; `key` is the column by which to look."""
    names = [column.name for column in table.primary_key]
    wanted = {tuple(row[name] for name in names): row for row in rows}
    for chunk in _chunks(sorted({row[key] for row in rows})):
        for found in connection.execute(select(*table.primary_key).where(table.c[key].in_(chunk))):
            wanted.pop(tuple(found), None)
    if wanted:
        insert_rows(connection, table, list(wanted.values()))


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
