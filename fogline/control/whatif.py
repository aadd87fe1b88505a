"""What follows if a place passes to another side: which places lose which, which crossings remain, what is said.

1. A side may pass a place that it or its ally holds, and one that nobody is told to hold; one held by another cuts.
   A disputed place cuts nobody.
2. Two places hang together where ways lead from one to the other over places that the side may pass.
3. What the place leaves apart of what hung together before is what the side would lose.  Ends that a sentence tells
   as one end of a way stay together: nobody says that they would be cut from one another.
4. What reports themselves say would follow is quoted: whatever a sentence makes hang on the taking of the place.
Source: docs/decisions/0037-the-network.md
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.control.crossings import CrossingRow, Hands, crossings_of
from fogline.control.edges import NOT_SO, Edge, hinges
from fogline.control.network import Network
from fogline.control.nodes import Node, NodeKind
from fogline.control.parties import Parties
from fogline.control.rules import rules
from fogline.control.sides import weigh
from fogline.records import Claim, ClaimType, Control, Corpus, Holding, Name
from fogline.records.sources import Sources

SURE = frozenset({Control.HELD, Control.CONTESTED})


@dataclass(frozen=True, slots=True)
class SideAfter:
    """What a side would have.  `parts`: the places that hung together by way of the place, as they would be apart.

    Shape: keys of nodes; one part or none means that nothing comes apart.  `edges` are the ways that it would lose.
    `untold`: its places of which no way is told at all; `unreached`: what lies beyond and no place of it would reach.
    """

    side: str
    holder: str
    parts: tuple[tuple[str, ...], ...]
    edges: tuple[Edge, ...]
    crossings: tuple[CrossingRow, ...]
    untold: tuple[str, ...]
    unreached: tuple[str, ...] = ()

    @property
    def left(self) -> tuple[CrossingRow, ...]:
        """The crossings that it still has."""
        return tuple(row for row in self.crossings if row.left)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The answer.  `holding` is what the record has of the place on that day; `told`: what reports say would follow."""

    place: Node
    actor: str
    day: date
    holding: Holding | None
    already: bool
    sides: tuple[SideAfter, ...]
    told: tuple[Claim, ...]
    network: Network
    holdings: Mapping[str, Holding]


def what_if(corpus: Corpus, holdings: Iterable[Holding], place: Node, actor: Name, day: date) -> WhatIf:
    """What would follow if `place` passed to `actor` on `day`, by the holdings of that day."""
    sources = weigh(corpus)
    parties, network = Parties.of(corpus, sources), Network.of(corpus)
    held = _by_node(network, (h for h in holdings if h.covers(day)))
    taker = sources.side(actor)
    now = held.get(place.key)
    already = now is not None and now.status in SURE and now.holder is not None and parties.allied(
        {sources.side(now.holder)}, {taker}
    )  # fmt: skip
    world = _World(network, held, sources, parties, day, actor.text)
    camps = {world.own(side): side for side in reversed(world.sides()) if not parties.allied({side}, {taker})}
    others = [side for side in world.sides() if side in camps.values()]
    sides = tuple(world.after(side, place.key) for side in others) if not already else ()
    kept = tuple(s for s in sides if s.parts or place.key in world.own(s.side))
    return WhatIf(place, actor.text, day, now, already, kept, _told(network, place), network, held)


def _by_node(network: Network, holdings: Iterable[Holding]) -> dict[str, Holding]:
    """The holding of each node; of a town and its province that of the town."""
    found: dict[str, Holding] = {}
    for holding in sorted(holdings, key=lambda h: (" province" in h.place.text.lower(), h.place.text, h.holding_id)):
        node = network.nodes.node(holding.place)
        if node is not None:
            found.setdefault(node.key, holding)
    return found


