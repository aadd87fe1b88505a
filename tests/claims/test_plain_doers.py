"""Who does an act by the plain grammar of its sentence, where no reader saw it."""

from __future__ import annotations

import pytest

from tests.claims.reports import claims, told


@pytest.mark.parametrize(
    ("raw", "kind", "actor"),
    [
        ("The governor of Homs told families not to return.", "warn", "governor of Homs"),
        ("The Foreign Office advises Britons against going to Syria.", "warn", "Foreign Office"),
        ("President Bashar al-Assad broke off talks with the rebels on Friday.", "meet", "Bashar al-Assad"),
        ("Guardsmen beat off an assault on Homs and abandoned Hama.", "withdraw", "guardsmen"),
        ("Kyrgyz formations shelled Vorukh on Friday.", "attack", "Kyrgyz forces"),
        ("Karinni fighters have taken Demoso.", "capture", "Karinni fighters"),
    ],
)
def test_who_does_it(raw: str, kind: str, actor: str) -> None:
    assert [line.actor for line in told(raw) if line.type == kind] == [actor]


@pytest.mark.parametrize(
    "raw",
    [
        "Iran deplored the assault on Homs.",
        "The assault on Homs was condemned by Iran.",
        "The enemy's assault on Homs was beaten back, the rebels said.",
    ],
)
def test_who_only_tells_of_an_attack_did_not_make_it(raw: str) -> None:
    assert [claim.actors for claim in claims(raw) if claim.type == "attack"] == [()]


def test_who_fell_back_losing_men_lost_them() -> None:
    raw = "The army regained Homs on Saturday, losing nine men."
    assert [(line.actor, line.target) for line in told(raw) if line.type == "harm"] == [(None, "army")]


def test_civilian_deaths_are_of_civilians() -> None:
    raw = "Doctors verified 47 civilian deaths in Homs in October."
    assert [line.target for line in told(raw) if line.type == "harm"] == ["civilians"]


def test_who_is_asked_for_is_not_told() -> None:
    raw = "The army did not say who captured Homs."
    assert [(line.actor, line.status) for line in told(raw) if line.type == "capture"] == [(None, "asserted")]


@pytest.mark.parametrize(
    ("raw", "actor"),
    [
        ("ISIS killed ten rebels in Azaz.", "ISIS"),
        ("Israeli settlers shot dead a farmer in Hebron.", "Israel"),
        ("The army confirmed the death of the rebel leader, whom it killed in Homs.", "army"),
        ("Hamas denied the rocket attack on Ashkelon.", "Hamas"),
        ("Israel regretted the strike on the hospital in Gaza.", "Israel"),
    ],
)
def test_who_is_told_to_have_done_it_did(raw: str, actor: str) -> None:
    assert {line.actor for line in told(raw) if line.type in ("harm", "attack")} == {actor}


def test_no_group_killed_militants_whose_killer_is_open() -> None:
    raw = "The army said 14 soldiers had died and 21 militants had been killed in Homs. ISIS claimed the attack."
    assert "ISIS" not in {line.actor for line in told(raw) if line.type == "harm"}


def test_a_capture_warns_nobody() -> None:
    raw = "The capture of Homs threatened to split the rebels."
    assert [line.actor for line in told(raw) if line.type == "warn"] in ([], [None])


def test_the_country_they_came_from_belongs_to_nothing() -> None:
    raw = "The government said the killers came from Mali and belonged to JNIM."
    assert all(not claim.actors for claim in claims(raw) if claim.type == "form")


def test_those_who_hold_it_are_no_others_where_no_list_knows_them() -> None:
    raw = "The army captured Karsin on Monday, driving out the clansmen who had held the town since May."
    assert "army" not in {line.actor for line in told(raw) if line.type == "hold"}
    raw = "The army captured Karsin on Monday, driving out the rebels who had held the town since May."
    assert {line.actor for line in told(raw) if line.type == "hold"} == {"rebels"}
