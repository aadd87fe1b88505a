"""In which sense a sentence that is told in other words is made: whether it is so, is meant, wished, proved, or whole.

Whoever retells a denial, a plan or a wish in words of their own needs some word for it.  Where the report has none in
all that tells the original's sentence, the sense has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from fogline.language import words
from fogline.lineage.lexicon import lexicon
from fogline.lineage.likewise import is_told
from fogline.lineage.limits import Limit, clauses, find_limits, known
from fogline.lineage.matches import Change, Match
from fogline.lineage.tellings import Sentence

TOLD = 0.34  # of the telling words of a clause, that the other must tell
SHARE = 0.35  # of one sentence that the other must tell


def senses(match: Match) -> Iterator[Change]:
    """Of each kind the first sense that was dropped, and the first that was put; digests leave out by nature."""
    if match.digest or match.share < SHARE:
        return
    for limit in known():
        gone = "gone" in limit.retold and _only(limit, match.original, match.joined_altered)
        new = "put" in limit.retold and _only(limit, match.altered, match.joined_original)
        if gone or new:
            yield Change(limit.kind, gone or "-", new or "-")


def _only(limit: Limit, one: Sentence, joined: Sequence[Sentence]) -> str:
    """The first words of one sentence that limit it so, where nothing does in what the other tells of it."""
    has = frozenset(word for sentence in joined for word in words(sentence.text))
    if not limit.also.isdisjoint(has):
        return ""
    for clause in clauses(one.text):
        found = next(find_limits(limit, clause), None)
        if found and _share(clause, has) >= TOLD:
            return found.text
    return ""


@lru_cache(maxsize=1 << 14)
def _share(clause: tuple[str, ...], has: frozenset[str]) -> float:
    """How many of the telling words of a clause stand among others, in whatever form."""
    telling = [w for w in clause if w not in lexicon().empty]
    told = sum(any(is_told(word, other) for other in has) for word in telling)
    return told / max(1, len(telling))
