"""Derived rows: dropped and rebuilt, and written only where they change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select

from fogline.ledger import tables
from fogline.ledger.adding import insert_rows
from fogline.ledger.rebuilding import read_days
from fogline.ledger.writing import Row, Rows, day_columns, period_columns
from fogline.records import Period, ReportDay


def put_days(connection: Connection, days: Mapping[str, ReportDay]) -> None:
    """Make these the inferred days.  The periods of reports whose day changes by it are dropped."""
    held = read_days(connection)
    changed = {key for key in held.keys() | days.keys() if held.get(key) != days.get(key)}
    claim, periods = tables.claims.c, tables.claim_periods
    for report_id in sorted(changed):
        of_report = select(claim.claim_id).where(claim.report_id == report_id)
        connection.execute(delete(periods).where(periods.c.claim_id.in_(of_report)))
    rows = [{"report_id": key} | day_columns(day, "day", "basis", "ground") for key, day in days.items()]
    replace_rows(connection, tables.report_days, rows)


def put_periods(connection: Connection, periods: Mapping[str, Period | None]) -> None:
    """Make these the periods that were resolved again, by claim id."""
    rows = [{"claim_id": key} | period_columns(period, "basis") for key, period in periods.items()]
    replace_rows(connection, tables.claim_periods, rows)


def put_views(connection: Connection, rows: Rows) -> None:
    """Make these the rows of the view tables; write nothing where they are so already."""
    if all(_contents(connection, table) == _values(table, rows[table]) for table in tables.VIEW_TABLES):
        return
    for table in reversed(tables.VIEW_TABLES):
        connection.execute(delete(table))
    for table in tables.VIEW_TABLES:
        if rows[table]:
            insert_rows(connection, table, rows[table])


def replace_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Make `rows` the contents of a table with one key column; touch only the rows that differ."""
    (key,) = table.primary_key
    held = {values[key.name]: values for values in map(dict, connection.execute(select(table)).mappings())}
    wanted = {row[key.name]: row for row in rows}
    gone = [{"gone": name} for name, row in held.items() if wanted.get(name) != row]
    fresh = [row for name, row in wanted.items() if held.get(name) != row]
    if gone:
        connection.execute(delete(table).where(key == bindparam("gone")), gone)
    if fresh:
        insert_rows(connection, table, fresh)


def missing_keys(connection: Connection, table: Table, keys: Iterable[str]) -> list[str]:
    """Of these keys, those that `table` does not hold, sorted."""
    (key,) = table.primary_key
    wanted = set(keys)
    return sorted(wanted.difference(connection.scalars(select(key)))) if wanted else []


def _contents(connection: Connection, table: Table) -> list[tuple[Any, ...]]:
    return _sorted(tuple(row) for row in connection.execute(select(table)).all())


def _values(table: Table, rows: Iterable[Row]) -> list[tuple[Any, ...]]:
    return _sorted(tuple(row[column.name] for column in table.columns) for row in rows)


def _sorted(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(rows, key=repr)
