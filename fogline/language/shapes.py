"""The shape of a word: what is lost when its letters are lower-cased."""

from __future__ import annotations

from functools import lru_cache

SHAPES = ("none", "lower", "title", "upper", "initial", "mixed", "digits", "code", "other")
_NUMBER = {name: i for i, name in enumerate(SHAPES)}


@lru_cache(maxsize=100_000)
def shape(word: str) -> int:
    """Which of `SHAPES` a word has, as its index; 0 stands for no word.

    >>> [SHAPES[shape(w)] for w in ("troops", "Homs", "UN", "A", "al-Sham", "2,000", "T-72", "-")]
    ['lower', 'title', 'upper', 'initial', 'mixed', 'digits', 'code', 'other']
    """
    return _NUMBER[_named(word)]


def _named(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    digits = any(c.isdigit() for c in word)
    if not letters:
        return "digits" if digits else "other"
    if digits:
        return "code"
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return "lower"
    if upper == len(letters):
        return "initial" if upper == 1 else "upper"
    return "title" if upper == 1 and word[0].isupper() else "mixed"
