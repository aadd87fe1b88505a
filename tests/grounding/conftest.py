"""A small gazetteer of invented places, so that tests need not build the large one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fogline.grounding.gazetteer import Gazetteer
from fogline.grounding.gazetteer_file import build
from fogline.grounding.gazetteer_sources import Entry
from fogline.records import Place, PlaceKind


def _entry(
    place_id: str, names: str, kind: PlaceKind, where: tuple[float, float] | None, *, of: tuple[str, str, int]
) -> Entry:
    """`of`: country, place_id around it, population."""
    first, *others = names.split(";")
    lat, lon = where or (None, None)
    return Entry(Place(f"place:{place_id}", first, kind, lat, lon, of[0], of[1] or None), (first, *others), of[2], "")


ENTRIES = (
    _entry("gn1", "Norland", PlaceKind.COUNTRY, None, of=("XN", "", 9_000_000)),
    _entry("gn2", "Sudmark", PlaceKind.COUNTRY, None, of=("XS", "", 8_000_000)),
    _entry("gn10", "Karsin;Karsin Province", PlaceKind.PROVINCE, (40.5, 30.5), of=("XN", "", 0)),
    _entry("gn11", "Karsin;Qarsin", PlaceKind.CITY, (40.0, 30.0), of=("XN", "place:gn10", 250_000)),
    _entry("gn12", "Ad-Dorra;Dorrah", PlaceKind.CITY, (40.3, 30.2), of=("XN", "place:gn10", 40_000)),
    _entry("gn13", "Velten", PlaceKind.CITY, (40.2, 30.4), of=("XN", "place:gn10", 30_000)),
    _entry("gn14", "Velten", PlaceKind.CITY, (-20.0, 100.0), of=("XS", "", 300_000)),
    _entry("gn15", "Umm Sharuba", PlaceKind.CITY, (40.1, 30.6), of=("XN", "place:gn10", 3_000)),
    _entry("gn16", "Harbour", PlaceKind.CITY, (-20.4, 100.2), of=("XS", "", 2_000)),
    _entry("gn17", "Osterode", PlaceKind.CITY, (-20.5, 100.5), of=("XS", "", 90_000)),
    _entry("gn18", "More", PlaceKind.CITY, (-21.0, 100.0), of=("XS", "", 120_000)),
    _entry("gn19", "Marchena", PlaceKind.CITY, (-20.1, 100.1), of=("XS", "", 2_000)),
    _entry("s-karsin-airport", "Karsin airport;Bellin airport", PlaceKind.AIRPORT, (40.1, 30.1), of=("XN", "", 0)),
    _entry("s-tolla", "Tolla crossing;Tolla;Tollah", PlaceKind.CROSSING, (41.0, 31.0), of=("XN", "", 0)),
)


@pytest.fixture(scope="session")
def small_gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """Two countries, a province and a city of the same name, towns, an airport, a crossing."""
    path: Path = tmp_path_factory.mktemp("gazetteer") / "small.db"
    with closing(sqlite3.connect(path)) as db:
        build(db, ENTRIES)
    gazetteer = Gazetteer(path)
    yield gazetteer
    gazetteer.close()
