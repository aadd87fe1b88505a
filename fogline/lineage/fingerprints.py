"""Which tellings are worth laying side by side.  Never all pairs.

Two indexes: word sequences (MinHash and banding) find copies, however edited; pairs of names and numbers that stand in
one sentence find paraphrases, which keep few word sequences but who, where and how many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from rensa import RMinHash

from fogline.language import words
from fogline.lineage.tellings import Telling

Pair = tuple[int, int]

PERMUTATIONS = 96
ROWS = 3  # of a band: 32 bands of 3 find a likeness of 0.3 with 58 of 100, of 0.5 with 98
SEED = 5
SHINGLE = 3  # words
CROWD = 24  # a key that more tellings share than this is no clue; a band of more is linked in a line
FEWEST_KEYS = 3  # pairs of names and numbers that two tellings must share
NEAREST = 24  # candidates that a telling keeps from the second index
MAX_ANCHORS = 10  # of one sentence


def near_copies(tellings: Sequence[Telling]) -> list[Pair]:
    """Pairs that share word sequences, lower index first, sorted."""
    buckets: dict[tuple[int, ...], list[int]] = {}
    for index, telling in enumerate(tellings):
        digest = _digest(telling.text)
        for band in range(0, PERMUTATIONS, ROWS):
            buckets.setdefault((band, *digest[band : band + ROWS]), []).append(index)
    return sorted({pair for members in buckets.values() for pair in _link(members)})


def _digest(text: str) -> list[int]:
    """The MinHash signature of a text's word sequences."""
    folded = words(text)
    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.update([" ".join(folded[i : i + SHINGLE]) for i in range(max(1, len(folded) - SHINGLE + 1))])
    return list(sketch.digest())


def _link(members: Sequence[int]) -> Iterable[Pair]:
    """All pairs of a small bucket; of a crowd each with the next and with the first, so that the cost is linear."""
    if len(members) <= CROWD:
        return combinations(members, 2)
    return [*pairwise(members), *((members[0], other) for other in members[2:])]


def paraphrases(tellings: Sequence[Telling], among: Sequence[int]) -> list[Pair]:
    """Pairs of the tellings `among` that join the same names and numbers, lower index first, sorted."""
    holders: dict[tuple[str, str], list[int]] = {}
    for index in among:
        for key in name_pairs(tellings[index]):
            holders.setdefault(key, []).append(index)
    shared: Counter[Pair] = Counter()
    for members in holders.values():
        if 2 <= len(members) <= CROWD:
            shared.update(combinations(members, 2))
    return _nearest({pair: count for pair, count in shared.items() if count >= FEWEST_KEYS})


def name_pairs(telling: Telling) -> dict[tuple[str, str], None]:
    """The pairs of names and numbers that stand in one sentence, each once."""
    found: dict[tuple[str, str], None] = {}
    for sentence in telling.sentences:
        for left, right in combinations(sentence.anchors[:MAX_ANCHORS], 2):
            found[(left, right) if left < right else (right, left)] = None
    return found


def _nearest(shared: Mapping[Pair, int]) -> list[Pair]:
    """The pairs that are among the nearest of one of their two."""
    ranked: dict[int, list[tuple[int, Pair]]] = {}
    for pair, count in shared.items():
        for index in pair:
            ranked.setdefault(index, []).append((-count, pair))
    return sorted({pair for rows in ranked.values() for _, pair in sorted(rows)[:NEAREST]})
