"""The reliability of sources, A to F: the letters that persons gave them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fogline.control.sides import weigh
from fogline.control.trust import outlet_key
from fogline.records import Claim, Corpus, Judgement
from fogline.records.sources import Sources, key_of

UNJUDGED = "F"
RELIABILITY: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    UNJUDGED: "cannot be judged",
}
BEST_FIRST = tuple(RELIABILITY)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, the source that it is of (as the claim names it), and the judgement that gave it."""

    letter: str
    source: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Letters:
    """Who vouches for each claim, and with which letter."""

    given: Mapping[str, Judgement] = field(default_factory=dict)
    publishers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # a report -> its agency, its outlet
    sources: Sources | None = None

    @classmethod
    def of(cls, corpus: Corpus, sources: Sources | None = None) -> Letters:
        """Read them off a corpus that was judged."""
        given = {key: j for key, j in corpus.judged.reliability.items() if j.value in BEST_FIRST[:-1]}
        if not given:
            return cls()
        agencies = {r: origin.agency for origin in corpus.origins for r in origin.report_ids}
        publishers = {
            r.report_id: tuple(name for name in (agencies.get(r.report_id), r.outlet) if name) for r in corpus.readings
        }
        return cls(given, publishers, sources or weigh(corpus))

    def best(self, claims: Iterable[Claim], *, without: frozenset[str] = frozenset()) -> Letter | None:
        """The best letter of those who vouch for the claims, but for the sides in `without`; `None` if none is judged.

        Of equals that of the source first by its name.
        """
        if self.sources is None:
            return None
        found = [letter for claim in claims for letter in self.of_claim(claim, without=without)]
        return min(found, key=lambda x: (BEST_FIRST.index(x.letter), x.source, x.judgement.judgement_id), default=None)

    def of_claim(self, claim: Claim, *, without: frozenset[str] = frozenset()) -> Iterable[Letter]:
        """The letters of a claim: of the cited sources, each its own or that of its side.

        Where the report speaks in its own voice, that of its agency, else that of its outlet.
        """
        sources = self.sources
        if sources is None:
            return
        if not claim.attribution.speakers:
            for name in self.publishers.get(claim.anchor.report_id, ()):
                if judgement := self.given.get(outlet_key(name)):
                    yield Letter(judgement.value or UNJUDGED, name, judgement)
                    return
        for speaker in claim.attribution.speakers:
            key, side = key_of(speaker), sources.side(speaker)
            judgement = self.given.get(key) or self.given.get(side)
            if judgement and side not in without and key not in sources.doubted:
                yield Letter(judgement.value or UNJUDGED, speaker.text, judgement)
