"""What a sentence is about, as keys that survive rewording: names by their consonants, numbers by value, word stems."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources

from fogline.language.countries import demonym_country, named_country
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
PLAIN = "plain.txt"
HUNDRED = 100
COUNTED = {"dozen": 12, "score": 20}
COUNTRY = "country "  # begins the key of a country
LARGEST = 1e9  # a number from here on is multiplied no further
_DROPPED = re.compile(r"[aeiouyh]")
_DOUBLED = re.compile(r"(.)\1+")


def read(sentence: str) -> list[Raw]:
    """The words of a sentence, numbers with their separators in one piece."""
    found: list[Raw] = []
    for word in _WORD.findall(sentence):
        raw = _raw(word, not found)
        if raw.folded:
            found.append(raw)
    return found


@lru_cache(maxsize=1 << 17)
def _raw(word: str, first: bool) -> Raw:
    """A word as it stands; the same one for the same word, as thousands of reports share it."""
    return Raw(word, _fold(word), word[0].isupper(), first)


def _fold(word: str) -> str:
    """A word folded, in one piece and without the s of possession; in another script, in small letters."""
    bare = word.removesuffix("’s").removesuffix("'s")
    return "".join(words(bare)) or bare.lower()


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
    """The words of a body that are names, by the body alone and by what words are none.

    A name is written with a capital inside of sentences, mostly; or with one at the head of a sentence, if it stands
    nowhere else.
    """
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    heads: set[str] = set()
    for sentence in sentences:
        for raw in sentence:
            if raw.first and raw.capital:
                heads.add(raw.folded)
            elif not raw.first:
                (upper if raw.capital else lower)[raw.folded] += 1
    inside = {word for word, count in upper.items() if count > lower[word]}
    return frozenset((inside | (heads - upper.keys() - lower.keys())) - _plain() - lexicon().empty)


@cache
def _plain() -> frozenset[str]:
    """Words that are no names, however a body writes them: "army" in "the Army"."""
    text = resources.files("fogline.lineage").joinpath("data", PLAIN).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def tokens(sentence: Sequence[Raw], names: frozenset[str]) -> tuple[Token, ...]:
    """The tokens of a sentence; a number in several words ("two thousand three hundred") is one token."""
    found: list[Token] = []
    multipliers = lexicon().multipliers
    for at, raw in enumerate(sentence):
        token = _token(raw.text, raw.folded, raw.folded in names)
        kind, key = token.kind, token.key
        following = sentence[at + 1].folded if kind is Kind.NUMBER and at + 1 < len(sentence) else ""
        factor = multipliers.get(raw.folded) or COUNTED.get(raw.folded)
        if factor and found and found[-1].kind is Kind.NUMBER and float(found[-1].key) < LARGEST:
            last = found.pop()
            found.append(Token(f"{last.text} {raw.text}", _number(_multiplied(float(last.key), factor)), Kind.NUMBER))
        elif factor and found and found[-1].text.lower() == "a" and (half := _is_half(found)) | (raw.folded != "dozen"):
            text = " ".join([*(t.text for t in found[-2:] if half), raw.text])
            del found[len(found) - (2 if half else 0) :]
            found.append(Token(text, _number(factor / 2 if half else factor), Kind.NUMBER))
        elif kind is Kind.NUMBER and _joins(found, key, following):
            link = f" {found.pop().text} " if found[-1].kind is Kind.EMPTY else " " if following == "hundred" else "-"
            last = found.pop()
            found.append(Token(f"{last.text}{link}{raw.text}", _number(float(last.key) + float(key)), Kind.NUMBER))
        else:
            found.append(token)
    return tuple(found)


def _is_half(found: Sequence[Token]) -> bool:
    """Whether "half a" stands before."""
    return len(found) > 1 and found[-2].text.lower() == "half"


def _multiplied(value: float, factor: int) -> float:
    """A number with its last part multiplied: "two thousand three" (2003) before "hundred" is 2300."""
    span = factor * (10 if factor == HUNDRED else 1000)
    low = value % span if factor >= HUNDRED else value
    return value - low + low * factor


def _joins(found: Sequence[Token], key: str, following: str) -> bool:
    """Whether a number word goes on from what stands before it.

    "thirty" and "one"; "two hundred and" and "ten"; "two thousand" and "three", where "hundred" follows.
    """
    linked = len(found) > 1 and found[-1].text.lower() == "and"
    before = found[-2 if linked else -1] if found else None
    if before is None or before.kind is not Kind.NUMBER or not before.text.replace(" ", "").replace("-", "").isalpha():
        return False
    room = lexicon().multipliers.get(before.text.split()[-1].lower(), 0)
    if linked:
        return 0 < float(key) < HUNDRED <= room
    if room > HUNDRED:
        return following == "hundred" and 0 < float(key) < 10
    tens = lexicon().numbers.get(before.text.split()[-1].lower(), 0)
    return tens in range(20, HUNDRED, 10) and 0 < float(key) < 10


@lru_cache(maxsize=1 << 17)
def _token(text: str, folded: str, is_name: bool) -> Token:
    """The token of a word that stands alone."""
    kind, key = _kind(text, folded, is_name)
    return Token(text, key, kind)


def _kind(text: str, folded: str, is_name: bool) -> tuple[Kind, str]:
    """The kind and the key of a word."""
    book = lexicon()
    if _NUMBER.fullmatch(text):
        return Kind.NUMBER, _number(float(text.replace(",", "")))
    if text[0] in "0123456789":
        return Kind.WORD, text
    if folded in book.numbers:
        return Kind.NUMBER, _number(book.numbers[folded])
    if folded in book.days:
        return Kind.EMPTY, folded
    if is_name:
        country = _country(text)
        if country:
            return Kind.NAME, country
        bare = skeleton(folded)
        return Kind.NAME, bare if len(bare) >= 3 else folded
    if folded in book.empty or len(folded) < 3:
        return Kind.EMPTY, folded
    return Kind.WORD, stem(folded)


@lru_cache(maxsize=1 << 16)
def _country(word: str) -> str | None:
    """One key for a country's name and its adjectives ("France", "French"); `None` for any other name."""
    bare = word.removesuffix("’s").removesuffix("'s")
    iso = demonym_country(bare) or named_country(bare)
    return f"{COUNTRY}{iso}" if iso else None


def _number(value: float) -> str:
    """A number as a key: "2,000" is 2000, "1.5" is 1.5."""
    return str(int(value)) if value == int(value) else str(value)
