"""Two reports side by side: which are meant, what is marked, as a page."""

from dataclasses import replace
from datetime import date

import pytest

from fogline.lineage import trace
from fogline.products.beside import beside, content, render
from fogline.records import Basis, Corpus, Kinship, Lineage, Reading, Relation, ReportDay, Span, SpanKind, Views
from fogline.records.errors import UnknownId
from tests.lineage.conftest import AGENCY, COPY, INDEPENDENT, REWRITE, UPDATE
from tests.products.cases import HOSTILE, hostile
from tests.products.test_renderings import Page

TEXTS = {"agency": AGENCY, "copy": COPY, "independent": INDEPENDENT, "rewrite": REWRITE, "update": UPDATE}


@pytest.fixture
def corpus():
    """The story as a corpus: every text is all body."""
    return Corpus(tuple(Reading(i, text, spans=(Span(0, len(text), SpanKind.BODY),)) for i, text in TEXTS.items()))


@pytest.fixture
def views(corpus):
    """What lineage finds in it."""
    return Views(lineage=trace(corpus))


def test_a_report_alone_is_laid_beside_its_source(corpus, views):
    found = beside(corpus, views, "rewr")
    assert (found.source.report_id, found.report.report_id, found.kin.relation) == ("agency", "rewrite", "rewrite")
    assert len(found.changes) == 4


def test_the_source_stands_first_whichever_is_named_first(corpus, views):
    assert beside(corpus, views, "agency", "rewrite") == beside(corpus, views, "rewrite", "agency")


def test_what_was_altered_is_marked_in_both_texts_with_one_number(corpus, views):
    found = beside(corpus, views, "rewrite")
    (number,) = (n for n, c in enumerate(found.changes, start=1) if c.kind == "number")
    was = [m.text for line in found.lines for m in line.source if number in m.numbers]
    now = [m.text for line in found.lines for m in line.report if number in m.numbers]
    assert (was, now) == (["18 fighters and"], ["81 fighters and"])


def test_marks_change_nothing_of_the_words(corpus, views):
    for line in beside(corpus, views, "rewrite").lines:
        for marks, pieces in ((line.source, line.row.source), (line.report, line.row.report)):
            assert "".join(m.text for m in marks) == " ".join(p.text for p in pieces)


def test_words_that_were_dropped_leave_their_number_in_the_text(corpus, views):
    first, *rest = views.lineage.alterations
    dropped = Views(Lineage(kin=views.lineage.kin, alterations=(replace(first, altered="-not there-"), *rest)))
    found = beside(corpus, dropped, "rewrite")
    (number,) = (n for n, c in enumerate(found.changes, start=1) if c.altered == "-not there-")
    marks = [m.text for line in found.lines for m in line.report if number in m.numbers]
    assert marks == [""]


def test_two_that_are_no_kin_are_shown_with_what_they_tell_otherwise(corpus, views):
    found = beside(corpus, views, "independent", "agency")
    assert found.kin is None
    assert {line.state for line in found.lines} >= {"added", "left out"}
    assert "are not kin" in render(found)


@pytest.mark.parametrize("names", [("rewrite",), ("rewrite", "agency"), ("agency", "rewrite")])
def test_of_an_agency_that_is_not_held_the_fullest_telling_stands_in(corpus, views, names):
    above = tuple(Kinship(one, "AP", Relation.REWRITE, 0.8) for one in ("agency", "rewrite"))
    dated = replace(corpus, readings=tuple(_dated(r, "agency", "rewrite") for r in corpus.readings))
    found = beside(dated, Views(lineage=replace(views.lineage, kin=above)), *names)
    assert (found.source.report_id, found.report.report_id, found.agency) == ("agency", "rewrite", "AP")
    assert all(a.report_id == "rewrite" for a in found.changes)
    assert "both derive from AP" in render(found)


def _dated(reading, later, former):
    """The source on the day after its retelling, as a fuller telling may be."""
    day = {later: date(2024, 12, 8), former: date(2024, 12, 7)}.get(reading.report_id)
    return replace(reading, day=ReportDay(day, Basis.STATED, "published")) if day else reading


@pytest.mark.parametrize(
    ("names", "advice"),
    [
        (["agency"], "name the one to lay beside it"),
        (["nobody"], "fogline dates lists"),
        (["rewritten"], "is no report here"),
        (["agency", "agency"], "two different"),
        ([""], "fogline dates"),
    ],
)
def test_reports_that_cannot_be_meant_are_an_error(corpus, views, names, advice):
    with pytest.raises(UnknownId, match=advice):
        beside(corpus, views, *names)


def test_offsets_of_the_json_point_at_the_words(corpus, views):
    found = content(beside(corpus, views, "rewrite"))
    raw = {r.report_id: r.raw for r in corpus.readings}
    pieces = [
        (raw[found[side]["report"]], p) for row in found["rows"] for side in ("source", "report") for p in row[side]
    ]
    assert pieces
    assert [p for text, p in pieces if text[p["start"] : p["end"]] != p["text"]] == []
    assert {n for row in found["rows"] for n in row["alterations"]} == {a["number"] for a in found["alterations"]}


def test_the_page_is_well_formed_and_holds_nothing_foreign(corpus, views):
    bad, _ = hostile()
    ids = [r.report_id for r in bad.readings]
    for text in (render(beside(corpus, views, "rewrite")), render(beside(bad, Views(), ids[0], ids[-1]))):
        page = Page(text)
        assert (page.crossed, page.open) == ([], [])
        assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "embed", "form"}
        assert HOSTILE not in text
