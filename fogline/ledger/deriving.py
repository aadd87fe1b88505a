"""Derived rows: dropped and rebuilt, and written only where they change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, select, update

from fogline.ledger import tables
from fogline.ledger.adding import insert_rows
from fogline.ledger.lineage_rows import add_lineage, some
from fogline.ledger.marked_views import Marked, changes
from fogline.ledger.rebuilding import read_days
from fogline.ledger.scope import rows_of
from fogline.ledger.writing import Row, Rows, day_columns, period_columns, storable
from fogline.records import Lineage, Period, ReportDay, Views


def put_days(connection: Connection, days: Mapping[str, ReportDay], of: Set[str] | None = None) -> None:
    """Make these the inferred days, of all reports or `of` some.

    The periods of reports that stand under another day by it are dropped.
    """
    held = {key: known.day for key, known in read_days(connection, of).items()}
    now = {key: known.day for key, known in days.items()}
    changed = {key for key in held.keys() | now.keys() if held.get(key) != now.get(key)}
    claim, periods = tables.claims.c, tables.claim_periods
    for report_id in sorted(changed):
        of_report = select(claim.claim_id).where(claim.report_id == report_id)
        connection.execute(delete(periods).where(periods.c.claim_id.in_(of_report)))
    rows = [{"report_id": key} | day_columns(day, "day", "basis", "ground") for key, day in days.items()]
    replace_rows(connection, tables.report_days, rows, of)


def put_periods(connection: Connection, periods: Mapping[str, Period | None]) -> None:
    """Make these the periods that were resolved again, by claim id."""
    rows = [{"claim_id": key} | period_columns(period, "basis") for key, period in periods.items()]
    replace_rows(connection, tables.claim_periods, rows)


def put_views(connection: Connection, views: Views, check: Callable[[Rows], None]) -> None:
    """Make these the rows of the view tables; write only those that are not so already, once they were checked."""
    marked = changes(connection, views)
    for each in marked:
        check(each.rows)
    _put([*_lineage_changes(connection, views.lineage, check), *marked], connection)


def put_lineage(connection: Connection, lineage: Lineage, check: Callable[[Rows], None]) -> None:
    """Make this the lineage, and leave the other views as they are."""
    _put(_lineage_changes(connection, lineage, check), connection)


def _lineage_changes(connection: Connection, lineage: Lineage, check: Callable[[Rows], None]) -> list[_Change]:
    rows: Rows = defaultdict(list)
    add_lineage(rows, lineage)
    found = [
        *(_of_reports(connection, table, rows[table], lineage) for table in tables.BY_REPORT),
        *_of_groups(connection, tables.origins, tables.origin_reports, rows, lineage.of),
        *_of_groups(connection, tables.stories, tables.story_reports, rows, lineage.retold),
    ]
    check(Rows(list, {change.table: [*change.changed, *change.fresh] for change in found}))
    return found


def _of_reports(connection: Connection, table: Table, rows: Sequence[Row], lineage: Lineage) -> _Change:
    """What is to be done to the rows of the reports that a lineage tells of, but for those that stand."""
    own = table.c.report_id
    asked: Set[str]
    if lineage.of is not None:
        asked = lineage.of - lineage.standing
    elif lineage.standing:
        every = connection.scalars(select(own).distinct())
        asked = {row["report_id"] for row in rows}.union(every) - lineage.standing
    else:
        return _difference(table, rows, connection.execute(select(table)))
    return _difference(table, rows, rows_of(connection, select(table), own, sorted(asked)))


def _of_groups(
    connection: Connection, table: Table, members: Table, rows: Rows, reports: Set[str] | None = None
) -> Iterator[_Change]:
    """What is to be done to groups of reports, or to those of the reports that are told of.

    Where the id of a group is there, its reports are the same.
    """
    (key,) = table.primary_key
    if reports is None:
        held = connection.execute(select(table)).all()
    else:
        links = rows_of(connection, select(members.c[key.name]), members.c.report_id, sorted(reports))
        held = [*rows_of(connection, select(table), table.c[key.name], {row[0] for row in links})]
    ids = {row[0] for row in held}
    yield _difference(table, rows[table], held)
    gone = ids.difference(row[key.name] for row in rows[table])
    told = [row for row in rows[members] if row[key.name] not in ids]
    yield _difference(members, told, rows_of(connection, select(members), members.c[key.name], sorted(gone)))


def _put(changes: Sequence[_Change | Marked], connection: Connection) -> None:
    for change in reversed(changes):
        change.delete(connection)
    for change in changes:
        change.write(connection)


@dataclass(frozen=True, slots=True)
class _Change:
    """What is to be done to a table: rows to delete, by their keys; to write anew; and to add."""

    table: Table
    gone: Sequence[Row]
    changed: Sequence[Row]
    fresh: Sequence[Row]

    def delete(self, connection: Connection) -> None:
        """Delete the rows that are gone; no row that stays may refer to them."""
        if self.gone:
            connection.execute(delete(self.table).where(*self._key()), self.gone)

    def write(self, connection: Connection) -> None:
        """Write the rows that are others now, and add those that are new."""
        if self.changed:
            names = {column.name for column in self.table.columns} - _keys(self.table)
            made = update(self.table).where(*self._key()).values({name: bindparam(f"new_{name}") for name in names})
            rows = [{_as_key(k) if k not in names else f"new_{k}": v for k, v in row.items()} for row in self.changed]
            connection.execute(made, rows)
        if self.fresh:
            insert_rows(connection, self.table, self.fresh)

    def _key(self) -> list[ColumnElement[bool]]:
        return [column == bindparam(_as_key(column.name)) for column in self.table.primary_key]


def _difference(table: Table, rows: Sequence[Row], there: Iterable[Sequence[Any]]) -> _Change:
    """The difference between the rows that are there and these; where these have one key twice, both are added."""
    names, keys = [column.name for column in table.columns], [column.name for column in table.primary_key]
    values, key_of = itemgetter(*names), itemgetter(*(names.index(key) for key in keys))
    held = set(map(tuple, there))
    told = list(map(values, rows))
    wanted = set(told)
    others = {key_of(row) for row in held - wanted}  # the keys of rows that are not to stay as they are
    changed: list[Row] = []
    fresh: list[Row] = []
    for row, own in zip(rows, told, strict=True):
        if own in held and len(wanted) == len(told):
            continue
        (changed if key_of(own) in others else fresh).append(row)
        others.discard(key_of(own))
    gone = [key if len(keys) > 1 else (key,) for key in others]
    return _Change(table, [dict(zip(map(_as_key, keys), key, strict=True)) for key in gone], changed, fresh)


def _keys(table: Table) -> set[str]:
    return {column.name for column in table.primary_key}


def _as_key(name: str) -> str:
    return f"key_{name}"


def replace_rows(connection: Connection, table: Table, rows: Sequence[Row], of: Set[str] | None = None) -> None:
    """Make `rows` the contents of a table with one key column, or those `of` some keys; touch only what differs."""
    (key,) = table.primary_key
    names = [column.name for column in table.columns]
    found = (dict(zip(names, row, strict=True)) for row in some(connection, table, of, key.name))
    held = {row[key.name]: row for row in found}
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
    held = rows_of(connection, select(key), key, filter(storable, wanted))
    return sorted(wanted.difference(row[0] for row in held))
