"""The end of another party's way may be the place that was left or entered."""

from __future__ import annotations

import pytest

from fogline.claims.byways import is_firing_point
from fogline.claims.decide import FIRED, on_the_way
from fogline.claims.reader import Told
from fogline.records import ClaimType, Status
from tests.claims.reports import scene, told


def _places(raw: str, kind: str) -> list[str | None]:
    return [line.place for line in told(raw) if line.type == kind]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Trucks of the army drove into Karsin on Monday: the rebels had left the night before.", "withdraw"),
        ("The garrison walked into Karsin after the rebels had left it.", "withdraw"),
        ("Families fled from Karsin after the rebels marched in.", "advance"),
    ],
)
def test_where_others_went_or_came_from_may_be_left_or_entered(raw: str, kind: str) -> None:
    assert _places(raw, kind) == ["Karsin"]


@pytest.mark.parametrize(
    ("raw", "kind", "place"),
    [
        ("The rebels drove into Karsin after they had left Osk.", "withdraw", "Osk"),
        ("The rebels drove into Karsin after the army had left Osk.", "withdraw", "Osk"),
        ("The army marched from Karsin to Osk.", "advance", "Osk"),
        ("The army withdrew from Karsin to Osk.", "withdraw", "Karsin"),
    ],
)
def test_where_they_go_themselves_is_not_left(raw: str, kind: str, place: str) -> None:
    assert _places(raw, kind) == [place]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Rockets launched from a post at Osk struck a market in Karsin, killing two people.", "harm"),
        ("Rebels in Osk are strong. Shells fired from Osk hit Karsin on Monday.", "attack"),
        ("Rockets launched from a post at Osk struck a market in Karsin, killing two people.", "attack"),
    ],
)
def test_from_where_shells_are_fired_is_not_where_they_strike(raw: str, kind: str) -> None:
    assert {place for place in _places(raw, kind) if place is not None} <= {"Karsin", "market in Karsin"}
    assert _places(raw, kind)


@pytest.mark.parametrize(
    ("raw", "kind", "place"),
    [
        ("Shells fired on Karsin killed two people.", "harm", "Karsin"),
        ("Rebels fired rockets at Karsin on Monday.", "attack", "Karsin"),
        ("Rebels fired rockets from Karsin on Monday.", "attack", "Karsin"),
        ("Some 800 families were driven from Karsin on Monday.", "harm", "Karsin"),
    ],
)
def test_where_they_strike_and_whence_people_flee_stands(raw: str, kind: str, place: str) -> None:
    assert place in _places(raw, kind)


@pytest.mark.parametrize(
    ("raw", "fired"),
    [
        ("Shells fired from the ridges above Karsin have killed a fisherman.", True),
        ("Rockets launched from a post at Karsin killed two people.", True),
        ("Families driven from the ridges above Karsin came back.", False),
        ("Shells fired at the ridges above Karsin have killed a fisherman.", False),
    ],
)
def test_a_place_is_part_of_where_guns_stand(raw: str, fired: bool) -> None:
    assert is_firing_point(next(word for word in scene(raw).doc if word.text == "Karsin")) is fired


@pytest.mark.parametrize(
    ("kind", "chance", "left"),
    [
        (ClaimType.HARM, 0.5, ["Karsin"]),
        (ClaimType.ATTACK, 0.5, ["Karsin"]),
        (ClaimType.HARM, 0.2, ["Karsin", "Osk"]),  # nowhere else is likely
        (ClaimType.HOLD, 0.5, ["Karsin", "Osk"]),
        (ClaimType.DEPLOY, 0.2, ["Karsin"]),
    ],
)
def test_the_place_of_the_guns_is_given_up_for_a_likely_one(kind: ClaimType, chance: float, left: list[str]) -> None:
    word = scene("Shells killed two people.").doc[1]
    act = Told(word, kind, 0.9, Status.ASSERTED, {}, {}, {"Osk": 0.7, "Karsin": chance})
    assert sorted(on_the_way(act, {0: {"Osk": frozenset({FIRED}), "Karsin": frozenset({""})}})) == left
