"""A clause that was left out of a sentence that otherwise stays."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.language import words
from fogline.lineage.citations import cited
from fogline.lineage.hunks import Hunk, text_of
from fogline.lineage.lexicon import lexicon
from fogline.lineage.matches import Change, Match
from fogline.lineage.tokens import Kind

STAYS = 0.9  # share of words kept from which what is left out was meant to go: less is a sentence that is told anew
SHORTEST, LONGEST = 3, 20  # words of a clause
_ADDED = frozenset({"a", "an", "the", "and", "or", "while", "as", "with"})


def left_out(match: Match, hunk: Hunk, share: float) -> Iterator[Change]:
    """A clause that limited what is left: to a condition, an exception, a part, what is not so, or by who says so.

    Any other counts as `wording`, but no apposition ("Keren, the second city") and nothing that is added by "and".
    `share`: of the words that both sentences keep.  A digest leaves out by nature, and so does who tells all in words
    of their own; where a sentence was taken apart, the clause may stand in another.
    """
    apart = match.digest or match.own_words or not match.alone
    if hunk.altered or apart or share <= STAYS or not SHORTEST <= len(hunk.original) <= LONGEST:
        return
    text = text_of(hunk.original)
    folded = set(words(text))
    kind = next((kind for kind, cues in lexicon().clauses.items() if cues & folded), None)
    if kind is None and any(c.keys and c.speech for c in cited(text)):
        kind = "certainty"
    if kind is None and words(text)[0] not in _ADDED and any(t.kind is Kind.WORD for t in hunk.original):
        kind = "wording"
    if kind is not None:
        yield Change(kind, text, "-")
