"""Rebuild the views of a record from its claims and judgements: lineage, days, events, holdings, disputes."""

from __future__ import annotations

from dataclasses import replace

from fogline.control import dispute, hold
from fogline.events import gather
from fogline.grounding.ground import resolve_periods
from fogline.ledger import SqlLedger
from fogline.lineage import trace
from fogline.records import Corpus, Lineage, Reading, Views


def rebuild(ledger: SqlLedger) -> Views:
    """Fold all readings anew and store the views.  The same set of reports gives the same views."""
    corpus = ledger.corpus()
    lineage = trace(corpus)
    dated = redate(corpus, lineage)
    views = Views(lineage=lineage, events=gather(dated), holdings=hold(dated), disputes=dispute(dated))
    ledger.replace_views(views)
    return views


def redate(corpus: Corpus, lineage: Lineage) -> Corpus:
    """The corpus with origins, with the days that lineage inferred, and the periods that follow from them."""
    readings = tuple(_with_day(reading, lineage) for reading in corpus.readings)
    return replace(corpus, readings=readings, origins=lineage.origins)


def _with_day(reading: Reading, lineage: Lineage) -> Reading:
    day = lineage.days.get(reading.report_id)
    if day is None or (reading.day is not None and reading.day.day == day.day):
        return reading
    return resolve_periods(replace(reading, day=day))
