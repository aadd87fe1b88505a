"""Which places the names of a report mean, decided for all of them together.

A name's candidates are weighed by the countries that the report is about, by how near they are to the report's other
places, by what the words around them say ("province", "in Karsin"), and by size.  What does not convince stays unknown:
`place:?<name>`, without coordinates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from fogline.grounding.gazetteer import Candidate, Gazetteer, Likeness
from fogline.grounding.gazetteer_keys import sound
from fogline.grounding.places_phrases import Phrase, is_direction, read
from fogline.grounding.places_weights import Evidence, best, is_convincing, weigh
from fogline.grounding.places_words import place_words
from fogline.language.countries import demonym_country, named_country
from fogline.language.words import fold
from fogline.records import Place, PlaceKind

ROUNDS = 3
COARSE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.PROVINCE})


@dataclass(frozen=True, slots=True)
class PlaceHint:
    """What a report says around a place's name.

    `count`: how often it is named.  `country_words`: countries and nationalities in the report ("Syrian", "Iraq").
    `type_words`: nouns that it stands with ("province", "airport").  `within`: places that it is said to be in.
    """

    count: int = 1
    country_words: frozenset[str] = frozenset()
    type_words: frozenset[str] = frozenset()
    within: tuple[str, ...] = ()


@dataclass(slots=True)
class _Target:
    """One name to look up, for itself or as the parent of others."""

    text: str
    asked: PlaceKind | None
    count: int
    within: tuple[str, ...]
    options: tuple[Candidate, ...] = ()
    pick: Candidate | None = None
    folded: str = field(init=False)

    def __post_init__(self) -> None:
        self.folded = fold(self.text)


@dataclass(slots=True)
class _Case:
    """A name of the report with its targets: itself, and the parents in it."""

    name: str
    phrase: Phrase
    direct: _Target
    parents: list[_Target] = field(default_factory=list)


def resolve(names: Mapping[str, PlaceHint], *, gazetteer: Gazetteer) -> dict[str, Place]:
    """The place that each name of one report means; the same whatever the order of `names`.

    An unknown name gives a place `place:?<sound of the name>` without coordinates.  A derived name ("Karsin airport",
    "southern Norland") gives a place of its own, `within` its parent.
    """
    cases = [_case(name, names[name], gazetteer) for name in sorted(names)]
    targets = [t for case in cases for t in (case.direct, *case.parents)]
    _settle(targets, names, gazetteer)
    return {case.name: _place(case, gazetteer) for case in cases}


def _case(name: str, hint: PlaceHint, gazetteer: Gazetteer) -> _Case:
    phrase = read(name)
    asked = _asked_kind(hint.type_words)
    plain = phrase.qualifier is None
    direct = _target(name, asked if plain else phrase.kind, hint, gazetteer)
    if phrase.parents:
        direct.options = tuple(c for c in direct.options if c.likeness <= Likeness.ARTICLE and _is_whole(c, phrase))
    kind = phrase.kind if plain else None
    return _Case(name, phrase, direct, [_target(p, kind, hint, gazetteer) for p in phrase.parents])


def _is_whole(candidate: Candidate, phrase: Phrase) -> bool:
    """Whether a name that could be taken apart is better left whole: "North Karsin", "East London"."""
    if phrase.qualifier is None:
        return candidate.curated
    return candidate.curated or candidate.population >= 15_000


def _target(text: str, asked: PlaceKind | None, hint: PlaceHint, gazetteer: Gazetteer) -> _Target:
    """Words without a capital letter are no names: "the villages", "seven districts"."""
    options = gazetteer.candidates(text) if text != text.lower() else ()
    if gazetteer.is_doubtful(text):
        options = tuple(c for c in options if c.exact)
    return _Target(text, asked, hint.count, hint.within, options)


def _asked_kind(type_words: frozenset[str]) -> PlaceKind | None:
    words = place_words()
    for word in sorted(type_words):
        kind = words["types"].get(fold(word)) or words["facilities"].get(fold(word))
        if kind:
            return PlaceKind(kind)
    return None


def _settle(targets: list[_Target], names: Mapping[str, PlaceHint], gazetteer: Gazetteer) -> None:
    """Pick for every target the candidate that convinces, in a few rounds, each with the picks of the last."""
    named = {w for hint in names.values() for w in hint.country_words}
    evidence = Evidence.of_words(filter(None, (demonym_country(w) or named_country(w) for w in sorted(named))))
    for number in range(ROUNDS):
        picked = {t.folded: t.pick for t in targets if t.pick}
        evidence = evidence.with_votes([(t.folded, t.options, t.count) for t in targets], picked)
        for target in targets:
            name, wanted = target.folded, _wanted(target, picked)
            weights = [(weigh(c, wanted, evidence, name), c) for c in target.options]
            target.pick = best(weights, evidence, name)
        if number == 0:
            _look_looser(targets, evidence, gazetteer)


def _look_looser(targets: list[_Target], evidence: Evidence, gazetteer: Gazetteer) -> None:
    """Names that nothing convinced for are looked up by their skeletons."""
    for target in targets:
        if target.pick is None and not read(target.text).parents:
            more = gazetteer.loose(target.text)
            target.options += tuple(c for c in more if is_convincing(c, evidence, target.folded))


def _wanted(target: _Target, picked: Mapping[str, Candidate]) -> tuple[PlaceKind | None, frozenset[str]]:
    around = {p.place.place_id for w in target.within if (p := picked.get(fold(w)))}
    if target.asked is None and target.folded in place_words()["province_first"]["names"]:
        return PlaceKind.PROVINCE, frozenset(around)
    return target.asked, frozenset(around)


def _place(case: _Case, gazetteer: Gazetteer) -> Place:
    if case.direct.pick is not None:
        return _settled(case.direct.pick.place, gazetteer)
    picks = [t.pick for t in case.parents]
    parents = [_settled(p.place, gazetteer) for p in picks if p is not None]
    if not parents or len(parents) < len(picks):
        return _unknown(case)
    kind = case.phrase.kind
    if case.phrase.qualifier is None or (kind is parents[0].kind and case.phrase.qualifier == kind):
        return _typed(parents[0], kind)
    return _derived(parents, case.phrase, case.phrase.qualifier, gazetteer)


def _typed(parent: Place, kind: PlaceKind | None) -> Place:
    """As in "Karsin district" where only the city is known is a district around it, not the city itself."""
    same = kind is parent.kind or {kind, parent.kind} <= (COARSE | {PlaceKind.DISTRICT})
    if kind is None or same or kind is PlaceKind.CITY:
        return parent
    slug = parent.place_id.removeprefix("place:")
    return Place(f"place:in-{slug}-{kind}", f"{parent.name} {kind}", kind, None, None, parent.country, parent.within)


def _settled(place: Place, gazetteer: Gazetteer) -> Place:
    """The place, within its country where nothing nearer is known."""
    if place.within is not None or place.kind is PlaceKind.COUNTRY:
        return place
    country = gazetteer.country(place.country)
    return replace(place, within=country.place_id) if country else place


def _derived(parents: list[Place], phrase: Phrase, qualifier: str, gazetteer: Gazetteer) -> Place:
    parents = sorted(parents, key=lambda p: p.place_id)
    slug = "+".join(p.place_id.removeprefix("place:") for p in parents)
    place_id = f"place:in-{slug}-{qualifier.replace(' ', '-')}"
    first = parents[0]
    country = first.country if len({p.country for p in parents}) == 1 else None
    if len(parents) > 1:
        shared = first.within if len({p.within for p in parents}) == 1 else None
        around = gazetteer.country(country)
        within = shared or (around.place_id if around else None)
        return Place(
            place_id, "-".join(p.name for p in parents) + f" {qualifier}", PlaceKind.ROAD, None, None, country, within
        )
    kind = phrase.kind or (PlaceKind.REGION if first.kind in COARSE else PlaceKind.OTHER)
    name = f"{qualifier} {first.name}" if is_direction(qualifier) else f"{first.name} {qualifier}"
    return Place(place_id, name, kind, None, None, country, first.place_id)


def _unknown(case: _Case) -> Place:
    folded = fold(case.name).removeprefix("the ")
    kind = case.phrase.kind or case.direct.asked or PlaceKind.OTHER
    return Place(f"place:?{sound(folded) or folded}", folded.title() or case.name, kind)
