"""The measure of days: what it asks, and what it counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from evaluation import days_page
from evaluation.days import COUNTED, Count, Story, counts_of
from fogline.records import Basis, DayWitness, Lineage, Reading, ReportDay, Span, SpanKind, WitnessKind

DAY = date(2030, 3, 6)
TEXT = "HAVN, 6 March 2030 (QPA) - Bakers went on strike over the price of rye, the guild of Havn said."


def reading(report_id: str, text: str, day: date | None = None) -> Reading:
    known = ReportDay(day, Basis.STATED, "field") if day else None
    return Reading(report_id, text, day=known, published=known, spans=(Span(0, len(text), SpanKind.BODY),))


@pytest.mark.parametrize(
    ("given", "outcome"),
    [(0, "to the day"), (-1, "one day off"), (2, "wrong"), (None, "open")],
)
def test_an_answer_has_one_outcome(given: int | None, outcome: str) -> None:
    days = {} if given is None else {"r": ReportDay(DAY + timedelta(days=given), Basis.INFERRED, "a")}
    count = Count()
    count.add("r", (DAY,), Lineage(days=days))
    figures = count.figures()
    assert {name for name in COUNTED if figures[name]} == {outcome}
    assert bool(count.missed) == (outcome != "to the day")


def test_any_of_several_true_days_is_right() -> None:
    count = Count()
    count.add("r", (DAY, DAY + timedelta(days=1)), Lineage(days={"r": ReportDay(DAY, Basis.INFERRED, "a")}))
    assert count.figures()["to the day"] == 1


def test_each_kind_of_witness_is_counted_by_itself() -> None:
    told = (
        DayWitness("r", WitnessKind.KIN, DAY, "a"),
        DayWitness("r", WitnessKind.WORDS, DAY - timedelta(days=1), "b"),
    )
    count = Count()
    count.add("r", (DAY,), Lineage(days={"r": ReportDay(DAY, Basis.INFERRED, "a")}, witnesses=told))
    figures = count.figures()
    assert (figures["witness kin, right"], figures["witness day words, right"], figures["by kin, right"]) == (1, 0, 1)


def test_a_masked_report_is_dated_as_if_nobody_had_told_its_day() -> None:
    bare = TEXT.removeprefix("HAVN, 6 March 2030 (QPA) - ")
    told = counts_of("days look alone", [[Story((reading("a", TEXT, DAY), reading("b", bare)), {"b": (DAY,)})]])
    assert told["days look alone undated"].figures()["to the day"] == 1
    masked = told["days look alone masked"].figures()
    assert (masked["reports"], masked["to the day"]) == (1, 1)  # by its dateline


def test_the_page_pools_stories_read_alone() -> None:
    figures = {"reports": 4.0, "to the day": 0.5, "one day off": 0.5, "wrong": 0.0, "open": 0.0}
    figures |= {"witness kin, reports": 4.0, "witness kin, right": 0.5}
    page = days_page.part({"days look alone masked": figures, "days look together masked": figures})
    assert "| look alone masked | 4 | 0.500 | 0.500 | 0.000 | 0.000 |" in page
    assert "| kin | 4 | 0.500 |" in page
