"""What a sentence is about, as keys that survive rewording: names by their consonants, numbers by value, word stems."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from fogline.language.words import words
from fogline.lineage.lexicon import lexicon


class Kind(StrEnum):
    """What a token is; names and numbers tell more of kinship than words."""

    NAME = "name"
    NUMBER = "number"
    WORD = "word"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Raw:
    """A word as it stands.  `first` is true for the first word of a sentence, whose capital says nothing."""

    text: str
    folded: str
    capital: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Token:
    """A word, the key that it is compared by, and its kind.  The key of a number is its value."""

    text: str
    key: str
    kind: Kind


_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:['’`ʼ][^\W\d_]+)*")
_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,4})?|[0-9]{1,15}(?:\.[0-9]{1,4})?")
_SUFFIXES = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ians", "ian", "ers", "ies", "ied", "ely",
    "ed", "es", "er", "ly", "s", "e", "y",
)  # fmt: skip
_SPELLINGS = (
    ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "s"), ("dh", "s"), ("sh", "s"), ("ch", "s"),
    ("j", "g"), ("q", "k"), ("c", "k"), ("z", "s"), ("w", "v"),
)  # fmt: skip
LARGEST = 1e9  # a number from here on is multiplied no further
_DROPPED = re.compile(r"[aeiouyh]")
_DOUBLED = re.compile(r"(.)\1+")


def read(sentence: str) -> list[Raw]:
    """The words of a sentence, numbers with their separators in one piece."""
    found: list[Raw] = []
    for match in _WORD.finditer(sentence):
        folded = _fold(match.group())
        if folded:
            found.append(Raw(match.group(), folded, match.group()[0].isupper(), not found))
    return found


@lru_cache(maxsize=1 << 16)
def _fold(word: str) -> str:
    """A word folded, in one piece and without the s of possession."""
    return "".join(words(word.removesuffix("’s").removesuffix("'s")))


@lru_cache(maxsize=1 << 16)
def skeleton(folded: str) -> str:
    """A name without what romanisations vary in: vowels, h and y, doubled letters, and letters of like sound.

    >>> skeleton("marrakesh") == skeleton("marrakech")
    True
    """
    plain = folded
    for written, sound in _SPELLINGS:
        plain = plain.replace(written, sound)
    return _DOUBLED.sub(r"\1", _DROPPED.sub("", plain))


@lru_cache(maxsize=1 << 16)
def stem(folded: str) -> str:
    """A word without its usual endings; at least four letters stay.

    >>> stem("soldiers") == stem("soldier"), stem("shelling") == stem("shelled")
    (True, True)
    """
    for suffix in _SUFFIXES:
        if folded.endswith(suffix) and len(folded) - len(suffix) >= 4:
            return folded[: -len(suffix)]
    return folded


def names_of(sentences: Iterable[Sequence[Raw]]) -> frozenset[str]:
    """The words that are written with a capital inside of sentences, mostly."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for sentence in sentences:
        for raw in sentence:
            if not raw.first:
                (upper if raw.capital else lower)[raw.folded] += 1
    return frozenset(word for word, count in upper.items() if count > lower[word]) - lexicon().empty


def tokens(sentence: Sequence[Raw], names: frozenset[str]) -> tuple[Token, ...]:
    """The tokens of a sentence; number words are read as numbers, a number and its multiplier as one."""
    found: list[Token] = []
    for raw in sentence:
        kind, key = _kind(raw, names)
        factor = lexicon().multipliers.get(raw.folded) or (12 if raw.folded == "dozen" else None)
        if factor and found and found[-1].kind is Kind.NUMBER and float(found[-1].key) < LARGEST:
            last = found.pop()
            found.append(Token(f"{last.text} {raw.text}", _number(float(last.key) * factor), Kind.NUMBER))
        elif kind is Kind.NUMBER and _joins(found, key):
            last = found.pop()
            found.append(Token(f"{last.text}-{raw.text}", _number(float(last.key) + float(key)), Kind.NUMBER))
        else:
            found.append(Token(raw.text, key, kind))
    return tuple(found)


def _joins(found: list[Token], key: str) -> bool:
    """Whether a number word goes on from the one before: "thirty" and "one"."""
    if not found or found[-1].kind is not Kind.NUMBER or not found[-1].text.isalpha():
        return False
    return found[-1].key in {"20", "30", "40", "50", "60", "70", "80", "90"} and 0 < float(key) < 10


def _kind(raw: Raw, names: frozenset[str]) -> tuple[Kind, str]:
    """The kind and the key of a word."""
    book = lexicon()
    if _NUMBER.fullmatch(raw.text):
        return Kind.NUMBER, _number(float(raw.text.replace(",", "")))
    if raw.text[0] in "0123456789":
        return Kind.WORD, raw.text
    if raw.folded in book.numbers:
        return Kind.NUMBER, _number(book.numbers[raw.folded])
    if raw.folded in book.days:
        return Kind.EMPTY, raw.folded
    if raw.folded in names:
        bare = skeleton(raw.folded)
        return Kind.NAME, bare if len(bare) >= 3 else raw.folded
    if raw.folded in book.empty or len(raw.folded) < 3:
        return Kind.EMPTY, raw.folded
    return Kind.WORD, stem(raw.folded)


def _number(value: float) -> str:
    """A number as a key: "2,000" is 2000, "1.5" is 1.5."""
    return str(int(value)) if value == int(value) else str(value)
