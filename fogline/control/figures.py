"""Figures of one thing that cannot both be right.

Compared are numbers of the same unit, for the same type of claim, place, parties and time, and of the same sort of
harm (killed, wounded, displaced, detained).  They contradict each other where no number lies in both ranges and neither
their origins nor their cited sources are the same.  The same figure, rounded, is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from fogline.control.alike import Alike, components
from fogline.control.contradictions import Bar
from fogline.control.rules import rules
from fogline.language.words import words
from fogline.records import Claim, ClaimType, Quantity, Status

NEAR = 0.1  # a share of the larger number: figures this near are roundings of one another

Counted = tuple[Claim, Quantity]


def conflicts(claims: Iterable[Claim], bar: Bar) -> Iterator[list[Counted]]:
    """The figures of these claims, of one place, that hang together by contradiction, in the order of claim ids."""
    counting = [c for c in claims if c.status is Status.ASSERTED and c.quantities]
    if not bar.some_apart(counting):
        return
    alike = Alike.of(counting, lambda c: (c.quantities, _sort_of_harm(c)))
    edges: list[tuple[int, int]] = []
    disputed: dict[int, dict[Quantity, None]] = {}  # a class of claims -> those of its figures that others contradict
    for i, j in bar.near(alike.heads, slack_days=0):
        for one, other in _contradicting(alike.heads[i], alike.heads[j], bar):
            edges.append((i, j))
            disputed.setdefault(i, {})[one] = None
            disputed.setdefault(j, {})[other] = None
    for group in components(edges):
        figures = {c.claim_id: disputed[number] for number in group for c in alike.classes[number]}
        yield [(c, q) for c in alike.members(group) for q in figures[c.claim_id]]


def _contradicting(left: Claim, right: Claim, bar: Bar) -> Iterator[tuple[Quantity, Quantity]]:
    if left.type is right.type and bar.apart(left, right):
        for q, p in product(left.quantities, right.quantities):
            if not _agree(q, p) and _same_thing((left, q), (right, p), bar):
                yield q, p


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
