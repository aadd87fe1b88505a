"""What is told of two tellings before they are judged: how alike they are, in numbers that have words.

All are the same whichever of the two comes first.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from math import exp, log
from typing import TypeVar

from fogline.language import words
from fogline.lineage.alignment import Likeness
from fogline.lineage.fingerprints import name_pairs
from fogline.lineage.tellings import QUOTED, Telling
from fogline.lineage.tokens import Kind

T = TypeVar("T")
RUN = 3  # words in a row
MOST_DAYS = 3  # apart, that are counted


@dataclass(frozen=True, slots=True)
class Traits:
    """What a telling has of its own, to be held against another's."""

    runs: frozenset[tuple[str, ...]]  # of words that stand outside quotations
    names: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]
    bound: frozenset[tuple[str, str]]  # pairs of names and numbers in one sentence

    @classmethod
    def of(cls, telling: Telling) -> Traits:
        """Read them off a telling."""
        return cls(
            runs=frozenset(run for sentence in telling.sentences for run in _runs(sentence.text)),
            names=_of_kind(telling, Kind.NAME),
            numbers=_of_kind(telling, Kind.NUMBER),
            words=_of_kind(telling, Kind.WORD),
            bound=frozenset(name_pairs(telling)),
        )


def _of_kind(telling: Telling, kind: Kind) -> frozenset[str]:
    return frozenset(key for key in telling.keys if key.startswith(f"{kind}:"))


def _runs(text: str) -> set[tuple[str, ...]]:
    pieces = [words(piece) for piece in QUOTED.split(text)]
    return {tuple(piece[i : i + RUN]) for piece in pieces for i in range(len(piece) - RUN + 1)}


def _kept(one: Set[T], other: Set[T]) -> float:
    """The share of the smaller set that the larger has too."""
    return len(one & other) / max(1, min(len(one), len(other)))


def features(likeness: Likeness, one: Traits, other: Traits, *, days: int, same_house: bool) -> dict[str, float]:
    """The features of two tellings by name, as `data/kin.toml` weighs them.

    Shares are 0 to 1.  "least" and "most" are those of the two views; `length` is the logarithm of the longer's length
    over the shorter's.  `days` are those between the two, 0 where one is unknown.
    """
    return lasting(likeness, one, other) | passing(days=days, same_house=same_house)


def passing(*, days: int, same_house: bool) -> dict[str, float]:
    """The features that the words of two tellings do not tell."""
    return {"days": float(min(days, MOST_DAYS)), "house": float(same_house)}


def lasting(likeness: Likeness, one: Traits, other: Traits) -> dict[str, float]:
    """The features that follow from the words of two tellings."""
    first, second = likeness.first, likeness.second
    return {
        "least aligned": min(first.aligned, second.aligned),
        "most aligned": max(first.aligned, second.aligned),
        "least told": min(first.told, second.told),
        "most told": max(first.told, second.told),
        "least copied": min(first.copied, second.copied),
        "most copied": max(first.copied, second.copied),
        "verbatim": max(first.verbatim, second.verbatim),
        "order": max(first.order, second.order),
        "least lead": min(first.lead, second.lead),
        "most lead": max(first.lead, second.lead),
        "least opening": min(first.opening, second.opening),
        "most opening": max(first.opening, second.opening),
        "before": max(first.before, second.before),
        "names": _kept(one.names, other.names),
        "numbers": _kept(one.numbers, other.numbers),
        "words": _kept(one.words, other.words),
        "runs": _kept(one.runs, other.runs),
        "bound": _kept(one.bound, other.bound),
        "length": abs(log(likeness.ratio)),
    }


WORDING = {
    "least aligned": "at least {:.0%} of each is told by the other",
    "most aligned": "{:.0%} of one of them is told by the other",
    "least told": "at least {:.0%} of each, sentence by sentence",
    "most told": "{:.0%} of one, sentence by sentence",
    "least copied": "at least {:.0%} of each in the same words",
    "most copied": "{:.0%} of one in the same words",
    "verbatim": "{:.0%} of one in the same words, quotations left out",
    "order": "told in the same order ({:.0%})",
    "least lead": "at least {:.0%} of each lead is told by the other",
    "most lead": "{:.0%} of one lead is told by the other",
    "least opening": "at least {:.0%} of each first sentence",
    "most opening": "{:.0%} of one first sentence",
    "before": "{:.0%} of one stands above what both tell",
    "names": "{:.0%} of the shorter's names are in the other",
    "numbers": "{:.0%} of the shorter's numbers are in the other",
    "words": "{:.0%} of the shorter's other words are in the other",
    "runs": "{:.0%} of the shorter's runs of three words, quotations left out",
    "bound": "{:.0%} of the pairs of names and numbers in one sentence are in both",
    "length": "one is {:.1f} times as long as the other",
    "days": "{:.0f} days apart",
}


def say(name: str, value: float) -> str:
    """A feature in words."""
    if name == "house":
        return "of one house" if value else "of two houses"
    return WORDING[name].format(exp(value) if name == "length" else value)
