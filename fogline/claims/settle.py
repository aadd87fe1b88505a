"""A second look at a report's claims together: who an act without an actor is told of elsewhere in the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from fogline.language.words import fold
from fogline.records import Claim, ClaimType, Name, Status

# An act of these types is done by somebody whom the report mostly names in another sentence.
SETTLED = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW})
INFERRED = 0.5  # the confidence of a claim whose actor stands in another sentence
SHARE = 0.6  # of what is told of the place, that one actor must have done
NEAR = 200  # characters between the end of one sentence and the start of the other


def settle(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, those without an actor given the one who is told to have done the same in the same report.

    The same place first; a withdrawal, else, is that of the sentence before.  Planned and conditional acts count for
    nobody.
    """
    told = [c for c in claims if c.type in SETTLED and c.actors and c.status is Status.ASSERTED]
    return tuple(_settled(c, told) if c.type in SETTLED and not c.actors else c for c in claims)


def _settled(claim: Claim, told: list[Claim]) -> Claim:
    here = [c for c in told if c.type is claim.type and _same_place(c, claim)]
    before = [c for c in told if c.type is claim.type and 0 < claim.anchor.start - c.anchor.end < NEAR]
    actors = _agreed(here, least=1) or _agreed(before[-1:] if claim.type is ClaimType.WITHDRAW else [], least=1)
    if not actors or set(actors) & set(claim.targets):
        return claim
    return replace(claim, actors=actors, confidence=min(claim.confidence, INFERRED))


def _same_place(one: Claim, other: Claim) -> bool:
    if one.place is None or other.place is None:
        return False
    if other.when is not None and (one.when is None or one.when.text != other.when.text):
        return False
    return fold(one.place.text).removesuffix(" province") == fold(other.place.text).removesuffix(" province")


def _agreed(claims: list[Claim], *, least: int) -> tuple[Name, ...]:
    votes = Counter(c.actors for c in claims)
    if not votes:
        return ()
    best = max(sorted(votes), key=lambda actors: votes[actors])
    return best if votes[best] >= least and votes[best] >= SHARE * len(claims) else ()
