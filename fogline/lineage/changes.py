"""What a sentence changed in meaning against the sentence that it was taken from."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.lineage.edits import anchored, edits
from fogline.lineage.hunks import lay
from fogline.lineage.limits import limits
from fogline.lineage.matches import Change, Match
from fogline.lineage.retellings import retold
from fogline.lineage.senses import senses

CLOSE = 0.7  # share of the shorter sentence's words that both have in order, from which word is laid against word
LOOSE = 0.4  # the same share from which what limits a statement is compared: full paraphrases seldom keep so much
FEWEST = 6  # words of a sentence for that
LEAST = 4  # words of a sentence for the comparison of limits


def find_changes(match: Match) -> list[Change]:
    """All changes of one pair of sentences, each once."""
    if match.altered.text == match.original.text:
        return []
    laid = lay(match.original.tokens, match.altered.tokens)
    shorter = min(len(match.original.tokens), len(match.altered.tokens))
    if laid.share >= CLOSE and shorter >= FEWEST:
        found = list(dict.fromkeys(edits(match, laid)))
    else:
        found = list(dict.fromkeys(retold(match)))
        found += _further(found, anchored(match, laid))
        found += _further(found, senses(match))
    return [*found, *_further(found, limits(match) if laid.share >= LOOSE and shorter >= LEAST else ())]


def _further(found: Iterable[Change], more: Iterable[Change]) -> list[Change]:
    """Of further changes those of a kind that was not found yet."""
    kinds = {change.kind for change in found}
    return [change for change in dict.fromkeys(more) if change.kind not in kinds]