@dataclass(frozen=True, slots=True)
class _World:
    """The network on a day, as each side may travel it."""

    network: Network
    held: Mapping[str, Holding]
    sources: Sources
    parties: Parties
    day: date
    taker: str

    def sides(self) -> list[str]:
        """The sides that hold something, those of most places first."""
        tally = Counter(self.sources.side(h.holder) for h in self.held.values() if h.holder and h.status in SURE)
        return sorted(tally, key=lambda side: (-tally[side], side))

    def own(self, side: str) -> frozenset[str]:
        """The places that a side or its ally holds."""
        return frozenset(key for key, h in self.held.items() if self._is_own(side, h))

    def _is_own(self, side: str, holding: Holding) -> bool:
        return holding.holder is not None and self.parties.allied({self.sources.side(holding.holder)}, {side})

    def passes(self, side: str, key: str, lost: str | None = None) -> bool:
        """Whether a side may pass a place, `lost` being in other hands."""
        holding = self.held.get(key)
        if key == lost:
            return False
        return holding is None or holding.status not in SURE or holding.holder is None or self._is_own(side, holding)

    def after(self, side: str, place: str) -> SideAfter:
        """What a side would have without a place."""
        own = self.own(side) - {place}
        before = self.network.parts(lambda key: self.passes(side, key), self.day)
        after = self.network.parts(lambda key: self.passes(side, key, place), self.day)
        sites = self.network.sites()
        together = [key for key in sorted(before.get(place, ())) if key != place and key not in sites]
        parts = _parts(together, after, self.network)
        lost = tuple(
            e for e in self.network.usable(lambda key: self.passes(side, key), self.day)
            if (place in e.ends or place in e.through) and not sites & set(e.ends)
        )  # fmt: skip
        held = place in self.own(side) or any(key in own for part in parts for key in part)
        cut = parts if len(parts) > 1 and held else ()
        untold = [key for key in sorted(own - set(before)) if self._is_place(key)]
        gone = self._beyond(before, own | {place}) - self._beyond(after, own) if place in self.own(side) else ()
        edges = lost if cut or gone else ()
        return SideAfter(
            side, self._called(side), cut, edges, self._crossings(side, own, place), tuple(untold), tuple(sorted(gone))
        )

    def _beyond(self, parts: Mapping[str, frozenset[str]], own: frozenset[str]) -> frozenset[str]:
        """What lies beyond and is reached from places of a side, by ways that it may travel."""
        reached = frozenset(end for key in own for end in parts.get(key, ()))
        home = self._home(own)
        ends = (self.network.named[key] for key in reached)
        return frozenset(n.key for n in ends if n.kind is NodeKind.BEYOND and (n.country is None or n.country != home))

    def _home(self, own: frozenset[str]) -> str | None:
        """The country of most of a side's places."""
        tally = Counter(n.country for key in own if (n := self.network.named.get(key)) and n.country)
        return min(tally, key=lambda iso: (-tally[iso], iso), default=None)

    def _is_place(self, key: str) -> bool:
        node = self.network.named.get(key)
        return node is not None and node.kind is NodeKind.PLACE

    def _speaks(self, outlet: Claim, side: str) -> bool:
        """Whether it speaks of the side, and of the day: what is told was so for some days before."""
        lately = timedelta(days=rules().lately_days)
        told = outlet.period is None or outlet.period.first - lately <= self.day
        return told and self.parties.allied(self.sources.sides_of(outlet.actors), {side})

    def _called(self, side: str) -> str:
        tally = Counter(h.holder.text for h in self.held.values() if h.holder and self.sources.side(h.holder) == side)
        return min(tally, key=lambda name: (-tally[name], name))

    def _crossings(self, side: str, own: frozenset[str], lost: str) -> tuple[CrossingRow, ...]:
        others = {k: h.holder.text for k, h in self.held.items() if h.holder and not self.passes(side, k, None)}
        claims = {k: h.supports for k, h in self.held.items()}
        outlets = {
            key: told for key, claims_ in self.network.outlets().items()
            if (told := tuple(c for c in claims_ if self._speaks(c, side)))
        }  # fmt: skip
        others[lost] = self.taker
        return crossings_of(self.network, Hands(own, others, claims, outlets, self._home(own)), self.day)


def _parts(together: list[str], after: Mapping[str, frozenset[str]], network: Network) -> tuple[tuple[str, ...], ...]:
    """What hung together, by what would still hang together; the largest part first.

    Ends that lie beyond (another state) belong to every part that still reaches them: they join no parts.
    """
    passing = [key for key in together if network.named[key].passes]
    group = {key: {key} for key in passing}
    pairs = [(a, b) for a in passing for b in passing if a < b and (b in after.get(a, ()) or (a, b) in network.peers)]
    for a, b in pairs:
        if group[a] is not group[b]:
            merged = group[a] | group[b]
            for key in merged:
                group[key] = merged
    parts = {tuple(sorted(part)) for part in map(frozenset, group.values())}
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))


def _told(network: Network, place: Node) -> tuple[Claim, ...]:
    """What sentences make hang on the taking of a place, and closings that they tell of as possible with it."""
    found = []
    for claims in network.sentences.values():
        about = [c for c in claims if c.place is not None and network.nodes.node(c.place) == place]
        if not about and not any(_ends_at(c, place, network) for c in claims):
            continue
        for claim in claims:
            taking = claim in about and claim.type in rules().takes
            hung = any(c in about for c in hinges(claim, claims, network.nodes))
            closing = claim.type is ClaimType.CLOSE and bool(about)
            if claim.status in NOT_SO and not taking and (hung or closing):
                found.append(claim)
    return tuple(found)


def _ends_at(claim: Claim, place: Node, network: Network) -> bool:
    return any(network.nodes.node(t) == place for t in claim.targets if claim.type is ClaimType.LINK)
