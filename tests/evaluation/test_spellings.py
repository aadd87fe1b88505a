from __future__ import annotations

import pytest

from evaluation.spellings import Case, draw, is_spelling, without_names, without_places
from fogline.grounding.gazetteer_sources import Entry
from fogline.records import Place, PlaceKind


def _entry(place_id: str, *names: str) -> Entry:
    return Entry(Place(place_id, names[0], PlaceKind.CITY, 1.0, 1.0, "XN"), names)


ENTRIES = (
    _entry("place:1", "Karsin", "Qarsin", "krsyn"),
    _entry("place:2", "Dorra", "Dourah"),
    _entry("place:3", "Tolla", "Ad-Dorra"),
    _entry("place:4", "Velten"),
)


@pytest.mark.parametrize(
    ("name", "kept", "spelling"),
    [
        ("Qarseen", "Karsin", True),
        ("krsyn", "Karsin", False),  # by machine
        ("Bellin", "Karsin", False),  # another name
        ("Karszin", "Karsin", False),  # another language's spelling
        ("Karsin Market", "Karsin", False),  # a word more
        ("Kar", "Karr", False),  # short
    ],
)
def test_a_spelling_is_written_like_a_name_that_stays(name: str, kept: str, spelling: bool) -> None:
    assert is_spelling(name, [kept]) is spelling


def test_a_name_is_left_out_of_its_place_alone() -> None:
    case = Case("place:1", "XN", "Qarsin", False)
    assert [e.names for e in without_names(ENTRIES, [case])][:2] == [("Karsin", "krsyn"), ("Dorra", "Dourah")]
    assert [e.place.place_id for e in without_places(ENTRIES, [case])] == ["place:2", "place:3", "place:4"]


def test_places_with_a_namesake_are_ambiguous_and_those_with_one_name_are_not_drawn() -> None:
    drawn = draw(ENTRIES, "XN", size=9, seed=1, spellings=False)
    assert {c.place_id: c.ambiguous for c in drawn} == {"place:1": False, "place:2": True, "place:3": True}
    assert drawn == draw(ENTRIES, "XN", size=9, seed=1, spellings=False)
