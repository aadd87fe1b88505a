"""When reports came, and later versions, in every store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from fogline.ledger import SqlLedger, open_ledger
from fogline.records import Arrival, Judgement, Verdict
from tests.contracts.test_ledger import report
from tests.contracts.test_older_records import make_first

NewLedger = Callable[[], SqlLedger]
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
DAY = date(2024, 3, 8)


def test_each_report_has_the_moment_at_which_it_came(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    damascus = timezone(timedelta(hours=3))
    ledger.add([report("b")], arrived=datetime(2026, 5, 1, 15, tzinfo=damascus))
    ledger.add([report("a")], arrived=NOON + timedelta(microseconds=7))
    assert ledger.arrivals() == (Arrival("a", DAY, DAY, NOON + timedelta(microseconds=7)), Arrival("b", DAY, DAY, NOON))


def test_a_report_that_is_known_keeps_its_moment(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report()], arrived=NOON)
    ledger.add([report()], arrived=NOON + timedelta(days=1))
    assert [a.arrived for a in ledger.arrivals()] == [NOON]


def test_without_a_moment_it_is_now(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    before = datetime.now(UTC)
    ledger.add([report()])
    (arrival,) = ledger.arrivals()
    assert before <= (arrival.arrived or before) <= datetime.now(UTC)


def test_later_versions_are_numbered_as_they_come_and_come_back_as_what_they_are(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    later = [replace(report(f"a@{n}", f"{n} rebels entered Qara."), version_of="a") for n in (2, 3)]
    assert ledger.add([report("a"), *later]) == ("a", "a@2", "a@3")
    assert [(a.report_id, a.version_of, a.number) for a in ledger.arrivals()] == [
        ("a", None, 1),
        ("a@2", "a", 2),
        ("a@3", "a", 3),
    ]
    assert ledger.corpus().readings == (report("a"), *later)
    assert set(ledger.aside()) == {"a", "a@2"}
    assert [r.report_id for r in ledger.corpus(without=ledger.aside()).readings] == ["a@3"]


def test_a_version_of_what_is_not_there_is_refused(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    assert ledger.add([replace(report("a@2"), version_of="a")]) == ()
    assert "'a'" in dict(ledger.refusals())["a@2"].reason


def test_only_these_and_those_with_versions_are_asked_for(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report(f"r{n}") for n in range(5)])
    ledger.add([replace(report("r1@2", "Nobody entered Qara."), version_of="r1")])
    assert [a.report_id for a in ledger.arrivals(of=())] == ["r1", "r1@2"]
    assert [a.report_id for a in ledger.arrivals(of=["r3", "none", "nul\0"])] == ["r1", "r1@2", "r3"]


def test_a_withdrawn_report_is_aside_until_that_is_undone(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report("a"), report("b", "Rebels left Qara.")])
    made = Judgement(Verdict.WITHDRAW, ("a",), None, "Ann", NOON, "a hoax")
    ledger.judge(made)
    assert [(x.report_id, x.by, x.why) for x in ledger.aside().values()] == [("a", made.judgement_id, "a hoax")]
    ledger.judge(Judgement(Verdict.UNDO, (made.judgement_id,), None, "Ann", NOON + timedelta(1), "it was none"))
    assert ledger.aside() == {}


def test_reports_of_an_older_record_have_no_moment(address: str | Path) -> None:
    make_first(address, report("old"))
    with open_ledger(address, create=False) as ledger:
        ledger.add([report("new", "Rebels left Qara.")], arrived=NOON)
        assert [(a.report_id, a.arrived) for a in ledger.arrivals()] == [("new", NOON), ("old", None)]
