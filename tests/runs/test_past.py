"""A record as it was known: equal to a replay from scratch of what was known then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.grounding.ground import resolve_periods
from fogline.ledger import SqlLedger, open_ledger
from fogline.records import Basis, Clock, Judgement, Known, Reading, ReportDay, Verdict
from fogline.runs import read_into, rebuild, recall
from fogline.runs.reading import read_one
from tests.runs.conftest import OPTIONS, REPORTS

START = datetime(2026, 5, 1, 9, tzinfo=UTC)
UNDATED = {"id": "undated", "outlet": "Quay Mail", "text": REPORTS[2]["text"].replace("on Wednesday", "yesterday")}
CORRECTED = {**REPORTS[0], "id": "wire-1@2", "text": REPORTS[0]["text"].replace("14 soldiers", "4 soldiers")}
TAKEN_BACK = {
    **REPORTS[3],
    "id": "own-2@2",
    "published": "2020-03-09",
    "text": "This story has been withdrawn.\n\nMarib is calm.\n",
}
ROWS = [*REPORTS, UNDATED, CORRECTED, TAKEN_BACK]


@cache
def readings() -> dict[str, Reading]:
    """Each report, read once for all tests."""
    return {row["id"]: _read(row) for row in ROWS}


def _read(row: dict[str, str]) -> Reading:
    day = ReportDay(date.fromisoformat(row["published"]), Basis.STATED, "field") if "published" in row else None
    base, _, later = row["id"].partition("@")
    given_ = Reading(row["id"], row["text"], outlet=row["outlet"], published=day, version_of=base if later else None)
    return read_one(given_)


def at(hours: int) -> datetime:
    return START + timedelta(hours=hours)


def judge(verdict: Verdict, *subjects: str, value: str | None = None, hours: int = 0) -> Judgement:
    return Judgement(verdict, subjects, value, "Ann", at(hours), "she was there")


POOL = [
    lambda h: judge(Verdict.NOT_KIN, "wire-2", "wire-1", hours=h),
    lambda h: judge(Verdict.REDATE, "wire-2", value="2020-03-07", hours=h),
    lambda h: judge(Verdict.REDATE, "undated", value="2020-03-06", hours=h),
    lambda h: judge(Verdict.WITHDRAW, "own-1", hours=h),
    lambda h: judge(Verdict.WITHDRAW, "wire-1@2", value="2020-03-08", hours=h),
    lambda h: judge(Verdict.ORIGIN, "own-1", "wire-1", hours=h),
]


def fill(ledger: SqlLedger, arrivals: dict[str, int], judged: list[Judgement]) -> SqlLedger:
    """The reports into the record, each at its hour; then the judgements; then the views."""
    for report_id, hours in sorted(arrivals.items(), key=lambda item: ("@" in item[0], item[1], item[0])):
        ledger.add([readings()[report_id]], arrived=at(hours))
    for judgement in judged:
        ledger.judge(judgement)
    rebuild(ledger)
    return ledger


@st.composite
def histories(draw: st.DrawFn) -> tuple[dict[str, int], list[Judgement]]:
    """When each of some reports came, and what was judged when.  A version never comes before its report."""
    hours = st.integers(0, 5)
    reports = draw(st.sets(st.sampled_from(sorted(readings())), min_size=3))
    reports = {r for r in reports if "@" not in r or r.partition("@")[0] in reports}
    arrivals = {r: draw(hours) for r in sorted(reports)}
    bases = {report: report.partition("@")[0] for report in arrivals}
    arrivals = {report: max(hour, arrivals[bases[report]]) for report, hour in arrivals.items()}
    judged = [make(draw(hours)) for make in draw(st.lists(st.sampled_from(POOL), unique=True, min_size=1, max_size=4))]
    if draw(st.booleans()):
        judged.append(judge(Verdict.UNDO, judged[0].judgement_id, hours=draw(hours)))
    return arrivals, judged


knowns = st.builds(Known, st.integers(-1, 6).map(at), st.just(Clock.READ)) | st.builds(
    Known,
    st.dates(date(2020, 3, 3), date(2020, 3, 10)).map(lambda d: datetime(d.year, d.month, d.day, 23, 59, tzinfo=UTC)),
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(history=histories(), known=knowns)
def test_what_was_known_is_a_replay_of_the_reports_and_judgements_of_then(history, known):
    arrivals, judged = history
    with open_ledger("sqlite://") as ledger, open_ledger("sqlite://") as again:
        fill(ledger, arrivals, judged)
        past = recall(ledger, known)
        there = {a.report_id for a in ledger.arrivals() if known.has(a)}
        fill(again, {r: h for r, h in arrivals.items() if r in there}, [j for j in judged if known.hears(j)])
        assert past.views == again.views()
        assert past.corpus == again.corpus(derived=True, without=again.aside())
        assert past.aside == again.aside()


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(history=histories(), moved=st.integers(1, 5))
def test_the_record_does_not_depend_on_when_reports_came(history, moved):
    arrivals, judged = history
    with open_ledger("sqlite://") as one, open_ledger("sqlite://") as other:
        fill(one, arrivals, judged)
        fill(other, dict.fromkeys(arrivals, moved), judged)
        assert one.views() == other.views()
        assert one.corpus(derived=True) == other.corpus(derived=True)
        assert one.aside() == other.aside()


def test_known_now_is_the_record(new_record):
    ledger = fill(new_record(), dict.fromkeys(readings(), 1), [POOL[0](2)])
    past = recall(ledger, Known(at(2), Clock.READ))
    assert past.views == ledger.views()
    assert past.corpus == ledger.corpus(derived=True, without=ledger.aside())


def test_by_publication_undated_reports_are_told_and_left_out(new_record):
    ledger = new_record()
    ledger.add([replace(readings()["own-2"], report_id="own-2"), _read({**UNDATED, "text": "Nobody came.\n"})])
    rebuild(ledger)
    past = recall(ledger, Known(datetime(2020, 3, 9, tzinfo=UTC)))
    assert past.untimed == ("undated",)
    assert [r.report_id for r in past.corpus.readings] == ["own-2"]


def test_a_record_from_before_moments_were_kept_counts_as_known_by_reading(new_record):
    assert Known(at(0), Clock.READ).has(replace(new_arrival(new_record()), arrived=None))


def new_arrival(ledger: SqlLedger):
    ledger.add([readings()["own-1"]], arrived=at(3))
    (arrival,) = ledger.arrivals()
    return arrival


def test_the_moment_of_reading_is_kept_to_the_second_whatever_its_zone(new_record, reports):
    record = new_record()
    read_into(record, reports(REPORTS[:1]), options=replace(OPTIONS, arrived=at(4)))
    assert [a.arrived for a in record.arrivals()] == [at(4)]
    assert not Known(at(3), Clock.READ).has(record.arrivals()[0])


@pytest.mark.parametrize("report_id", ["wire-1@2", "own-2@2"])
def test_a_version_is_read_as_its_own_report(report_id):
    reading = readings()[report_id]
    assert reading.refusal is None
    assert all(c.anchor.report_id == report_id for c in reading.claims or ())
    assert resolve_periods(reading).claims == reading.claims
