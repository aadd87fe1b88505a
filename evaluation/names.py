"""When two names, or two sentences, count as the same for the scorer."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

Written = str | Sequence[str] | None

SHARED_WORDS = 0.8  # of the shorter sentence: two programs need not cut sentences at the same place
GENERIC = frozenset(
    {"the", "s", "city", "of", "province", "town", "village", "crossing", "border", "governorate"}
)  # words that a name may carry or not


def words(text: str) -> list[str]:
    """Lower-case words of ASCII letters and digits, accents folded.

    The scorer's own rule, not `fogline.language.words`: an apostrophe parts words here, so that what is measured
    does not change with the program's reading of apostrophes.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)


class Names:
    """Gives the canonical key of a name as written: by the alias table of a gold set, else by its own words."""

    def __init__(self, table: Mapping[str, Sequence[str]]) -> None:
        self._canonical = {_bare(alias): name for name, aliases in table.items() for alias in (name, *aliases)}

    def keys(self, written: Written) -> frozenset[str]:
        """The keys of one name or of a list of names; empty for `None`."""
        if written is None:
            return frozenset()
        names = [written] if isinstance(written, str) else written
        return frozenset(self._canonical.get(_bare(name), _bare(name)) for name in names if name)


@lru_cache(maxsize=20_000)
def _bare(name: str) -> str:
    every = words(name)
    return " ".join([word for word in every if word not in GENERIC] or every)


def same_sentence(left: str, right: str) -> bool:
    """Whether the longer sentence holds nearly all words of the shorter one."""
    a, b = _bag(left), _bag(right)
    shorter = min(a.total(), b.total())
    return shorter > 0 and (a & b).total() >= SHARED_WORDS * shorter


@lru_cache(maxsize=20_000)
def _bag(sentence: str) -> Counter[str]:
    return Counter(words(sentence))
