"""One leaving of a place, told in words that do not agree: a retreat here, a "redeployment" there.

A party's own soft word for its leaving ("redeployed", "a tactical withdrawal") stands against those who tell in other
words that it left the place, was driven out of it or lost it, in the same days.  What is told of a part of the country
("the south") stands against what is told of a town in that country where one report tells both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fogline.control.contradictions import Bar
from fogline.control.cues import cues, says
from fogline.control.denials import is_denied
from fogline.control.rules import rules
from fogline.records import ActorKind, Claim, Corpus, PlaceKind, Status

_OUTSIDE = frozenset({ActorKind.MONITOR, ActorKind.AGENCY, ActorKind.PERSON})


@dataclass(frozen=True, slots=True)
class Accounts:
    """Finds the leavings that two tell in different words."""

    bar: Bar
    regions: Sequence[Claim]  # leavings of parts of a country

    @classmethod
    def of(cls, corpus: Corpus, bar: Bar) -> Accounts:
        """The leavings of the corpus that are of parts of a country."""
        kinds = {key for key, place in corpus.places.items() if place.kind is PlaceKind.REGION}
        return cls(bar, [c for c in corpus.claims() if _leaves(c) and c.place is not None and c.place.key in kinds])

    def told(self, claims: Iterable[Claim]) -> tuple[list[Claim], list[Claim]] | None:
        """The soft words for the leaving of one place, and the others; `None` where they are not both told."""
        here = [claim for claim in claims if claim.status is Status.ASSERTED and not is_denied(claim)]
        soft = [claim for claim in here if _leaves(claim) and self._is_soft(claim)]
        turns = [claim for claim in here if claim.type in rules().leaves | rules().takes]
        plain = {c.claim_id: c for c in (*turns, *self._around(soft)) if any(self._other_words(s, c) for s in soft)}
        answered = [s for s in soft if any(self._other_words(s, c) for c in plain.values())]
        return (answered, [plain[i] for i in sorted(plain)]) if answered else None

    def _is_soft(self, claim: Claim) -> bool:
        """Whether a party calls it so, no monitor or witness by name."""
        kinds = {self.bar.denials.kind_of(speaker) for speaker in claim.attribution.speakers}
        return bool(kinds - _OUTSIDE) and says(cues().soft, claim.anchor.quote)

    def _around(self, soft: Sequence[Claim]) -> list[Claim]:
        """The leavings of parts of a country that the same reports tell, where the soft ones are in that country."""
        countries, reports = {self._country(claim) for claim in soft}, {claim.anchor.report_id for claim in soft}
        return [c for c in self.regions if c.anchor.report_id in reports and self._country(c) in countries]

    def _country(self, claim: Claim) -> str | None:
        place = self.bar.holders.places.get(claim.place.key or "") if claim.place else None
        return place.country if place else None

    def _other_words(self, soft: Claim, plain: Claim) -> bool:
        if says(cues().soft, plain.anchor.quote) or soft.anchor == plain.anchor:
            return False
        if self.bar.sources.cited(soft) == self.bar.sources.cited(plain):
            return False
        if plain.type in rules().leaves and not self.bar.denials.may_be_same(soft.actors, plain.actors):
            return False
        return self.bar.meet(soft, plain, slack_days=rules().meet_days) and plain.period is not None


def _leaves(claim: Claim) -> bool:
    return claim.type in rules().leaves
