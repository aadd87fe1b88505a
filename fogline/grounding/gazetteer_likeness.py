"""How alike two names are, and how likely they are spellings of one, by the rules of a country's languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import exp

from rapidfuzz.distance import Levenshtein

from fogline.grounding.gazetteer_frames import Family, consonants
from fogline.grounding.gazetteer_keys import article_free, sound

HOT_NAMES = 1 << 14
VOWELS = frozenset("aeiouy")
MEAN_LIKENESS = 0.9  # of spellings of one name
LETTERS_TELL, LETTER_TELLS, WORDS_TELL = 10, 0.02, 0.04  # a long name may differ more: letters at most, each, words
LEAST_CONSONANTS = 2  # of names that are spoken differently
_POINTS = re.compile("[1-4]")


def alikeness(one: str, other: str, family: Family) -> float:
    """How alike two folded names are: 0 to 1; the mean over their letters, their sounds, and as the family has them."""
    pairs = (
        (article_free(one), article_free(other)),
        (_sound(one), _sound(other)),
        (spoken(one, family), spoken(other, family)),
    )
    return sum(Levenshtein.normalized_similarity(*pair) for pair in pairs) / len(pairs)


def likely(asked: str, stored: str, family: Family) -> float:
    """How likely two folded names are spellings of one name rather than names of two places: 0 to 1.

    A logistic regression, with the family's weights, on the edits between the two as the family has them, on their
    letters, sounds and likeness; the longer a name, the more it may differ.  0 where a point of the compass tells them
    apart, or where they have but one consonant and are spoken differently.
    """
    first, second = sorted((heard(asked, family), heard(stored, family)))
    spoken_asked = spoken(asked, family)
    if _POINTS.findall(first) != _POINTS.findall(second):
        return 0.0
    if len(consonants(spoken_asked)) < LEAST_CONSONANTS and spoken_asked != spoken(stored, family):
        return 0.0
    weights = family.weights
    odds = weights["start"] + weights["letter"] * min(len(first), len(second), LETTERS_TELL)
    odds += weights["alike"] * (alikeness(asked, stored, family) + _telling(asked) - MEAN_LIKENESS)
    odds -= weights["letters"] * Levenshtein.distance(article_free(asked), article_free(stored))
    odds -= weights["sound"] * Levenshtein.distance(_sound(asked), _sound(stored))
    odds -= weights["first"] * (first[:1] != second[:1])
    odds -= sum(family.costs.get(edit, weights["other"]) for edit in edits(first, second))
    return 1.0 / (1.0 + exp(-odds))


def edits(one: str, other: str) -> Iterator[str]:
    """The edits between two heard names: the letters that one has for the other, `$` behind vowels at the end.

    >>> list(edits("karsin", "korsi"))
    ['ao', 'n']
    """
    for edit in Levenshtein.editops(one, other):
        gone = one[edit.src_pos] if edit.tag != "insert" else ""
        new = other[edit.dest_pos] if edit.tag != "delete" else ""
        letters = "".join(sorted(gone + new))
        at_end = edit.src_pos >= len(one) - 1 and edit.dest_pos >= len(other) - 1
        yield letters + "$" if at_end and VOWELS.issuperset(letters) else letters


@lru_cache(HOT_NAMES)
def heard(folded: str, family: Family) -> str:
    """`family.heard`, remembered: of two names compared, one is the same again and again."""
    return family.heard(folded)


@lru_cache(HOT_NAMES)
def spoken(folded: str, family: Family) -> str:
    """`family.spoken`, remembered."""
    return family.spoken(folded)


@lru_cache(HOT_NAMES)
def _sound(folded: str) -> str:
    return sound(folded)


def _telling(name: str) -> float:
    return LETTER_TELLS * min(len(name.replace(" ", "")), LETTERS_TELL) + WORDS_TELL * (" " in name)
