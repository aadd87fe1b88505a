"""Reading into a record: the record is a function of the set of reports."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from fogline.records import Reading, Refusal
from fogline.records.errors import NothingToRead, PathMissing
from fogline.runs import ReadSummary, read_into, read_reports
from fogline.runs.reading import read_one
from tests.runs.conftest import OPTIONS, REPORTS


def balances(summary: ReadSummary) -> bool:
    return summary.read == len(summary.new) + len(summary.known) + len(summary.refused)


def test_what_is_new_is_read_and_the_views_are_made(reports, new_record):
    record = new_record()
    summary = read_into(record, reports(), options=OPTIONS)
    assert (summary.new, summary.known, summary.refused) == (("own-1", "own-2", "wire-1", "wire-2"), (), ())
    assert balances(summary)
    views = record.views()
    assert {name.text for h in views.holdings for name in (h.place,)} >= {"Sirwah"}
    assert any({"wire-1", "wire-2"} <= set(origin.report_ids) for origin in views.lineage.origins)
    assert views.disputes


def test_reading_twice_changes_nothing(reports, new_record):
    record = new_record()
    paths = reports()
    read_into(record, paths, options=OPTIONS)
    corpus, views, counts = record.corpus(derived=True), record.views(), record.counts()
    again = read_into(record, paths, options=OPTIONS)
    assert (again.new, len(again.known), again.refused) == ((), len(paths), ())
    assert balances(again)
    assert record.corpus(derived=True) == corpus
    assert record.views() == views
    assert record.counts() == counts


@pytest.mark.parametrize("order", [(3, 2, 1, 0), (1, 3, 0, 2)])
def test_the_order_of_the_reports_makes_no_difference(reports, new_record, order):
    paths = reports()
    one, other = new_record(), new_record()
    read_into(one, paths, options=OPTIONS)
    read_into(other, [paths[i] for i in order], options=OPTIONS)
    assert other.corpus(derived=True) == one.corpus(derived=True)
    assert other.views() == one.views()


def test_reports_that_come_one_by_one_make_the_same_record(reports, new_record):
    paths = reports()
    one, other = new_record(), new_record()
    read_into(one, paths, options=OPTIONS)
    for path in reversed(paths):
        read_into(other, [path], options=OPTIONS)
    assert other.corpus(derived=True) == one.corpus(derived=True)
    assert other.views() == one.views()


def test_two_processes_make_the_same_record_as_one(reports, new_record):
    paths = reports()
    one, other = new_record(), new_record()
    read_into(one, paths, options=OPTIONS)
    read_into(other, paths, options=replace(OPTIONS, jobs=2))
    assert other.corpus(derived=True) == one.corpus(derived=True)
    assert other.views() == one.views()


def test_a_report_that_cannot_be_read_is_counted_and_the_rest_goes_on(reports, new_record):
    record = new_record()
    rows = [*REPORTS[:2], {"id": "blank", "text": "  \n"}]
    summary = read_into(record, reports(rows), options=OPTIONS)
    assert summary.new == ("wire-1", "wire-2")
    assert [(report_id, refusal.stage) for report_id, refusal in summary.refused] == [("blank", "intake")]
    assert balances(summary)
    assert dict(record.refusals())["blank"].reason


def test_a_report_that_a_stage_refuses_is_counted_too(reports, new_record):
    record = new_record()
    rows = [REPORTS[0], {"id": "caption", "text": "Photo: Jane Doe/Reuters\n"}]
    summary = read_into(record, reports(rows), options=OPTIONS)
    assert balances(summary)
    assert summary.new == ("wire-1",)
    assert [(report_id, refusal.stage) for report_id, refusal in summary.refused] == [("caption", "text")]


def test_another_text_under_a_known_id_is_refused_and_the_first_stays(reports, new_record):
    record = new_record()
    read_into(record, reports(), options=OPTIONS)
    corpus = record.corpus()
    changed = [{**REPORTS[0], "text": "Houthi fighters left Sirwah on Monday.\n"}]
    summary = read_into(record, reports(changed, "changed"), options=OPTIONS)
    assert (summary.new, summary.known) == ((), ())
    assert [report_id for report_id, _ in summary.refused] == ["wire-1"]
    assert "another text" in summary.refused[0][1].reason
    assert balances(summary)
    assert record.corpus() == corpus


def test_outlet_and_day_are_taken_where_the_report_has_none(reports, new_record):
    record = new_record()
    bare = [{"id": "bare", "text": REPORTS[3]["text"]}, REPORTS[2]]
    read_into(record, reports(bare), options=replace(OPTIONS, outlet="Given Times", published=OPTIONS.today))
    readings = {r.report_id: r for r in record.corpus().readings}
    assert readings["bare"].outlet == "Given Times"
    assert readings["bare"].day.day == OPTIONS.today
    assert (readings["own-1"].outlet, str(readings["own-1"].day.day)) == ("Lantern", "2020-03-05")


def test_progress_counts_every_new_report_once(reports, new_record):
    told = []
    read_into(new_record(), reports(), options=OPTIONS, progress=lambda *step: told.append(step))
    assert told == [("reading", n, len(REPORTS)) for n in range(1, len(REPORTS) + 1)]


@pytest.mark.parametrize(("path", "error"), [("nowhere", PathMissing), ("empty", NothingToRead)])
def test_without_a_report_the_record_stays_as_it_was(new_record, tmp_path, path, error):
    (tmp_path / "empty").mkdir()
    record = new_record()
    with pytest.raises(error, match=path):
        read_into(record, [tmp_path / path], options=OPTIONS)
    assert not any(record.counts().values())


def test_reports_that_another_process_stored_meanwhile_are_known(reports, tmp_path):
    record, paths = str(tmp_path / "war.db"), reports()

    def other(stage, done, total):
        if done == 1:
            read_reports(record, paths[:2], options=OPTIONS)

    summary = read_reports(record, paths, options=OPTIONS, progress=other)
    assert (summary.new, summary.refused) == (("own-1", "own-2"), ())
    assert set(summary.known) == {"wire-1", "wire-2"}
    assert balances(summary)


def test_a_read_report_holds_together(reports, new_record):
    record = new_record()
    read_into(record, reports(), options=OPTIONS)
    corpus = record.corpus(derived=True)
    for reading in corpus.readings:
        assert reading.parse is None
        for claim in reading.claims:
            assert claim.anchor.report_id == reading.report_id
            assert claim.anchor.holds_in(reading.raw)
            assert claim.act.holds_in(reading.raw)
            names = itertools.chain(claim.actors, claim.attribution.speakers)
            assert all(name.key in corpus.actors for name in names)
            assert claim.place is None or claim.place.key in corpus.places
    ids = [claim.claim_id for claim in corpus.claims()]
    assert len(ids) == len(set(ids))


def test_a_refused_reading_passes_untouched(reports):
    refused = Reading("r", "", refusal=Refusal("intake", "is empty"))
    assert read_one(refused) == refused


def test_the_parse_is_dropped_when_a_report_is_read():
    raw = REPORTS[3]["text"]
    reading = read_one(Reading("r", raw))
    assert reading.raw == raw
    assert reading.claims
    assert reading.parse is None
