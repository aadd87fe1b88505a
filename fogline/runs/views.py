"""Rebuild the views of a record from its claims and judgements: lineage, days, events, holdings, disputes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fogline.control import dispute, hold
from fogline.events import gather
from fogline.grounding.ground import resolve_periods
from fogline.ledger import SqlLedger
from fogline.lineage import trace
from fogline.records import Corpus, Lineage, Period, Reading, Views, standing


def rebuild(ledger: SqlLedger) -> Views:
    """Fold all readings anew and store the views.  The same set of reports gives the same views."""
    corpus = ledger.corpus()
    lineage = trace(corpus, standing(ledger.judgements()))
    ledger.update_days(lineage.days, periods_of(corpus, lineage))
    dated = replace(ledger.corpus(derived=True), origins=lineage.origins)
    views = Views(lineage=lineage, events=gather(dated), holdings=hold(dated), disputes=dispute(dated))
    ledger.replace_views(views)
    return views


def is_stale(ledger: SqlLedger) -> bool:
    """Whether a report stands in no origin or no story.

    So it is where a run was cut off after it had stored reports, and in a record of a fogline that knew no stories.
    """
    lineage, reports = ledger.views().lineage, ledger.counts()["reports"]
    return any(sum(len(one.report_ids) for one in found) != reports for found in (lineage.origins, lineage.stories))


def periods_of(corpus: Corpus, lineage: Lineage) -> Mapping[str, Period | None]:
    """The periods of the claims whose report was dated by lineage, by claim id."""
    redated = (_with_day(reading, lineage) for reading in corpus.readings if reading.report_id in lineage.days)
    return {claim.claim_id: claim.period for reading in redated for claim in reading.claims or ()}


def _with_day(reading: Reading, lineage: Lineage) -> Reading:
    return resolve_periods(replace(reading, day=lineage.days[reading.report_id]))
