"""The places of a network: towns, crossings, areas, and what lies beyond.

A province and the town of its name are one place, as they are one line of holdings; a crossing is never the town of
its name.  An area without a name of its own ("the coast", "the coastal region") is one place by any of its wordings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files

from fogline.control.rules import rules
from fogline.language.words import fold, words
from fogline.records import Claim, ClaimType, Corpus, Name, Place, PlaceKind


class NodeKind(StrEnum):
    """What sort of place; only what lies beyond is never passed through."""

    PLACE = "place"
    CROSSING = "crossing"
    AREA = "area"
    BEYOND = "beyond"  # another state, a sea, "the outside world"


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A place of the network.  `lat` and `lon` (degrees) are `None` where it is not located."""

    key: str
    name: str
    kind: NodeKind = NodeKind.PLACE
    country: str | None = None
    lat: float | None = None
    lon: float | None = None

    @property
    def passes(self) -> bool:
        """Whether one can go on from there."""
        return self.kind is not NodeKind.BEYOND


@dataclass(frozen=True, slots=True)
class NetworkWords:
    """The content of data/network.toml.  `areas`: a wording, folded -> how the area is called."""

    border: frozenset[str]
    of_a_place: tuple[str, ...]
    of_a_crossing: tuple[str, ...]
    way: frozenset[str]
    outlet: frozenset[str]
    only: frozenset[str]
    excepted: frozenset[str]
    within: frozenset[str]
    beyond: frozenset[str]
    areas: Mapping[str, str]


@cache
def network_words() -> NetworkWords:
    """The words of this release, read once."""
    table = tomllib.loads(files("fogline.control").joinpath("data/network.toml").read_text(encoding="utf-8"))
    told = table["words"]
    return NetworkWords(
        frozenset(told["border"]),
        tuple(told["of_a_place"]),
        tuple(told["of_a_crossing"]),
        frozenset(told["way"]),
        frozenset(told["outlet"]),
        frozenset(told["only"]),
        frozenset(told["except"]),
        frozenset(told["within"]),
        frozenset(told["beyond"]),
        {wording: called[0] for called in table["areas"].values() for wording in called},
    )


@dataclass(frozen=True, slots=True)
class Nodes:
    """The places of a corpus by their names.

    `countries`: of each bare name, the countries of its places; `keys`: the first place of that name, crossings apart.
    """

    places: Mapping[str, Place]
    countries: Mapping[str, frozenset[str]] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    _known: dict[Name, Node | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, corpus: Corpus) -> Nodes:
        """The places that a corpus located, ready to be asked."""
        found: dict[str, set[str]] = {}
        keys: dict[str, str] = {}
        for place_id, place in sorted(corpus.places.items()):
            if place.kind is not PlaceKind.CROSSING:
                keys.setdefault(_bare(place.name, NodeKind.PLACE), place_id)
            if place.country and place.kind is not PlaceKind.COUNTRY:
                found.setdefault(_bare(place.name, _kind(place.name, place)), set()).add(place.country)
        return cls(corpus.places, {bare: frozenset(isos) for bare, isos in found.items()}, keys)

    def node(self, name: Name) -> Node | None:
        """The place of a name; `None` for a mere direction, which is no place."""
        if name not in self._known:  # thousands of claims share a name
            self._known[name] = self._node(name)
        return self._known[name]

    def _node(self, name: Name) -> Node | None:
        place = self.places.get(name.key or "")
        text = place.name if place is not None else name.text
        area = network_words().areas.get(fold(name.text).removeprefix("the "))
        if area is not None:
            return Node(f"area {area}", area, NodeKind.BEYOND if area == "outside world" else NodeKind.AREA)
        kind = _kind(text, place)
        if set(words(text)) <= rules().directions:
            return None
        if place is None:
            return Node(self._key(text, kind, None), text, kind)
        if place.kind is PlaceKind.COUNTRY:
            return Node(f"country {place.country}", place.name, kind, place.country)
        return Node(self._key(text, kind, place.country), text, kind, place.country, place.lat, place.lon)

    def by_text(self, text: str) -> Node | None:
        """The place of a mere text: the one that a located place of the record bears the name of, where it is one."""
        key = self.keys.get(_bare(text, NodeKind.PLACE))
        return self.node(Name(self.places[key].name, key) if key else Name(text))

    def _key(self, text: str, kind: NodeKind, country: str | None) -> str:
        """The bare name, with the country where places of several bear it."""
        bare = _bare(text, kind)
        several = len(self.countries.get(bare, ())) > 1
        return f"{bare}, {country}" if several and country else bare


def names_of(claims: Iterable[Claim]) -> Iterator[Name]:
    """Every place that claims name: where they play, and what their links lead to."""
    for claim in claims:
        if claim.place is not None:
            yield claim.place
        if claim.type is ClaimType.LINK:
            yield from claim.targets


def _kind(text: str, place: Place | None) -> NodeKind:
    told = words(text)
    if place is not None and place.kind is PlaceKind.COUNTRY:
        return NodeKind.BEYOND
    if place is not None and place.kind is PlaceKind.CROSSING:
        return NodeKind.CROSSING
    if told and told[-1] in network_words().beyond:
        return NodeKind.BEYOND
    if place is not None and place.kind is PlaceKind.REGION:
        return NodeKind.AREA
    crossing = fold(text).endswith(_crossing_ends())
    return NodeKind.CROSSING if crossing and place is None else NodeKind.PLACE


@cache
def _crossing_ends() -> tuple[str, ...]:
    return tuple(f" {end}" for end in network_words().of_a_crossing)


def _bare(text: str, kind: NodeKind) -> str:
    """The folded name without the word for what it is; of a crossing with "crossing" behind it.

    >>> _bare("Karsin border crossing", NodeKind.CROSSING)
    'karsin crossing'
    >>> _bare("Karsin province", NodeKind.PLACE)
    'karsin'
    """
    folded = fold(text).removeprefix("the ")
    if kind is NodeKind.CROSSING:
        for end in network_words().of_a_crossing:
            folded = folded.removesuffix(f" {end}")
        return f"{folded} crossing"
    for end in network_words().of_a_place:
        folded = folded.removesuffix(f" {end}")
    return folded
