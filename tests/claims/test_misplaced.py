"""Places that a sentence names and where its act was not."""

from __future__ import annotations

import pytest

from fogline.records import Claim, ClaimType
from tests.claims.reports import claims, told


def attack(raw: str) -> Claim:
    return next(claim for claim in claims(raw) if claim.type is ClaimType.ATTACK)


def test_what_is_struck_and_has_no_name_is_no_place() -> None:
    told = attack("Jets struck a mosque in Hama on Monday.")
    assert told.place is not None
    assert (told.place.text, [name.text for name in told.targets]) == ("Hama", ["mosque"])


def test_a_town_that_is_struck_is_the_place() -> None:
    told = attack("Jets struck Hama on Monday.")
    assert told.place is not None
    assert told.place.text == "Hama"


def test_where_somebody_speaks_is_not_where_it_was() -> None:
    raw = "In an address to parliament in London on Wednesday, John Smith said that the army had attacked the rebels."
    assert attack(raw).place is None


@pytest.mark.parametrize(
    "raw",
    [
        "In an address to parliament in London, John Smith said that the army had attacked Hama.",
        "Residents of Hama said on Monday that the army had attacked the rebels in Hama.",
    ],
)
def test_a_place_of_the_act_itself_stays(raw: str) -> None:
    place = attack(raw).place
    assert place is not None
    assert place.text == "Hama"


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("The army took the north of Homs.", "north of Homs"),
        ("Homs is divided: the army holds the north and the rebels the south.", "north of Homs"),
        ("The army holds the north of Syria and the rebels the south.", "north of Syria"),
    ],
)
def test_a_side_of_a_place_is_not_the_place(raw: str, place: str) -> None:
    assert [line.place for line in told(raw) if line.actor == "army"] == [place]


def test_where_they_went_they_did_not_leave() -> None:
    raw = "The army moved out of Homs and into Hama."
    assert [(line.type, line.place) for line in told(raw)] == [("withdraw", "Homs"), ("advance", "Hama")]


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("KINSHASA, Feb 17 - A spokesman said the army had pulled back.", None),
        ("GOMA, Feb 17 - The army pulled out of Goma on Monday.", "Goma"),
        ("HOMS, Syria (AP) - The army pulled out of the city on Monday.", "HOMS"),
    ],
)
def test_where_a_report_was_written_nobody_left(raw: str, place: str | None) -> None:
    assert [line.place for line in told(raw) if line.type == "withdraw"] == [place]


def test_an_embassy_is_attacked_and_is_no_place() -> None:
    raw = "In Kinshasa, protesters attacked the embassies of Rwanda and France on Tuesday."
    assert {line.place for line in told(raw) if line.type == "attack"} == {"Kinshasa"}


@pytest.mark.parametrize(
    ("raw", "places"),
    [
        ("The army controls all roads into Homs.", {"roads into Homs"}),
        ("Most of Homs is in the hands of the army. The rest is held by the rebels.", {"Homs", "rest of Homs"}),
    ],
)
def test_the_roads_to_a_place_and_its_rest_are_not_the_place(raw: str, places: set[str]) -> None:
    assert {line.place for line in told(raw) if line.type == "hold"} == places
