"""Opening a record: where it is, whether it is one, and of which version."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, OperationalError

from fogline.ledger import migrations
from fogline.ledger.faults import plain_errors
from fogline.records.errors import RecordCorrupt, RecordError, RecordTooNew, RecordUnwritable

_MAGIC, _HEADER = b"SQLite format 3\0", 100  # bytes at the beginning of a SQLite file
_WAL = b"\2\2"  # bytes 18 and 19 of a file whose changes stand in a file beside it
WRITES = "fogline_writes"  # an option of a connection: its transactions take the write lock at once
TABLES, ROWS = "tables", "rows"  # its values; while rows are written, others go on reading


def locate(record: str | Path) -> URL:
    """The database of a record: a file path is SQLite, anything with `://` is a SQLAlchemy URL.

    Raises: RecordError for an address that is neither SQLite nor PostgreSQL.
    """
    if not str(record):
        raise RecordError("the record has no name: give a file path such as fogline.db, or a database URL")
    if isinstance(record, Path) or "://" not in record:
        return URL.create("sqlite+pysqlite", database=str(record))
    try:
        url = make_url(record)
    except ArgumentError as error:
        raise RecordError(f"{record!r} is no database URL: give a file path such as fogline.db") from error
    drivers = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg"}
    backend = url.get_backend_name()
    if backend not in drivers:
        raise RecordError(f"a record is kept in SQLite or PostgreSQL, not in {backend}: give a file path")
    return url.set(drivername=drivers[backend])


def file_of(url: URL) -> Path | None:
    """The file of a SQLite record; `None` for one in memory, in a server, or named by SQLite's own `file:` form."""
    database = url.database or ":memory:"
    if url.get_backend_name() != "sqlite" or database == ":memory:" or database.startswith("file:"):
        return None
    return Path(database)


def check_file(path: Path, *, create: bool) -> None:
    """Whether a file can be a record, as far as can be told without opening it.

    Raises: RecordError (none there, and none to be made), RecordUnwritable, RecordCorrupt.
    """
    if "\0" in str(path):
        raise RecordUnwritable(f"{str(path)!r} is no name for a file: name another one, such as fogline.db")
    try:
        if path.is_dir():
            raise RecordUnwritable(f"{path} is a folder: name a file, such as {path / 'fogline.db'}")
        if path.exists() and not path.is_file():
            raise RecordUnwritable(f"{path} is no ordinary file: name another one, such as fogline.db")
        empty = not path.exists() or path.stat().st_size == 0
        if empty and not create:
            raise RecordError(f"no record at {path}: run fogline read first")
        if empty and not path.parent.is_dir():
            raise RecordUnwritable(f"{path} cannot be made: there is no folder {path.parent}; make it first")
        if not empty:
            _check_header(path)
    except OSError as error:
        raise RecordUnwritable(
            f"{path} cannot be used as a record ({error.strerror}): check its rights, or name another"
        ) from error


def _check_header(path: Path) -> None:
    """What SQLite itself lets pass: it takes one byte for an empty file, and a cut last page for a page of zeros."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header.startswith(_MAGIC):
        raise RecordCorrupt(f"{path} is no record of fogline: name another file, or a new one")
    page_bytes, pages = int.from_bytes(header[16:18]), int.from_bytes(header[28:32])
    page_bytes = 65536 if page_bytes == 1 else page_bytes
    if not left_beside(path) and path.stat().st_size < max(page_bytes * pages, _HEADER):
        raise RecordCorrupt(f"{path} was cut short: restore a copy, or read the reports into a new record")


def left_beside(path: Path) -> list[Path]:
    """The files beside a record that is being written, or whose writer was killed: SQLite mends the record by them."""
    return [beside for ending in ("-journal", "-wal") if (beside := Path(f"{path}{ending}")).exists()]


def settle(path: Path) -> None:
    """Make one file of the record again, to be copied and mailed, unless somebody else has it open."""
    with suppress(OSError, sqlite3.Error):
        with path.open("rb") as file:
            if file.read(20)[18:] != _WAL:
                return
        with closing(sqlite3.connect(path, timeout=0)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")


def connect(url: URL, *, patience_s: float) -> Engine:
    """An engine whose transactions are real ones, in SQLite too, and wait `patience_s` seconds for other writers.

    Raises: RecordError where the driver for PostgreSQL is not installed.
    """
    options: dict[str, Any] = {}
    if url.get_backend_name() == "sqlite":
        options = {"connect_args": {"timeout": patience_s}}
        if file_of(url) is None and not (url.database or "").startswith("file:"):
            options |= {"poolclass": StaticPool}
    try:
        engine = create_engine(url, **options)
    except ModuleNotFoundError as error:
        raise RecordError(
            f"{url.render_as_string()} needs the package {error.name}: pip install {error.name}"
        ) from error
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "begin", _begin_postgres(round(patience_s * 1000)))
    return engine


def bring_up_to_date(engine: Engine, *, record: str, create: bool) -> None:
    """Make the tables of a new record, or migrate one of an older version with its data.

    Raises: RecordError, RecordTooNew, RecordCorrupt, RecordUnwritable.
    """
    with plain_errors(record):
        with engine.begin() as connection:
            revision = find_revision(connection, record=record)
        if revision == migrations.REVISIONS[-1]:
            return
        if revision is None and not create:
            raise RecordError(f"no record at {record}: run fogline read first")
        with engine.execution_options(**{WRITES: TABLES}).begin() as connection:
            find_revision(connection, record=record)  # another process may have made it meanwhile
            migrations.upgrade(connection)


def find_revision(connection: Connection, *, record: str) -> str | None:
    """The revision of the record behind `connection`; `None` where the database holds nothing yet.

    Raises: RecordCorrupt where it holds something else, RecordTooNew.
    """
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if migrations.VERSION_TABLE not in names:
        raise RecordCorrupt(f"{record} is a database, but no record of fogline: name another file or an empty database")
    found = connection.scalars(text(f"SELECT version_num FROM {migrations.VERSION_TABLE}")).all()
    if len(found) != 1:
        raise RecordCorrupt(f"{record} does not say of which version it is: restore a copy, or name another file")
    if found[0] not in migrations.REVISIONS:
        raise RecordTooNew(
            f"{record} was written by a newer fogline ({found[0]}; this one knows {migrations.REVISIONS[-1]}): "
            "update fogline, or name another file"
        )
    return str(found[0])


def _set_up_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself: _begin_sqlite does
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")  # KiB


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    if writes == ROWS:
        with suppress(OperationalError):  # where it cannot be had, as on some network folders, readers wait
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgres(patience_ms: int) -> Any:
    """One writer at a time, as in SQLite, and the same patience with it."""

    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITES):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {patience_ms}")
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('fogline ' || current_schema()))")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

    return begin
