"""Words of running text with their offsets, and the keys under which spellings of one name meet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from fogline.language.words import words

# A dotted acronym, or letters and digits with inner apostrophes and combining accents.
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*(?:['’ʼ‘`´][^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*)*"
)
_POSSESSIVE = re.compile(r"['’ʼ][sS]\Z")
ARTICLES = frozenset(
    ["al", "el", "ul", "as", "ash", "ad", "an", "ar", "at", "ath", "az", "es", "ez", "ed", "en", "er", "il"]
)
_ALWAYS_ARTICLES = frozenset(("al", "el", "ul"))
_VOWELS = re.compile(r"[aeiouyw]+")
_DOUBLED = re.compile(r"(.)\1")
ACRONYM_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in parallel lists: offsets (half-open, possessive 's excluded), folded words, spellings.

    `owned[i]` tells whether the word carried a possessive 's.
    """

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]
    owned: list[bool]

    def raw(self, i: int) -> str:
        """The i-th word as written."""
        return self.text[self.starts[i] : self.ends[i]]

    def joined(self, i: int) -> bool:
        """Whether a hyphen joins word i to the next."""
        return i + 1 < len(self.keys) and self.text[self.ends[i] : self.starts[i + 1]] == "-"

    def broken(self, i: int) -> bool:
        """Whether more than a space, a hyphen or a slash parts word i from the next: a comma, a full stop, a line."""
        if i + 1 >= len(self.keys):
            return True
        start = self.ends[i] + (2 if self.owned[i] else 0)
        return self.text[start : self.starts[i + 1]] not in GAPS

    def clause_end(self, start: int) -> int:
        """The index after the last word that no comma, full stop or the like parts from word `start`."""
        i = start
        while not self.broken(i):
            i += 1
        return i + 1

    def clause_ends(self) -> list[int]:
        """`clause_end` of every word."""
        ends = list(range(1, len(self.keys) + 1))
        for i in range(len(ends) - 2, -1, -1):
            if not self.broken(i):
                ends[i] = ends[i + 1]
        return ends


GAPS = frozenset((" ", "-", "–", "—", "/", "", "' ", "’ ", "\u00a0", "\u2011", "  ", "\n", " (", " & "))


def split(text: str) -> Words:
    """Split `text` into words.  Any text will do; units: code points."""
    starts: list[int] = []
    ends: list[int] = []
    keys: list[str] = []
    owned: list[bool] = []
    for found in _TOKEN.finditer(text):
        key, possessive = _read(found.group())
        if not key:
            continue
        starts.append(found.start())
        ends.append(found.end() - 2 if possessive else found.end())
        keys.append(key)
        owned.append(possessive)
    return Words(text, starts, ends, keys, owned)


@lru_cache(maxsize=65536)
def _read(token: str) -> tuple[str, bool]:
    """The key of a word as written, and whether a possessive 's was taken off."""
    possessive = _POSSESSIVE.search(token) is not None
    bare = token[:-2] if possessive else token
    folded = "".join(words(bare))
    if is_acronym(bare):
        return folded.upper(), possessive
    return folded, possessive


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals only and short, dots not counted: "US", "U.N.", "M23" is not."""
    bare = word.replace(".", "")
    return 2 <= len(bare) <= ACRONYM_LENGTH and bare.isascii() and bare.isalpha() and bare.isupper()


@lru_cache(maxsize=65536)
def light(key: str) -> str:
    """A key that forgives habits of romanisation: doubled letters, q/k, ou/oo/u, ee/i, dj/j, a last h.

    Acronyms (keys in capitals) stay as they are.
    """
    if key.isupper() or len(key) < 3:
        return key
    plain = key.replace("q", "k").replace("oo", "u").replace("ou", "u").replace("ee", "i").replace("dj", "j")
    plain = _DOUBLED.sub(r"\1", plain)
    return plain[:-1] if len(plain) > 3 and plain.endswith("h") and plain[-2] in "aeiou" else plain


@lru_cache(maxsize=65536)
def loose(key: str) -> str:
    """A key of consonants in which every run of vowels is alike; for names of two words and more."""
    if key.isupper() or len(key) < 4:
        return key
    plain = light(key).replace("kh", "k").replace("gh", "g").replace("dh", "d").replace("th", "t").replace("c", "k")
    return _VOWELS.sub("a", plain) if len(plain) > 2 else plain


@lru_cache(maxsize=2)
def split_and_keys(text: str) -> tuple[Words, list[str]]:
    """`split` and `name_keys` of a text: a report is asked for them by the roster itself and by its forces."""
    found = split(text)
    return found, name_keys(found)


def name_keys(found: Words) -> list[str]:
    """The loose key of every word, the articles of Arabic names alike."""
    keys = found.keys
    text, ends, size = found.text, found.ends, len(found.text)
    out = []
    for i, key in enumerate(keys):
        if len(key) <= 3 and is_article(key, ends[i] < size and text[ends[i]] == "-"):
            out.append("al")
        else:
            out.append(loose(key))
    return out


def is_article(key: str, hyphen: bool) -> bool:
    """Whether a word is the article of an Arabic name: "al", "el" always, "as", "ez" only before a hyphen."""
    low = key.lower()
    return (low in _ALWAYS_ARTICLES and not key.isupper()) or (hyphen and low in ARTICLES)
