"""How much speaks for a candidate: the countries a report is about, nearness, type, size."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import asin, cos, exp, log10, radians, sin, sqrt

from fogline.grounding.gazetteer import Candidate, Likeness
from fogline.language.words import fold
from fogline.records import Place, PlaceKind

EARTH_RADIUS_KM = 6371.0
NEAR_KM = 150.0
COARSE_NEARNESS = 0.5
COUNTRY_WORD = 0.4  # votes of a country or nationality that is named; a place that could be there gives up to 1
FOCAL, LOOSE_FOCAL, FRAME_FOCAL = 0.1, 0.2, 0.3  # shares of the votes of a country
BIG, TOWN = 100_000, 15_000  # people
BIG_ALIAS = 700_000  # people of a place that another name than its main one may mean in a report on elsewhere
UNRIVALLED_TOWN, UNRIVALLED_LETTERS = 10_000, 4  # a name that only one country has convinces by itself
LIKELY_ENOUGH = {Likeness.SPOKEN: 0.35, Likeness.FRAME: 0.45, Likeness.NEAR: 0.65}
UNLIKE_LETTERS = 12.0
_UNLIKE = {
    Likeness.EXACT: 0.0,
    Likeness.ARTICLE: 0.2,
    Likeness.SOUND: 1.2,
    Likeness.SPOKEN: 2.0,
    Likeness.FRAME: 2.5,
    Likeness.NEAR: 3.0,
}
_SIZE = {PlaceKind.COUNTRY: 6.0, PlaceKind.PROVINCE: 2.0, PlaceKind.CITY: 0.0}
OTHER_SIZE = 2.9
KNOWN_TOWN = 2.3
_COARSE = frozenset({PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.DISTRICT})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Votes for countries, those of each name kept apart so that no name vouches for itself; and the places picked."""

    words: Mapping[str, int] = field(default_factory=dict)
    votes: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    picked: Mapping[str, Place] = field(default_factory=dict)
    _points: tuple[tuple[str, Place], ...] = ()  # of them, those that are no provinces or the like
    _totals: dict[str, tuple[Mapping[str, float], float]] = field(default_factory=dict, compare=False)  # by `but`
    _km: defaultdict[str, dict[str, float | None]] = field(default_factory=lambda: defaultdict(dict), compare=False)
    _near: dict[tuple[str, str], float] = field(default_factory=dict, compare=False)  # by place and `but`

    @classmethod
    def of_words(cls, countries: Iterable[str]) -> Evidence:
        """Evidence of the countries that a report names."""
        return cls(Counter(countries))

    def with_votes(
        self, names: list[tuple[str, tuple[Candidate, ...], int]], picked: Mapping[str, Candidate]
    ) -> Evidence:
        """The same, with one vote of each name for the countries of its candidates, or of its last pick."""
        votes = {name: _shares((picked[name],) if name in picked else many, count) for name, many, count in names}
        places = {name: c.place for name, c in picked.items()}
        points = tuple((name, place) for name, place in places.items() if place.kind not in _COARSE)
        return Evidence(self.words, votes, places, points, _km=self._km)

    def share(self, country: str | None, *, but: str) -> float:
        """The share of a country in the votes of all names but one: 0 to 1."""
        if but not in self._totals:
            total = self._total(but)
            self._totals[but] = total, sum(total.values())
        total, whole = self._totals[but]
        return total.get(country or "", 0.0) / whole if whole else 0.0

    def _total(self, but: str) -> Mapping[str, float]:
        """The votes of all names but one, by country."""
        total: defaultdict[str, float] = defaultdict(float)
        for code, count in self.words.items():
            total[code] += COUNTRY_WORD * count
        for name, shares in self.votes.items():
            if name != but:
                for code, share in shares.items():
                    total[code] += share
        return total

    def nearness(self, place: Place, *, but: str) -> float:
        """How near the nearest other place picked is: 1 beside it, falling to 0 far away; provinces are middling."""
        key = (place.place_id, but)
        if key not in self._near:
            self._near[key] = self._nearness(place, but)
        return self._near[key]

    def _nearness(self, place: Place, but: str) -> float:
        own, known, distances = place.place_id, self._km[place.place_id], []
        if place.kind in _COARSE:
            others = any(name != but and p.place_id != own for name, p in self.picked.items())
            return COARSE_NEARNESS if others else 0.0
        for name, point in self._points:
            other = point.place_id
            if name != but and other != own:
                if other not in known:
                    known[other] = distance_km(place, point)
                distances.append(known[other])
        near = min((d for d in distances if d is not None), default=None)
        return exp(-near / NEAR_KM) if near is not None else 0.0


