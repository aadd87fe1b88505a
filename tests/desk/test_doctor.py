"""A record that something has happened to: a clear line, exit code 2, nothing lost; doctor says how to go on."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from fogline.ledger import migrations
from tests.contracts.test_ledger import report
from tests.contracts.test_older_records import make_first
from tests.ledger.test_opening import open_folder, without_root  # noqa: F401

STORY = "SIRWAH, March 4 - Houthi fighters captured the town of Sirwah on Tuesday, residents said.\n"
LATER = "The Yemeni army recaptured Sirwah on Saturday.\nHouthi fighters attacked Marib on Sunday.\n"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A record that was read by the program itself."""
    from fogline.desk.cli import main

    folder = tmp_path_factory.mktemp("whole")
    for name, text in (("one", STORY), ("two", LATER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert main(["read", str(folder), "--published", "2020-03-05", "--record", str(folder / "war.db"), "-q"]) == 0
    return folder / "war.db"


@pytest.fixture
def war(whole, tmp_path):
    """A copy of it, to be spoilt."""
    return shutil.copy(whole, tmp_path / "war.db")


def change(path, *statements):
    """What another program does to the file."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return path


def contents(path):
    """The whole file as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def told(run, path, *options):
    """What doctor says of the record that is not well: by its name, state and advice."""
    code, out, err = run("doctor", "--record", path, "--format", "json", *options)
    rows = [row for row in json.loads(out) if not row["well"]]
    assert err == ""
    assert code == (1 if rows else 0)
    return {row["what"]: f"{row['state']}: {row['advice']}" for row in rows}


def assert_refused(run, path, *words):
    """A command that needs the record ends with 2 and one line."""
    assert_one_line(run("control", "--record", path), *words)


def assert_one_line(found, *words):
    """Exit code 2, nothing on standard output, and one line that says what to do."""
    code, out, err = found
    assert (code, out, err.count("\n")) == (2, "", 1)
    for word in words:
        assert word in err


def test_a_whole_record_is_well(run, war):
    before = contents(war)
    assert told(run, war) == {}
    assert contents(war) == before
    assert [entry.name for entry in war.parent.iterdir()] == ["war.db"]


def test_a_file_that_is_no_record(run, tmp_path):
    path = tmp_path / "notes.db"
    path.write_text(STORY)
    assert_refused(run, path, "no record of fogline")
    assert "new record" in told(run, path)["record"]
    assert path.read_text() == STORY


def test_a_record_that_was_cut_short(run, war):
    war.write_bytes(war.read_bytes()[: war.stat().st_size // 2])
    before = war.read_bytes()
    assert_refused(run, war, "cut short", "restore a copy")
    assert "restore a copy" in told(run, war)["record"]
    assert war.read_bytes() == before


def test_a_record_with_a_damaged_page(run, war):
    contents = bytearray(war.read_bytes())
    contents[4096:] = contents[4096:].replace(b"Houthi", b"\xff\xfe\0\0\0\0")
    war.write_bytes(contents)
    assert any("restore a copy" in advice for advice in told(run, war).values())


def test_a_text_that_is_no_longer_as_it_was_read(run, war):
    change(war, "UPDATE reports SET raw = raw || ' And more.' WHERE report_id = 'one'")
    assert "one" in told(run, war)["texts"]
    change(war, "UPDATE claims SET type = 'picnic'")
    assert "picnic" in told(run, war)["claims"]


@pytest.mark.parametrize(
    "damage",
    [
        ["DELETE FROM holding_claims", "DELETE FROM holdings"],
        ["UPDATE holdings SET status = 'picnic'"],
        ["UPDATE holdings SET holder = 'Nobody'"],
        ["DELETE FROM report_days", "DELETE FROM story_reports", "DELETE FROM stories"],
    ],
)
def test_views_that_are_not_those_of_the_reports_are_repaired(run, whole, war, damage):
    change(war, *damage)
    assert "--repair" in told(run, war)["views"]
    assert told(run, war, "--repair") == {}
    assert run("control", "--record", war, "-f", "json") == run("control", "--record", whole, "-f", "json")


def test_an_index_that_does_not_fit_its_rows_is_repaired(run, war):
    with closing(sqlite3.connect(war)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        right = "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'claims' AND sql LIKE '%report_id%'"
        (sql,) = connection.execute(right).fetchone()
        name = sql.split()[2]
        wrong = "UPDATE sqlite_master SET sql = replace(sql, 'report_id', 'sentence') WHERE name = ?"
        connection.execute(wrong, [name])
    assert "--repair" in told(run, war)["its rows"]
    assert told(run, war, "--repair") == {}


def test_repair_of_a_damaged_report_says_that_it_cannot(run, war):
    change(war, "UPDATE claims SET type = 'picnic'")
    assert "restore a copy" in told(run, war, "--repair")["repair"]


def test_a_record_that_another_writes(run, war):
    with closing(sqlite3.connect(war, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "wait" in told(run, war)["writing"]
        assert "wait" in told(run, war, "--repair")["repair"]
        code, _, err = run("control", "--record", war)
        assert (code, err) == (0, "")  # reading goes on
        other.execute("ROLLBACK")
    assert told(run, war) == {}


def test_a_folder_without_the_right_to_write(run, whole, open_folder):  # noqa: F811
    path = shutil.copy(whole, open_folder / "war.db")
    path.chmod(0o444)
    open_folder.chmod(0o555)
    with without_root():
        if not os.access(__file__, os.R_OK, effective_ids=True):
            pytest.skip("users without root rights may not look into the project's folder")
        assert "right to write" in told(run, path)["writing"]
        assert run("control", "--record", path)[0] == 0
        assert_one_line(
            run("judge", "day", "one", "2020-03-04", "--why", "the print edition", "--record", path), "rights"
        )
    assert path.read_bytes() == whole.read_bytes()


def test_a_record_of_an_older_version_is_looked_at_and_left(run, tmp_path):
    path = tmp_path / "old.db"
    make_first(path, report("old"))
    before = path.read_bytes()
    _, out, _ = run("doctor", "--record", path, "--format", "json")
    (version,) = [row for row in json.loads(out) if row["what"] == "version"]
    assert "fogline_0001" in version["state"]
    assert migrations.REVISIONS[-1] in version["state"]
    assert "migrates" in version["advice"]
    assert path.read_bytes() == before
    assert told(run, path, "--repair") == {}


def test_a_record_of_a_newer_version(run, war):
    change(war, "UPDATE fogline_version SET version_num = 'fogline_9999'")
    assert_refused(run, war, "update fogline")
    assert "update fogline" in told(run, war)["record"]


def test_what_cannot_be_applied_is_not_kept(run, war, tmp_path):
    for table in ("report_days", "origins"):  # what the judgement adds to, and what the report does
        change(war, f"CREATE TRIGGER {table}_stop BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'stopped'); END")
    before = contents(war)
    (tmp_path / "new.txt").write_text("The army left Harib on Monday.\n", encoding="utf-8")
    assert_one_line(run("judge", "day", "one", "2020-03-01", "--why", "the print edition", "--record", war), "nothing")
    assert_one_line(run("read", tmp_path / "new.txt", "--record", war), "nothing was stored")
    assert contents(war) == before


def test_what_a_killed_writer_left_is_told(run, war):
    beside = war.with_name("war.db-wal")
    beside.write_bytes(b"")
    _, out, _ = run("doctor", "--record", war, "--format", "json")
    assert "never delete it" in {row["what"]: row["advice"] for row in json.loads(out)}["beside the record"]


def test_the_canonical_export_is_the_same_for_the_same_reports(run, whole, war, tmp_path):
    change(
        war, "UPDATE judgements SET number = number + 7", "INSERT INTO runs VALUES (1,'2020-01-01',1,'0',1,1,0,0,'[]')"
    )
    assert run("export", "canonical", "-o", tmp_path / "one.jsonl", "--record", whole)[0] == 0
    code, out, err = run("export", "canonical", "-o", "-", "--record", war)
    assert (code, err) == (0, "")
    assert out == (tmp_path / "one.jsonl").read_text(encoding="utf-8")
    assert {json.loads(line)["table"] for line in out.splitlines()} >= {"reports", "claims", "origins"}
    change(war, "UPDATE claims SET sentence = 'Nothing.'")
    assert run("export", "canonical", "-o", "-", "--record", war)[1] != out
    assert_one_line(run("export", "canonical", "-o", tmp_path, "--record", whole), "name another file")
