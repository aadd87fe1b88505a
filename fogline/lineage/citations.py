"""Whom a sentence cites, by the signs of news English.  For comparing kin; claims find their speakers by the parse."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache, lru_cache

from fogline.language import words
from fogline.language.countries import capital_country, demonym_country, named_country
from fogline.lineage.lexicon import lexicon
from fogline.lineage.tokens import skeleton, stem

_BOUNDARY = re.compile(r"[,;:.—–\"“”]|\s-\s|\b(?:that|while|but|where|when|as|which|after|before|and)\b")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|had|has|have|not|never|and)\s+(?:also\s+)?$", re.I)
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*")
_NO_VERB = re.compile(r"\b(?:to|would|will|could|can|may|might|must|should|of|in|by|from|with|contrary)\s+$", re.I)
_RELATIVE = re.compile(r"\b(?:which|who)\s+$", re.I)
_CLAUSE = re.compile(r"\b(?:had|has|have|was|were|is|are|would|will|could|might|may)\b", re.I)
_INSERTED = frozenset({"however", "meanwhile", "though", "also", "too", "then", "later"})
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
    return re.compile(
        rf"(?<![-–])\b(?:{verbs})\b(?!\s+by\b(?!\s+(?:satellite|tele|phone|radio|e-?mail|text|fax)))", re.I
    ), re.compile(rf"\b(?:{before})\s+|{possessive}", re.I)


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
        if _PASSIVE.search(sentence, 0, match.start()) or _is_no_verb(sentence, match):
            continue
        if not _RELATIVE.search(sentence, 0, match.start()):
            speech = match.group().lower() in lexicon().speech
            found.append(_citation(_speaker(sentence, match), speech=speech))
    return tuple(found)


def _is_no_verb(sentence: str, match: re.Match[str]) -> bool:
    """Whether a verb of speech is none here: a name ("Port Said"), behind "to" or "would", or a noun ("of reports")."""
    named = match.group()[0].isupper() and bool(sentence[: match.start()].strip(" \"“‘'"))
    return named or bool(_NO_VERB.search(sentence, 0, match.start()))


def _speaker(sentence: str, match: re.Match[str]) -> str:
    """The words that name who speaks: before the verb, behind it, or before an insertion ("X, who saw it, said")."""
    left = _since_boundary(sentence, match.start())
    if words(left) and set(words(left)) - _INSERTED:
        return left
    right = _until_boundary(sentence, match.end())
    heard = match.group().lower() == "told" or bool(_CLAUSE.search(right))
    if not heard and words(right) and not words(left):
        return right
    pieces = [p.strip() for p in _BOUNDARY.split(sentence[: match.start()]) if p.strip()]
    return next((p for p in pieces if set(words(p)) - _INSERTED), right).split(" who ")[0]


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
    telling = [w for w in found if w not in book.empty and w not in book.days]
    return frozenset(_state(w) or book.same.get(w) or skeleton(w)[:3] or w for w in telling)


def _state(word: str) -> str | None:
    """The state that a name stands for: its own name, its people's or its capital's."""
    name = word.capitalize()
    return demonym_country(name) or named_country(name) or capital_country(name)


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