def weigh(
    candidate: Candidate, wanted: tuple[PlaceKind | None, frozenset[str]], evidence: Evidence, name: str
) -> float:
    """What speaks for a candidate; only the order means something."""
    place = candidate.place
    asked, around = wanted
    weight = _size(candidate) - _UNLIKE[candidate.likeness] + 4.0 * evidence.share(place.country, but=name)
    weight += 1.2 * evidence.nearness(place, but=name) - UNLIKE_LETTERS * (1.0 - candidate.alike)
    if asked is not None:
        weight += 2.5 if asked is place.kind or {asked, place.kind} <= _COARSE else -1.5
    if around & {place.within, place.place_id}:
        weight += 2.5
    return weight


def best(weights: list[tuple[float, Candidate]], evidence: Evidence, name: str) -> Candidate | None:
    """The heaviest candidate that convinces, else `None`."""
    ranked = sorted(weights, key=lambda w: (-w[0], w[1].place.place_id))
    exact = {c.place.country for _, c in ranked if c.likeness is Likeness.EXACT}
    sure = next((c for _, c in ranked if is_convincing(c, evidence, name)), None)
    if sure is None and len(exact) == 1 and len(name) >= UNRIVALLED_LETTERS:
        sure = next((c for _, c in ranked if c.exact and _is_known(c)), None)
    return sure


def _is_known(candidate: Candidate) -> bool:
    """Whether a place may be meant in a report about another country: curated, or a town by its own main name."""
    return candidate.curated or (candidate.population >= UNRIVALLED_TOWN and _is_main_name(candidate))


def _is_main_name(candidate: Candidate) -> bool:
    return candidate.matched == fold(candidate.place.name)


def is_convincing(candidate: Candidate, evidence: Evidence, name: str) -> bool:
    """Whether a candidate may be taken at all: the looser its likeness, the surer the report must be of its country."""
    share = evidence.share(candidate.place.country, but=name)
    if candidate.likeness > Likeness.SOUND:
        return share >= FRAME_FOCAL and candidate.alike >= LIKELY_ENOUGH[candidate.likeness]
    if candidate.likeness is Likeness.SOUND:
        return share >= LOOSE_FOCAL
    people = candidate.population
    if share >= FOCAL or people >= BIG_ALIAS or (people >= BIG and _is_main_name(candidate)):
        return True
    alone = not evidence.words and len(evidence.votes) <= 1
    if candidate.place.kind in (PlaceKind.CITY, PlaceKind.PROVINCE):
        return alone and (candidate.curated or candidate.population >= TOWN)
    return True


def distance_km(one: Place, other: Place) -> float | None:
    """Along the great circle; `None` where one of the two has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat1, lat2 = radians(one.lat), radians(other.lat)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def _size(candidate: Candidate) -> float:
    kind = candidate.place.kind
    if kind is PlaceKind.CITY and candidate.curated:
        return KNOWN_TOWN
    if kind is PlaceKind.CITY:
        return 0.5 * log10(max(candidate.population, 300))
    return _SIZE.get(kind, OTHER_SIZE)


def _shares(options: tuple[Candidate, ...], count: int) -> dict[str, float]:
    """One name's vote, shared by its candidates' countries in proportion to what their size and likeness say."""
    strength: dict[str, float] = {}
    for option in options:
        if option.likeness <= Likeness.SOUND and option.place.country:
            weight = 10 ** (0.7 * (_size(option) - _UNLIKE[option.likeness]))
            code = option.place.country
            strength[code] = max(strength.get(code, 0.0), weight)
    whole = sum(strength.values())
    if not whole:
        return {}
    vote = 1.0
    if any(o.place.kind is PlaceKind.COUNTRY for o in options):
        vote = 0.3 + 0.1 * min(count, 5)
    return {code: vote * weight / whole for code, weight in strength.items()}
