"""Views are a fold over the record, and can be made anew at any time."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from fogline.products.rows import control_rows
from fogline.records import Basis, Grade, Judgement, Period, Verdict, Views
from fogline.runs import is_stale, read_into, rebuild
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


def judge(verdict, *subjects, value=None, minute=0):
    return Judgement(verdict, subjects, value, "Ann", datetime(2030, 1, 1, 12, minute, tzinfo=UTC), "she was there")


@pytest.mark.parametrize(
    "made",
    [
        judge(Verdict.NOT_KIN, "wire-2", "wire-1"),
        judge(Verdict.KIN, "own-1", "wire-1", value="rewrite"),
        judge(Verdict.ORIGIN, "own-1", "own-2"),
        judge(Verdict.REDATE, "wire-1", value="2020-03-11"),
        judge(Verdict.OWN_STORY, "own-2"),
        judge(Verdict.MERGE, "military:YE", "group:houthis", value="actor"),
        judge(Verdict.DISTRUST, "wire-1", value="report"),
        judge(Verdict.RELIABILITY, "outlet:lantern", value="B"),
        judge(Verdict.RENAME, "military:YE", value="Army of Yemen"),
    ],
    ids=lambda made: str(made.verdict),
)
def test_a_judgement_changes_the_record_and_undone_it_is_as_if_it_had_not_been(reports, new_record, made):
    record = new_record()
    read_into(record, reports(), options=OPTIONS)
    before, corpus = record.views(), record.corpus(derived=True)
    record.judge(made)
    assert rebuild(record) != before
    record.judge(judge(Verdict.UNDO, made.judgement_id, minute=1))
    rebuild(record)
    assert record.views() == before
    assert record.corpus(derived=True) == corpus


def test_a_judged_day_moves_the_claims_and_survives_new_reports(reports, new_record):
    record = new_record()
    read_into(record, reports(REPORTS[:2]), options=OPTIONS)
    record.judge(judge(Verdict.REDATE, "wire-1", value="2020-03-11"))
    rebuild(record)
    read_into(record, reports(), options=OPTIONS)
    found = next(r for r in record.corpus(derived=True).readings if r.report_id == "wire-1")
    assert found.day.day == date(2020, 3, 11)
    assert found.day.basis is Basis.JUDGED
    periods = {claim.period.first for claim in found.claims if claim.period}
    assert periods
    assert min(periods) > date(2020, 3, 5)


def test_the_periods_of_a_redated_report_are_those_that_it_has_when_its_day_is_stated(reports, new_record):
    undated = {key: value for key, value in REPORTS[1].items() if key != "published"}
    undated["text"] = undated["text"].removeprefix("MARIB, March 4 (Reuters) - ").replace("on Tuesday", "yesterday")
    for published in ("2020-03-04", "2021-07-14"):
        record, stated = new_record(), new_record()
        read_into(record, reports([REPORTS[0] | {"published": published}, undated], published), options=OPTIONS)
        derived = record.find_report("wire-2", derived=True)
        day = derived.day
        assert day is not None
        read_into(stated, reports([undated | {"published": day.day.isoformat()}], "stated"), options=OPTIONS)
        wanted = [(c.act.start, c.type, c.period) for c in stated.find_report("wire-2").claims]
        assert [(c.act.start, c.type, c.period) for c in derived.claims] == wanted
        assert any(period is not None for _, _, period in wanted)


def test_periods_follow_when_a_later_report_tells_the_day(reports, new_record):
    undated = {key: value for key, value in REPORTS[1].items() if key != "published"}
    undated["text"] = undated["text"].removeprefix("MARIB, March 4 (Reuters) - ")
    record = new_record()
    read_into(record, reports([undated]), options=OPTIONS)
    before = record.find_report("wire-2", derived=True)
    assert before.day is None
    assert {claim.period for claim in before.claims} == {None}
    read_into(record, reports([REPORTS[0]], "later"), options=OPTIONS)
    after = record.find_report("wire-2", derived=True)
    assert after.day is not None
    assert any(claim.period is not None for claim in after.claims)


def test_no_day_is_taken_from_the_time_of_a_file(tmp_path, new_record):
    path = tmp_path / "lone.txt"
    path.write_text("Houthi fighters captured the town of Sirwah on Tuesday, residents said.\n", encoding="utf-8")
    os.utime(path, (1_583_280_000, 1_583_280_000))
    record = new_record()
    read_into(record, [path], options=OPTIONS)
    report = record.find_report("lone", derived=True)
    assert (report.published, report.day) == (None, None)
    assert {claim.period for claim in report.claims} <= {None}


def test_a_record_of_before_there_were_stories_gets_them_when_it_is_read_into_again(reports, new_record):
    record = new_record()
    read_into(record, reports(), options=OPTIONS)
    before = record.views()
    record.replace_views(replace(before, lineage=replace(before.lineage, stories=())))
    read_into(record, reports(), options=OPTIONS)
    assert before.lineage.stories
    assert record.views() == before


def test_a_judged_period_is_stored_beside_what_was_read(reports, new_record):
    record = new_record()
    read_into(record, reports(), options=OPTIONS)
    claim = next(c for c in record.find_report("wire-1").claims if c.type == "withdraw")
    record.judge(judge(Verdict.REDATE, claim.claim_id, value="2020-03-01/2020-03-02"))
    rebuild(record)
    derived = record.find_claim(claim.claim_id, derived=True)
    assert derived.period == Period(date(2020, 3, 1), date(2020, 3, 2), Basis.JUDGED)
    assert record.find_claim(claim.claim_id) == claim


def test_a_record_without_grades_of_events_gets_them_with_the_next_run(reports, new_record):
    record = new_record()
    read_into(record, reports(), options=OPTIONS)
    graded = record.views()
    record.replace_views(replace(graded, events=tuple(replace(e, grade=Grade("F", 6)) for e in graded.events)))
    assert is_stale(record)
    read_into(record, reports(), options=OPTIONS)
    assert record.views() == graded
    assert not is_stale(record)


def test_each_town_has_its_own_hospital(reports, new_record):
    record = new_record()
    told = {
        "ib": "Syrian rebels captured Idlib on Thursday. They also took the hospital, residents said.",
        "pal": "The Syrian army still holds Palmyra. Islamic State took the hospital there on Thursday.",
    }
    rows = [{"id": k, "outlet": f"Post {k}", "published": "2016-12-01", "text": text} for k, text in told.items()]
    read_into(record, reports(rows), options=OPTIONS)
    lines = control_rows(record.corpus(derived=True), record.views())
    sites = {row["place"]: row["holder"] for row in lines if "hospital" in row["place"]}
    assert sites == {"hospital in Idlib": "Syrian rebels", "hospital in Palmyra": "Islamic State"}
