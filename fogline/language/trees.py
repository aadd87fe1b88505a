"""From the scores of arcs to a tree: every word hangs from one other, one word from the root, and none in a circle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NEVER = np.float32(-1e9)

Heads = NDArray[np.int64]


def tree(scores: NDArray[np.float32]) -> Heads:
    """The best heads of a sentence.

    Shape: scores [W, W + 1], a row a word, column 0 the root, column j word j - 1; gives [W], 0 for the root.
    The best head of each word is a tree nine times in ten; only otherwise the maximum spanning tree is sought.
    Source: Chu and Liu 1965, Edmonds 1967.
    """
    size = len(scores)
    scores = scores.copy()
    scores[np.arange(size), np.arange(1, size + 1)] = NEVER
    heads: Heads = scores.argmax(axis=1)
    roots = np.flatnonzero(heads == 0)
    if len(roots) != 1:
        root = _root(scores, roots)
        scores[:, 0] = NEVER
        scores[root] = NEVER
        scores[root, 0] = 0
        heads = scores.argmax(axis=1)
    if not _circle(heads):
        return heads
    square = np.full((size + 1, size + 1), NEVER, dtype=np.float64)
    square[1:] = scores
    single = int(np.flatnonzero(heads == 0)[0])
    square[1:, 0] = NEVER
    square[single + 1, 0] = 0
    return np.asarray(_spanning(square)[1:], dtype=np.int64)


def _root(scores: NDArray[np.float32], roots: NDArray[np.int64]) -> int:
    """The word that loses most by hanging from another word, among those that want to be the root, or among all."""
    among = roots if len(roots) else np.arange(len(scores))
    rest = scores[among, 1:].max(axis=1) if scores.shape[1] > 1 else np.zeros(len(among))
    return int(among[(scores[among, 0] - rest).argmax()])


def _circle(heads: NDArray[np.int64]) -> list[int]:
    """The words (counted from 1) of one circle; empty where there is none."""
    state = [0] * (len(heads) + 1)  # 0 not seen, else the walk in which it was
    state[0] = -1
    for first in range(1, len(state)):
        walk, at = [], first
        while state[at] == 0:
            state[at] = first
            walk.append(at)
            at = int(heads[at - 1])
        if state[at] == first:
            return walk[walk.index(at) :]
    return []


def _spanning(scores: NDArray[np.float64]) -> list[int]:
    """Heads of the maximum spanning tree from node 0; scores[i, j]: node i hangs from node j."""
    best = scores.argmax(axis=1)
    best[0] = 0
    circle = _circle(best[1:])
    if not circle:
        return [int(head) for head in best]
    outer = np.asarray([i for i in range(len(scores)) if i not in set(circle)])
    inside = np.asarray(circle)
    lost = scores[inside, best[inside]]
    entering = scores[np.ix_(inside, outer)] - lost[:, None]
    small = np.full((len(outer) + 1, len(outer) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outer, outer)]
    small[-1, :-1] = entering.max(axis=0)
    small[:-1, -1] = scores[np.ix_(outer, inside)].max(axis=1)
    found = _spanning(small)
    heads = [int(head) for head in best]
    for i, node in enumerate(outer.tolist()[1:], start=1):
        heads[node] = int(outer[found[i]]) if found[i] < len(outer) else int(inside[scores[node, inside].argmax()])
    entry = int(entering[:, found[-1]].argmax())
    heads[circle[entry]] = int(outer[found[-1]])
    return heads
