"""Of each sentence of a report, the sentences of its source that it may retell: for whoever compares their meaning.

Links (`alignment.py`) ask for words in common and an order that is kept; a full paraphrase has little of either.  Here
every sentence has a passage: those that share most with it, where they stand in the source counting a little.
"""

from __future__ import annotations

from fogline.lineage.alignment import shares
from fogline.lineage.tellings import Telling

MOST = 3  # sentences of a passage
PLACE = 0.3  # what counts as much as this share of the words: standing at the same part of the report
BESIDE = 0.4  # of the best one's worth, that a further sentence must have


def passages(told: Telling, source: Telling) -> list[tuple[int, ...]]:
    """For each sentence of the first telling the numbers of the other's, the likeliest first."""
    rows, columns = len(told.sentences), len(source.sentences)
    found = []
    for i, held in enumerate(shares(told, source)):
        worth = [held.get(j, 0.0) + PLACE * (1 - abs(_part(i, rows) - _part(j, columns))) for j in range(columns)]
        best = sorted(range(columns), key=lambda j: (-worth[j], -j))[:MOST]
        found.append(tuple(j for j in best if worth[j] >= BESIDE * worth[best[0]]))
    return found


def _part(at: int, count: int) -> float:
    """Where a sentence stands: 0 for the first, 1 for the last."""
    return at / max(1, count - 1)
