"""The edges of a network: which places the reports join, by which words, and what the supplement adds.

1. A link claim joins its place and what it leads to; a link between neighbours is a border, and nobody travels on it.
2. A way named by its ends ("the Karsin-Belmore road"), wherever it is named, joins them.  Where a sentence makes its
   closing hang on the taking of a place, the way runs through that place.
3. "The coastal provinces of Karsin and Belmore", "Karsin on the coast": a place lies in an area.
4. A crossing of the supplement joins its states, and the towns on its road that the record names.
A link of a crossing to a state that the supplement has not beside it is set aside as doubtful, and says so.
Nothing is joined for being near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from fogline.control.nodes import Node, NodeKind, Nodes, names_of, network_words
from fogline.control.rules import rules
from fogline.control.supplement import by_name, crossings
from fogline.language.words import fold, words
from fogline.records import Anchor, Claim, ClaimType, Name, Status, content_id

Ends = tuple[str, str]
NAMED = re.compile(
    r"^(?P<way>[\w ]*?)\s*\b(?:between|from)\s+(?P<one>.+?)\s+(?:and|to)\s+(?P<other>.+)$", re.IGNORECASE
)
HYPHENED = re.compile(r"^(?P<one>[^-–]+(?:-[^-–]+)*?)\s*[-–]\s*(?P<other>[^-–]+(?:-[^-–]+)*?)\s+(?P<way>\w+)$")


class EdgeKind(StrEnum):
    """What joins two places."""

    WAY = "way"
    BORDER = "border"
    PART = "part"  # a place lies in an area


@dataclass(frozen=True, slots=True)
class Edge:
    """Two places that are joined: keys of nodes in order.

    `claim_ids` are the claims that tell it, `entry` what the supplement says; one of both is there.  `through` are the
    places that it runs through by a sentence that makes it hang on them.  `doubt`: why it is not to be relied on.
    """

    ends: Ends
    kind: EdgeKind
    claim_ids: tuple[str, ...] = ()
    entry: str | None = None
    through: tuple[str, ...] = ()
    doubt: str = ""

    @property
    def edge_id(self) -> str:
        """A hash of its ends and kind."""
        return content_id("edge", *self.ends, self.kind)

    @property
    def basis(self) -> str:
        """Where it is from: told by reports, the supplement, or both."""
        told = "told" if self.claim_ids else ""
        return " and ".join(part for part in (told, "supplement" if self.entry else "") if part)


@dataclass(slots=True)
class Draft:
    """An edge in the making."""

    claim_ids: set[str] = field(default_factory=set)
    entries: set[str] = field(default_factory=set)
    through: set[str] = field(default_factory=set)
    doubts: set[str] = field(default_factory=set)


Drafts = dict[tuple[Ends, EdgeKind], Draft]
Sentences = Mapping[Anchor, Sequence[Claim]]


def draw_edges(sentences: Sentences, nodes: Nodes, named: dict[str, Node]) -> tuple[Edge, ...]:
    """The edges of a record, ordered by ends and kind.

    `named` are the nodes that its claims name, by key; areas that only a sentence names are added to them.
    """
    drafts: Drafts = {}
    for claims in sentences.values():
        for claim in claims:
            _link(claim, nodes, drafts)
            _way_by_name(claim, claims, nodes, drafts)
            _site(claim, nodes, named, drafts)
        _areas(claims, nodes, named, drafts)
    _supplement(named, drafts)
    return tuple(
        Edge(
            ends,
            kind,
            tuple(sorted(draft.claim_ids)),
            "; ".join(sorted(draft.entries)) or None,
            tuple(sorted(draft.through)),
            "; ".join(sorted(draft.doubts)),
        )
        for (ends, kind), draft in sorted(drafts.items())
    )


def ends_of(one: Node, other: Node) -> Ends:
    """The keys of two nodes in order."""
    return (one.key, other.key) if one.key < other.key else (other.key, one.key)


def way_ends(name: Name, nodes: Nodes) -> tuple[Node, Node] | None:
    """The ends of a way that goes by its ends: "road between Karsin and Belmore"; `None` for any other name."""
    text = " ".join(name.text.split())
    found = NAMED.match(text) or HYPHENED.match(text)
    if found is None or not set(words(found["way"])) & network_words().way:
        return None
    one, other = nodes.by_text(found["one"]), nodes.by_text(found["other"])
    return (one, other) if one is not None and other is not None and one.key != other.key else None


def _link(claim: Claim, nodes: Nodes, drafts: Drafts) -> None:
    if claim.type is not ClaimType.LINK or claim.status is Status.DENIED or claim.place is None:
        return
    place = nodes.node(claim.place)
    for target in claim.targets:
        end = nodes.node(target)
        if place is None or end is None or place.key == end.key:
            continue
        draft = _draft(drafts, place, end, _kind_of(claim, place, end))
        draft.claim_ids.add(claim.claim_id)
        draft.doubts |= _doubts(place, end)


def _kind_of(claim: Claim, place: Node, end: Node) -> EdgeKind:
    states = place.key.startswith("country ") and end.key.startswith("country ")
    border = states or fold(claim.act.quote) in network_words().border
    return EdgeKind.BORDER if border else EdgeKind.WAY


def _doubts(one: Node, other: Node) -> set[str]:
    """A crossing that the supplement has between other states."""
    for crossing, state in ((one, other), (other, one)):
        known = by_name().get(crossing.key) if crossing.kind is NodeKind.CROSSING else None
        if known is not None and state.key.startswith("country ") and state.country not in known.countries:
            return {f"the supplement has {known.entry} between other states"}
    return set()


def _way_by_name(claim: Claim, beside: Sequence[Claim], nodes: Nodes, drafts: Drafts) -> None:
    if claim.place is None or (ends := way_ends(claim.place, nodes)) is None:
        return
    draft = _draft(drafts, *ends, EdgeKind.WAY)
    draft.claim_ids.add(claim.claim_id)
    if claim.type is ClaimType.CLOSE and claim.status is not Status.DENIED:
        for other in hinges(claim, beside, nodes):
            node = nodes.node(other.place) if other.place is not None else None
            if node is not None and node not in ends:
                draft.through.add(node.key)


def hinges(closing: Claim, beside: Sequence[Claim], nodes: Nodes) -> list[Claim]:
    """The takings in the same sentence that a closing hangs on: both are told as not (yet) so."""
    if closing.status not in NOT_SO:
        return []
    return [c for c in beside if c.type in rules().takes and c.status in NOT_SO and c.place and nodes.node(c.place)]


NOT_SO = frozenset({Status.CONDITIONAL, Status.POSSIBLE, Status.PLANNED})


def _site(claim: Claim, nodes: Nodes, named: Mapping[str, Node], drafts: Drafts) -> None:
    """As in "Karsin bridge": a site lies in the town whose name it bears, where the record names that town."""
    for name in names_of([claim]):
        node = nodes.node(name)
        town, _, site = node.key.rpartition(" ") if node is not None else ("", "", "")
        if node is not None and site in network_words().within and town in named:
            _draft(drafts, named[town], node, EdgeKind.PART).claim_ids.add(claim.claim_id)


def _areas(claims: Sequence[Claim], nodes: Nodes, named: dict[str, Node], drafts: Drafts) -> None:
    """Places that a sentence puts into an area: in a list behind "coastal provinces of", or before "on the coast"."""
    quote = claims[0].anchor.quote
    for wording, called in network_words().areas.items():
        if called == "outside world" or wording.split()[0] not in quote.lower():
            continue
        area = nodes.node(Name(wording))
        for claim in claims:
            for name in names_of([claim]):
                node = nodes.node(name)
                if (
                    area is not None
                    and node is not None
                    and node.kind is NodeKind.PLACE
                    and _stands_in(quote, name.text, wording)
                ):
                    _draft(drafts, named.setdefault(area.key, area), node, EdgeKind.PART).claim_ids.add(claim.claim_id)


def _stands_in(quote: str, name: str, wording: str) -> bool:
    """Whether the sentence puts the name into the area, alone or in a list of names."""
    bare = re.escape(re.sub(r" (province|city|town)$", "", name, flags=re.IGNORECASE))
    item = r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*"
    area = r"\s+".join(map(re.escape, wording.split()))
    within = rf"\b(?i:{area}) of (?:{item}(?:, | and |, and ))*{bare}\b"
    upon = rf"\b{bare}(?:(?:, | and |, and ){item})* on (?:the|its) (?:{item} )?(?i:{area})\b"
    return bool(re.search(within, quote) or re.search(upon, quote))


def _supplement(named: Mapping[str, Node], drafts: Drafts) -> None:
    """The crossings that the record names, and those of the states that its crossings and towns lie in."""
    told = {by_name()[key].entry: node for key, node in sorted(named.items()) if is_listed(node)}
    for crossing in crossings():
        node = told.get(crossing.entry)
        if node is None:
            continue
        for end in (*_states(crossing.countries, named), *(_town(place, named) for place in crossing.places)):
            if end is not None:
                _draft(drafts, node, end, EdgeKind.WAY).entries.add(crossing.entry)


def is_listed(node: Node) -> bool:
    """Whether it is a crossing that the supplement has."""
    return node.kind is NodeKind.CROSSING and node.key in by_name()


def _states(countries: Sequence[str], named: Mapping[str, Node]) -> Iterator[Node | None]:
    yield from (named.get(f"country {iso}") for iso in countries)


def _town(place: str, named: Mapping[str, Node]) -> Node | None:
    node = named.get(place)
    return node if node is not None and node.kind is NodeKind.PLACE else None


def _draft(drafts: Drafts, one: Node, other: Node, kind: EdgeKind) -> Draft:
    return drafts.setdefault((ends_of(one, other), kind), Draft())
