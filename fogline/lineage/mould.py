"""Two tellings that are cast in one mould, and tell of different things."""

from __future__ import annotations

from collections import Counter

from rapidfuzz import fuzz

from fogline.lineage.alignment import Likeness
from fogline.lineage.tellings import Sentence, Telling
from fogline.lineage.tokens import COUNTRY, Kind

Fact = tuple[Kind, str]

MOULD = 90  # rapidfuzz ratio of the words of two sentences without names and numbers, of 100
RESPELT = 85  # ratio of two names from which one may be the other respelt
OFTEN = 2  # a name that another replaces so often is the same by house style: "Islamic State", "Daesh"


def of_one_mould(first: Telling, second: Telling, likeness: Likeness) -> bool:
    """Whether the two say the same of different things: "X was shelled on Monday, 3 died", "Y ...".

    Such are flashes, bulletins and the reports of one office.  Asked is that half of the sentences of the shorter
    stand in the other in the same words but for their names.
    """
    fewest = min(len(first.sentences), len(second.sentences))
    replaced = [
        names
        for i, j, _ in likeness.first.links
        if (names := _replaced(first.sentences[i], second.sentences[j]))
        and fuzz.ratio(_frame(first.sentences[i]), _frame(second.sentences[j])) >= MOULD
    ]
    often = Counter(replaced)
    return bool(replaced) and 2 * sum(often[names] < OFTEN for names in replaced) >= fewest


def _replaced(one: Sentence, other: Sentence) -> tuple[str, str] | None:
    """The names of the one that stand for others in the other.

    `None` where none do, where they may be respelt, and where most names and numbers are the same.  A country's name
    tells no happening from another, and every house has its own for a government.
    """
    mine, theirs = _facts(one), _facts(other)
    lost, new = " ".join(sorted(_names(mine - theirs))), " ".join(sorted(_names(theirs - mine)))
    if not lost or not new or fuzz.ratio(lost, new) >= RESPELT:
        return None
    return (lost, new) if 2 * len(mine & theirs) <= min(len(mine), len(theirs)) else None


def _facts(sentence: Sentence) -> set[Fact]:
    kinds = {Kind.NAME, Kind.NUMBER}
    return {(t.kind, t.key) for t in sentence.tokens if t.kind in kinds and not t.key.startswith(COUNTRY)}


def _names(facts: set[Fact]) -> list[str]:
    return [key for kind, key in facts if kind is Kind.NAME]


def _frame(sentence: Sentence) -> str:
    """A sentence without its names and numbers."""
    kept = (token.text.lower() for token in sentence.tokens if token.kind in {Kind.WORD, Kind.EMPTY})
    return " ".join(kept)
