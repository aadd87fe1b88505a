"""What a claim stands for in a dispute: that a party is at the place or not, that something was done or not."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.control.contradictions import CONTROL
from fogline.control.denials import is_denied
from fogline.control.parties import Parties
from fogline.control.rules import rules
from fogline.records import Claim
from fogline.records.sources import Sources

PRESENCE = "presence"


@dataclass(frozen=True, slots=True)
class Stance:
    """`about`: who is at a place ("presence"), or a family of acts; `so`: whether it is; `parties`: whose sides."""

    about: str
    so: bool
    parties: frozenset[str]

    @classmethod
    def of(cls, claim: Claim, sources: Sources) -> Stance:
        """A claim's stance; of a force that left, that it is not there."""
        parties = sources.sides_of(claim.actors)
        if claim.type in CONTROL:
            return cls(PRESENCE, is_denied(claim) == (claim.type in rules().leaves), parties)
        return cls(rules().families.get(claim.type, str(claim.type)), not is_denied(claim), parties)

    def agrees(self, other: Stance, parties: Parties) -> int:
        """1 where the two go together, -1 where they exclude each other, 0 where that is open.

        Of two parties that are no allies one's being there excludes the other's; what both did does not.
        """
        if self.about != other.about:
            return 0
        if not self.parties or not other.parties or self.about != PRESENCE:
            return 1 if self.so == other.so else -1
        if self.parties & other.parties or parties.allied(self.parties, other.parties):
            return 1 if self.so == other.so else -1
        return -1 if self.so and other.so else 1 if self.so != other.so else 0
