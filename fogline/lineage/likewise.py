"""Whether one word tells what another does: in another spelling or form, or by a synonym."""

from __future__ import annotations

from rapidfuzz import fuzz

from fogline.lineage.contrasts import mean_the_same
from fogline.lineage.tokens import skeleton

SPELLED = 75  # rapidfuzz ratio from which two words are spellings or forms of one


def is_told(word: str, other: str) -> bool:
    """Whether two folded words are one in another spelling or form, or mean the same."""
    spelled = skeleton(word) == skeleton(other) if len(word) > 3 else False
    return spelled or fuzz.ratio(word, other) >= SPELLED or mean_the_same(word, other)
