"""How much of a telling two others tell together, and each alone."""

from __future__ import annotations

from fogline.lineage.alignment import IN_FULL, View
from fogline.lineage.gist import Gist


def covered(gist: Gist, one: View, other: View) -> tuple[float, float]:
    """The share of a telling that two others tell together, and the least that one of them adds to the other.

    Both views are of the telling.  Shares of its words that count, 0 to 1.
    """
    lengths = gist.lengths
    total = max(1, gist.length)
    first, second = (_shares(view, len(lengths)) for view in (one, other))
    both = sum(n * max(a, b) for n, a, b in zip(lengths, first, second, strict=True)) / total
    parts = [sum(n * share for n, share in zip(lengths, shares, strict=True)) / total for shares in (first, second)]
    return round(both, 4), round(both - max(parts), 4)


def _shares(view: View, sentences: int) -> list[float]:
    """How much of each sentence the other tells."""
    shares = [0.0] * sentences
    for i, _, share in view.links:
        shares[i] = min(1.0, share / IN_FULL)
    return shares
