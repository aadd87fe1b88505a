from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.places_phrases import Phrase, read
from fogline.records import PlaceKind


@pytest.mark.parametrize(
    ("name", "parents", "kind", "qualifier"),
    [
        ("Karsin", (), None, None),
        ("Karsin province", ("Karsin",), PlaceKind.PROVINCE, None),
        ("the city of Karsin", ("Karsin",), PlaceKind.CITY, None),
        ("northern Norland", ("Norland",), None, "northern"),
        ("south-western Norland", ("Norland",), None, "southwestern"),
        ("Karsin airport", ("Karsin",), PlaceKind.AIRPORT, "airport"),
        ("Karsin international airport", ("Karsin",), PlaceKind.AIRPORT, "airport"),
        ("the airport of Karsin", ("Karsin",), PlaceKind.AIRPORT, "airport"),
        ("Karsin's airport", ("Karsin",), PlaceKind.AIRPORT, "airport"),
        ("the northern outskirts of Karsin", ("Karsin",), None, "northern outskirts"),
        ("Karsin countryside", ("Karsin",), None, "countryside"),
        ("Karsin-Dorra highway", ("Karsin", "Dorra"), PlaceKind.ROAD, "road"),
        ("the road between Karsin and Dorra", ("Karsin", "Dorra"), PlaceKind.ROAD, "road"),
        ("Tolla border crossing", ("Tolla",), PlaceKind.CROSSING, "crossing"),
    ],
)
def test_names_are_taken_apart(
    name: str, parents: tuple[str, ...], kind: PlaceKind | None, qualifier: str | None
) -> None:
    assert read(name) == Phrase(parents, kind, qualifier)


def test_the_hyphen_of_an_article_joins_no_road() -> None:
    assert read("Deir el-Nur-Karsin road").parents == ("Deir el-Nur", "Karsin")
    assert read("Ad-Dorra road").parents != ("Ad", "Dorra")


@given(st.text(max_size=80))
def test_any_text_may_be_read(text: str) -> None:
    phrase = read(text)
    assert all(parent.strip() for parent in phrase.parents)
    assert phrase.qualifier is None or phrase.parents
