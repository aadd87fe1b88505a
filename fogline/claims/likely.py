"""How likely it is that words tell a claim at all, in a report like this one.

A reader that learnt from reports full of war finds it too easily in the rest of a paper.  So where a report has few
claims, more is asked of an act whose word neither a frame nor the code book knows, and its claims are told as less
sure.  A report as full of war as those, or too short to tell, is left as it was read.  The weights
(`data/likely.toml`) were learnt from claims of real news that readers judged one by one (`training/claims/likely.py`).
Source: docs/decisions/0047-the-press.md
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import exp, log

from fogline.claims.proposition import Proposition
from fogline.records import Claim, ClaimType

LEAST = 5e-3  # so that no odds are endless
SPARSEST = 0.3  # claims in a hundred words: what fewer are taken for
FEWEST_WORDS = 150  # of a report that tells how many it has: of a paragraph nothing is known
Seen = Mapping[tuple[int, ClaimType], Proposition]  # by where the act starts in the text


@dataclass(frozen=True, slots=True)
class Weights:
    """What each trait adds to the log odds that a claim is told: those of the act as the reader sees it, a frame that
    holds, a word that the code book knows, and the logarithm of the claims in a hundred words.

    Where a report has fewer than `dense` claims in a hundred words, `least` is asked, and the log odds that a claim is
    right in act, actor and place are lower by `doubt` times the logarithm of their ratio.
    """

    constant: float
    act: float
    framed: float
    known: float
    density: float
    least: float
    dense: float
    doubt: float


@cache
def weights() -> Weights:
    """The weights as shipped."""
    return Weights(**tomllib.loads(files("fogline.claims").joinpath("data/likely.toml").read_text(encoding="utf-8")))


def as_likely(claims: Sequence[Claim], seen: Seen, words: int) -> Iterator[Claim]:
    """The claims of a report of so many words that are likely enough, in their order, each as sure as it is here.

    What the reader has not seen (a denial repeated, the way that a sentence passes) stands.
    """
    density = density_of(len(claims), words)
    if words < FEWEST_WORDS or density >= weights().dense:
        yield from claims
        return
    for claim in claims:
        told = seen.get((claim.act.start, claim.type))
        if told is None or chance(told, density) >= weights().least:
            yield replace(claim, confidence=as_sure(claim.confidence, density))


def density_of(claims: int, words: int) -> float:
    """How many claims a hundred words have."""
    return max(SPARSEST, 100 * claims / max(words, 1))


def traits(told: Proposition, density: float) -> tuple[float, float, float, float]:
    """What is weighed of an act, in the order of the weights."""
    return _odds(told.chance), float(told.framed), float(told.known), log(density)


def chance(told: Proposition, density: float) -> float:
    """How likely it is that an act is told, where a hundred words have so many claims."""
    table = weights()
    each = (table.act, table.framed, table.known, table.density)
    odds = sum(weight * trait for weight, trait in zip(each, traits(told, density), strict=True))
    return 1 / (1 + exp(-table.constant - odds))


def as_sure(confidence: float, density: float) -> float:
    """The confidence of a claim where a hundred words have so many claims."""
    short = min(0.0, log(density / weights().dense))
    return 1 / (1 + exp(-_odds(confidence) - weights().doubt * short)) if short else confidence


def _odds(chance: float) -> float:
    held = min(max(chance, LEAST), 1 - LEAST)
    return log(held / (1 - held))
