"""What databases say, in one line that says what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from fogline.ledger.faults import explain, one_line, plain_errors, sound_rows
from fogline.records.errors import RecordCorrupt, RecordError, RecordUnwritable, UnknownId


class DriverError(Exception):
    """What a driver raises: SQLite names its errors, PostgreSQL numbers them."""

    def __init__(self, says: str, *, name: str | None = None, state: str | None = None) -> None:
        super().__init__(says)
        self.sqlite_errorname = name
        self.sqlstate = state


@pytest.mark.parametrize(
    ("fault", "error", "advice"),
    [
        (DriverError("database is locked", name="SQLITE_BUSY_SNAPSHOT"), RecordUnwritable, "wait"),
        (DriverError("lock timeout", state="55P03"), RecordUnwritable, "wait"),
        (DriverError("full", name="SQLITE_FULL"), RecordUnwritable, "make room"),
        (DriverError("disk I/O error", name="SQLITE_IOERR_WRITE"), RecordUnwritable, "make room"),
        (DriverError("no space left", state="53100"), RecordUnwritable, "make room"),
        (DriverError("malformed", name="SQLITE_CORRUPT_INDEX"), RecordCorrupt, "restore a copy"),
        (DriverError("bad page", state="XX001"), RecordCorrupt, "restore a copy"),
        (DriverError("Could not decode to UTF-8 column"), RecordCorrupt, "restore a copy"),
        (DriverError("readonly", name="SQLITE_READONLY_DIRECTORY"), RecordUnwritable, "rights"),
        (DriverError("permission denied", state="42501"), RecordUnwritable, "rights"),
        (DriverError("password wrong", state="28P01"), RecordUnwritable, "check the address"),
        (DriverError("could not connect to server\nIs it running?"), RecordUnwritable, "check the address"),
        (DriverError("anything else", name="SQLITE_ERROR"), RecordError, "fogline doctor"),
    ],
)
def test_each_fault_has_its_error_and_its_advice(fault: DriverError, error: type[RecordError], advice: str) -> None:
    said = explain("war.db", OperationalError("SELECT 1", {}, fault))
    assert type(said) is error
    assert advice in str(said)


def test_rows_that_do_not_fit_together() -> None:
    said = explain("war.db", IntegrityError("INSERT", {}, DriverError("FOREIGN KEY", name="SQLITE_CONSTRAINT")))
    assert type(said) is RecordError
    assert "nothing was stored" in str(said)


@given(st.text(), st.none() | st.text(max_size=5), st.none() | st.text(max_size=5))
def test_whatever_it_says_is_one_line_that_names_the_record(says: str, name: str | None, state: str | None) -> None:
    said = str(explain("war.db", DBAPIError("SELECT 1", {}, DriverError(says, name=name, state=state))))
    assert "war.db" in said
    assert len(said.splitlines()) == 1


def test_other_errors_pass_as_they_are() -> None:
    with pytest.raises(UnknownId), plain_errors("war.db"), sound_rows("war.db"):
        raise UnknownId("no such id")
    with pytest.raises(InterruptedError), plain_errors("war.db"), sound_rows("war.db"):
        raise InterruptedError
    with pytest.raises(RecordCorrupt, match="'picnic'"), sound_rows("war.db"):
        {}["picnic"]


def test_an_error_without_words_is_named() -> None:
    assert one_line(ValueError()) == "ValueError"
    assert one_line(ValueError("\n\nfirst\nsecond")) == "ValueError"
