"""Whole batches or nothing: failures, kills, full disks and other writers."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

from fogline.ledger import SqlLedger, open_ledger
from fogline.records import Lineage, Name, Origin, Views
from fogline.records.errors import RecordError, RecordUnwritable
from tests.contracts.test_ledger import claim_of, event_over, report

TABLES = ("reports", "claims", "claim_names")
READER = """
import sys
from fogline.ledger import open_ledger
from fogline.records import Reading

ids = [f"{sys.argv[2]}-{number}" for number in range(300)]
with open_ledger(sys.argv[1]) as ledger:
    for report_id in ids[:20]:
        ledger.add([Reading(report_id, "Rebels entered Qara.")])
    ledger.add(Reading(report_id, "Rebels entered Qara.") for report_id in ids)
"""
KILLED = """
import os, signal, sys
from sqlalchemy import event
from fogline.ledger import open_ledger
from fogline.records import Reading, Place

with open_ledger(sys.argv[1]) as ledger:
    @event.listens_for(ledger._engine, "after_cursor_execute")
    def die(connection, cursor, statement, *_):
        if "INSERT INTO report_places" in statement:
            os.kill(os.getpid(), signal.SIGKILL)

    connection = ledger._engine.raw_connection()
    connection.execute("PRAGMA cache_size = 1")  # pages go to the file before the transaction ends
    connection.close()
    ledger.add(Reading(f"r{number}", "Qara. " * 500, places=(Place("qara", "Qara"),)) for number in range(900))
"""


def start(program: str, *arguments: object) -> subprocess.Popen[bytes]:
    """Run a program in a process of its own."""
    return subprocess.Popen([sys.executable, "-W", "error", "-c", program, *map(str, arguments)])


@pytest.mark.parametrize("table", TABLES)
def test_a_batch_that_the_database_refuses_halfway_leaves_nothing(tmp_path: Path, table: str) -> None:
    path = tmp_path / "war.db"
    with open_ledger(path) as ledger:
        ledger.add([report("kept")])
        before = ledger.counts()
        shell(path, f"CREATE TRIGGER stop BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'stopped'); END")
        with pytest.raises(RecordError, match="nothing was stored"):
            ledger.add([report("a"), report("b")])
        assert ledger.counts() == before
        shell(path, "DROP TRIGGER stop")
        assert ledger.add([report("a"), report("b")]) == ("a", "b")


def test_views_that_fail_halfway_leave_the_old_ones(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    with open_ledger(path) as ledger:
        ledger.add([report()])
        old = Views(events=(event_over(claim_of(report())),))
        ledger.replace_views(old)
        shell(path, "CREATE TRIGGER stop BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'stopped'); END")
        lineage = Lineage(origins=(Origin((report().report_id,)),))  # of which rows are written before
        with pytest.raises(RecordError, match="stopped"):
            ledger.replace_views(Views(lineage, events=(event_over(claim_of(report()), origins=2),)))
        assert ledger.views() == old


def test_a_process_killed_while_it_writes_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    with open_ledger(path) as ledger:
        ledger.add([report("kept")])
    assert start(KILLED, path).wait() == -signal.SIGKILL
    assert (tmp_path / "war.db-wal").stat().st_size > 0  # it had begun to write
    with open_ledger(path) as ledger:
        assert ledger.corpus().readings == (report("kept"),)
        assert ledger.add([report("r1")]) == ("r1",)
    assert shell(path, "PRAGMA integrity_check") == [("ok",)]


def test_two_processes_write_at_once_and_both_make_the_record(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    writers = [start(READER, path, name) for name in ("north", "south")]
    assert [writer.wait() for writer in writers] == [0, 0]
    with open_ledger(path, create=False) as ledger:
        assert ledger.counts()["reports"] == 600


def test_another_writer_is_waited_for_and_then_named(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    open_ledger(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_ledger(path, patience_s=0.05) as ledger:
        assert ledger.counts()["reports"] == 0  # reading goes on beside a writer
        with pytest.raises(RecordUnwritable, match="being written by another process"):
            ledger.add([report()])
        other.execute("ROLLBACK")
        assert ledger.add([report()]) == ("a",)
    other.close()


def test_a_full_disk_is_said_so_and_nothing_is_lost(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "war.db") as ledger:
        ledger.add([report("kept")])
        limit(ledger, pages=0)
        with pytest.raises(RecordUnwritable, match="disk is full"):
            ledger.add(report(f"r{number}", "Rebels entered Qara. " * 500) for number in range(50))
        assert ledger.corpus().readings == (report("kept"),)
        limit(ledger, pages=10**6)
        assert len(ledger.add(report(f"r{number}") for number in range(50))) == 50


def test_what_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    claim = claim_of(report())
    views = Views(events=(event_over(claim),))
    with open_ledger(path) as ledger:
        ledger.add([report()])
        ledger.update_days({}, {})
        ledger.replace_views(views)
        before = [path.read_bytes(), (tmp_path / "war.db-wal").read_bytes()]
        ledger.add([report()])
        ledger.update_days({}, {})
        ledger.replace_views(views)
        assert [path.read_bytes(), (tmp_path / "war.db-wal").read_bytes()] == before


def test_a_record_is_one_file_again_when_the_last_who_has_it_open_closes_it(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    with open_ledger(path) as reader:
        with open_ledger(path) as writer:
            writer.add([report()])
        assert reader.counts()["reports"] == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["war.db"]
    assert shell(path, "PRAGMA journal_mode") == [("delete",)]


def test_what_a_killed_writer_leaves_beside_the_record_is_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    with open_ledger(path) as ledger:
        ledger.add([report("kept")])
    assert start(KILLED, path).wait() == -signal.SIGKILL
    with open_ledger(path, create=False) as ledger:
        assert ledger.counts()["reports"] == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["war.db"]


def test_the_record_reads_well_in_the_shell(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    with open_ledger(path) as ledger:
        reading = report()
        ledger.add([reading])
        ledger.replace_views(Views(events=(event_over(claim_of(reading)),)))
    assert shell(path, "SELECT actors, type, place, sentence FROM claims_readable") == [
        ("Rebels", "capture", "Qara", reading.raw)
    ]
    assert shell(path, "SELECT report_id, day, claims FROM reports_readable") == [("a", "2024-03-08", 1)]
    assert shell(path, "SELECT type, origins, grade, claims FROM events_readable") == [("capture", 1, "F6", 1)]
    for view in ("holdings_readable", "disputes_readable"):
        assert shell(path, f"SELECT * FROM {view}") == []


def test_quotes_in_the_record_are_only_words(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    hostile = "'); DROP TABLE reports; --"
    claims = tuple(reading.claims[0] for reading in [report(hostile)] if reading.claims)
    with open_ledger(path) as ledger:
        ledger.add([report(hostile, title=hostile, claims=claims)])
        assert ledger.find_report(hostile).title == hostile
        assert ledger.known([hostile]).keys() == {hostile}
        assert Name("Rebels", "rebels") in ledger.find_claim(claims[0].claim_id).actors


def shell(path: Path, statement: str) -> list[tuple[object, ...]]:
    """What another program sees in the file."""
    connection = sqlite3.connect(path)
    with connection:
        rows = connection.execute(statement).fetchall()
    connection.close()
    return rows


def limit(ledger: SqlLedger, *, pages: int) -> None:
    """Let the file grow to so many pages, on every connection; less than it has means no more than it has."""

    def set_limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages or 1}")

    ledger._engine.dispose()
    event.listen(ledger._engine, "connect", set_limit)
