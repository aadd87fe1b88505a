"""What a place is said to be behind a comma means that place, and not what it lies near."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


def _places(raw: str, kind: str = "capture") -> list[str | None]:
    return [line.place for line in told(raw) if line.type == kind]


@pytest.mark.parametrize(
    "raw",
    [
        "The rebels beat back an attempt to storm Karsin, a village seized on Monday.",
        "A second column was moving on Osk from Karsin, a town recaptured by the army last Monday.",
        "The army shelled Karsin, a small town near Osk which the rebels had captured in May.",
        "Jets also hit a column in Karsin, the capital of Tarn, which had been won back by the rebels in May.",
    ],
)
def test_what_a_place_is_said_to_be_means_it(raw: str) -> None:
    assert _places(raw) == ["Karsin"]


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("Rebels advanced from Karsin to Osk, which they captured on Monday.", "Osk"),
        ("Rebels in Karsin shelled Osk, which the army captured on Monday.", "Osk"),
        ("Fighting raged in Karsin, near Osk, which the rebels captured in May.", "Osk"),
    ],
)
def test_the_nearest_place_stands_where_no_words_tell_of_another(raw: str, place: str) -> None:
    assert _places(raw) == [place]


@pytest.mark.parametrize(
    ("raw", "places"),
    [
        (
            "Norland bombed the rebels on Monday. Their stronghold on Tarn, Karsin, was lost to the army in May.",
            ["Karsin"],
        ),
        ("The army captured a base in Tarn, an old port, in May.", []),
    ],
)
def test_a_name_behind_where_a_stronghold_lies_is_its_own(raw: str, places: list[str]) -> None:
    assert [place for place in _places(raw) if place == "Karsin"] == places


def test_a_village_of_which_the_sentence_goes_on_to_tell_is_not_the_place_before_it() -> None:
    assert "Karsin" not in _places("In Karsin, a village captured on Monday was looted.")


def test_what_is_held_is_the_place_that_is_told_of() -> None:
    raw = (
        "Four died when the army bombed Karsin, a little port on the road from Osk to Tarn that is held by the rebels."
    )
    assert "Karsin" in _places(raw, "hold")
