"""Figures of one thing that cannot both be right.

Compared are numbers of the same unit, for the same type of claim, place, parties and time, and of the same sort of
harm (killed, wounded, displaced, detained).  They contradict each other where no number lies in both ranges and neither
their origins nor their cited sources are the same.  The same figure, rounded, is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from fogline.control.contradictions import Bar
from fogline.control.rules import rules
from fogline.language.words import words
from fogline.records import Claim, ClaimType, Quantity, Status

NEAR = 0.1  # a share of the larger number: figures this near are roundings of one another

Counted = tuple[Claim, Quantity]


def iter_conflicts(claims: list[Claim], bar: Bar) -> Iterator[tuple[Counted, Counted]]:
    """Every two figures of these claims, of one place, that contradict each other."""
    counted = [(c, q) for c in claims if c.status is Status.ASSERTED for q in c.quantities]
    for one, other in combinations(counted, 2):
        if _same_thing(one, other, bar) and not _agree(one[1], other[1]) and bar.apart(one[0], other[0]):
            yield one, other


def _same_thing(one: Counted, other: Counted, bar: Bar) -> bool:
    (left, q), (right, p) = one, other
    return (
        left.type is right.type
        and q.unit == p.unit
        and _sort_of_harm(left) == _sort_of_harm(right)
        and bar.sources.compatible(left.actors, right.actors)
        and bar.sources.compatible(left.targets, right.targets)
        and (left.place is not None or bool(left.actors and right.actors))
        and bar.meet(left, right, slack_days=0)
    )


def _sort_of_harm(claim: Claim) -> frozenset[str]:
    if claim.type is not ClaimType.HARM:
        return frozenset()
    return frozenset(rules().harm[word] for word in words(claim.act.quote) if word in rules().harm)


def _agree(one: Quantity, other: Quantity) -> bool:
    low, high = max(one.low, other.low), min(one.high, other.high)
    return low - high <= NEAR * max(one.high, other.high)
