"""How the stories of a record are made, as rows: a `KeptStories` in SQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Column, Connection, bindparam, delete, func, select, text, update

from fogline.ledger import tables
from fogline.ledger.adding import insert_rows
from fogline.ledger.kin_rows import SqlTable
from fogline.ledger.scope import chunks, rows_of
from fogline.records.kin_store import number_of
from fogline.records.story_store import StoryRow

_TALLY = text(
    "INSERT INTO story_tally (key, held) VALUES (:key, :more) "
    "ON CONFLICT (key) DO UPDATE SET held = story_tally.held + excluded.held"
)


class SqlStories:
    """What is kept of the stories of a record, inside of a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.keys = SqlTable(connection, tables.story_keys)

    def names(self) -> frozenset[str]:
        """The names of all groups."""
        return frozenset(self._connection.scalars(select(tables.story_groups.c.name)))

    def __len__(self) -> int:
        """How many groups there are."""
        return self._connection.scalar(select(func.count()).select_from(tables.story_groups)) or 0

    def rows(self, names: Iterable[str]) -> Sequence[StoryRow]:
        """The groups of these names, as far as they are kept."""
        return self._rows(tables.story_groups.c.name, names)

    def numbered(self, numbers: Iterable[int]) -> Sequence[StoryRow]:
        """The groups of these numbers."""
        table = tables.story_groups.c
        query = select(table.name, table.part, table.found)
        found = (
            row for chunk in chunks(numbers) for row in self._connection.execute(query.where(table.number.in_(chunk)))
        )
        return [StoryRow(*row) for row in found]

    def of_parts(self, parts: Iterable[str]) -> Sequence[StoryRow]:
        """The groups that stand in these parts."""
        return self._rows(tables.story_groups.c.part, parts)

    def _rows(self, column: Column[str], keys: Iterable[str]) -> list[StoryRow]:
        table = tables.story_groups.c
        query = select(table.name, table.part, table.found)
        return [StoryRow(*row) for row in rows_of(self._connection, query, column, keys)]

    def put(self, rows: Iterable[StoryRow]) -> None:
        """Keep groups that were not kept."""
        made = [row._asdict() | {"number": number_of(row.name)} for row in rows]
        if made:
            insert_rows(self._connection, tables.story_groups, made)

    def move(self, parts: Mapping[str, str]) -> None:
        """Note in which part groups stand now, by their names."""
        table = tables.story_groups
        if parts:
            made = update(table).where(table.c.name == bindparam("of")).values(part=bindparam("now"))
            self._connection.execute(made, [{"of": name, "now": part} for name, part in parts.items()])

    def forget(self, names: Iterable[str]) -> None:
        """Keep these groups no longer."""
        table = tables.story_groups
        if keys := [{"gone": name} for name in names]:
            self._connection.execute(delete(table).where(table.c.name == bindparam("gone")), keys)

    def held(self, keys: Iterable[int]) -> Mapping[int, int]:
        """How many groups hold each of these keys; keys that none ever held are left out."""
        table = tables.story_tally.c
        query = select(table.key, table.held)
        return {
            key: held
            for chunk in chunks(dict.fromkeys(keys))
            for key, held in self._connection.execute(query.where(table.key.in_(chunk)))
        }

    def tally(self, changes: Mapping[int, int]) -> None:
        """Note by how many more, or fewer, groups each key is held."""
        if changes:
            self._connection.execute(_TALLY, [{"key": key, "more": more} for key, more in changes.items()])
