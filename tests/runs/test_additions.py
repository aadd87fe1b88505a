"""A report is brought in by what it bears on, and the record is the same as ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from fogline.ledger import SqlLedger
from fogline.lineage import region
from fogline.records import Reading
from fogline.runs import read_into
from fogline.runs.reading import keep
from tests.runs.conftest import OPTIONS, REPORTS
from tests.runs.test_versions import withdrawal
from tests.runs.test_workings import ELSEWHERE, NOTHING

SILENT = [
    {"id": "undated", "outlet": "Tide", "text": "Ada Brann of Havn will see the guild again on Monday, she said.\n"},
    NOTHING,
    NOTHING | {"id": "copy", "outlet": "Quay Mail"},
    NOTHING
    | {"id": "bakers", "text": "Ovens at Havn stay cold, said Ada Brann of the guild. Flour costs 40 crowns.\n"},
    NOTHING | {"id": "guild", "text": "Ada Brann of the guild at Havn said that flour at 40 crowns is too dear.\n"},
]


@pytest.fixture
def one_by_one(monkeypatch):
    """However few reports a record has, one that comes is looked for by itself."""
    monkeypatch.setattr(region, "AT_MOST", 0)


@pytest.fixture
def read(reports, new_record) -> list[Reading]:
    """All of the reports, read."""
    record = new_record()
    read_into(record, reports([*REPORTS, ELSEWHERE, *SILENT], "all"), options=OPTIONS)
    return list(record.corpus().readings)


def straight(new_record, readings: list[Reading]) -> str:
    record: SqlLedger = new_record()
    keep(record, readings)
    return record.canonical()


def test_only_what_it_bears_on_is_read(reports, new_record, one_by_one, monkeypatch):
    record, whole = new_record(), new_record()
    read_into(record, reports([*REPORTS, ELSEWHERE]), options=OPTIONS)
    asked = []
    outline_of = SqlLedger.outline_of
    monkeypatch.setattr(SqlLedger, "outline", None)
    monkeypatch.setattr(SqlLedger, "outline_of", lambda self, ids: asked.extend(ids) or outline_of(self, ids))
    read_into(record, reports([NOTHING], "more"), options=OPTIONS)
    assert set(asked) == {"kitchen"}
    monkeypatch.undo()
    read_into(whole, reports([*REPORTS, ELSEWHERE, NOTHING], "both"), options=OPTIONS)
    assert record.canonical() == whole.canonical()


def test_a_report_that_makes_claims_is_traced_by_what_it_bears_on(read, new_record, one_by_one, monkeypatch):
    record, claiming = new_record(), {reading.report_id for reading in read if reading.claims}
    last = sorted(claiming)[-2:]
    keep(record, [reading for reading in read if reading.report_id not in {*last, "undated"}])
    monkeypatch.setattr(SqlLedger, "outline", None)
    for name in last:
        keep(record, [reading for reading in read if reading.report_id == name])
    monkeypatch.undo()
    assert record.canonical() == straight(new_record, [r for r in read if r.report_id != "undated"])


def test_in_whatever_order_they_come_the_record_is_the_same(read, new_record, one_by_one):
    expected = straight(new_record, read)
    for seed in range(4):
        record = new_record()
        for reading in Random(seed).sample(read, len(read)):
            keep(record, [reading])
        assert record.canonical() == expected


def test_a_later_day_bears_on_the_views(read, new_record, one_by_one):
    later = [
        replace(r, day=replace(r.day, day=r.day.day + timedelta(days=90)), published=r.published)
        if r.report_id == "kitchen" and r.day
        else r
        for r in read
    ]
    record = new_record()
    keep(record, [r for r in later if r.report_id != "kitchen"])
    keep(record, [r for r in later if r.report_id == "kitchen"])
    assert record.canonical() == straight(new_record, later)
    assert "stale" in record.canonical()


def test_reports_that_were_only_stored_are_traced_with_the_next(read, new_record, one_by_one):
    record = new_record()
    keep(record, [r for r in read if r.report_id not in {"kitchen", "guild", "bakers"}])
    record.add([r for r in read if r.report_id == "guild"])
    for name in ("kitchen", "bakers"):
        keep(record, [r for r in read if r.report_id == name])
    assert record.canonical() == straight(new_record, read)


def test_what_was_withdrawn_is_left_out(read, new_record, one_by_one, monkeypatch):
    record, whole = new_record(), new_record()
    read = [reading for reading in read if reading.report_id != "undated"]
    for one in (record, whole):
        one.judge(withdrawal("own-2"))
    keep(record, [r for r in read if r.report_id not in {"guild", "copy"}])
    monkeypatch.setattr(SqlLedger, "outline", None)
    for name in ("guild", "copy"):
        keep(record, [r for r in read if r.report_id == name])
    monkeypatch.undo()
    keep(whole, read)
    assert record.canonical() == whole.canonical()
