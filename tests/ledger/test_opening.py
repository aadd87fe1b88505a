"""Records that cannot be opened: one clear line each, and nothing is touched."""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.ledger import open_ledger
from fogline.records.errors import RecordCorrupt, RecordError, RecordTooNew, RecordUnwritable
from tests.contracts.test_ledger import report

NOBODY = 65534
few = settings(max_examples=25, suppress_health_check=list(HealthCheck))


def make(path: Path, *, reports: int = 3) -> Path:
    """A record with some reports."""
    with open_ledger(path) as ledger:
        ledger.add(report(f"r{number}") for number in range(reports))
    return path


@contextmanager
def without_root() -> Iterator[None]:
    """Rights of files bind nobody who is root: act as somebody else."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """A folder that users without root rights can enter."""
    top = Path(tempfile.gettempdir())
    for folder in (f for f in (tmp_path, *tmp_path.parents) if top in f.parents):
        folder.chmod(folder.stat().st_mode | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH)
    return tmp_path


def raises(error: type[RecordError], path: str | Path, *, create: bool = True) -> str:
    """The message of the error; exactly of this class, one line, naming the record."""
    with pytest.raises(error) as caught:
        open_ledger(path, create=create)
    assert type(caught.value) is error
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_new_record_is_made_and_opened_again(tmp_path: Path) -> None:
    path = make(tmp_path / "war.db")
    for address in (path, str(path), f"sqlite:///{path}", f"sqlite+pysqlite:///{path}"):
        with open_ledger(address, create=False) as ledger:
            assert ledger.counts()["reports"] == 3
    assert [entry.name for entry in tmp_path.iterdir()] == ["war.db"]  # no journals are left beside it


def test_a_missing_record_says_how_to_make_one(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert raises(RecordError, path, create=False) == f"no record at {path}: run fogline read first"
    assert not path.exists()


def test_an_empty_file_is_no_record_yet_and_becomes_one(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    assert "run fogline read first" in raises(RecordError, path, create=False)
    assert path.stat().st_size == 0
    assert make(path).stat().st_size > 0


def test_a_database_without_tables_is_no_record_yet(tmp_path: Path) -> None:
    path = tmp_path / "bare.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("DROP TABLE t")
    connection.close()
    assert "run fogline read first" in raises(RecordError, path, create=False)
    make(path)


@pytest.mark.parametrize(
    "contents",
    [
        b"date 2024-03-08\nRebels entered Qara.\n" * 50,
        b"x",
        b"\0" * 4096,
        b"%PDF-1.7\n",
        b"SQLite format 3\0" + b"\xa7" * 3000,
    ],
)
def test_a_file_of_another_sort_is_left_alone(tmp_path: Path, contents: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(contents)
    assert str(path) in raises(RecordCorrupt, path)
    assert path.read_bytes() == contents


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()
    before = path.read_bytes()
    assert "no record of fogline" in raises(RecordCorrupt, path)
    assert path.read_bytes() == before


def test_a_record_that_lost_its_version_is_damaged(tmp_path: Path) -> None:
    path = make(tmp_path / "war.db")
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM fogline_version")
    connection.close()
    assert "of which version" in raises(RecordCorrupt, path)


def test_a_record_of_a_newer_version_says_to_update(tmp_path: Path) -> None:
    path = make(tmp_path / "war.db")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE fogline_version SET version_num = 'fogline_9999'")
    connection.close()
    before = path.read_bytes()
    assert "update fogline" in raises(RecordTooNew, path)
    assert path.read_bytes() == before


@few
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_truncated_record_never_passes_for_a_whole_one(tmp_path: Path, share: float) -> None:
    whole = tmp_path / "whole.db"
    if not whole.exists():
        make(whole)
    contents = whole.read_bytes()
    path = tmp_path / "cut.db"
    path.write_bytes(contents[: int(len(contents) * share)])
    with pytest.raises(RecordError) as caught:
        open_ledger(path, create=False)
    assert isinstance(caught.value, RecordCorrupt) or path.stat().st_size == 0


@few
@given(data=st.data())
def test_a_damaged_record_gives_answers_or_a_clear_error(tmp_path: Path, data: st.DataObject) -> None:
    whole = tmp_path / "whole.db"
    if not whole.exists():
        make(whole, reports=30)
    contents = bytearray(whole.read_bytes())
    for position in data.draw(st.lists(st.integers(100, len(contents) - 1), min_size=1, max_size=40)):
        contents[position : position + 8] = data.draw(st.binary(min_size=8, max_size=8))
    path = tmp_path / "damaged.db"
    path.write_bytes(contents)
    said = f"nothing of {path}"
    try:
        with open_ledger(path, create=False) as ledger:
            ledger.corpus(derived=True)
            ledger.views()
            ledger.counts()
            ledger.add([report("new")])
    except RecordError as error:
        said = str(error)
    assert str(path) in said
    assert "\n" not in said


def test_damage_in_a_row_is_said_so(tmp_path: Path) -> None:
    path = make(tmp_path / "war.db")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE claims SET type = 'picnic'")
    connection.close()
    with open_ledger(path) as ledger, pytest.raises(RecordCorrupt, match="picnic"):
        ledger.corpus()


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    assert "is a folder" in raises(RecordUnwritable, tmp_path)
    assert "is a folder" in raises(RecordUnwritable, tmp_path, create=False)


def test_a_device_is_no_record() -> None:
    assert "no ordinary file" in raises(RecordUnwritable, "/dev/null")


@pytest.mark.parametrize("path", ["a/b/war.db", "file.txt/war.db", "x" * 300, "nul\0.db"])
def test_a_place_where_no_file_can_be(tmp_path: Path, path: str) -> None:
    (tmp_path / "file.txt").write_text("a file")
    raises(RecordUnwritable, f"{tmp_path}/{path}")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file.txt"]


def test_a_folder_without_the_right_to_write(open_folder: Path) -> None:
    locked = open_folder / "locked"
    locked.mkdir()
    locked.chmod(0o555)
    with without_root():
        assert "rights" in raises(RecordUnwritable, locked / "war.db")
    assert list(locked.iterdir()) == []


def test_a_folder_without_the_right_to_look(open_folder: Path) -> None:
    locked = open_folder / "locked"
    locked.mkdir()
    make(locked / "war.db")
    locked.chmod(0o000)
    with without_root():
        raises(RecordUnwritable, locked / "war.db")


def test_a_record_without_the_right_to_write_can_be_read(open_folder: Path) -> None:
    path = make(open_folder / "war.db")
    path.chmod(0o444)
    open_folder.chmod(0o555)
    with without_root(), open_ledger(path) as ledger:
        assert len(ledger.corpus().readings) == 3
        with pytest.raises(RecordUnwritable, match="rights"):
            ledger.add([report("new")])
        assert ledger.counts()["reports"] == 3


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("", "no name"),
        ("mysql://host/base", "not in mysql"),
        ("oracle+strange://", "not in oracle"),
        ("://", "no database URL"),
    ],
)
def test_an_address_that_is_none(address: str, says: str) -> None:
    assert says in raises(RecordError, address)


def test_a_server_that_cannot_be_used_is_said_so_without_the_password() -> None:
    with pytest.raises(RecordError) as caught:
        open_ledger("postgresql://desk:secret@127.0.0.1:1/war", patience_s=1)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "psycopg" in str(caught.value) or "reached" in str(caught.value)


def test_opening_says_and_sets_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    handlers, level = list(logging.getLogger().handlers), logging.getLogger().level
    make(tmp_path / "war.db")
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []
    assert (list(logging.getLogger().handlers), logging.getLogger().level) == (handlers, level)
