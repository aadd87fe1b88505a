"""Bring the lineage of a record up to date by the reports that came: only what they bear on is read and traced."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from fogline.ledger import SqlLedger
from fogline.lineage import add
from fogline.records import Corpus, Judgement, Origin, Reading, ReportDay, standing
from fogline.runs import basis


class Settled(StrEnum):
    """What of a record has been brought up to date."""

    NOTHING = "nothing"
    LINEAGE = "lineage"  # events, holdings and disputes may be others by it
    EVERYTHING = "everything"


def settle(ledger: SqlLedger, new: Collection[str], judgements: Sequence[Judgement]) -> Settled:
    """Bring lineage up to date by reports that are new, where that can be done by these and what they bear on alone.

    That is everything where no new report makes claims, and where one that does has the day and the origin that it had.
    """
    known, kept, aside = ledger.working(basis.PART), ledger.kept_lineage(), ledger.aside(judgements)
    if not new or known is None or ledger.count_reports() != len(kept.traces) + len(aside) + len(new):
        return Settled.NOTHING
    around = {reading.report_id: reading for reading in ledger.outline_of(new)}
    silent = not any(reading.claims for reading in around.values())

    def read(report_ids: Iterable[str]) -> Sequence[Reading]:
        found = ledger.outline_of(report_ids)
        around.update((reading.report_id, reading) for reading in found)
        return found

    lineage = add(kept, tuple(around.values()), read, standing(judgements))
    if lineage is None or lineage.of is None:
        return Settled.NOTHING
    told = [around[report_id] for report_id in sorted(lineage.of)]
    same = silent and _told(told, *ledger.found_of(lineage.of)) == _told(told, lineage.days, lineage.origins)
    ledger.replace_lineage(lineage)
    latest = date.fromisoformat(kept.traces.latest() or str(date.min))
    if not same or ledger.moves_forms(new, without=aside):
        return Settled.LINEAGE
    stands = basis.is_as_it_was(known, ledger.count_views(), known.own, latest)
    return Settled.EVERYTHING if stands else Settled.LINEAGE


def _told(readings: Sequence[Reading], days: Mapping[str, ReportDay], origins: Sequence[Origin]) -> Sequence[str]:
    """What the views rest on of some reports, with the days and origins that are found for them."""
    dated = tuple(replace(reading, day=days.get(reading.report_id, reading.day)) for reading in readings)
    return [*basis.told_of(Corpus(dated, origins=tuple(origins)))]
