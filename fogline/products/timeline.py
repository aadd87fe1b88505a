"""What is said to have happened, a row per event, in the order of the days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fogline.products.lookup import Lookup
from fogline.products.telling import event_line, told_period
from fogline.records import ClaimType, Corpus, Event, Part, Status, Views

_STATES = (ClaimType.HOLD, ClaimType.LINK, ClaimType.SUPPORT, ClaimType.FORM)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on the timeline: its days, its sentence, and how well it is attested."""

    first: date
    last: date
    basis: str
    event: Event
    id: str
    text: str
    claim_ids: tuple[str, ...]


def timeline(corpus: Corpus, views: Views, *, until: date | None = None, part: Part | None = None) -> tuple[Entry, ...]:
    """The dated happenings of a record up to a day, the earliest first; on a day the most attested first.

    States (who holds, backs, borders what) are no happenings, nor is what is only planned or possible.
    """
    lookup = Lookup.of(corpus, views, as_of=until, part=part)
    entries = [
        Entry(period.first, period.last, period.basis, e, h.id, event_line(lookup, e).text, e.claim_ids)
        for h in lookup.happenings()
        if (e := h.event).type not in _STATES
        and e.status in (Status.ASSERTED, Status.DENIED)
        and (period := told_period(lookup, e))
    ]
    wanted = (e for e in entries if until is None or e.first <= until)
    return tuple(sorted(wanted, key=lambda e: (e.first, e.last, -e.event.origins, e.text)))
