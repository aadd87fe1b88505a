"""How the place of a claim is told: by a name that the gazetteer knows, in its own sentence, or as a part."""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.control.cues import cues, folded, says
from fogline.control.rules import rules
from fogline.language.words import words
from fogline.records import Claim, Name, Status

UNKNOWN = "place:?"  # how the key of a place begins that no gazetteer knows
_LETTERS = str.maketrans({"q": "k", "c": "k"})


def is_named(claim: Claim) -> bool:
    """Whether its sentence has a word of its place's name."""
    said = {w for w in words(claim.place.text) if w not in rules().kinds_of_place} if claim.place else set()
    return bool(said & set(words(claim.anchor.quote)))


def is_known(claim: Claim) -> bool:
    """Whether its place is known to the gazetteer."""
    return claim.place is not None and is_located(claim.place)


def is_located(place: Name) -> bool:
    """Whether a place's name was found in the gazetteer."""
    return not (place.key or UNKNOWN).startswith(UNKNOWN)


def is_part(claim: Claim) -> bool:
    """Whether it names no place, or one by a common noun."""
    return claim.place is None or (not is_known(claim) and claim.place.text[:1].islower())


def denies_a_plan(claim: Claim) -> bool:
    """Whether what is denied is that somebody means to do it: "denied any plan to march on K", "no intention of"."""
    if claim.status is not Status.DENIED:
        return False
    before = folded(claim.anchor.quote[: max(0, claim.act.start - claim.anchor.start)]).split()
    return says(cues().plan, " ".join(before[-cues().plan_within :]))


@lru_cache(maxsize=50_000)
def consonants(name: str) -> str:
    """The consonants of a name, without words for the kind of place, an article, and doubled letters."""
    said = [word for word in words(name) if word not in rules().kinds_of_place]
    letters = "".join(said).translate(_LETTERS).replace("th", "z").replace("dh", "z").replace("gh", "g")
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyw]", "", letters))
