"""Figures that were compared under two places, since their sentences name neither: one dispute tells them all.

Of two disputes over figures that share a sentence the one whose figures are all among the other's becomes part of that
other: its claims join the sides that give their figure.  Of two with the same figures the one stays that is under the
place which more of its claims have as their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fogline.records import Anchor, Claim, Corpus, Dispute, DisputeKind, Side
from fogline.records.sources import Sources


def told_once(disputes: Iterable[Dispute], corpus: Corpus, sources: Sources) -> list[Dispute]:
    """The disputes, those over the same figures as one."""
    found = {d.dispute_id: d for d in disputes}
    figures = {i: d for i, d in found.items() if d.kind is DisputeKind.FIGURE}
    wanted = {claim_id for d in figures.values() for side in d.sides for claim_id in side.claim_ids}
    claims = {c.claim_id: c for c in corpus.claims() if c.claim_id in wanted} if wanted else {}
    joined: dict[str, list[Dispute]] = {}
    for dispute_id, keeper in _keepers([_Told.of(d, claims) for d in figures.values()]).items():
        joined.setdefault(keeper, []).append(figures[dispute_id])
    return [
        _with(dispute, joined.get(dispute_id, []), claims, sources)
        for dispute_id, dispute in found.items()
        if dispute_id not in figures or dispute_id in joined
    ]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a dispute over figures tells; `rank` orders those with the same figures, the one to keep first."""

    dispute_id: str
    values: frozenset[str]
    anchors: frozenset[Anchor]
    rank: tuple[int, int, str]

    @classmethod
    def of(cls, dispute: Dispute, claims: Mapping[str, Claim]) -> _Told:
        """What a dispute tells, whose claims are these by their ids."""
        told = [claims[claim_id] for side in dispute.sides for claim_id in side.claim_ids]
        own = sum(c.place is not None and dispute.place is not None and c.place.key == dispute.place.key for c in told)
        values = frozenset(side.value for side in dispute.sides)
        rank = (-own, -len(told), dispute.dispute_id)
        return cls(dispute.dispute_id, values, frozenset(c.anchor for c in told), rank)


def _keepers(told: Iterable[_Told]) -> dict[str, str]:
    """For each dispute the one that it is told in: itself, or the first with its figures or more, which is so too."""
    keepers: dict[str, str] = {}
    kept: dict[Anchor, list[_Told]] = {}
    for one in sorted(told, key=lambda t: (-len(t.values), *t.rank)):
        near = {other.dispute_id: other for anchor in one.anchors for other in kept.get(anchor, ())}
        fuller = [other for other in near.values() if one.values <= other.values]
        best = min(fuller, key=lambda t: (-len(t.values), *t.rank), default=one)
        keepers[one.dispute_id] = best.dispute_id
        if best is one:
            for anchor in one.anchors:
                kept.setdefault(anchor, []).append(one)
    return keepers


def _with(dispute: Dispute, others: Iterable[Dispute], claims: Mapping[str, Claim], sources: Sources) -> Dispute:
    """A dispute with what the others tell of its figures."""
    if not any(other is not dispute for other in others):
        return dispute
    sides = []
    for side in dispute.sides:
        same = [s for other in others for s in other.sides if s.value == side.value]
        ids = tuple(sorted({claim_id for s in same for claim_id in s.claim_ids}))
        speakers = tuple(sorted({speaker for s in same for speaker in s.speakers}))
        sides.append(Side(side.value, speakers, ids, sources.independent(claims[claim_id] for claim_id in ids)))
    ordered = sorted(sides, key=lambda s: (-s.origins, s.value, s.claim_ids))
    return Dispute(dispute.attribute, dispute.kind, dispute.place, tuple(ordered))
