"""What a person trusts: the claims that count for nothing, and the letters of sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from fogline.control.keys import Keys, spelt
from fogline.records import Claim, Judgement, Reading, Verdict
from fogline.records.judged import OUTLET
from fogline.records.sources import key_of

CLAIM, REPORT, SOURCE = "claim", "report", "source"  # what is distrusted, beside an outlet; the value of a judgement
OUTLETS = "outlet"


@dataclass(frozen=True, slots=True)
class Doubts:
    """What is distrusted, by its kind, each with the latest judgement that says so."""

    claims: dict[str, Judgement] = field(default_factory=dict)
    reports: dict[str, Judgement] = field(default_factory=dict)
    outlets: dict[str, Judgement] = field(default_factory=dict)
    sources: dict[str, Judgement] = field(default_factory=dict)

    @classmethod
    def of(cls, judgements: Iterable[Judgement], actors: Keys) -> Doubts:
        """Read them off the judgements, oldest first.  An actor that was merged into another is doubted as that one."""
        found = cls()
        kinds = {CLAIM: found.claims, REPORT: found.reports, OUTLETS: found.outlets, SOURCE: found.sources}
        for judgement in judgements:
            if judgement.verdict is Verdict.DISTRUST and judgement.value in kinds:
                named = (actors.now(s) if judgement.value == SOURCE else s for s in judgement.subjects)
                kinds[judgement.value].update(dict.fromkeys(named, judgement))
        return found

    def of_claim(self, claim: Claim, reading: Reading) -> Judgement | None:
        """Why the claim counts for nothing; `None` where it counts.

        A claim of several cited sources counts for those of them that are trusted.
        """
        if found := self.claims.get(claim.claim_id) or self.reports.get(reading.report_id):
            return found
        for outlet in (reading.outlet, claim.attribution.outlet):
            if outlet and (found := self.outlets.get(outlet_key(outlet))):
                return found
        speakers = [key_of(name) for name in claim.attribution.speakers]
        if speakers and all(key in self.sources for key in speakers):
            return self.sources[speakers[0]]
        return None


def source_letters(judgements: Iterable[Judgement], actors: Keys) -> dict[str, Judgement]:
    """The latest judgement on the reliability of each source, by its key."""
    return {
        actors.now(subject): judgement
        for judgement in judgements
        if judgement.verdict is Verdict.RELIABILITY and judgement.value
        for subject in judgement.subjects
    }


def outlet_key(outlet: str) -> str:
    """What an outlet or an agency is known by, however it is spelt."""
    return OUTLET + spelt(outlet)
