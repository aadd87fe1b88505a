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
    bare = text.translate(_APOSTROPHES)
    plain = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode().lower()
    return _WORD.findall(plain)
