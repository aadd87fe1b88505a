"""What claims have that no reader of their sentences would give them, taken away again.

| the sentence | not |
| --- | --- |
| "he boarded an aircraft" | an attack on it |
| "280,000 people were displaced between Monday and Friday" | displaced at the place told of before: a sum of a war |
| "denied that people had been killed by its men" | a harm: it is denied |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.lexicon import lexicon
from fogline.language.words import words
from fogline.records import Claim, ClaimType, Stance, Status

DENIABLE = frozenset(
    {
        ClaimType.HARM,
        ClaimType.CAPTURE,
        ClaimType.WITHDRAW,
        ClaimType.ATTACK,
        ClaimType.ADVANCE,
        ClaimType.DEPLOY,
        ClaimType.CLOSE,
        ClaimType.HOLD,
    }
)
_DENIED_THAT = re.compile(r"\b(?:denied|denies|deny|denying) that\b[^:;.\"“”]*$", re.IGNORECASE)


def without_unsaid(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims as their sentences have them, in their order; those that no sentence makes left out."""
    for claim in claims:
        if not _is_boarding(claim):
            yield _denied(_placeless(claim))


def _is_boarding(claim: Claim) -> bool:
    if claim.type is not ClaimType.ATTACK or not set(words(claim.act.quote)) & lexicon("unsaid")["boards"]:
        return False
    behind = claim.anchor.quote[claim.act.end - claim.anchor.start :]
    return bool(set(words(behind)[:4]) & lexicon("unsaid")["vehicles"])


def _placeless(claim: Claim) -> Claim:
    """Without a place where a sum over days is told of none: what stood before it was another matter."""
    if claim.type is not ClaimType.HARM or claim.place is None or not claim.quantities or claim.when is None:
        return claim
    said, table = set(words(claim.anchor.quote)), lexicon("unsaid")
    is_sum = bool(set(words(claim.when.text)[:1]) & table["sums"])
    if not is_sum or said & table["where"] or set(words(claim.place.text)) & said:
        return claim
    return replace(claim, place=None)


def _denied(claim: Claim) -> Claim:
    """Denied where its act stands in what a speaker "denied that"."""
    if claim.status is not Status.ASSERTED or claim.attribution.stance is not Stance.DENY:
        return claim
    before = claim.anchor.quote[: claim.act.start - claim.anchor.start]
    denies = claim.type in DENIABLE and _DENIED_THAT.search(before)
    return replace(claim, status=Status.DENIED) if denies else claim
