"""Nobody backs whom he fights, and nobody fights whom he stands beside."""

from __future__ import annotations

import pytest

from tests.claims.reports import claims


def pairs(raw: str, kind: str) -> set[tuple[str, str]]:
    """Who stands to whom in the claims of a type."""
    return {(a.text, t.text) for c in claims(raw) if c.type == kind for a in c.actors for t in c.targets}


@pytest.mark.parametrize(
    "raw",
    [
        "Ethiopian troops and their allies recaptured Homs from Tigrayan forces on Monday.",
        "The Syrian army and its allies broke Islamic State's siege of the airport in Homs.",
        "Baghdad asked Ankara for help against Islamic State on Monday.",
        "Mali asked Russia for support in the fight against JNIM.",
        "Tigrayan forces have retaken Homs, days after Ethiopian troops and their allies took it back.",
        "Ukrainian soldiers fought hand-to-hand with Russian troops in Homs.",
        "Hezbollah clashed with Israeli troops against the backdrop of truce talks in Homs.",
        "Fighting between the Syrian army and rebels allied with Turkey raged in Homs.",
    ],
)
def test_a_foe_is_backed_by_nobody(raw: str) -> None:
    assert not pairs(raw, "support")


@pytest.mark.parametrize(
    ("raw", "who", "whom"),
    [
        ("Turkey backs the rebels against the Syrian army.", "Turkey", "rebels"),
        ("Turkey helped the rebels fight the Syrian army in Homs.", "Turkey", "rebels"),
        ("France supported Chad against Libya.", "France", "Chad"),
        ("Iran denied sending help to the Houthis against Saudi Arabia.", "Iran", "Houthis"),
        ("The Houthis and their Iranian allies attacked Homs.", "Iranian allies", "Houthis"),
        ("Turkey backs the rebels, who were attacked by the Syrian army in Homs.", "Turkey", "rebels"),
        ("Russia is an ally of Syria.", "Russia", "Syria"),
        ("Russia supported the Syrian army in its campaign against the rebels.", "Russia", "Syrian army"),
    ],
)
def test_who_is_backed_is_no_foe(raw: str, who: str, whom: str) -> None:
    assert pairs(raw, "support") == {(who, whom)}


def test_each_of_two_sides_has_its_own_backer() -> None:
    raw = "The Syrian army, backed by Russia, fought rebels backed by Turkey in Homs."
    assert pairs(raw, "support") == {("Russia", "Syrian army"), ("Turkey", "rebels")}


@pytest.mark.parametrize(
    "raw",
    [
        "Rwandan troops fighting alongside the M23 entered Homs on Monday.",
        "Hezbollah fighters fought alongside the Syrian army in Homs.",
        "Hezbollah fought on the side of the Syrian army in Homs.",
        "Hezbollah fought side by side with the Syrian army in Homs.",
        "Burundian soldiers who fought alongside the Congolese army left Homs.",
    ],
)
def test_who_fights_beside_somebody_does_not_fight_him(raw: str) -> None:
    assert not pairs(raw, "clash")


@pytest.mark.parametrize(
    ("raw", "foe"),
    [
        ("Hezbollah fighters fought with the Syrian army against the rebels in Homs.", "rebels"),
        ("Hezbollah, along with the Syrian army, fought the rebels in Homs.", "rebels"),
        ("Hezbollah fought with the Syrian army in Homs.", "Syrian army"),
        ("The rebels fought fierce battles with the Syrian army in Homs.", "Syrian army"),
    ],
)
def test_who_is_fought_is_the_foe(raw: str, foe: str) -> None:
    assert {whom for _, whom in pairs(raw, "clash")} == {foe}


def test_whoever_fire_is_traded_with_is_the_foe() -> None:
    raw = "The Syrian army exchanged fire with the rebels in Homs."
    assert pairs(raw, "clash") == {("Syrian army", "rebels")}


def test_who_holds_a_place_does_not_besiege_it() -> None:
    raw = "Homs, which has been in the hands of the rebels for nearly six months, remains cut off from Idlib."
    assert [c.actors for c in claims(raw) if c.type == "besiege"] in ([], [()])


def test_who_is_behind_a_deed_backs_nobody() -> None:
    raw = "The attack on Homs killed nine. The Islamic State said it was behind it."
    assert not [c for c in claims(raw) if c.type == "support"]


def test_who_is_helped_by_strikes_is_not_struck() -> None:
    raw = "American aircraft carried out several strikes in support of Afghan forces."
    assert not pairs(raw, "attack")
    assert {whom for _, whom in pairs(raw, "support")} == {"Afghan forces"}


def test_a_foe_behind_a_friend_stays_a_foe() -> None:
    raw = "Congolese soldiers fought side by side with Burundi against M23 in Goma."
    assert pairs(raw, "clash") == {("Congolese soldiers", "M23")}
