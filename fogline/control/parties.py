"""Who stands with whom: rivals cannot both hold a place, allies can.

Two actors of one side are one party.  Beyond that, a record tells its own friends and foes: those who act together
(in one claim, or doing the same in one sentence) or back one another are allied, unless the record has them fight each
other more often.  Two actors of whom it tells neither may share a place only where they fight somebody in common and
neither fights the other's friends: units and wings of one army are rarely introduced, rivals usually fight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from fogline.records import Claim, ClaimType, Corpus, Status
from fogline.records.sources import Sources, key_of

Pair = tuple[str, str]
NOBODY: frozenset[str] = frozenset()
_TOGETHER = frozenset({ClaimType.CAPTURE, ClaimType.HOLD, ClaimType.ADVANCE, ClaimType.CLASH, ClaimType.ATTACK})
_AGAINST = frozenset({ClaimType.CAPTURE, ClaimType.CLASH, ClaimType.ATTACK, ClaimType.BESIEGE})
_JOINT = frozenset({ClaimType.CAPTURE, ClaimType.ADVANCE, ClaimType.HOLD})
_TIES = frozenset({ClaimType.SUPPORT, ClaimType.FORM})


@dataclass(frozen=True, slots=True)
class Parties:
    """The ties between sides, as the claims tell them."""

    allies: Mapping[str, frozenset[str]]
    enemies: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, corpus: Corpus, sources: Sources) -> Parties:
        """Count for every two sides how often they act together and how often against one another."""
        asserted = [claim for claim in corpus.claims() if claim.status is Status.ASSERTED]
        balance: Counter[Pair] = Counter()
        for claim in asserted:
            for pair, weight in _ties(claim, sources):
                balance[pair] += weight
        balance.update(_joint_acts(asserted, sources))
        return cls(_sides_of(p for p, w in balance.items() if w > 0), _sides_of(p for p, w in balance.items() if w < 0))

    def allied(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Whether a side of the left is, or is allied to, a side of the right."""
        theirs = frozenset(right)
        return any(a in theirs or self.allies.get(a, NOBODY) & theirs for a in left)

    def hostile(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Whether a side of the left is told fighting a side of the right, or a friend of it."""
        theirs = frozenset(right)
        circle = theirs.union(*(self.allies.get(b, NOBODY) for b in theirs))
        return any(self.enemies.get(a, NOBODY) & circle for a in left)

    def foes(self, sides: Iterable[str]) -> frozenset[str]:
        """The sides that are told fighting these."""
        return frozenset().union(*(self.enemies.get(side, NOBODY) for side in sides))

    def may_share(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Whether both may hold one place: allied, or fighting somebody in common and not each other's friends."""
        mine, theirs = frozenset(left), frozenset(right)
        return self.allied(mine, theirs) or any(self._share(a, b) for a in mine for b in theirs)

    def _share(self, a: str, b: str) -> bool:
        foes, their_foes = self.enemies.get(a, NOBODY), self.enemies.get(b, NOBODY)
        against = foes & (self.allies.get(b, NOBODY) | {b}) or their_foes & (self.allies.get(a, NOBODY) | {a})
        return bool(foes & their_foes) and not against


def _ties(claim: Claim, sources: Sources) -> Iterable[tuple[Pair, int]]:
    actors, targets = sorted(sources.sides_of(claim.actors)), sorted(sources.sides_of(claim.targets))
    if claim.type in _TOGETHER:
        yield from ((_pair(a, b), 1) for i, a in enumerate(actors) for b in actors[i + 1 :])
    sign = -1 if claim.type in _AGAINST else 1 if claim.type in _TIES else 0
    if sign:
        yield from ((_pair(a, b), sign) for a in actors for b in targets if a != b)


def _joint_acts(claims: Iterable[Claim], sources: Sources) -> Counter[Pair]:
    """Pairs of sides that do the same at one place in one sentence, one for each such sentence."""
    acts: dict[tuple[object, ...], set[str]] = {}
    for claim in claims:
        if claim.type in _JOINT and claim.place is not None and claim.actors:
            act = (claim.anchor, claim.type, key_of(claim.place), claim.period)
            acts.setdefault(act, set()).update(sources.sides_of(claim.actors))
    return Counter(pair for sides in acts.values() for pair in combinations(sorted(sides), 2))


def _sides_of(pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for a, b in pairs:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {side: frozenset(others) for side, others in found.items()}


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
