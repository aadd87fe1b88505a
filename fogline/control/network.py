"""The network of a record: its places, the edges between them, and which ways are shut on a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from fogline.control.edges import Edge, EdgeKind, Ends, draw_edges, ends_of, way_ends
from fogline.control.nodes import Node, NodeKind, Nodes, names_of, network_words
from fogline.language.words import fold, words
from fogline.records import Anchor, Claim, ClaimType, Corpus, Name, Status

Open = Callable[[str], bool]  # whether one may pass a place, by its key
LONGEST_OUTLET = 6  # words between "only" and "gateway"


@dataclass(frozen=True, slots=True)
class Network:
    """`shut`: of each crossing or way, by its key or ends, the claims that close or reopen it, the earliest first.

    `peers`: ends that sentences tell together, as one end of a way.  `sentences`: the claims by their sentence.
    """

    nodes: Nodes
    named: Mapping[str, Node]
    edges: tuple[Edge, ...]
    shut: Mapping[str | Ends, tuple[Claim, ...]]
    peers: frozenset[Ends]
    sentences: Mapping[Anchor, tuple[Claim, ...]]

    @classmethod
    def of(cls, corpus: Corpus) -> Network:
        """The network that the claims of a corpus tell, whatever the order of its reports."""
        nodes = Nodes.of(corpus)
        claims = sorted(corpus.claims(), key=lambda c: (c.anchor, c.act, c.claim_id))
        named: dict[str, Node] = {}
        for name in names_of(claims):
            for node in _nodes_of(name, nodes):
                named[node.key] = min(named.get(node.key, node), node, key=_better)
        by_sentence: dict[Anchor, list[Claim]] = {}
        for claim in claims:
            by_sentence.setdefault(claim.anchor, []).append(claim)
        sentences = {anchor: tuple(told) for anchor, told in by_sentence.items()}
        edges = draw_edges(sentences, nodes, named)
        return cls(nodes, named, edges, _shut(claims, nodes), _peers(sentences, nodes), sentences)

    def closed(self, what: str | Ends, day: date) -> Claim | None:
        """The claim that a crossing or way is shut, where the last word by that day says so."""
        told = [c for c in self.shut.get(what, ()) if c.period is not None and c.period.first <= day]
        return told[-1] if told and told[-1].type is ClaimType.CLOSE else None

    def usable(self, passable: Open, day: date) -> tuple[Edge, ...]:
        """The edges that one can travel on that day, where these places may be passed."""
        return tuple(
            edge for edge in self.edges
            if edge.kind is not EdgeKind.BORDER and not edge.doubt
            and all(passable(key) for key in (*edge.ends, *edge.through))
            and not any(self.closed(what, day) for what in (*edge.ends, edge.ends))
        )  # fmt: skip

    def parts(self, passable: Open, day: date) -> dict[str, frozenset[str]]:
        """For each place that a usable edge joins to another, all that hang together with it."""
        beside: dict[str, set[str]] = {}
        for edge in self.usable(passable, day):
            one, other = edge.ends
            beside.setdefault(one, set()).add(other)
            beside.setdefault(other, set()).add(one)
        found: dict[str, frozenset[str]] = {}
        for key in sorted(beside):
            if key not in found and self.named[key].passes:
                part = self._reached(key, beside)
                found |= {k: part for k in part if self.named[k].passes}
        return found

    def _reached(self, start: str, beside: Mapping[str, Iterable[str]]) -> frozenset[str]:
        seen, todo = {start}, [start]
        while todo:
            here = todo.pop()
            if self.named[here].passes:
                fresh = set(beside[here]) - seen
                seen |= fresh
                todo += sorted(fresh)
        return frozenset(seen)

    def edges_at(self, key: str) -> tuple[Edge, ...]:
        """The edges that end in a place or run through it."""
        return tuple(e for e in self.edges if key in e.ends or key in e.through)

    def sites(self) -> frozenset[str]:
        """The sites in towns, such as a bridge: what is told of the town is enough."""
        parts = (e.ends for e in self.edges if e.kind is EdgeKind.PART)
        return frozenset(site for town, site in parts if site.startswith(f"{town} "))

    def outlets(self) -> dict[str, tuple[Claim, ...]]:
        """The claims that call a place somebody's only way out, by the place."""
        found: dict[str, tuple[Claim, ...]] = {}
        for claims in self.sentences.values():
            for claim in claims:
                if is_only_outlet(claim) and claim.place is not None and (node := self.nodes.node(claim.place)):
                    found[node.key] = (*found.get(node.key, ()), claim)
        return found


