"""What the database says when something is wrong, in one line that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from fogline.records.errors import RecordCorrupt, RecordError, RecordUnwritable

_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED", "55P03")
_FULL = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "53100")  # a write fails where a limit on files is reached
_UNWRITABLE = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH", "SQLITE_IOERR", "42501", "25006")
_CORRUPT = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "XX001", "XX002")
_UNREACHABLE = ("08", "28", "3D000", "57P")


@contextmanager
def plain_errors(record: str) -> Iterator[None]:
    """Turn what the database raises inside the block into a `RecordError` about `record`.

    Raises: RecordUnwritable, RecordCorrupt or RecordError, with one line that says what to do.
    """
    try:
        yield
    except DBAPIError as error:
        raise explain(record, error) from error
    except UnicodeDecodeError as error:  # SQLite quotes the damaged text in its message
        raise RecordCorrupt(f"{record} is damaged ({one_line(error)}): restore a copy, or name another file") from error


@contextmanager
def sound_rows(record: str) -> Iterator[None]:
    """Turn a row that cannot be read back (an unknown word, a broken date) into `RecordCorrupt`."""
    try:
        yield
    except (ValueError, TypeError, KeyError) as error:
        raise RecordCorrupt(
            f"{record} holds a row that cannot be read ({one_line(error)}): it was changed or damaged; "
            "restore a copy, or read the reports into a new record"
        ) from error


def explain(record: str, error: DBAPIError) -> RecordError:
    """The error to raise for what the database said of `record`."""
    code, detail = _code(error), one_line(error.orig or error)
    if code.startswith(_BUSY):
        return RecordUnwritable(f"{record} is being written by another process: wait until it is done, then try again")
    if code.startswith(_FULL):
        return RecordUnwritable(
            f"{record} cannot grow, the disk is full or a limit reached: nothing was stored; make room and try again"
        )
    if code.startswith(_CORRUPT) or "decode to UTF-8" in detail:
        return RecordCorrupt(
            f"{record} is no record of fogline or is damaged ({detail}): restore a copy, or name another file"
        )
    if code.startswith(_UNWRITABLE):
        return RecordUnwritable(
            f"{record} cannot be opened or written ({detail}): check the file, its folder and rights"
        )
    if code.startswith(_UNREACHABLE) or (not code and "connect" in detail):
        return RecordUnwritable(f"{record} cannot be reached ({detail}): check the address, the user and the server")
    if isinstance(error, IntegrityError):
        return RecordError(f"{record}: rows do not fit together, nothing was stored ({detail}): run fogline read again")
    return RecordError(f"{record}: the database refused ({detail}): nothing was stored; run fogline doctor")


def one_line(error: BaseException) -> str:
    """The first line of what an error says."""
    return next(iter(str(error).splitlines()), "") or type(error).__name__


def _code(error: DBAPIError) -> str:
    """SQLite's name of the error, or PostgreSQL's SQLSTATE, or nothing."""
    return str(getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None) or "")
