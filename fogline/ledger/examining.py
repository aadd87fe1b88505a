"""What is wrong with a record, and what to do about it.  Looks, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from fogline.ledger import migrations, tables
from fogline.ledger.faults import plain_errors
from fogline.ledger.opening import check_file, connect, file_of, find_revision, left_beside, locate
from fogline.ledger.rebuilding import read_claims
from fogline.ledger.writing import raw_hash
from fogline.records.errors import RecordCorrupt, RecordError, RecordTooNew, RecordUnwritable

_SHOWN = 3  # ids and lines that are named; of more, how many
RESTORE = "restore a copy of it, or read the reports into a new record with fogline read --record"
REPAIR = "fogline doctor --repair"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.  `advice` says how to go on where it is not well."""

    what: str
    state: str
    well: bool = True
    advice: str = ""


def examine(record: str, *, patience_s: float = 1.0) -> list[Finding]:
    """What there is to say of a record before it is opened: its file, its version, whether it is whole.

    The findings end with the first one after which nothing more can be looked at.  A missing record is well: it can
    be made.  Nothing is migrated; what a killed writer left beside a SQLite file is taken in by SQLite itself.
    """
    found: list[Finding] = []
    try:
        url = locate(record)
        path = file_of(url)
        if path is not None:
            found += _beside(path)
            check_file(path, create=False)
        engine = connect(url, patience_s=patience_s)
        try:
            found += _inside(engine, record=str(path) if path else url.render_as_string())
        finally:
            engine.dispose()
    except RecordError as error:
        found.append(explain(error))
    return found


def explain(error: RecordError) -> Finding:
    """An error of the record as a finding."""
    message = str(error)
    if message.startswith("no record"):
        return Finding("record", message)
    if isinstance(error, RecordTooNew):
        return Finding("record", message, False, "update fogline; the record is left as it is")
    if isinstance(error, RecordCorrupt):
        return Finding("record", message, False, RESTORE)
    if isinstance(error, RecordUnwritable) and "another process" in message:
        return Finding("writing", message, False, "wait until the other command is done; nothing is lost")
    if isinstance(error, RecordUnwritable) and "full" in message:
        return Finding("writing", message, False, "make room on the disk, then run the command again")
    if isinstance(error, RecordUnwritable):
        advice = "give yourself the right to write the file and its folder, or copy the record to where you have it"
        return Finding("writing", message, False, advice)
    return Finding("record", message, False, "name another record with --record")


def reindex(connection: Connection) -> None:
    """Build the indexes of a SQLite record anew from its rows; a server looks after its own."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("REINDEX")


def _beside(path: Path) -> Iterator[Finding]:
    for beside in left_beside(path):
        state = f"{beside}: the record is being written, or its writer was killed"
        yield Finding("beside the record", state, True, "never delete it: the next command takes it in")


def _inside(engine: Engine, *, record: str) -> Iterator[Finding]:
    with plain_errors(record), engine.begin() as connection:
        revision, newest = find_revision(connection, record=record), migrations.REVISIONS[-1]
        if revision is None:
            raise RecordError(f"no record at {record}: run fogline read first")
        faults = _faults(connection)
        if faults:
            yield Finding("its rows", _some(faults), False, f"if {REPAIR} does not mend it, {RESTORE}")
        if revision != newest:
            advice = (
                "the next command that opens it migrates it with its data; keep a copy if an older fogline reads it"
            )
            yield Finding("version", f"{revision}; this fogline keeps {newest}", True, advice)
        else:
            yield Finding("version", revision)
            yield from _texts(connection)


def _faults(connection: Connection) -> list[str]:
    """What SQLite finds wrong with the file, and rows that refer to none."""
    if connection.dialect.name != "sqlite":
        return []
    said = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(100)")]
    lines = [line for text in said for line in text.splitlines() if line != "ok"]
    if not lines:
        loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        lines = [f"{row[0]} {row[1]} refers to none of {row[2]}" for row in loose]
    return lines


def _texts(connection: Connection) -> Iterator[Finding]:
    """Whether each report's text is the one that was read, and each claim still points at its words."""
    report = tables.reports.c
    raws, changed = {}, set()
    for row in connection.execute(select(report.report_id, report.raw, report.raw_sha256)):
        raws[row.report_id] = row.raw
        if raw_hash(row.raw) != row.raw_sha256:
            changed.add(row.report_id)
    try:
        for claim in read_claims(connection):
            if not claim.anchor.holds_in(raws.get(claim.anchor.report_id, "")):
                changed.add(claim.anchor.report_id)
    except (ValueError, TypeError, KeyError) as error:
        yield Finding("claims", f"a claim cannot be read ({error})", False, RESTORE)
        return
    if changed:
        yield Finding("texts", f"no longer as they were read: {_some(sorted(changed))}", False, RESTORE)
    else:
        yield Finding("texts", f"{len(raws):,} reports are as they were read, and every claim stands in its words")


def _some(items: Iterable[str]) -> str:
    told = list(items)
    more = f" and {len(told) - _SHOWN} more" if len(told) > _SHOWN else ""
    return "; ".join(told[:_SHOWN]) + more
