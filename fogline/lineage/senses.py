"""In which sense a sentence that is told in other words is made: whether it is so, is meant, wished, proved, or whole.

Whoever retells a denial, a plan or a wish in words of their own needs some word for it.  Where the report has none in
all that tells the original's sentence, the sense has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    """Of each kind the first sense that was dropped; digests leave out by nature."""
    if match.digest or match.share < SHARE:
        return
    has = frozenset(word for sentence in match.joined_altered for word in words(sentence.text))
    for limit in known():
        gone = _gone(limit, match.original, has) if limit.retold else ""
        if gone:
            yield Change(limit.kind, gone, "-")


def _gone(limit: Limit, original: Sentence, has: frozenset[str]) -> str:
    """The first words that limit the original so, where none of `has`, all words that tell it, does."""
    if not limit.also.isdisjoint(has):
        return ""
    for clause in clauses(original.text):
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
