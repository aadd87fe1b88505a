"""What was worked out is kept beside the record, and taken again where nothing bears on it."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import delete, select

from fogline.ledger import tables
from fogline.records import Judgement, Verdict
from fogline.runs import read_into, rebuild
from tests.runs.conftest import OPTIONS, REPORTS
from tests.runs.test_views import judge

ELSEWHERE = {
    "id": "far",
    "outlet": "Tide",
    "published": "2020-03-06",
    "text": "The Libyan army captured the town of Brega on Thursday, residents said.\n",
}


def tamper(record, part: str) -> None:
    """Make the record say that nothing was found of a part."""
    table = tables.workings
    with record._writing() as connection:
        assert connection.execute(select(table.c.part).where(table.c.part == part)).first()
        connection.execute(table.update().where(table.c.part == part).values(found=json.dumps([])))


def line_of(record, place: str) -> str:
    (key,) = {h.place.key for h in record.views().holdings if h.place.text == place}
    return f"line {key}"


def places(record) -> set[str]:
    return {holding.place.text for holding in record.views().holdings}


def test_a_place_on_which_a_report_does_not_bear_is_taken_as_it_was_worked_out(reports, new_record):
    record = new_record()
    read_into(record, reports([*REPORTS, ELSEWHERE]), options=OPTIONS)
    tamper(record, line_of(record, "Brega"))
    more = {**REPORTS[3], "id": "own-3", "text": "Houthi fighters still hold Marib, residents said on Sunday.\n"}
    read_into(record, reports([more], "more"), options=OPTIONS)
    assert "Sirwah" in places(record)
    assert "Brega" not in places(record)


def test_views_that_are_dropped_are_worked_out_from_nothing(reports, new_record):
    record = new_record()
    read_into(record, reports([*REPORTS, ELSEWHERE]), options=OPTIONS)
    before = record.canonical()
    tamper(record, line_of(record, "Brega"))
    with record.transaction():
        record.drop_views()
        rebuild(record)
    assert record.canonical() == before


def test_a_holding_that_is_gone_is_worked_out_again(reports, new_record):
    record = new_record()
    read_into(record, reports(), options=OPTIONS)
    before = record.canonical()
    with record._writing() as connection:
        for table in (tables.holding_claims, tables.holdings):
            connection.execute(delete(table))
    rebuild(record)
    assert record.canonical() == before


@pytest.mark.parametrize(
    "made",
    [
        judge(Verdict.RENAME, "{line}", value="Sirwah town"),
        judge(Verdict.RELIABILITY, "outlet:harbour post", value="B"),
        judge(Verdict.REDATE, "wire-1", value="2020-03-11"),
    ],
)
def test_a_judgement_gives_the_same_whatever_was_worked_out_before(reports, new_record, made):
    record, straight = new_record(), new_record()
    read_into(record, reports(), options=OPTIONS)
    key = line_of(record, "Sirwah").removeprefix("line ")
    decided = Judgement(
        made.verdict, tuple(s.format(line=key) for s in made.subjects), made.value, made.who, made.when, made.why
    )
    for one in (record, straight):
        one.judge(decided)
    rebuild(record)
    read_into(straight, reports(), options=OPTIONS)
    assert record.canonical() == straight.canonical()


NOTHING = {
    "id": "kitchen",
    "outlet": "Tide",
    "published": "2020-03-05",
    "text": "Bread needs flour, water, salt and time. Let the dough rest in a warm room until morning.\n",
}


def spoil(record) -> None:
    """Make all workings of parts say that nothing was found, but for what stands for all of them."""
    table = tables.workings
    with record._writing() as connection:
        connection.execute(table.update().where(table.c.part != "basis").values(own="another"))


def workings(record) -> dict[str, str]:
    with record._reading() as connection:
        return {row.part: row.own for row in connection.execute(select(tables.workings))}


def test_a_report_that_claims_nothing_bears_on_no_view_of_claims(reports, new_record):
    record, straight = new_record(), new_record()
    read_into(record, reports([*REPORTS, ELSEWHERE]), options=OPTIONS)
    spoil(record)
    before = workings(record)
    read_into(record, reports([NOTHING], "more"), options=OPTIONS)
    assert workings(record) == before  # no part was looked at
    read_into(straight, reports([*REPORTS, ELSEWHERE, NOTHING], "all"), options=OPTIONS)
    assert record.canonical() == straight.canonical()


def test_a_report_of_a_later_day_bears_on_them(reports, new_record):
    record, straight = new_record(), new_record()
    read_into(record, reports([*REPORTS, ELSEWHERE]), options=OPTIONS)
    later = NOTHING | {"published": "2020-06-01"}
    read_into(record, reports([later], "more"), options=OPTIONS)
    read_into(straight, reports([*REPORTS, ELSEWHERE, later], "all"), options=OPTIONS)
    assert any(holding.status != "unknown" and "stale" in holding.reason for holding in record.views().holdings)
    assert record.canonical() == straight.canonical()


def test_views_of_claims_that_are_gone_are_worked_out_again(reports, new_record):
    record = new_record()
    read_into(record, reports(), options=OPTIONS)
    before = record.canonical()
    with record._writing() as connection:
        for table in (tables.event_names, tables.event_claims, tables.event_figures, tables.events):
            connection.execute(delete(table))
    rebuild(record)
    assert record.canonical() == before
