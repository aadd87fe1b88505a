"""Claims that tell of the same happening."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.records.claim import ClaimType, Status
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


@dataclass(frozen=True, slots=True)
class Event:
    """A view over claims.  `origins` counts independent origins; `status` is the firmest that a claim gives."""

    type: ClaimType
    place: Name | None
    actors: tuple[Name, ...]
    targets: tuple[Name, ...]
    period: Period | None
    status: Status
    claim_ids: tuple[str, ...]
    origins: int
    figures: tuple[Figure, ...] = ()

    @property
    def event_id(self) -> str:
        """A hash of the claims that it gathers."""
        return content_id("event", *sorted(self.claim_ids))