def is_only_outlet(claim: Claim) -> bool:
    """Whether it says "its only gateway", in whatever words, and says so of a place in somebody's hands."""
    told = network_words()
    if claim.type is not ClaimType.HOLD or claim.status is not Status.ASSERTED or not claim.actors:
        return False
    if fold(claim.act.quote) not in told.outlet:
        return False
    before = words(claim.anchor.quote[: max(0, claim.act.start - claim.anchor.start)])
    return bool(set(before[-LONGEST_OUTLET:]) & told.only)


def _nodes_of(name: Name, nodes: Nodes) -> tuple[Node, ...]:
    """The node of a name; of a way that goes by its ends, both ends."""
    ends = way_ends(name, nodes)
    if ends is not None:
        return ends
    node = nodes.node(name)
    return (node,) if node is not None else ()


def _better(node: Node) -> tuple[bool, bool, int, str]:
    return (node.lat is None, node.name.lower().endswith(" province"), len(node.name), node.name)


def _shut(claims: Iterable[Claim], nodes: Nodes) -> dict[str | Ends, tuple[Claim, ...]]:
    """Closings and reopenings that are told as facts; on one day a reopening is the later word."""
    found: dict[str | Ends, list[Claim]] = {}
    for claim in claims:
        if claim.type not in (ClaimType.CLOSE, ClaimType.REOPEN) or claim.status is not Status.ASSERTED:
            continue
        if claim.place is None or claim.period is None or _is_excepted(claim):
            continue
        ends, node = way_ends(claim.place, nodes), nodes.node(claim.place)
        if ends is not None:
            found.setdefault(ends_of(*ends), []).append(claim)
        elif node is not None and node.kind is NodeKind.CROSSING:
            found.setdefault(node.key, []).append(claim)
    return {what: tuple(sorted(told, key=_order)) for what, told in found.items()}


def _order(claim: Claim) -> tuple[date, bool, str]:
    assert claim.period is not None
    return (claim.period.last, claim.type is ClaimType.REOPEN, claim.claim_id)


def _is_excepted(claim: Claim) -> bool:
    """As in "shut every crossing except Karsin": Karsin stays open."""
    name = re.escape(claim.place.text) if claim.place else ""
    marks = "|".join(sorted(network_words().excepted, key=len, reverse=True))
    return bool(re.search(rf"\b(?:{marks})\s+(?:the |at |for )?{name}", claim.anchor.quote, re.IGNORECASE))


def _peers(sentences: Mapping[Anchor, tuple[Claim, ...]], nodes: Nodes) -> frozenset[Ends]:
    """Ends of one way that a sentence joins by nothing but "and": they are one end, unless they are all its ends."""
    found: set[Ends] = set()
    for anchor, claims in sentences.items():
        ends: dict[int, tuple[int, Node]] = {}
        for claim in claims:
            for target in claim.targets if claim.type is ClaimType.LINK else ():
                bare = re.sub(r" province$", "", target.text)
                at, node = anchor.quote.find(bare), nodes.node(target)
                if at >= 0 and node is not None:
                    ends[at] = (at + len(bare), node)
        order = sorted(ends.items())
        for (start, (end, one)), (after, (_, other)) in pairwise(order):
            joined = re.fullmatch(r"\s*(?:provinces?)?\s*,?\s*(?:and|or|,)\s+(?:the )?", anchor.quote[end:after])
            opened = re.search(r"(?:between|link\w*|connect\w*|join\w*)\s+(?:the )?$", anchor.quote[:start])
            if joined and not opened:
                found.add(ends_of(one, other))
    return frozenset(found)
