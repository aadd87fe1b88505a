"""How far a claim can be relied on for what it says of a holder, between 0 and 1.

The weight of a claim is its confidence (its chance to be right in type, place and actor, as the reader gives it), less
where its sentence does not name the place, or the party: both were then taken from the sentences around; and less
where no list of actors knows the party.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from fogline.control.rules import rules
from fogline.language.words import words
from fogline.records import Anchor, Claim, Name

_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_SMALL = ("of", "the", "for", "in", "and")
_ARTICLES = ("al", "el")


def weight_of(claim: Claim, names: Collection[Name], *, listed: bool) -> float:
    """The weight of a claim for what it says of these parties; `listed` where a list knows one of them."""
    table = rules().weight
    weight = claim.confidence
    if claim.place is not None and not is_named(claim.place, claim.anchor):
        weight *= table.place_unnamed
    if names and not any(is_named(name, claim.anchor) for name in names):
        weight *= table.party_unnamed
    return weight if listed or not names else weight * table.party_unlisted


def is_named(name: Name, sentence: Anchor) -> bool:
    """Whether the name, a word of it of four letters or more, or its initials stand in the sentence."""
    said, told = sentence.quote.casefold(), words(name.text)
    if any(word in said for word in told if len(word) > 3) or name.text.casefold() in said:
        return True
    return bool(_initials(told) & set(_CAPITALS.findall(sentence.quote)))


def _initials(told: Collection[str]) -> set[str]:
    """The initials of a name of three words or more, with its small words, with its articles alone, and without."""
    kept = ([w for w in told if w not in small] for small in ((), _SMALL, (*_SMALL, *_ARTICLES)))
    return {"".join(w[0] for w in some).upper() for some in kept if len(some) > 2}
