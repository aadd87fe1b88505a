"""What the rest of a report says of who fills a role."""

from __future__ import annotations

import pytest

from fogline.claims.candidates import casts
from fogline.claims.context import fallen_to, rebels_of, sited, weighed
from fogline.claims.decide import may_do
from fogline.claims.reader import Told
from fogline.records import ClaimType, Name, Status
from tests.claims.reports import scene


def told(raw: str, word: str, kind: ClaimType, actor: dict[str, float], place: dict[str, float]) -> Told:
    """An act of a sentence, by its first word of that text."""
    act = next(t for t in scene(raw).doc if t.text == word)
    return Told(act, kind, 0.9, Status.ASSERTED, actor, {}, place)


RAW = "Rebels captured Hama. The army captured Hama."


def test_captures_of_one_place_are_weighed_with_one_another() -> None:
    one = told(RAW, "captured", ClaimType.CAPTURE, {"rebels": 0.5, "army": 0.4}, {"Hama": 0.9})
    other = told(RAW, "captured", ClaimType.CAPTURE, {"rebels": 0.9}, {"Hama": 0.9})
    elsewhere = told(RAW, "captured", ClaimType.CAPTURE, {"rebels": 0.9}, {"Homs": 0.9})
    assert weighed([one, other])[0].actor == pytest.approx({"rebels": 0.62, "army": 0.28})
    assert weighed([one, elsewhere])[0].actor == one.actor
    assert weighed([one])[0].actor == one.actor


def test_the_road_is_closed_and_not_its_end() -> None:
    raw = "The highway north of Hama was closed."
    here = list(casts(scene(raw)))
    road = next(c.text for c in here[0].here if c.text.startswith("highway"))
    chances = sited(told(raw, "closed", ClaimType.CLOSE, {}, {"Hama": 0.9, road: 0.2}), here[0])
    assert chances[road] > chances["Hama"]
    assert sited(told(raw, "closed", ClaimType.ATTACK, {}, {"Hama": 0.9, road: 0.2}), here[0])["Hama"] == 0.9


def test_the_town_told_here_is_meant_and_not_its_airport_from_before() -> None:
    raw = "Rebels hold Goma."
    here = next(casts(scene(raw)))
    assert sited(told(raw, "hold", ClaimType.HOLD, {}, {"Goma airport": 0.9, "Goma": 0.1}), here) == {"Goma": 0.9}


@pytest.mark.parametrize(
    ("raw", "taker"),
    [
        ("Rebels entered Idlib. After the fall of Hama, Syrian government forces hold Homs.", "rebels"),
        ("Gunmen entered Idlib. After the fall of Hama, Syrian government forces hold Homs.", None),
        ("Rebels entered Idlib. After the fall of Hama, the price of bread rose in Syria.", None),
    ],
)
def test_what_the_government_loses_falls_to_its_rebels_where_the_report_names_them(raw: str, taker: str | None) -> None:
    here = list(casts(scene(raw)))
    name = fallen_to(told(raw, "fall", ClaimType.CAPTURE, {}, {"Hama": 0.9}), here[-1], rebels_of(here))
    assert (name.text if name is not None else None) == taker


def test_who_speaks_for_others_or_sits_in_an_office_takes_no_place() -> None:
    assert not may_do(ClaimType.CAPTURE, Name("army spokesman", "military:SY"))
    assert not may_do(ClaimType.CAPTURE, Name("Defence Ministry", "defence:SY"))
    assert may_do(ClaimType.ATTACK, Name("Defence Ministry", "defence:SY"))
    assert may_do(ClaimType.WARN, Name("army spokesman", "military:SY"))
