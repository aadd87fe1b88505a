"""The table of days."""

from __future__ import annotations

from datetime import date

from fogline.products.dates import date_rows, in_words
from fogline.records import Basis, Corpus, DayWitness, Lineage, Reading, ReportDay, Views, WitnessKind

SIXTH, SEVENTH = date(2030, 3, 6), date(2030, 3, 7)
READINGS = (
    Reading("b", "", outlet="Harbour Post", day=ReportDay(SIXTH, Basis.STATED, "field")),
    Reading("c", ""),
    Reading("a", "", day=ReportDay(SEVENTH, Basis.INFERRED, "b")),
)
WITNESSES = (
    DayWitness("a", WitnessKind.WORDS, SEVENTH, "b", "It fell yesterday."),
    DayWitness("b", WitnessKind.DATA, SIXTH, "field"),
    DayWitness("b", WitnessKind.DATELINE, SEVENTH, "dateline", "March 7"),
)


def test_reports_stand_by_day_and_those_without_one_at_the_end():
    rows = date_rows(Corpus(READINGS), Views(Lineage(witnesses=WITNESSES)))
    assert [(r["report"], r["day"], r["basis"], r["from"]) for r in rows] == [
        ("b", "2030-03-06", "stated", "field"),
        ("a", "2030-03-07", "inferred", "b"),
        ("c", None, None, None),
    ]
    assert rows[2]["confidence"] is None
    assert rows[2]["witnesses"] == []


def test_what_contradicts_a_day_stands_beside_it_in_words():
    first, second, _ = date_rows(Corpus(READINGS), Views(Lineage(witnesses=WITNESSES)))
    assert [in_words(w) for w in first["contradictions"]] == ["its dateline “March 7” says 2030-03-07"]
    assert second["contradictions"] == []
    assert len(first["witnesses"]) == 2


def test_every_kind_of_witness_can_be_told_in_words():
    for kind in WitnessKind:
        told = in_words({"kind": kind, "day": "2030-03-06", "from": "lark-2", "words": "on Friday"})
        assert "2030-03-06" in told
