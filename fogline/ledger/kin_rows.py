"""The fingerprints of a record's tellings as rows, and who holds which key of them: a `KeptSearch` in SQL."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, func, select, text, update

from fogline.ledger import tables
from fogline.ledger.adding import insert_rows
from fogline.ledger.scope import chunks, rows_of
from fogline.records.kin_store import KinPrint, KinRow, number_of

# Many keys in one question, each as often as it is asked; and its first holders, as a list in JSON.
_ASKED = {
    "sqlite": "(SELECT key AS place, value AS key FROM json_each(:keys)) asked",
    "postgresql": "(SELECT nr AS place, value::bigint AS key FROM json_array_elements_text(CAST(:keys AS json)) "
    "WITH ORDINALITY AS given(value, nr)) asked",
}
_LISTED = {"sqlite": "json_group_array(number)", "postgresql": "json_agg(number)::text"}
_FIRST = (
    "SELECT (SELECT {listed} FROM (SELECT number FROM {table} AS held WHERE held.key = asked.key "
    "ORDER BY number LIMIT :most) AS lowest) FROM {asked} ORDER BY place"
)
_BESIDE = (
    "SELECT (SELECT max(number) FROM {table} AS held WHERE held.key = asked.key AND number < :own), "
    "(SELECT min(number) FROM {table} AS held WHERE held.key = asked.key AND number > :own) FROM {asked} ORDER BY place"
)
_KNOWN = 2**15  # keys whose first holders are kept in memory, at most: those that one addition asks for


class SqlTable:
    """A `KinTable`: keys, and the numbers of those who hold them; the first holders of a key are read once."""

    def __init__(self, connection: Connection, table: Table) -> None:
        self._connection = connection
        self._table = table
        store = connection.dialect.name
        names = {"table": table.name, "asked": _ASKED[store], "listed": _LISTED[store]}
        self._first, self._beside = text(_FIRST.format(**names)), text(_BESIDE.format(**names))
        self._known: dict[int, dict[int, list[int]]] = {}  # by how many were asked for, and by key

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Add a holder of some keys, each given once."""
        self._forget(keys)
        if keys:
            insert_rows(self._connection, self._table, [{"key": key, "number": number} for key in keys])

    def remove(self, number: int, keys: Sequence[int]) -> None:
        """Remove a holder of some keys."""
        self._forget(keys)
        if keys:
            held = self._table.c
            gone = delete(self._table).where(held.key == bindparam("gone"), held.number == number)
            self._connection.execute(gone, [{"gone": key} for key in keys])

    def first(self, keys: Sequence[int], most: int) -> list[list[int]]:
        """The holders of each key, lowest first, the first so many of them."""
        known = self._known.setdefault(most, {})
        if len(known) > _KNOWN:
            known.clear()
        asked = [key for key in dict.fromkeys(keys) if key not in known]
        if asked:
            rows = self._connection.execute(self._first, {"keys": json.dumps(asked), "most": most})
            known |= zip(asked, (json.loads(row[0] or "[]") for row in rows), strict=True)
        return [known[key] for key in keys]

    def _forget(self, keys: Sequence[int]) -> None:
        for known in self._known.values():
            for key in keys:
                known.pop(key, None)

    def beside(self, keys: Sequence[int], number: int) -> list[list[int]]:
        """Of each key, the last holder below a number and the first above it, as far as there are any."""
        rows = self._connection.execute(self._beside, {"keys": json.dumps(list(keys)), "own": number})
        return [[side for side in row if side is not None] for row in rows]


class SqlSearch:
    """The fingerprints of a record, inside of a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[int, tuple[KinRow, ...]] = {}
        self.sequences = SqlTable(connection, tables.kin_sequences)
        self.facts = SqlTable(connection, tables.kin_facts)

    def __len__(self) -> int:
        """How many are held."""
        return self._connection.scalar(select(func.count()).select_from(tables.kin_prints)) or 0

    def number(self, name: str) -> int:
        """The number of a telling, told by its name alone; holders of a key stand in this order."""
        return number_of(name)

    def add(self, number: int, row: KinRow) -> None:
        """Hold a row under a number; `put` keeps the rest of it."""
        kept = {"name": row.name, "number": number, "size": row.size, "story": row.story}
        insert_rows(self._connection, tables.kin_prints, [kept | {"sequences": "", "facts": "", "beside": "[]"}])
        self._rows.pop(number, None)

    def remove(self, number: int, name: str) -> bool:
        """Hold it no longer; whether it was held."""
        table = tables.kin_prints
        self._rows.pop(number, None)
        return self._connection.execute(delete(table).where(table.c.name == name)).rowcount > 0

    def rows(self, numbers: Iterable[int]) -> Mapping[int, Sequence[KinRow]]:
        """The rows under some numbers; numbers without any are left out."""
        wanted = list(dict.fromkeys(numbers))
        table = tables.kin_prints.c
        query = select(table.number, table.name, table.size, table.story)
        found: dict[int, list[KinRow]] = defaultdict(list)
        for chunk in chunks(number for number in wanted if number not in self._rows):
            for row in self._connection.execute(query.where(table.number.in_(chunk)).order_by(table.name)):
                found[row.number].append(KinRow(row.name, row.size, row.story))
        self._rows |= {number: tuple(rows) for number, rows in found.items()}
        return {number: self._rows[number] for number in wanted if number in self._rows}

    def beside(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Whom each is laid beside, of all that are kept."""
        query = select(tables.kin_prints.c.name, tables.kin_prints.c.beside)
        return {row.name: _lists(row.beside) for row in self._connection.execute(query).all()}

    def prints(self, names: Iterable[str]) -> Sequence[KinPrint]:
        """The fingerprints of these names, as far as they are kept."""
        table = tables.kin_prints
        return [
            KinPrint(row.name, bytes.fromhex(row.sequences), bytes.fromhex(row.facts), _lists(row.beside))
            for row in rows_of(self._connection, select(table), table.c.name, names)
        ]

    def put(self, prints: Iterable[KinPrint]) -> None:
        """Keep the keys of fingerprints whose rows are held."""
        rows = [{"of": kept.name, "own": kept.sequences.hex(), "told": kept.facts.hex()} for kept in prints]
        table = tables.kin_prints
        if rows:
            made = update(table).where(table.c.name == bindparam("of"))
            self._connection.execute(made.values(sequences=bindparam("own"), facts=bindparam("told")), rows)

    def lay(self, beside: Mapping[str, tuple[tuple[str, ...], ...]]) -> None:
        """Note whom these are laid beside now."""
        table = tables.kin_prints
        if beside:
            made = update(table).where(table.c.name == bindparam("of")).values(beside=bindparam("mates"))
            self._connection.execute(made, [{"of": name, "mates": json.dumps(mates)} for name, mates in beside.items()])

    def forget(self, names: Iterable[str]) -> None:
        """Keep these no longer: their rows are gone already."""


def _lists(found: str) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, json.loads(found)))
