from __future__ import annotations

from collections import Counter

import pytest

from fogline.grounding.gazetteer_sources import curated, data_version, is_latin, iter_provinces, iter_supplement
from fogline.language.countries import states
from fogline.language.words import fold
from fogline.records import PlaceKind


def test_every_curated_place_has_an_id_of_its_own_and_sane_coordinates() -> None:
    entries = curated()
    assert not [i for i, n in Counter(e.place.place_id for e in entries).items() if n > 1]
    for place in (e.place for e in entries):
        assert (place.lat is None) == (place.lon is None)
        assert place.lat is None or -90 <= place.lat <= 90
        assert place.lon is None or -180 <= place.lon <= 180


def test_every_curated_place_has_names_that_fold() -> None:
    for entry in curated():
        assert all(fold(name) for name in entry.names), entry


def test_countries_have_no_coordinates_for_they_are_no_points() -> None:
    assert all(e.place.lat is None for e in curated() if e.place.kind is PlaceKind.COUNTRY)


def test_the_supplement_lies_in_known_countries_and_near_their_provinces() -> None:
    known = {s.iso for s in states()} | {"IO"}
    centres: dict[str, list[tuple[float, float]]] = {}
    for entry in iter_provinces():
        if entry.place.lat is not None and entry.place.lon is not None:
            centres.setdefault(entry.place.country or "", []).append((entry.place.lat, entry.place.lon))
    for entry in iter_supplement():
        place = entry.place
        assert place.country is None or place.country in known, place
        if place.lat is None or place.lon is None or place.country not in centres:
            continue
        near = min(abs(place.lat - lat) + abs(place.lon - lon) for lat, lon in centres[place.country])
        assert near < 10, place


def test_no_province_stands_under_a_bare_word_of_direction() -> None:
    bare = {"north", "south", "east", "west", "central", "northern", "southern", "bay", "delta", "gulf"}
    assert not [e.place for e in iter_provinces() if bare & {fold(n) for n in e.names}]


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Karsin", True),
        ("Ḩāmid", True),
        ("Đorđe", True),
        ("Карсин", False),
        ("karሲn", False),
        ("", False),
        ("x" * 99, False),
    ],
)
def test_only_names_in_latin_letters_are_kept(name: str, latin: bool) -> None:
    assert is_latin(name) is latin


def test_the_version_is_stable() -> None:
    assert data_version() == data_version()
    assert len(data_version()) == 12
