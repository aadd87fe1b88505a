"""Keys under which spellings of one place's name meet: folded, without articles, and by sound.

`fold` (exact) is finer than `sound` (articles, vowels and doubled letters evened out).  Looser than both are the frames
of `gazetteer_frames`, whose rules depend on the country.
"""

from __future__ import annotations

import re

from fogline.grounding.places_words import place_words
from fogline.language.words import fold

ARTICLES = frozenset(place_words()["articles"]["words"])
SUN_LETTERS = frozenset("zsdrnt")
_RUN = re.compile(r"([a-z])\1+")
# One after the other, on the words of a name run together.  Longer spellings come before the shorter ones in them.
_SOUNDS = (
    ("tch", "c"), ("sch", "s"), ("dzh", "j"), ("dj", "j"), ("ph", "f"), ("ck", "k"), ("eau", "u"), ("oo", "u"),
    ("ou", "u"), ("aw", "u"), ("au", "u"), ("ow", "u"), ("uw", "w"), ("ee", "i"), ("ij", "i"),
)  # fmt: skip
_SOUND_LETTERS = str.maketrans({"q": "k", "x": "ks", "e": "a", "o": "u", "y": "i"})


def sound(folded: str) -> str:
    """The romanisation-aware key of a folded name.

    >>> sound("karseen az zour") == sound("qarsin al zawr")
    True
    """
    parts = folded.split(" ")
    kept = [w for w in parts if w not in ARTICLES] or parts
    name = "".join([_bare(w) for w in kept])
    for spelt, said in _SOUNDS:
        if spelt in name:
            name = name.replace(spelt, said)
    return _single(name.translate(_SOUND_LETTERS))


def article_free(folded: str) -> str:
    """A folded name without articles and spaces: "el karsin" and "karsin" meet, "kar sin" too."""
    parts = folded.split(" ")
    return "".join([w for w in parts if w not in ARTICLES] or parts)


def sound_of(name: str) -> str:
    """The `sound` key of a name as written."""
    return sound(fold(name))


def _bare(word: str) -> str:
    """A word without an article grown onto it ("ezzarin") and without a silent last h ("karseh")."""
    if len(word) > 5 and word[0] in "ae" and word[1] == word[2] and word[1] in SUN_LETTERS:
        word = word[2:]
    if len(word) > 3 and word[-1] == "h" and word[-2] in "ae":
        word = word[:-1]
    return word


def _single(name: str) -> str:
    """Runs of one letter made one; digits stay."""
    return _RUN.sub(r"\1", name)
