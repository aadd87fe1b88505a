"""What views are brought up to date from is the corpus, by and by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.ledger import SqlLedger
from fogline.records import Basis, Lineage, Origin, Period, Place, PlaceKind, Reading, ReportDay, Views
from tests.contracts import strategies
from tests.contracts.test_ledger import NewLedger, claim_of, few, report

DAY = ReportDay(date(2024, 3, 9), Basis.INFERRED, "a")


def bare(reading: Reading) -> Reading:
    """A reading without the places and actors that it names."""
    return replace(reading, places=None, actors=None)


def kept(new_ledger: NewLedger, data: st.DataObject, batch: list[Reading]) -> tuple[SqlLedger, set[str]]:
    """A ledger with a batch, and some of its reports, to be left out."""
    ledger = new_ledger()
    ledger.add(batch)
    return ledger, {reading.report_id for reading in batch if data.draw(st.booleans())}


@few
@given(data=st.data(), batch=strategies.batches())
def test_an_outline_tells_of_claims_what_lineage_reads_and_is_filled_with_them(
    new_ledger: NewLedger, data: st.DataObject, batch: list[Reading]
) -> None:
    ledger, left = kept(new_ledger, data, batch)
    corpus, outline = ledger.corpus(without=left), ledger.outline(without=left)
    assert (outline.places, outline.actors) == (corpus.places, corpus.actors)
    for known, whole in zip(outline.readings, corpus.readings, strict=True):
        assert replace(known, claims=whole.claims) == bare(whole)
        told = [(claim.place, claim.status, claim.when) for claim in whole.claims or ()]
        assert (known.claims is None) == (whole.claims is None)
        assert [(claim.place, claim.status, claim.when) for claim in known.claims or ()] == told
    assert ledger.with_claims(outline).readings == tuple(map(bare, corpus.readings))


@few
@given(data=st.data(), batch=strategies.batches())
def test_what_views_of_claims_read_has_the_claims_and_no_text(
    new_ledger: NewLedger, data: st.DataObject, batch: list[Reading]
) -> None:
    ledger, left = kept(new_ledger, data, batch)
    corpus, claimed = ledger.corpus(without=left), ledger.claimed(without=left)
    assert (claimed.places, claimed.actors) == (corpus.places, corpus.actors)
    assert claimed.readings == tuple(
        Reading(r.report_id, "", r.outlet, published=r.published, day=r.day, claims=r.claims or ())
        for r in corpus.readings
    )


def test_origins_and_days_are_found_as_they_stand(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report("a"), report("b", day=None)])
    lineage = Lineage(origins=(Origin(("a",)), Origin(("b",))), days={"b": DAY})
    ledger.replace_lineage(lineage)
    assert ledger.found_lineage() == lineage


def test_forms_are_those_of_the_reports_that_are_asked_for(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    rare, common = Place("qara", "Qara"), Place("qara", "Qara", PlaceKind.CITY, 34.15, 36.74)
    ledger.add([report("a", places=(rare,)), report("b", places=(common,)), report("c", places=(common,))])
    assert ledger.outline().places == {"qara": common}
    assert ledger.outline(without={"b", "c"}).places == {"qara": rare}


@pytest.mark.parametrize(("day", "stays"), [(DAY, True), (replace(DAY, ground="b"), True), (None, False)])
def test_periods_stay_where_the_day_of_their_report_does(
    new_ledger: NewLedger, day: ReportDay | None, stays: bool
) -> None:
    ledger, undated = new_ledger(), report("b", day=None)
    ledger.add([report("a"), undated])
    period = Period(date(2024, 3, 8), date(2024, 3, 8), Basis.STATED)
    ledger.update_days({"b": DAY}, {claim_of(undated).claim_id: period})
    ledger.replace_views(Views(Lineage(days={} if day is None else {"b": day})))
    assert ledger.find_claim(claim_of(undated).claim_id, derived=True).period == (period if stays else None)
    assert ledger.views().lineage.days.get("b") == day
