"""Items gathered into groups by what speaks for and against each pair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


def gather(items: Iterable[int], evidence: Mapping[Pair, float]) -> list[list[int]]:
    """The groups for which most speaks: each sorted, by their first item.

    The two groups that most speaks for are made one, again and again, as long as more speaks for it than against it:
    the sum over their pairs.  So one likeness by chance joins no two groups that are unlike otherwise.
    Cost: pairs times the square of a logarithm.
    """
    members = {item: [item] for item in items}
    ties: dict[int, dict[int, float]] = {item: {} for item in members}
    for (low, high), weight in evidence.items():
        ties[low][high] = ties[high][low] = weight
    queue = [(-weight, low, high) for (low, high), weight in evidence.items() if weight > 0]
    heapify(queue)
    while queue:
        weight, low, high = heappop(queue)
        if ties.get(low, {}).get(high) != -weight:
            continue  # what is now of another group, or is weighed anew
        kept, gone = (low, high) if len(ties[low]) >= len(ties[high]) else (high, low)
        members[kept] += members.pop(gone)
        for other, more in _absorb(ties, kept, gone):
            heappush(queue, (-more, min(kept, other), max(kept, other)))
    return sorted(sorted(group) for group in members.values())


def _absorb(ties: dict[int, dict[int, float]], kept: int, gone: int) -> list[tuple[int, float]]:
    """Give one group the ties of another; the new ones for which something speaks."""
    mine, theirs = ties[kept], ties.pop(gone)
    del mine[gone], theirs[kept]
    for other, weight in theirs.items():
        del ties[other][gone]
        mine[other] = ties[other][kept] = mine.get(other, 0.0) + weight
    return [(other, mine[other]) for other in theirs if mine[other] > 0]
