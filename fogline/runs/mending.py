"""Views that are not what the reports and judgements give: found out, and made anew."""

from __future__ import annotations

from contextlib import suppress

from fogline.ledger import SqlLedger
from fogline.runs.views import is_stale, rebuild

MOST = 2000  # reports up to which the views are made anew to compare them; of more, only their reports are counted


class _TakenBack(Exception):
    """Ends a transaction of which nothing is to stay."""


def is_outdated(ledger: SqlLedger) -> bool:
    """Whether a rebuild would change the views: after a damage, or where another version of fogline made them.

    Nothing stays changed.  Of a record with more than `MOST` reports, only whether a report is in no view.
    Raises: RecordUnwritable where the record cannot be written, RecordCorrupt.
    """
    if ledger.counts()["reports"] > MOST:
        return is_stale(ledger)
    before = after = ledger.canonical()
    with suppress(_TakenBack), ledger.transaction():
        ledger.drop_views()  # so that something is written, and fails where nothing can be
        rebuild(ledger)
        after = ledger.canonical()
        raise _TakenBack
    return before != after


def mend(ledger: SqlLedger) -> bool:
    """Build indexes and views anew from the reports and judgements; whether the record is another one by it.

    Raises: RecordError where the reports themselves are damaged.
    """
    ledger.reindex()
    before = ledger.canonical()
    with ledger.transaction():
        ledger.drop_views()
        rebuild(ledger)
    return ledger.canonical() != before
