"""Who holds which place, since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fogline.records.ids import content_id
from fogline.records.name import Name, key_of


class Control(StrEnum):
    """How firmly a place is held."""

    HELD = "held"
    CONTESTED = "contested"  # held, but fought over or approached
    DISPUTED = "disputed"  # sources name rival holders, or one denies what another says
    UNKNOWN = "unknown"  # left, and nobody says by whom it was taken


@dataclass(frozen=True, slots=True)
class Grade:
    """The Admiralty code, in two fields.  Source: docs/reference/grading.md

    `reliability` A-F of the source; `credibility` 1-6 of the information.
    """

    reliability: str
    credibility: int

    def __str__(self) -> str:
        return f"{self.reliability}{self.credibility}"


@dataclass(frozen=True, slots=True)
class Holding:
    """A place, a holder and the days it covers.  `last` is `None` while nothing later is known.

    `holder` is `None` where the status is unknown.  `since` is the first day a claim gives, where one does.
    `supports` and `opposes` are claim ids; `origins` counts the independent origins of `supports`.  `guessed` are
    those of `supports` that only the rest of the record makes speak for the holder, `fights` those of `opposes` that
    tell of fighting and deny nothing, or that others outweigh: neither counts in the grade.
    """

    place: Name
    holder: Name | None
    status: Control
    first: date
    last: date | None
    since: date | None
    supports: tuple[str, ...]
    opposes: tuple[str, ...]
    origins: int
    grade: Grade
    reason: str = ""
    guessed: tuple[str, ...] = ()
    fights: tuple[str, ...] = ()

    @property
    def holding_id(self) -> str:
        """A hash of place, holder, status and first day."""
        return content_id("holding", self.place.key or self.place.text, self.holder, self.status, self.first)

    @property
    def order(self) -> tuple[str, ...]:
        """By what holdings are put in order: the key of their place, their first day, their id."""
        return key_of(self.place), self.first.isoformat(), self.holding_id

    def covers(self, day: date) -> bool:
        """Whether it speaks of `day`."""
        return self.first <= day and (self.last is None or day <= self.last)
