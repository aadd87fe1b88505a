"""Pairs of names to learn from: two spellings of one place, and a name beside the names of its rivals.

Source: the names of GeoNames that the gazetteer holds.  Of the countries that `evaluation.spellings` measures only
Myanmar is learned from, for no other country has its language: without the names that the measure's seeds leave out.
"""

from __future__ import annotations

import random
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from evaluation.spellings import COUNTRIES, OTHER_ALPHABETS, OTHER_CLUSTERS, SHORTEST, SIZE, draw, is_spelling
from fogline.grounding.gazetteer_frames import GENERAL, Family, family_of, is_written
from fogline.grounding.gazetteer_keys import article_free, sound
from fogline.grounding.gazetteer_likeness import (
    LETTER_TELLS,
    LETTERS_TELL,
    MEAN_LIKENESS,
    WORDS_TELL,
    alikeness,
    edits,
)
from fogline.grounding.gazetteer_sources import Entry
from fogline.language.words import fold

TOLD = ("alike", "letter", "letters", "sound", "first")
ALONE = "MM"  # the measured country that is learned from
HELD_SEEDS = (1, 4, 5)  # of the measure
OF_GENERAL = frozenset({"GE", "AM", "TR", "CN", "IN", "TH", "LA", "KH", "AZ", "GR"})
SEED = 7
MOST_PLACES = 5000  # of a country
MOST_RIVALS = 3  # of a name
MOST_PAIRS, MOST_ALONE = 2, 6  # of a place
WEIGHT, WEIGHT_ALONE = 1, 4


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names as the regression sees them: `edits` as the family has them, and what `TOLD` names, in its order.

    `told` is signed as it speaks for one name: lengths and likeness above zero, edits and another first letter below.
    """

    family: str
    same: bool
    weight: int
    edits: tuple[str, ...]
    told: tuple[float, ...]

    @property
    def teaches(self) -> bool:
        """Whether the names differ, and a rival as the family hears it: no cost could tell it apart otherwise."""
        return bool(self.edits) or (self.same and self.told[TOLD.index("letters")] < 0)


@dataclass(frozen=True, slots=True)
class Spelt:
    """A place and its names to learn from: as written, by how they fold, in the order of the latter."""

    place_id: str
    names: Mapping[str, str]


def draw_pairs(entries: Sequence[Entry]) -> list[Pair]:
    """The pairs of all countries that are learned from, seeded; those that teach nothing are left out."""
    chance = random.Random(SEED)
    places = places_by_country(entries)
    return [pair for country in places for pair in _pairs(country, places[country], chance) if pair.teaches]


def places_by_country(entries: Sequence[Entry]) -> dict[str, list[Spelt]]:
    """The places that are learned from, by country, both in the order of the entries."""
    draws = [draw(entries, ALONE, size=SIZE, seed=seed, spellings=True) for seed in HELD_SEEDS]
    held = {(case.place_id, fold(case.name)) for cases in draws for case in cases}
    places: dict[str, list[Spelt]] = defaultdict(list)
    for entry in entries:
        country, place_id = entry.place.country, entry.place.place_id
        if country and entry.romanised and is_learned_from(country):
            names = {folded: name for folded, name in _names(entry.names) if (place_id, folded) not in held}
            if names:
                places[country].append(Spelt(place_id, names))
    return places


def is_learned_from(country: str) -> bool:
    """Whether a country's names are learned from: not those that are measured, and of the general family a few."""
    if country in COUNTRIES:
        return country == ALONE
    return family_of(country).name != GENERAL or country in OF_GENERAL


def pair_of(asked: str, stored: str, family: Family, *, same: bool, weight: int = WEIGHT) -> Pair:
    """Two folded names as `gazetteer_likeness.likely` weighs them."""
    first, second = sorted((family.heard(asked), family.heard(stored)))
    telling = LETTER_TELLS * min(len(asked.replace(" ", "")), LETTERS_TELL) + WORDS_TELL * (" " in asked)
    told = (
        alikeness(asked, stored, family) + telling - MEAN_LIKENESS,
        min(len(first), len(second), LETTERS_TELL),
        -Levenshtein.distance(article_free(asked), article_free(stored)),
        -Levenshtein.distance(sound(asked), sound(stored)),
        -float(first[:1] != second[:1]),
    )
    return Pair(family.name, same, weight, tuple(edits(first, second)), told)


def _names(names: Iterable[str]) -> list[tuple[str, str]]:
    """What an English text could have, of four letters or more: (folded, written)."""
    written = {fold(name): name for name in names if is_written(name) and not _is_of_another_alphabet(name)}
    return sorted((folded, name) for folded, name in written.items() if len(folded) >= SHORTEST)


def _is_of_another_alphabet(name: str) -> bool:
    composed = unicodedata.normalize("NFC", name.lower())
    return bool(OTHER_ALPHABETS & set(composed) or OTHER_CLUSTERS.search(composed))


def _pairs(country: str, places: Sequence[Spelt], chance: random.Random) -> Iterator[Pair]:
    family, alone = family_of(country), country == ALONE
    most, weight = (MOST_ALONE, WEIGHT_ALONE) if alone else (MOST_PAIRS, WEIGHT)
    by_frame = _by_frame(places, family)
    for place in places if len(places) < MOST_PLACES else chance.sample(places, MOST_PLACES):
        able = list(_spellings(place))
        for one, other in chance.sample(able, min(most, len(able))):
            asked, stored = (other, one) if chance.random() < 0.5 else (one, other)
            yield pair_of(asked, stored, family, same=True, weight=weight)
            for rival in _rivals(asked, place, by_frame, family):
                yield pair_of(asked, rival, family, same=False, weight=weight)


def _spellings(place: Spelt) -> Iterator[tuple[str, str]]:
    """The pairs of folded names of a place that are spellings of one by the measure's rule."""
    for one, other in combinations(place.names, 2):
        if article_free(one) != article_free(other) and is_spelling(place.names[one], [place.names[other]]):
            yield one, other


def _by_frame(places: Iterable[Spelt], family: Family) -> dict[str, set[tuple[str, str]]]:
    """(place_id, folded name) by frame."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for place in places:
        for name in place.names:
            found[family.frame(name)].add((place.place_id, name))
    return found


def _rivals(
    asked: str, place: Spelt, by_frame: Mapping[str, Iterable[tuple[str, str]]], family: Family
) -> Sequence[str]:
    """The names of other places that are nearest a name, of those of its frame or of a frame with a consonant less."""
    frame = family.frame(asked)
    frames = {frame} | {frame[:at] + frame[at + 1 :] for at in range(len(frame))}
    own = {article_free(name) for name in place.names}
    rivals = {
        name
        for near in frames
        for place_id, name in by_frame.get(near, ())
        if place_id != place.place_id and article_free(name) not in own and len(name) < 2 * len(asked) + 2
    }
    return sorted(rivals, key=lambda name: (Levenshtein.distance(asked, name), name))[:MOST_RIVALS]
