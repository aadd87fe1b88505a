"""What is new, what was settled, what was reversed: the record known at one moment held against that of another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from fogline.products.lookup import Evidence
from fogline.products.news import disputes, events, holdings, reports
from fogline.products.news.moment import Change, Moment, News

__all__ = ["Change", "Moment", "News", "change_row", "changes", "new_reports"]

Row = dict[str, Any]
_WHAT = ("holding", "event", "dispute", "report", "day", "judgement")


def changes(before: Moment, after: Moment) -> tuple[Change, ...]:
    """All that differs: first what is new, then what was settled, what was reversed, and what has more evidence.

    Shape: in each the holdings come first, then events, disputes, reports, days and judgements; of one kind those of
    most origins, and last what is only retold from an origin that was known.  A row whose content is the same and
    that rests on more claims is told as more evidence, never as new; one that nothing came to is not told.
    """
    found = (
        *holdings.holdings(before, after),
        *events.events(before, after),
        *disputes.disputes(before, after),
        *reports.reports(before, after),
        *reports.days(before, after),
        *reports.judgements(before, after),
    )
    origins = {after.lookup.origins.get(r, r) for r in before.readings()}
    marked = (replace(c, retold=_is_retold(c, before, after, origins)) for c in found)
    return tuple(sorted(marked, key=_order))


def _is_retold(change: Change, before: Moment, after: Moment, origins: Collection[str]) -> bool:
    """Whether what is told as new was printed by reports that derive from what was known, and by no others."""
    told = {e.anchor.report_id for e in change.evidence}
    fresh = told - before.readings().keys()
    return bool(fresh) and all(after.lookup.origins.get(r, r) in origins for r in told)


def new_reports(before: Moment, after: Moment) -> list[Row]:
    """A row per report that was not there before, by day.

    Shape: `late` is by how many days its own day lies before the latest of those that were known: 0 for most.
    """
    there, latest = before.readings(), before.lookup.as_of
    fresh = [r for key, r in after.readings().items() if key not in there]
    return [
        {
            "report": r.report_id,
            "outlet": r.outlet,
            "day": r.day.day.isoformat() if r.day else None,
            "version_of": r.version_of,
            "origin": after.lookup.origins.get(r.report_id),
            "late": max(0, (latest - r.day.day).days) if r.day and latest else 0,
        }
        for r in sorted(fresh, key=lambda r: (str(r.day.day) if r.day else "", r.report_id))
    ]


def change_row(change: Change) -> Row:
    """A line as plain values."""
    return {
        "news": str(change.news),
        "what": change.what,
        "place": change.place,
        "text": change.text,
        "before": change.before,
        "after": change.after,
        "origins": change.origins,
        "retold": change.retold,
        "claims": list(dict.fromkeys(e.claim_id for e in change.evidence if e.claim_id)),
        "evidence": [_words(e) for e in dict.fromkeys(change.evidence)],
        "id": change.id,
    }


def _words(evidence: Evidence) -> Row:
    anchor = evidence.anchor
    return {"report": anchor.report_id, "sentence": anchor.quote, "start": anchor.start, "claim": evidence.claim_id}


def _order(change: Change) -> tuple[int, int, bool, int, str, str]:
    rank = list(News).index(change.news), _WHAT.index(change.what)
    return (*rank, change.retold, -change.origins, change.text, change.id)
