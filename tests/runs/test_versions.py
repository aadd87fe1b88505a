"""Later versions of a report: both are kept, and one counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.records import Arrival, AsideReason, Judgement, Verdict, latest_versions, set_aside
from fogline.runs import read_into, rebuild
from tests.runs.conftest import OPTIONS, REPORTS

UPDATE = replace(OPTIONS, update=True)
LEFT = {**REPORTS[0], "text": "Houthi fighters left Sirwah on Tuesday, residents said.\n"}


def ids(corpus):
    return [reading.report_id for reading in corpus.readings]


def test_another_text_is_a_later_version_and_the_former_counts_no_more(reports, new_record):
    record = new_record()
    read_into(record, reports(), options=OPTIONS)
    summary = read_into(record, reports([LEFT], "later"), options=UPDATE)
    assert (summary.new, summary.versions, summary.refused) == (("wire-1@2",), (("wire-1@2", "wire-1"),), ())
    aside = record.aside()
    assert [(a.report_id, a.reason, a.by) for a in aside.values()] == [("wire-1", AsideReason.SUPERSEDED, "wire-1@2")]
    assert "wire-1" not in ids(record.corpus(without=aside))
    assert record.find_report("wire-1").claims
    counted = {c for e in record.views().events for c in e.claim_ids}
    assert not counted & {c.claim_id for c in record.find_report("wire-1").claims}
    assert counted & {c.claim_id for c in record.find_report("wire-1@2").claims}
    assert all("wire-1" not in origin.report_ids for origin in record.views().lineage.origins)


def test_the_record_is_that_of_the_versions_that_count(reports, new_record):
    record, other = new_record(), new_record()
    read_into(record, reports(), options=OPTIONS)
    read_into(record, reports([LEFT], "later"), options=UPDATE)
    read_into(other, reports([{**LEFT, "id": "wire-1@2"}, *REPORTS[1:]], "other"), options=OPTIONS)
    assert record.views() == other.views()


def test_reading_the_versions_again_changes_nothing(reports, new_record):
    record = new_record()
    paths = [*reports(), *reports([LEFT], "later")]
    first = read_into(record, paths, options=UPDATE)
    views = record.views()
    again = read_into(record, [*reversed(paths)], options=UPDATE)
    assert len(first.new) == len(paths)
    assert (again.new, len(again.known), again.refused) == ((), len(paths), ())
    assert record.views() == views


def test_without_update_another_text_is_refused_and_told_what_to_do(reports, new_record):
    record = new_record()
    read_into(record, reports(), options=OPTIONS)
    summary = read_into(record, reports([LEFT], "later"), options=OPTIONS)
    assert summary.new == ()
    assert "--update" in summary.refused[0][1].reason


@pytest.mark.parametrize("together", [True, False])
def test_the_version_of_the_latest_day_counts_whichever_came_first(reports, new_record, together):
    record = new_record()
    late = reports([{**LEFT, "published": "2020-03-06"}], "late")
    early = reports(REPORTS[:1], "early")
    for paths in [[*late, *early]] if together else [late, early]:
        read_into(record, paths, options=UPDATE)
    counts = record.corpus(without=record.aside()).readings
    assert [(r.raw, r.day.day) for r in counts] == [(LEFT["text"], date(2020, 3, 6))]


def test_a_third_version_follows_the_second(reports, new_record):
    record = new_record()
    for number, row in enumerate([REPORTS[0], LEFT, {**LEFT, "text": "Nobody left Sirwah.\n"}]):
        read_into(record, reports([row], f"v{number}"), options=UPDATE)
    assert [(a.report_id, a.number) for a in record.arrivals()] == [("wire-1", 1), ("wire-1@2", 2), ("wire-1@3", 3)]
    assert {a.by for a in record.aside().values()} == {"wire-1@3"}


def withdrawal(report_id, minute=0):
    return Judgement(Verdict.WITHDRAW, (report_id,), None, "Ann", datetime(2030, 1, 1, 12, minute, tzinfo=UTC), "hoax")


def test_a_withdrawn_report_is_kept_and_counts_for_nothing(reports, new_record):
    record, without = new_record(), new_record()
    read_into(record, reports(), options=OPTIONS)
    before = record.views()
    record.judge(withdrawal("own-2"))
    rebuild(record)
    read_into(without, reports(REPORTS[:3], "without"), options=OPTIONS)
    assert record.views() == without.views()
    assert record.find_report("own-2").claims
    record.judge(Judgement(Verdict.UNDO, (withdrawal("own-2").judgement_id,), None, "Ann", datetime(2031, 1, 1), "no"))
    rebuild(record)
    assert record.views() == before


def test_a_withdrawn_version_does_not_bring_the_former_back(reports, new_record):
    record = new_record()
    read_into(record, reports(REPORTS[:1]), options=OPTIONS)
    read_into(record, reports([LEFT], "later"), options=UPDATE)
    record.judge(withdrawal("wire-1@2"))
    rebuild(record)
    assert {i: a.reason for i, a in record.aside().items()} == {"wire-1": "superseded", "wire-1@2": "withdrawn"}
    assert record.views().events == ()


def test_a_withdrawal_of_a_report_that_is_not_held_changes_nothing(reports, new_record):
    record = new_record()
    read_into(record, reports(REPORTS[:1]), options=OPTIONS)
    record.judge(withdrawal("nowhere"))
    assert record.aside() == {}


arrivals = st.builds(
    Arrival,
    report_id=st.uuids().map(str),
    stated=st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 5)),
    version_of=st.sampled_from(["a", "b"]),
    number=st.integers(1, 4),
)


@given(rows=st.lists(arrivals, max_size=6, unique_by=lambda a: (a.version_of, a.number)), data=st.data())
def test_which_version_counts_is_a_function_of_the_set(rows, data):
    shuffled = data.draw(st.permutations(rows))
    assert set_aside(shuffled, ()) == set_aside(rows, ())
    latest = latest_versions(rows)
    assert latest.keys() == {a.report for a in rows}
    for report, one in latest.items():
        days = [a.stated for a in rows if a.report == report and a.stated]
        assert not days or one.stated in (max(days), None)
