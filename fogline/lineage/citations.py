"""Whom a sentence cites, by the signs of news English.  For comparing kin; claims find their speakers by the parse."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache, lru_cache

from fogline.language import words
from fogline.lineage.lexicon import lexicon
from fogline.lineage.tokens import skeleton, stem

_BOUNDARY = re.compile(r"[,;:.—–\"“”]|\s-\s|\b(?:that|while|but|where|when|as|which|after|before|and)\b")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|had|has|have|not|never|and)\s+(?:also\s+)?$", re.I)
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*")
_LONGEST = 9  # words of a cited source


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited source: its words as they stand, and what they are compared by.

    `keys` is empty where it is a pronoun; `names` are its words with a capital, by their first consonants.
    """

    text: str
    keys: frozenset[str]
    names: frozenset[str]
    speech: bool  # whether it is said to speak: not to order, to show or to deny

    def among(self, keys: Set[str]) -> bool:
        """Whether half of its keys or more are among these."""
        return len(self.keys & keys) * 2 >= len(self.keys)

    def agrees(self, other: Citation) -> bool:
        """Whether the two may be one source, the one worded more fully than the other."""
        return len(self.keys & other.keys) * 2 >= min(len(self.keys), len(other.keys)) > 0


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    verbs = "|".join(sorted(lexicon().cites_after))
    before = "|".join(lexicon().cites_before)
    possessive = (
        r"by\s+(?P<whose>[^,;.]{3,60}?)[’']s?\s+(?:own\s+)?(?:count|reckoning|account|estimate|tally|figures)\b"
    )
    return re.compile(rf"(?<![-–])\b(?:{verbs})\b(?!\s+by\b)", re.I), re.compile(
        rf"\b(?:{before})\s+|{possessive}", re.I
    )


@lru_cache(maxsize=1 << 14)
def cited(sentence: str) -> tuple[Citation, ...]:
    """The sources that a sentence cites, in order.

    >>> [c.text for c in cited("The bridge was blown up, two farmers said.")]
    ['two farmers']
    """
    verb, phrase = _patterns()
    found: list[Citation] = []
    for match in phrase.finditer(sentence):
        whose = match.group("whose")
        found.append(_citation(whose or _until_boundary(sentence, match.end()), speech=True))
    for match in verb.finditer(sentence):
        if _PASSIVE.search(sentence, 0, match.start()):
            continue
        left = _since_boundary(sentence, match.start())
        speech = match.group().lower() in lexicon().speech
        found.append(_citation(left if words(left) else _until_boundary(sentence, match.end()), speech=speech))
    return tuple(found)


def keys_of(text: str) -> frozenset[str]:
    """What a source is compared by: classes of like words, else stems; no number, and no generic word."""
    book = lexicon()
    plain = [w for w in _possessed(text) if w not in book.empty and w not in book.numbers and not w.isdigit()]
    telling = [w for w in plain if w not in book.generic]
    return frozenset(book.same.get(w, stem(w)) for w in telling or plain)


def _possessed(text: str) -> list[str]:
    """The folded words, without the s of possession."""
    return words(re.sub(r"[’']s\b", "", text))


@lru_cache(maxsize=1 << 14)
def cites(sentence: str) -> bool:
    """Whether a sentence cites anybody at all, or speaks of what somebody says."""
    verb, phrase = _patterns()
    return bool(verb.search(sentence) or phrase.search(sentence) or lexicon().cite_signs & set(words(sentence)))


@lru_cache(maxsize=1 << 14)
def all_keys(text: str) -> frozenset[str]:
    """The keys of every word of a text, generic ones with them."""
    book = lexicon()
    return frozenset(book.same.get(w, stem(w)) for w in _possessed(text))


@lru_cache(maxsize=1 << 14)
def names_in(text: str) -> frozenset[str]:
    """The words with a capital, by their first consonants, so that "Marrakesh" and "Marrakech" are one."""
    book = lexicon()
    found = (w for piece in _CAPITAL.findall(text) for w in words(re.sub(r"[’']s\b", "", piece)))
    return frozenset(
        book.same.get(w) or skeleton(w)[:3] or w for w in found if w not in book.empty and w not in book.days
    )


def _citation(text: str, *, speech: bool) -> Citation:
    trimmed = " ".join(text.split()).strip(" ,.;:'’\"“”")
    plain = words(trimmed)
    clause = bool(plain) and plain[0] in lexicon().clause_openers
    if not plain or clause or set(plain) <= lexicon().pronouns | lexicon().empty:
        return Citation(trimmed or "somebody", frozenset(), frozenset(), speech)
    first, _, rest = trimmed.partition(" ")
    return Citation(trimmed, keys_of(trimmed), names_in(trimmed if first.isupper() else rest), speech)


def _since_boundary(sentence: str, end: int) -> str:
    start = max((m.end() for m in _BOUNDARY.finditer(sentence, 0, end)), default=0)
    return " ".join(sentence[start:end].split()[-_LONGEST:])


def _until_boundary(sentence: str, start: int) -> str:
    match = _BOUNDARY.search(sentence, start)
    return " ".join(sentence[start : match.start() if match else len(sentence)].split()[:_LONGEST])
