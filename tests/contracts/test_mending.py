"""Records are examined and mended alike in every store."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline.ledger import open_ledger
from fogline.ledger.examining import examine
from fogline.ledger.opening import connect, locate
from fogline.records import Views
from fogline.records.errors import RecordUnwritable
from fogline.runs import rebuild
from fogline.runs.mending import is_outdated, mend
from tests.contracts.test_ledger import report
from tests.contracts.test_older_records import make_first


def wrong(address: str | Path) -> set[str]:
    """What is found not to be well."""
    return {finding.what for finding in examine(str(address)) if not finding.well}


def spoil(address: str | Path, statement: str) -> None:
    """What another program does to the record."""
    engine = connect(locate(address), patience_s=5)
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


def test_views_that_the_reports_do_not_give_are_found_and_mended(address: str | Path) -> None:
    with open_ledger(address) as ledger:
        ledger.add([report("a"), report("b")])
        good = rebuild(ledger)
        before = ledger.canonical()
        assert not is_outdated(ledger)
        ledger.replace_views(Views())
        assert is_outdated(ledger)
        assert ledger.views() == Views()  # nothing is changed by looking
        assert mend(ledger)
        assert not mend(ledger)
        assert ledger.views() == good
        assert ledger.canonical() == before
    assert wrong(address) == set()


def test_a_text_that_was_changed_is_found(address: str | Path) -> None:
    with open_ledger(address) as ledger:
        ledger.add([report("a"), report("b")])
    spoil(address, "UPDATE reports SET raw = 'other words' WHERE report_id = 'b'")
    (finding,) = [finding for finding in examine(str(address)) if not finding.well]
    assert (finding.what, finding.state) == ("texts", "no longer as they were read: b")


def test_a_claim_that_cannot_be_read_is_found(address: str | Path) -> None:
    with open_ledger(address) as ledger:
        ledger.add([report()])
    spoil(address, "UPDATE claims SET type = 'picnic'")
    assert wrong(address) == {"claims"}


def test_an_older_record_is_not_migrated_by_looking(address: str | Path) -> None:
    make_first(address, report())
    for _ in range(2):
        assert [finding.state[:12] for finding in examine(str(address)) if finding.what == "version"] == [
            "fogline_0001"
        ]


def test_while_another_writes_nothing_is_mended(address: str | Path) -> None:
    with open_ledger(address) as writer, open_ledger(address, patience_s=0.2) as other, writer.transaction():
        writer.add([report()])
        with pytest.raises(RecordUnwritable, match="being written by another process"):
            mend(other)


def test_an_empty_store_holds_no_record(address: str | Path) -> None:
    (finding,) = examine(str(address))
    assert finding.well
    assert "run fogline read first" in finding.state
