"""Lemmas: a lookup, then rules.  The tag says which form a word is, so that a base form is left alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

# Tags of inflected words, with the table that their base forms are in.
INFLECTED = {"NNS": "noun", "JJR": "adj", "JJS": "adj", "RBR": "adv", "RBS": "adv"} | dict.fromkeys(
    ("VBD", "VBN", "VBG", "VBZ"), "verb"
)
KEPT = ("NNP", "NNPS", "FW", "ADD", "GW")  # written as they stand
VOWELS = frozenset("aeiou")
DOUBLED = frozenset("bdgklmnprtvz")  # "bombed" is no case: only after a short vowel
SINGLE_E = ("c", "g", "s", "v", "z", "u")  # "forced", "merged", "used", "arrived": their base ends in e


class Lemmas:
    """The lemma of a word by its form and Penn tag.

    Shape of the file: `known` {tag: {form: lemma}} for what no rule gives; `bases` {table: [base forms]}.
    """

    def __init__(self, path: Path) -> None:
        told = json.loads(path.read_text(encoding="utf-8"))
        self._known: dict[str, dict[str, str]] = told["known"]
        self._bases = {name: frozenset(words) for name, words in told["bases"].items()}
        self._seen: dict[tuple[str, str], str] = {}

    def of(self, word: str, tag: str) -> str:
        """The lemma, in lower case unless the word is a name.

        >>> lemmas.of("shelled", "VBD"), lemmas.of("Troops", "NNS"), lemmas.of("Homs", "NNP")
        ('shell', 'troop', 'Homs')
        """
        key = (word, tag)
        found = self._seen.get(key)
        if found is None:
            found = self._look_up(word, tag)
            if len(self._seen) < 200_000:
                self._seen[key] = found
        return found

    def _look_up(self, word: str, tag: str) -> str:
        if tag in KEPT:
            return word
        low = word.lower().replace("’", "'")
        known = self._known.get(tag, {}).get(low)
        if known is not None:
            return known
        table = INFLECTED.get(tag)
        if table is None:
            return low
        guesses = list(_stems(low, tag))
        bases = self._bases[table]
        return next((g for g in guesses if g in bases), guesses[0] if guesses else low)


def _stems(word: str, tag: str) -> Iterator[str]:
    """What a form may come from, the likeliest first."""
    if tag in ("VBD", "VBN") and word.endswith("ed"):
        yield from _cut(word, "ied", "y") if word.endswith("ied") else _bare(word[:-2])
    elif tag == "VBG" and word.endswith("ing"):
        yield from _bare(word[:-3])
    elif tag in ("NNS", "VBZ") and word.endswith("s") and len(word) > 2:
        yield from _without_s(word)
    elif tag == "NNS" and word.endswith("men"):
        yield from _cut(word, "men", "man")
    elif tag in ("JJR", "RBR") and word.endswith("er"):
        yield from _cut(word, "ier", "y") if word.endswith("ier") else _bare(word[:-2])
    elif tag in ("JJS", "RBS") and word.endswith("est"):
        yield from _cut(word, "iest", "y") if word.endswith("iest") else _bare(word[:-3])


def _cut(word: str, end: str, new: str) -> Iterator[str]:
    yield word.removesuffix(end) + new


def _bare(stem: str) -> Iterator[str]:
    """The base of a stem that has lost "-ed", "-ing" or the like: as it is, with e, or without its doubling."""
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in DOUBLED
    if doubled and stem[-3] in VOWELS and stem[-1] != "l":
        yield stem[:-1]
    short = len(stem) > 2 and stem[-1] not in VOWELS | {"w", "x", "y"} and stem[-2] in VOWELS and stem[-3] not in VOWELS
    if stem.endswith(SINGLE_E) or stem.endswith(("at", "iz", "bl", "pl", "tl", "dl")) or (short and len(stem) < 5):
        yield stem + "e"
    yield stem
    yield stem + "e"
    if doubled:
        yield stem[:-1]


def _without_s(word: str) -> Iterator[str]:
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")) and len(word) > 4:  # not "foes"
        yield word[:-2]
    if word.endswith("ves"):
        yield word[:-3] + "f"
        yield word[:-3] + "fe"
    yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
