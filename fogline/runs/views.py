"""Rebuild the views of a record from its claims and judgements: lineage, days, events, holdings, disputes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from fogline.control import dispute, grade_events, hold, judged, renamed, trusted
from fogline.events import gather, regroup
from fogline.grounding.ground import resolve_periods
from fogline.ledger import SqlLedger
from fogline.lineage import trace
from fogline.records import Basis, Corpus, Judgement, Lineage, Period, Reading, Status, Views, standing

UNGRADED = 6  # of what is told outright no grade is as low


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from reports and judgements: the views, and the periods of claims that are not as they were read."""

    views: Views
    periods: Mapping[str, Period | None]


def rebuild(ledger: SqlLedger) -> Views:
    """Fold all readings anew and store the views.  The same set of reports and judgements gives the same views."""
    derived = derive(ledger.corpus(), ledger.judgements())
    ledger.update_days(derived.views.lineage.days, derived.periods)
    ledger.replace_views(derived.views)
    return derived.views


def derive(corpus: Corpus, judgements: Iterable[Judgement]) -> Derived:
    """What follows from a corpus as it was read, and from all judgements; nothing is stored."""
    stand = standing(judgements)
    lineage = trace(corpus, stand)
    whole = judged(replace(_dated(corpus, lineage), origins=lineage.origins), stand)
    counted = trusted(whole)
    events = grade_events(regroup(gather(counted), counted, stand), counted)
    views = Views(lineage=lineage, events=events, holdings=hold(counted), disputes=dispute(counted))
    return Derived(renamed(views, whole.judged.names), periods_of(corpus, lineage) | _judged_periods(whole))


def is_stale(ledger: SqlLedger) -> bool:
    """Whether a report stands in no origin or no story, or what an event tells outright has no grade.

    So it is where a run was cut off after it had stored reports, and in a record of a fogline that knew no stories
    or graded no events.
    """
    views, reports = ledger.views(), ledger.counts()["reports"]
    lineage = views.lineage
    if any(e.status is Status.ASSERTED and e.grade.credibility == UNGRADED for e in views.events):
        return True
    return any(sum(len(one.report_ids) for one in found) != reports for found in (lineage.origins, lineage.stories))


def periods_of(corpus: Corpus, lineage: Lineage) -> dict[str, Period | None]:
    """The periods of the claims whose report was dated by lineage, by claim id."""
    redated = (_with_day(reading, lineage) for reading in corpus.readings if reading.report_id in lineage.days)
    return {claim.claim_id: claim.period for reading in redated for claim in reading.claims or ()}


def _dated(corpus: Corpus, lineage: Lineage) -> Corpus:
    """The corpus with the days that lineage gives, and its claims' periods resolved against them."""
    readings = (_with_day(r, lineage) if r.report_id in lineage.days else r for r in corpus.readings)
    return replace(corpus, readings=tuple(readings))


def _judged_periods(corpus: Corpus) -> dict[str, Period | None]:
    changed = corpus.judged.changed
    return (
        {c.claim_id: c.period for c in corpus.claims() if c.period and c.period.basis is Basis.JUDGED}
        if changed
        else {}
    )


def _with_day(reading: Reading, lineage: Lineage) -> Reading:
    return resolve_periods(replace(reading, day=lineage.days[reading.report_id]))
