"""Patterns of date expressions, of which a sentence is shown only those that it may hold."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from re import Pattern

from fogline.grounding.dates_words import compiled, signs

KEPT = 4096  # choices of patterns, by what a sentence holds


class Forms:
    """The patterns, each with what it needs: `dates_patterns` tells how that is written.

    What a sentence holds is a number: each word of the needs has a bit of its own.  A pattern is compiled when a
    sentence is first shown it, for many never are.
    """

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        bits: dict[str, int] = {}
        self.rows = [([_bits(group, bits) for group in needs.split()], pattern) for needs, pattern in rows]
        self.signs: dict[str, int] = {}
        for word, bit in bits.items():
            for sign in signs().get(word, (word,)):
                self.signs[sign] = self.signs.get(sign, 0) | bit
        self._chosen = lru_cache(maxsize=KEPT)(self._choose)

    def fitting(self, text: str) -> tuple[Pattern[str], ...]:
        """The patterns that may stand in a text."""
        lower, held = text.lower(), 0
        for sign, bits in self.signs.items():
            if sign in lower:
                held |= bits
        return self._chosen(held)

    def _choose(self, held: int) -> tuple[Pattern[str], ...]:
        return tuple(compiled(pattern) for needs, pattern in self.rows if all(held & group for group in needs))


def _bits(group: str, bits: dict[str, int]) -> int:
    """One number for the words of a group, new words getting the next bits."""
    return sum(bits.setdefault(word, 1 << len(bits)) for word in group.split("|"))
