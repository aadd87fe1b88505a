"""Which claims speak for which place: one line of holdings for a town and the province of its name.

The rule: a claim about a province speaks for the town of the same name in the same country as well, and the two have
one line, which bears the town's name.  Claims about any other province say nothing of its towns, nor the towns' claims
of it.  Countries are never held.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from fogline.control.rules import rules
from fogline.language.words import words
from fogline.records import Claim, Corpus, Name, Place, PlaceKind
from fogline.records.sources import key_of

_OF_A_PROVINCE = frozenset({"province", "governorate", "state", "region", "oblast", "county", "department"})
_PROVINCES = frozenset({PlaceKind.PROVINCE, PlaceKind.DISTRICT})


@dataclass(slots=True)
class Line:
    """The claims about one place that can be held, in any order."""

    key: str
    name: Name
    claims: list[Claim] = field(default_factory=list)


def draw_lines(corpus: Corpus) -> tuple[Line, ...]:
    """One line for each place that a claim names and that can be held, in the order of their keys."""
    towns = _towns_by_name(corpus.places)
    claims: dict[str, list[Claim]] = {}
    for claim in corpus.claims():
        if claim.place is not None and (key := line_key(claim.place, corpus.places, towns)):
            claims.setdefault(key, []).append(claim)
    return tuple(Line(key, _name(key, claims[key], corpus.places), claims[key]) for key in sorted(claims))


def line_key(name: Name, places: Mapping[str, Place], towns: Mapping[tuple[str, str | None], str]) -> str | None:
    """The key of the line that a place belongs to; `None` for what is never held."""
    place = places.get(name.key or "")
    if place is None:
        return key_of(name)
    if place.kind in rules().never_held:
        return None
    if place.kind in _PROVINCES:
        return towns.get((_bare(place.name), place.country), place.place_id)
    return place.place_id


def line_keys(corpus: Corpus) -> dict[str, str | None]:
    """The line of every place that a claim names, by the place's own key."""
    towns = _towns_by_name(corpus.places)
    names = {claim.place for claim in corpus.claims() if claim.place is not None}
    return {key_of(name): line_key(name, corpus.places, towns) for name in names}


def _towns_by_name(places: Mapping[str, Place]) -> dict[tuple[str, str | None], str]:
    """The town of each bare name and country; the first by id where two share it."""
    towns: dict[tuple[str, str | None], str] = {}
    for place_id in sorted(places, reverse=True):
        place = places[place_id]
        if place.kind is PlaceKind.CITY:
            towns[_bare(place.name), place.country] = place_id
    return towns


def _bare(name: str) -> str:
    return " ".join(w for w in words(name) if w not in _OF_A_PROVINCE)


def _name(key: str, claims: list[Claim], places: Mapping[str, Place]) -> Name:
    """The gazetteer's name; else the name that most claims use."""
    if key in places:
        return Name(places[key].name, key)
    texts = Counter(claim.place.text for claim in claims if claim.place)
    text = min(texts, key=lambda t: (-texts[t], t))
    return Name(text, None if key.startswith("text:") else key)
