"""Minutes: what the claims of one report tell by themselves, as far as disputes ask for it; taken once for each report.

Nothing of another report bears on them, but for what was looked up of the parties that an answer names.  Claims are
named by their ids.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from fogline.control.alike import Alike
from fogline.control.contradictions import Bar
from fogline.control.denials import is_denied
from fogline.control.docket import Docket
from fogline.control.figures import Figure, sums_told
from fogline.control.replies import Replies
from fogline.control.rules import rules
from fogline.control.settings import SPOKEN, Laid, lay, spellings
from fogline.control.spots import is_named
from fogline.language.words import words
from fogline.records import Anchor, Claim, ClaimType, Corpus
from fogline.records.ids import content_id
from fogline.records.lookups import Asked

_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]{20,})[\"“”„«»]")
Told = tuple[str, str]  # a claim, and another, or what stands for something


@dataclass(frozen=True, slots=True)
class Minutes:
    """What one report tells.

    `spelled`: in how many sentences each place is told, by its spelling.  `laid`: what is told near what.
    `answered`: claims and what answers them.  `alike`: classes of more than one claim.  `unsure`: states whose place
    another claim of their sentence has otherwise.  `nowhere`: denials by the noun for the place that they do not name.
    `quoting`: claims, and what stands for words that they quote.  `sums`: figures of days or of a war.
    """

    spelled: Mapping[str, int]
    laid: Sequence[Laid]
    answered: Sequence[Told]
    alike: Sequence[Sequence[str]]
    unsure: Sequence[str]
    nowhere: Sequence[Told]
    quoting: Sequence[Told]
    sums: Sequence[tuple[str, int, int, str, str]]

    @classmethod
    def of(cls, claims: Iterable[Claim], bar: Bar) -> Minutes:
        """Take them of the claims of one report."""
        every = sorted(claims, key=lambda claim: claim.claim_id)
        spoken = [claim for claim in every if claim.status in SPOKEN]
        classes = Alike.of(spoken).classes
        return cls(
            spelled=spellings(every),
            laid=[*lay(every)],
            answered=[(said.claim_id, reply.claim_id) for said, reply in Replies(bar.denials).pairs(every)],
            alike=[[claim.claim_id for claim in members] for members in classes if len(members) > 1],
            unsure=[*_unsure(spoken)],
            nowhere=[*_nowhere(spoken)],
            quoting=[(claim.claim_id, quoted) for claim in spoken for quoted in _quoting(claim)],
            sums=[(f.claim.claim_id, f.low, f.high, f.sort, f.people or "") for f in sums_told(spoken)],
        )

    @classmethod
    def from_text(cls, text: str) -> Minutes:
        """Minutes from their text."""
        spelled, laid, answered, alike, unsure, nowhere, quoting, sums = json.loads(text)
        return cls(spelled, [Laid(*row) for row in laid], answered, alike, unsure, nowhere, quoting, sums)

    def to_text(self) -> str:
        """They as text."""
        told = [self.spelled, self.laid, self.answered, self.alike, self.unsure, self.nowhere, self.quoting, self.sums]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    def figures(self, claims: Mapping[str, Claim]) -> Iterator[Figure]:
        """The sums as figures; `claims` by their ids."""
        for claim_id, low, high, sort, people in self.sums:
            yield Figure(claims[claim_id], low, high, sort, people, total=True)


def take_minutes(corpus: Corpus, docket: Docket) -> list[Minutes]:
    """Those of every report that makes claims, in the order of the reports; as they were taken before, where they are
    kept and nothing that they follow from is another."""
    return [_taken(reading.report_id, reading.claims, docket) for reading in corpus.readings if reading.claims]


def _taken(report_id: str, claims: Sequence[Claim], docket: Docket) -> Minutes:
    if docket.keeping is None:
        return Minutes.of(claims, docket.bar)

    def written(asked: Asked) -> list[str]:
        return [Minutes.of(claims, Bar.of(docket.world.watched(asked))).to_text()]

    (text,) = docket.keeping.of(f"minutes {report_id}", [docket.keeping.told(claims)], written)
    return Minutes.from_text(text)


def _unsure(claims: Iterable[Claim]) -> Iterator[str]:
    """The states told beside a denial of another place in a sentence that names neither: "that its troops held on".

    One of the two places is read wrongly; the denial's is the one that was spoken of just before.
    """
    told: dict[Anchor, list[Claim]] = {}
    for claim in claims:
        if claim.place is not None and not is_named(claim):
            told.setdefault(claim.anchor, []).append(claim)
    for group in told.values():
        for claim in group:
            state = claim.type is ClaimType.HOLD and not is_denied(claim)
            if state and any(is_denied(other) and other.place != claim.place for other in group):
                yield claim.claim_id


def _nowhere(claims: Iterable[Claim]) -> Iterator[Told]:
    """The denials that speak of "the crossing", "the airport", and name none, each with that noun before it."""
    for claim in claims:
        if is_denied(claim) and claim.type in rules().deniable:
            said = words(claim.anchor.quote)
            own = {w for w in words(claim.place.text) if w not in rules().kinds_of_place} if claim.place else set()
            if not own & set(said):
                known = rules().facilities
                for noun in sorted({known[w] for the, w in pairwise(said) if the == "the" and w in known}):
                    yield noun, claim.claim_id


def _quoting(claim: Claim) -> Iterator[str]:
    """What stands for each quotation in the sentence of a claim, told as the claim is."""
    for quoted in _quoted(claim.anchor.quote):
        yield content_id("quoted", claim.type, claim.status, *quoted)


@lru_cache(maxsize=1000)  # a sentence makes several claims, one after the other
def _quoted(sentence: str) -> tuple[tuple[str, ...], ...]:
    """The words of each quotation in a sentence."""
    return tuple(tuple(words(quoted)) for quoted in _QUOTED.findall(sentence))
