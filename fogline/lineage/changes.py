"""What a sentence changed in meaning against the sentence that it was taken from."""

from __future__ import annotations

from fogline.lineage.edits import anchored, edits
from fogline.lineage.hunks import lay
from fogline.lineage.matches import Change, Match
from fogline.lineage.retellings import retold

CLOSE = 0.7  # share of the shorter sentence's words that both have in order, from which word is laid against word
FEWEST = 6  # words of a sentence for that


def find_changes(match: Match) -> list[Change]:
    """All changes of one pair of sentences, each once."""
    if match.altered.text == match.original.text:
        return []
    laid = lay(match.original.tokens, match.altered.tokens)
    shorter = min(len(match.original.tokens), len(match.altered.tokens))
    if laid.share >= CLOSE and shorter >= FEWEST:
        return list(dict.fromkeys(edits(match, laid)))
    found = list(dict.fromkeys(retold(match)))
    kinds = {change.kind for change in found}
    return [*found, *(c for c in dict.fromkeys(anchored(match, laid)) if c.kind not in kinds)]
