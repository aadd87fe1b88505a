"""Bring a record up to date by reports that make no claims: only what they bear on is read, if nothing else follows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from fogline.ledger import SqlLedger
from fogline.lineage import add
from fogline.records import Corpus, Origin, Reading, ReportDay, standing
from fogline.runs import basis


def settle(ledger: SqlLedger, new: Collection[str]) -> bool:
    """Bring lineage up to date by reports that are new, where that can be done by these alone; whether all is, then.

    All is not where a new report makes claims, or where one that does has another day or origin by the new ones: then
    the views are brought up to date as if nothing had been done.
    """
    made = ledger.judgements()
    known = ledger.working(basis.PART)
    kept = ledger.kept_lineage()
    aside = ledger.aside(made)
    if not new or known is None or ledger.count_reports() != len(kept.traces) + len(aside) + len(new):
        return False
    around = {reading.report_id: reading for reading in ledger.outline_of(new)}
    if any(reading.claims for reading in around.values()) or ledger.moves_forms(new, without=aside):
        return False

    def read(report_ids: Iterable[str]) -> Sequence[Reading]:
        found = ledger.outline_of(report_ids)
        around.update((reading.report_id, reading) for reading in found)
        return found

    lineage = add(kept, tuple(around.values()), read, standing(made))
    if lineage is None or lineage.of is None:
        return False
    told = [around[report_id] for report_id in sorted(lineage.of)]
    same = _told(told, *ledger.found_of(lineage.of)) == _told(told, lineage.days, lineage.origins)
    ledger.replace_lineage(lineage)
    latest = date.fromisoformat(kept.traces.latest() or str(date.min))
    return same and basis.is_as_it_was(known, ledger.count_views(), known.own, latest)


def _told(readings: Sequence[Reading], days: Mapping[str, ReportDay], origins: Sequence[Origin]) -> Sequence[str]:
    """What the views rest on of some reports, with the days and origins that are found for them."""
    dated = tuple(replace(reading, day=days.get(reading.report_id, reading.day)) for reading in readings)
    return [*basis.told_of(Corpus(dated, origins=tuple(origins)))]
