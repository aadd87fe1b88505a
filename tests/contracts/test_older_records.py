"""Records of older revisions, in every store: they are migrated with their data when they are opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import column, insert, table

from fogline.ledger import migrations, open_ledger
from fogline.ledger.migrations.versions import r0001_first_record
from fogline.ledger.opening import connect, locate
from fogline.ledger.tables import claims
from fogline.ledger.writing import reading_rows
from fogline.records import ClaimType, Grade, Reading, Selection, Stance, Status
from tests.contracts.test_ledger import report


def with_stance(reading: Reading, stance: Stance | None) -> Reading:
    """The same report, where whoever speaks takes this stance."""
    told = (replace(c, attribution=replace(c.attribution, stance=stance)) for c in reading.claims or ())
    return replace(reading, claims=tuple(told))


def make_first(address: str | Path, reading: Reading) -> None:
    """A record as the first revision kept it, with one report."""
    engine = connect(locate(address), patience_s=5)
    rows = reading_rows(reading)
    rows[claims] = [{k: v for k, v in row.items() if k != "stance"} for row in rows[claims]]
    with engine.begin() as connection:
        for statement in r0001_first_record.statements(connection.dialect.name):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"CREATE TABLE {migrations.VERSION_TABLE} (version_num VARCHAR(32) NOT NULL)")
        connection.exec_driver_sql(f"INSERT INTO {migrations.VERSION_TABLE} VALUES ('fogline_0001')")
        for each in claims.metadata.sorted_tables:
            if each in rows:
                connection.execute(insert(each), rows[each])
    engine.dispose()


def test_claims_stored_before_stances_were_have_none_and_new_ones_have_theirs(address: str | Path) -> None:
    old, new = with_stance(report("old"), None), with_stance(report("new"), Stance.ADMIT)
    make_first(address, old)
    for _ in range(2):  # migrated, and opened again
        with open_ledger(address, create=False) as ledger:
            assert ledger.version() == migrations.REVISIONS[-1]
            assert ledger.find_report("old") == old
    with open_ledger(address, create=False) as ledger:
        ledger.add([new])
        assert ledger.corpus().readings == (new, old)


def test_a_claim_keeps_its_id_whatever_its_stance(address: str | Path) -> None:
    old, reread = with_stance(report("old"), None), with_stance(report("old"), Stance.ADMIT)
    make_first(address, old)
    with open_ledger(address, create=False) as ledger:
        (claim,) = reread.claims or ()
        assert ledger.find_claim(claim.claim_id) == (old.claims or ())[0]


def test_events_stored_before_grades_were_cannot_be_judged_until_they_are_made_anew(address: str | Path) -> None:
    make_first(address, with_stance(report("old"), None))
    engine = connect(locate(address), patience_s=5)
    row = {
        "event_id": "event-0",
        "position": 0,
        "type": str(ClaimType.MEET),
        "status": str(Status.ASSERTED),
        "origins": 1,
    }
    with engine.begin() as connection:
        connection.execute(insert(table("events", *map(column, row))), [row])
    engine.dispose()
    with open_ledger(address, create=False) as ledger:
        assert [event.grade for event in ledger.views().events] == [Grade("F", 6)]


def test_an_older_record_is_searched_by_name_and_by_word(address: str | Path) -> None:
    make_first(address, report("old"))
    with open_ledger(address, create=False) as ledger:
        ledger.add([report("new")])
        for wanted in (Selection(place="QARA"), Selection(actor="rebels"), Selection(text='"entered qara"')):
            found = ledger.find_claims(wanted).corpus.readings
            assert [reading.report_id for reading in found] == ["new", "old"]
        assert [p.report_id for p in ledger.find_passages(Selection(text="resident")).passages] == ["new", "old"]
        uses = {(use.role, use.name.text): use.uses for use in ledger.find_names().names}
        assert uses == {("actor", "Rebels"): 2}


def test_ids_are_in_the_order_of_code_points(address: str | Path) -> None:
    with open_ledger(address) as ledger:
        ledger.add([report(report_id) for report_id in ("b", "a-c", "ab", "B", "é", "A")])
        found = ledger.find_claims(Selection(limit=9)).corpus.readings
        assert [reading.report_id for reading in found] == ["A", "B", "a-c", "ab", "b", "é"]
        assert ledger.rows_beginning("a") == (["a-c", "ab"], 2)
