"""Which claims speak for which place: one line of holdings for a town and the province of its name.

The rule: a claim about a province speaks for the town of the same name in the same country as well, and the two have
one line, which bears the town's name.  Claims about any other province say nothing of its towns, nor the towns' claims
of it.  A place that no gazetteer located has one line with the one located place of its name, if there is one, "the
citadel" with that of the one town of which a citadel is told; and "the Alder camp" with a camp called Alder.
Countries are never held, nor is a mere direction ("the north").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from fogline.control.rules import rules
from fogline.language.words import words
from fogline.records import Claim, Corpus, Name, Place, PlaceKind
from fogline.records.name import site_of
from fogline.records.sources import key_of

_OF_A_PROVINCE = frozenset({"province", "governorate", "state", "region", "oblast", "county", "department"})
_PROVINCES = frozenset({PlaceKind.PROVINCE, PlaceKind.DISTRICT})


@dataclass(slots=True)
class Line:
    """The claims about one place that can be held, in any order."""

    key: str
    name: Name
    claims: list[Claim] = field(default_factory=list)
    place: Place | None = None
    around: str | None = None  # the country that its reports tell most of
    wider: list[Claim] = field(default_factory=list)  # about the town that it is a part of

    @property
    def country(self) -> str | None:
        """The country that it lies in, an ISO code; where that is not known, the one that its reports tell most of."""
        return self.place.country if self.place and self.place.country else self.around


def draw_lines(corpus: Corpus) -> tuple[Line, ...]:
    """One line for each place that a claim names and that can be held, in the order of their keys."""
    towns = _Towns.of(corpus.places)
    claims: dict[str, list[Claim]] = {}
    keys: dict[Name, str | None] = {}  # many claims share a name
    for claim in corpus.claims():
        if claim.place is None:
            continue
        if claim.place not in keys:
            keys[claim.place] = line_key(claim.place, corpus.places, towns)
        if key := keys[claim.place]:
            claims.setdefault(key, []).append(claim)
    told = _countries(corpus)
    return tuple(
        Line(
            key,
            _name(key, claims[key], corpus.places),
            claims[key],
            corpus.places.get(key),
            _around(claims[key], told),
            claims.get(_wider(key, corpus.places) or "", []),
        )
        for key in sorted(claims)
    )


def _wider(key: str, places: Mapping[str, Place]) -> str | None:
    """The line of the town that a part of it ("the northern districts") lies in; a site ("the prison in Alder") may be
    held by others, and is said to be so or not."""
    place = places.get(key)
    around = places.get(place.within or "") if place else None
    if place is None or around is None or site_of(place.name) is not None:
        return None
    if place.kind is not PlaceKind.OTHER or around.kind is not PlaceKind.CITY:
        return None
    return around.place_id


def _countries(corpus: Corpus) -> dict[str, Counter[str]]:
    """How often the claims of each report name places of each country."""
    found: dict[str, Counter[str]] = {}
    for claim in corpus.claims():
        place = corpus.places.get(claim.place.key or "") if claim.place else None
        if place is not None and place.country is not None:
            found.setdefault(claim.anchor.report_id, Counter())[place.country] += 1
    return found


def _around(claims: list[Claim], told: Mapping[str, Counter[str]]) -> str | None:
    """The country of more than half of the places that the reports of these claims name."""
    counts: Counter[str] = Counter()
    for report in {claim.anchor.report_id for claim in claims}:
        counts.update(told.get(report, Counter()))
    most = min(counts, key=lambda country: (-counts[country], country), default=None)
    return most if most is not None and 2 * counts[most] > counts.total() else None


@dataclass(frozen=True, slots=True)
class _Towns:
    """The places that others of the same name share a line with."""

    by_name: Mapping[tuple[str, str | None], str]
    located: Mapping[str, frozenset[str]]
    unlocated: Mapping[str, str]  # a name that no gazetteer knows -> its place

    @classmethod
    def of(cls, places: Mapping[str, Place]) -> _Towns:
        """The town of each bare name and country, the first by id; and the located lines of each bare name."""
        towns: dict[tuple[str, str | None], str] = {}
        for place_id in sorted(places, reverse=True):
            place = places[place_id]
            if place.kind is PlaceKind.CITY:
                towns[_bare(place.name), place.country] = place_id
        located: dict[str, set[str]] = {}
        for place in places.values():
            if place.lat is not None and place.kind not in rules().never_held:
                key = _shared(place, towns)
                located.setdefault(_bare(place.name), set()).add(key)
            elif (site := site_of(place.name)) is not None:
                located.setdefault(_bare(site), set()).add(place.place_id)
        unlocated = {_plain(place.name): place_id for place_id, place in sorted(places.items()) if place.lat is None}
        return cls(towns, {name: frozenset(keys) for name, keys in located.items()}, unlocated)


def line_key(name: Name, places: Mapping[str, Place], towns: _Towns) -> str | None:
    """The key of the line that a place belongs to; `None` for what is never held."""
    place = places.get(name.key or "")
    if set(words(name.text)) <= rules().directions:
        return None
    if place is None:
        return key_of(name)
    if place.kind in rules().never_held or _is_a_direction(place, places):
        return None
    short = _without_kind(place, places, towns) if place.lat is None else None
    if short is not None:
        return line_key(Name(short.name, short.place_id), places, towns)
    if place.lat is None and place.country is None:
        same = towns.located.get(_bare(place.name), frozenset())
        return min(same) if len(same) == 1 else place.place_id
    return _shared(place, towns.by_name)


def _without_kind(place: Place, places: Mapping[str, Place], towns: _Towns) -> Place | None:
    """Of "the Alder camp" the place that is called Alder alone, where no gazetteer knows it and it is a camp itself."""
    said = _plain(place.name).split()
    last = said[-1] if said else ""
    kind = PlaceKind.BASE.value if last in rules().camps else rules().facilities.get(last)
    short = places.get(towns.unlocated.get(" ".join(said[:-1]), ""))
    return short if short is not None and short.kind.value == kind else None


def _plain(name: str) -> str:
    return " ".join(words(name))


def _is_a_direction(place: Place, places: Mapping[str, Place]) -> bool:
    """As in "eastern Syria": a part of a country of which only a point of the compass tells where it ends."""
    around = places.get(place.within or "")
    if around is None or around.kind is not PlaceKind.COUNTRY or place.kind is not PlaceKind.REGION:
        return False
    return place.lat is None and set(words(place.name)[:1]) <= rules().points


def _shared(place: Place, towns: Mapping[tuple[str, str | None], str]) -> str:
    """A province's line is that of the town of its name; any other place has its own."""
    if place.kind not in _PROVINCES:
        return place.place_id
    return towns.get((_bare(place.name), place.country), place.place_id)


def _bare(name: str) -> str:
    return " ".join(w for w in words(name) if w not in _OF_A_PROVINCE)


def _name(key: str, claims: list[Claim], places: Mapping[str, Place]) -> Name:
    """The gazetteer's name; else the name that most claims use."""
    if key in places:
        return Name(places[key].name, key)
    texts = Counter(claim.place.text for claim in claims if claim.place)
    text = min(texts, key=lambda t: (-texts[t], t))
    return Name(text, None if key.startswith("text:") else key)
