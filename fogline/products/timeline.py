"""What is said to have happened, a row per event, in the order of the days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from fogline.products.lookup import Lookup
from fogline.products.telling import event_text, told_period
from fogline.records import ClaimType, Corpus, Event, Part, Status, Views

_STATES = (ClaimType.HOLD, ClaimType.LINK, ClaimType.SUPPORT, ClaimType.FORM)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on the timeline: its days, its sentence ("" until it is worded), and how well it is attested."""

    first: date
    last: date
    basis: str
    event: Event
    id: str
    claim_ids: tuple[str, ...]
    text: str = ""


def timeline(corpus: Corpus, views: Views, *, until: date | None = None, part: Part | None = None) -> tuple[Entry, ...]:
    """The dated happenings of a record up to a day, the earliest first; on a day the most attested first.

    States (who holds, backs, borders what) are no happenings, nor is what is only planned or possible.
    """
    return entries(Lookup.of(corpus, views, as_of=until, part=part), until=until)


def entries(lookup: Lookup, *, until: date | None = None) -> tuple[Entry, ...]:
    """The timeline of a lookup's record."""
    told = (worded(lookup, entry) for entry in iter_dated(lookup, until=until))
    return tuple(sorted(told, key=lambda e: (e.first, e.last, -e.event.origins, e.text)))


def iter_dated(lookup: Lookup, *, until: date | None = None) -> Iterator[Entry]:
    """The entries of a timeline in no order and without their sentences, which cost most: to choose among them."""
    for happening in lookup.happenings():
        event = happening.event
        if event.type in _STATES or event.status not in (Status.ASSERTED, Status.DENIED):
            continue
        period = told_period(lookup, event)
        if period and (until is None or period.first <= until):
            yield Entry(period.first, period.last, period.basis, event, happening.id, event.claim_ids)


def worded(lookup: Lookup, entry: Entry) -> Entry:
    """The entry with its sentence."""
    return replace(entry, text=event_text(lookup, entry.event))
