"""Words as every room compares them: folded, so that spelling by habit makes no difference."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´ʿʾ")
_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, without accents or apostrophes; every other sign is a space, and spaces are single.

    >>> fold("Hay’at Taḥrīr al-Shām")
    'hayat tahrir al sham'
    """
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The folded words of a text: letters and digits of ASCII, in order.

    >>> words("The U.N. said 2,000 had fled.")
    ['the', 'u', 'n', 'said', '2', '000', 'had', 'fled']
    """
    return _WORD.findall(plain(text))


def plain(text: str) -> str:
    """The text in ASCII and lower case: without accents, apostrophes, and letters of other scripts."""
    if text.isascii():
        return text.replace("'", "").replace("`", "").lower()
    bare = text.translate(_APOSTROPHES)
    return unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode().lower()


def holds_words(text: str, wanted: str) -> bool:
    """Whether a text holds the wanted words, whole and in a row; as they are, in any case, where they fold to nothing.

    >>> holds_words("Al-Ḥawl camp", "al hawl"), holds_words("ambassador", "assad")
    (True, False)
    """
    folded = fold(wanted)
    return f" {folded} " in f" {fold(text)} " if folded else wanted.casefold() in text.casefold()
