"""Claims that tell of the same happening."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.records.claim import ClaimType, Status
from fogline.records.holding import Grade
from fogline.records.ids import content_id
from fogline.records.name import Name
from fogline.records.period import Period


@dataclass(frozen=True, slots=True)
class Figure:
    """What the sources say a number was: lowest, best (the figure of most origins, else the latest), highest."""

    unit: str
    low: int
    best: int
    high: int
    claim_ids: tuple[str, ...]


UNGRADED = Grade("F", 6)


@dataclass(frozen=True, slots=True)
class Event:
    """A view over claims.  `origins` counts independent origins; `status` is the firmest that a claim gives.

    `grade` is that of what its asserted claims say; F6 where it was not graded.
    """

    type: ClaimType
    place: Name | None
    actors: tuple[Name, ...]
    targets: tuple[Name, ...]
    period: Period | None
    status: Status
    claim_ids: tuple[str, ...]
    origins: int
    figures: tuple[Figure, ...] = ()
    grade: Grade = UNGRADED

    @property
    def event_id(self) -> str:
        """A hash of the claims that it gathers."""
        return content_id("event", *sorted(self.claim_ids))

    @property
    def order(self) -> tuple[str, ...]:
        """By what events are put in order: their first day, those without one last; their type; their id."""
        return event_order(str(self.period.first) if self.period else None, self.type, self.event_id)


def event_order(first_day: str | None, type_: str, event_id: str) -> tuple[str, ...]:
    """By what an event is put in order, by its first day in ISO form."""
    return first_day or "9999-12-31", str(type_), event_id
