"""What is kept of the lineage of a record, as rows: a `KeptLineage` in SQL."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, select

from fogline.ledger import tables
from fogline.ledger.adding import insert_rows
from fogline.ledger.kin_rows import SqlSearch
from fogline.ledger.lineage_rows import some
from fogline.ledger.scope import chunks, rows_of
from fogline.ledger.story_rows import SqlStories
from fogline.ledger.trace_rows import SqlTraces
from fogline.records.kin_store import KinTies
from fogline.records.reckoned import Reckoning


class SqlLineage:
    """What is kept of lineage, inside of a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.search = SqlSearch(connection)
        self.stories = SqlStories(connection)
        self.traces = SqlTraces(connection)

    def ties(self, names: Iterable[str] | None = None) -> Mapping[str, KinTies]:
        """How the tellings hang together, by their names; all of them, or these."""
        rows = some(self._connection, tables.kin_ties, names)
        return {row.name: KinTies(row.face, json.loads(row.ties)) for row in rows}

    def note_ties(self, gone: Iterable[str], fresh: Mapping[str, KinTies]) -> None:
        """Forget some tellings, and note how others hang together now."""
        table = tables.kin_ties
        keys = [{"gone": name} for name in (*gone, *fresh)]
        if keys:
            self._connection.execute(delete(table).where(table.c.name == bindparam("gone")), keys)
        if fresh:
            rows = [{"name": name, "face": own.face, "ties": json.dumps(own.ties)} for name, own in fresh.items()]
            insert_rows(self._connection, table, rows)

    def circles(self, names: Iterable[str] | None = None) -> Mapping[str, str]:
        """What came of each circle of reports, by its name; of all, or of these."""
        return {row.name: row.found for row in some(self._connection, tables.circles, names)}

    def replace_circles(self, gone: Iterable[str], fresh: Mapping[str, str]) -> None:
        """Forget some circles, and keep others."""
        table = tables.circles
        if keys := [{"gone": name} for name in gone]:
            self._connection.execute(delete(table).where(table.c.name == bindparam("gone")), keys)
        if fresh:
            insert_rows(self._connection, table, [{"name": name, "found": found} for name, found in fresh.items()])

    def reckonings(self, owners: Iterable[str]) -> Iterable[Reckoning]:
        """What was reckoned of some bodies."""
        table = tables.reckonings
        return (Reckoning(*row) for row in rows_of(self._connection, select(table), table.c.owner, owners))

    def replace_reckonings(self, gone: Iterable[Reckoning], owners: Iterable[str], fresh: Iterable[Reckoning]) -> None:
        """Forget some reckonings, and all of some bodies; keep others."""
        table = tables.reckonings
        one = delete(table).where(table.c.owner == bindparam("of"), table.c.key == bindparam("gone"))
        if keys := [{"of": row.owner, "gone": row.key} for row in gone]:
            self._connection.execute(one, keys)
        if bodies := [{"of": owner} for owner in owners]:
            self._connection.execute(delete(table).where(table.c.owner == bindparam("of")), bodies)
        if rows := [row._asdict() for row in fresh]:
            insert_rows(self._connection, table, rows)

    def has_asked(self) -> bool:
        """Whether any report without a day asked others of the record."""
        return self._connection.execute(select(tables.day_keys.c.key).limit(1)).first() is not None

    def is_asked(self, keys: Iterable[int]) -> bool:
        """Whether a report without a day asked others of the record by any of these keys."""
        own = tables.day_keys.c.key
        queries = (select(own).where(own.in_(some)).limit(1) for some in chunks(keys))
        return any(self._connection.execute(query).first() for query in queries)

    def replace_asked(self, keys: Collection[int]) -> None:
        """Make these the keys by which they did."""
        table = tables.day_keys
        held = set(self._connection.scalars(select(table.c.key)))
        if gone := [{"gone": key} for key in sorted(held.difference(keys))]:
            self._connection.execute(delete(table).where(table.c.key == bindparam("gone")), gone)
        if fresh := [{"key": key} for key in sorted(set(keys) - held)]:
            self._connection.execute(table.insert(), fresh)

    def mark(self, name: str) -> str | None:
        """What was noted under a name; `None` where nothing was."""
        marks = tables.lineage_marks.c
        return self._connection.scalar(select(marks.mark).where(marks.name == name))

    def note(self, name: str, mark: str) -> None:
        """Note something under a name."""
        table = tables.lineage_marks
        if self.mark(name) != mark:
            self._connection.execute(delete(table).where(table.c.name == name))
            insert_rows(self._connection, table, [{"name": name, "mark": mark}])


def forget_circles(connection: Connection) -> None:
    """Keep nothing of how lineage was traced: it is traced anew."""
    for table in tables.LINEAGE_MAKING:
        if connection.execute(select(table).limit(1)).first():
            connection.execute(delete(table))
