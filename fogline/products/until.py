"""What of a record is told up to a day, by all that is known now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from fogline.records import Claim, Corpus, Dispute, Lineage, Reading, Views


def reports_until(corpus: Corpus, views: Views, day: date) -> tuple[Corpus, Views]:
    """The reports of this day and before, and those of no known day, with the lineage among them."""
    readings = tuple(r for r in corpus.readings if r.day is None or r.day.day <= day)
    return replace(corpus, readings=readings), replace(views, lineage=_among(views.lineage, readings))


def claims_until(corpus: Corpus, day: date) -> Corpus:
    """The corpus with the claims of what had begun on this day, and those of no known day."""
    readings = (replace(r, claims=_until(r, day)) if r.claims else r for r in corpus.readings)
    return replace(corpus, readings=tuple(readings))


def begins(claim: Claim, reading: Reading) -> date | None:
    """The first day of what a claim tells, else the day of its report."""
    if claim.period is not None:
        return claim.period.first
    return reading.day.day if reading.day else None


def first_days(corpus: Corpus, disputes: Iterable[Dispute]) -> dict[str, date]:
    """The day from which sources contradict one another, by the dispute's id: the first by which two sides had spoken.

    A side with a claim of no known day has spoken from the beginning; a dispute is left out where two have.
    """
    told = {c.claim_id: begins(c, r) or date.min for r in corpus.readings for c in r.claims or ()}
    days = {d.dispute_id: _second(d, told) for d in disputes}
    return {dispute_id: day for dispute_id, day in days.items() if day != date.min}


def _second(dispute: Dispute, told: Mapping[str, date]) -> date:
    days = sorted(min((told.get(c, date.min) for c in side.claim_ids), default=date.min) for side in dispute.sides)
    return days[1] if len(days) > 1 else date.min


def _until(reading: Reading, day: date) -> tuple[Claim, ...]:
    return tuple(c for c in reading.claims or () if c.period is None or c.period.first <= day)


def _among(lineage: Lineage, readings: tuple[Reading, ...]) -> Lineage:
    held = {r.report_id for r in readings}
    origins = (replace(o, report_ids=tuple(r for r in o.report_ids if r in held)) for o in lineage.origins)
    stories = (replace(s, report_ids=tuple(r for r in s.report_ids if r in held)) for s in lineage.stories)
    return replace(
        lineage,
        kin=tuple(k for k in lineage.kin if k.report_id in held),
        origins=tuple(o for o in origins if o.report_ids),
        alterations=tuple(a for a in lineage.alterations if a.report_id in held),
        stories=tuple(s for s in stories if s.report_ids),
    )
