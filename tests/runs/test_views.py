"""Views are a fold over the record, and can be made anew at any time."""

from __future__ import annotations

from datetime import date

from fogline.records import Basis, Views
from fogline.runs import read_into, rebuild
from tests.runs.conftest import OPTIONS, REPORTS


def test_rebuilding_changes_nothing(reports, new_record):
    record = new_record()
    read_into(record, reports(), options=OPTIONS)
    before = record.views()
    assert rebuild(record) == before
    assert record.views() == before


def test_dropped_views_come_back(reports, new_record):
    record = new_record()
    read_into(record, reports(), options=OPTIONS)
    before = record.views()
    record.replace_views(Views())
    rebuild(record)
    assert record.views() == before


def test_an_empty_record_has_empty_views(new_record):
    assert rebuild(new_record()) == Views()


def test_a_report_without_a_day_gets_that_of_its_kin_and_its_claims_their_periods(reports, new_record):
    undated = {key: value for key, value in REPORTS[1].items() if key != "published"}
    undated["text"] = undated["text"].removeprefix("MARIB, March 4 (Reuters) - ")
    record = new_record()
    read_into(record, reports([REPORTS[0], undated]), options=OPTIONS)
    read = {r.report_id: r for r in record.corpus().readings}
    derived = {r.report_id: r for r in record.corpus(derived=True).readings}
    assert read["wire-2"].day is None
    day = derived["wire-2"].day
    assert day is not None
    assert day.basis is Basis.INFERRED
    assert abs(day.day - date(2020, 3, 4)).days <= 1
    assert all(claim.period is None for claim in read["wire-2"].claims)
    assert any(claim.period is not None for claim in derived["wire-2"].claims)
