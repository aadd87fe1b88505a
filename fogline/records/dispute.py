"""Contradictions between sources, with both sides' evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from fogline.records.ids import content_id
from fogline.records.name import Name


class DisputeKind(StrEnum):
    """In what the sides differ."""

    DENIAL = "denial"
    RIVAL_HOLDERS = "rival holders"
    FIGURE = "figure"
    TIME = "time"
    ACTOR = "actor"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: what it holds to be so, who says it, and the claims that say it."""

    value: str
    speakers: tuple[str, ...]
    claim_ids: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """Something that the sources contradict one another about.  Never settled by dropping a side."""

    attribute: str  # "who holds Homs", in words
    kind: DisputeKind
    place: Name | None
    sides: tuple[Side, ...]
    _own_id: str | None = field(default=None, init=False, repr=False, compare=False)  # reckoned once

    @property
    def dispute_id(self) -> str:
        """A hash of the kind, the attribute and all the claims."""
        if self._own_id is None:
            claims = sorted(c for s in self.sides for c in s.claim_ids)
            object.__setattr__(self, "_own_id", content_id("dispute", self.kind, self.attribute, *claims))
        assert self._own_id is not None
        return self._own_id

    @property
    def order(self) -> tuple[str, ...]:
        """By what disputes are put in order: their place, their attribute, their id."""
        return dispute_order(self.place.text if self.place else None, self.attribute, self.dispute_id)

    def known_by(self, dispute_id: str) -> Dispute:
        """The same dispute, whose id was stored with it: it need not be reckoned."""
        object.__setattr__(self, "_own_id", dispute_id)
        return self


def dispute_order(place: str | None, attribute: str, dispute_id: str) -> tuple[str, ...]:
    """By what a dispute is put in order."""
    return place or "", attribute, dispute_id
