"""Two reports side by side."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.lineage.beside import Row, changes_between, lay_beside
from fogline.records import Reading, Relation, Span, SpanKind

from .conftest import DIGEST, Make

SLOW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
SENTENCES = st.sampled_from([
    "The army took Talvek.", "Rebels left on Friday.", "18 men died at the port.", "It rained in Kostrad.",
    "The Orlan Front denied losing the port of Talvek.", "3,200 people fled to Kostrad.", "Yes.", "!?",
])  # fmt: skip
BODIES = st.lists(SENTENCES, max_size=9).map(" ".join)


def side(rows: tuple[Row, ...], name: str) -> list[str]:
    return [piece.text for row in rows for piece in getattr(row, name)]


def test_sentences_that_tell_the_same_stand_beside_one_another(story: tuple[Reading, ...]) -> None:
    agency, rewrite = story[0], story[4]
    beside = {row.report[0].text: row.source for row in lay_beside(rewrite, agency) if row.report and row.source}
    (told,) = (source for text, source in beside.items() if text.startswith("In January the negotiations"))
    assert "broke down in January" in told[0].text


def test_a_copy_is_known_by_its_words(story: tuple[Reading, ...]) -> None:
    rows = lay_beside(story[1], story[0])
    assert sum(row.same for row in rows) > len(rows) / 2


def test_a_digest_s_sentence_stands_beside_all_that_it_sums_up(story: tuple[Reading, ...]) -> None:
    rows = lay_beside(story[2], story[0])
    assert any(len(row.source) > 1 for row in rows if row.report)
    assert len(side(rows, "report")) == DIGEST.count(". ") + 1


@SLOW
@given(BODIES, BODIES)
def test_every_sentence_of_both_stands_there_once_in_its_order(make: Make, one: str, other: str) -> None:
    report, source = make("report", one), make("source", other)
    rows = lay_beside(report, source)
    for name, reading in (("report", report), ("source", source)):
        pieces = [piece for row in rows for piece in getattr(row, name)]
        assert "".join("".join(p.text.split()) for p in pieces) == "".join(reading.raw.split())
        assert [p.start for p in pieces] == sorted(p.start for p in pieces)
        assert [p for p in pieces if reading.raw[p.start : p.end] != p.text] == []
    assert all(row.report or row.source for row in rows)


def test_offsets_count_in_the_raw_text_across_furniture(make: Make) -> None:
    raw = "  The army took Talvek.\nRead more\nRebels left on Friday.\n"
    spans = (Span(2, 23, SpanKind.BODY), Span(24, 33, SpanKind.FURNITURE), Span(34, 56, SpanKind.BODY))
    report = replace(make("r", raw), spans=spans)
    rows = lay_beside(report, make("s", "Nothing of the kind."))
    pieces = [piece for row in rows for piece in row.report]
    assert [raw[p.start : p.end] for p in pieces] == [p.text for p in pieces]
    assert [p.text for p in pieces] == ["The army took Talvek.", "Rebels left on Friday."]


def test_reports_without_text_are_laid_out_too(make: Make) -> None:
    assert lay_beside(make("a", ""), make("b", "")) == ()
    (row,) = lay_beside(make("a", ""), make("b", "It fell."))
    assert (row.report, row.source[0].text) == ((), "It fell.")


def test_what_a_report_would_have_altered_is_told_of_any_two(story: tuple[Reading, ...]) -> None:
    relation, changes = changes_between(story[4], story[0])
    assert relation is Relation.REWRITE
    assert ("number", "18 fighters and", "81 fighters and") in {(c.kind, c.original, c.altered) for c in changes}
    assert changes_between(story[0], replace(story[0], report_id="twin"))[1] == ()
