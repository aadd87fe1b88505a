"""The figures of coreference: MUC, B³, CEAF by entities, and their mean, the CoNLL F1.

A partition is a list of sets of mentions; both partitions are over the same mentions.  Sources: Vilain et al. 1995,
Bagga and Baldwin 1998, Luo 2005, Pradhan et al. 2014.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

Cluster = AbstractSet[Hashable]
Clusters = Sequence[Cluster]


def conll(given: Clusters, gold: Clusters) -> dict[str, float]:
    """F1 of the three, and their mean.  Raises: ImportError where scipy is not installed (`.[bench]` has it)."""
    found = {"muc": muc(given, gold), "b3": b_cubed(given, gold), "ceafe": ceafe(given, gold)}
    return found | {"conll": sum(found.values()) / len(found)}


def muc(given: Clusters, gold: Clusters) -> float:
    """F1 of the links that it takes to make each set."""
    return _f1(_links(gold, given), _links(given, gold))


def b_cubed(given: Clusters, gold: Clusters) -> float:
    """F1 of the mean share, over mentions, of a mention's set that is right and that is found."""
    mine, theirs = _owner(given), _owner(gold)
    if not mine:
        return 0.0
    shared = {mention: len(mine[mention] & theirs[mention]) for mention in mine}
    recall = sum(shared[m] / len(theirs[m]) for m in mine) / len(mine)
    return _f1(recall, sum(shared[m] / len(mine[m]) for m in mine) / len(mine))


def ceafe(given: Clusters, gold: Clusters) -> float:
    """F1 of the best one-to-one matching of sets, each pair as alike as its mentions are shared."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    if not given or not gold:
        return 0.0
    alike = np.array([[2 * len(one & other) / (len(one) + len(other)) for other in gold] for one in given])
    rows, columns = linear_sum_assignment(-alike)
    total = float(alike[rows, columns].sum())
    return _f1(total / len(gold), total / len(given))


def _links(whole: Clusters, parts: Clusters) -> float:
    """The share of the links of `whole` that `parts` have too."""
    owner = {mention: i for i, cluster in enumerate(parts) for mention in cluster}
    asked = sum(len(cluster) - 1 for cluster in whole)
    kept = sum(len(cluster) - len({owner.get(mention, mention) for mention in cluster}) for cluster in whole)
    return kept / asked if asked else 0.0


def _owner(clusters: Iterable[Cluster]) -> Mapping[Hashable, Cluster]:
    return {mention: cluster for cluster in clusters for mention in cluster}


def _f1(recall: float, precision: float) -> float:
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0
