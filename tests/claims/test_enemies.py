"""What "the enemy" does is not done by who says so."""

from __future__ import annotations

import pytest

from tests.claims.reports import Told, told


def test_an_enemy_that_nobody_knows_is_not_who_speaks_of_it() -> None:
    raw = 'The M23 said: "The enemy has captured Goma."'
    assert told(raw) == [Told("capture", None, None, "Goma")]


def test_an_enemy_on_the_run_is_not_who_speaks_of_it() -> None:
    raw = 'An Ethiopian general said: "Our forces captured Axum, and the enemy is fleeing to Adwa."'
    assert [line.actor for line in told(raw) if line.type == "withdraw"] == [None]


def test_an_enemy_that_is_known_stays() -> None:
    raw = 'Armenian forces left Lachin. "Our forces hold Lachin," said an Azerbaijani officer. "The enemy withdrew."'
    assert {line.actor for line in told(raw) if line.type == "withdraw"} == {"Armenian forces"}


def test_they_beside_us_are_not_who_says_we() -> None:
    raw = 'The army spokesman said: "We hold Homs and they hold Hama."'
    assert [(line.actor, line.place) for line in told(raw)] == [("army", "Homs"), (None, "Hama")]


def test_they_are_our_men_where_these_were_told_of() -> None:
    raw = 'The army spokesman said: "Our men took Homs and they hold Hama."'
    assert {line.actor for line in told(raw)} == {"army"}


def test_who_stands_before_a_colon_is_not_the_enemy() -> None:
    raw = "Staff of the Armed Forces of Norland: the enemy attacked 14 times near Homs."
    assert [(line.actor, line.place) for line in told(raw)] == [(None, "Homs")]


@pytest.mark.parametrize(
    "raw",
    [
        "The army advanced into Homs on Wednesday. Its rivals had fled the town overnight.",
        "The army entered Homs. Its foes had abandoned the town.",
        "Government troops entered Homs on Tuesday. Their opponents had retreated to the river.",
    ],
)
def test_rivals_that_nobody_knows_are_not_whose_rivals_they_are(raw: str) -> None:
    assert {line.actor for line in told(raw) if line.type == "withdraw"} == {None}


def test_rivals_that_are_known_left() -> None:
    raw = "The Sudanese army fought the RSF in Bara. The army's opponents left the town on Monday."
    assert [line.actor for line in told(raw) if line.type == "withdraw"] == ["RSF"]


def test_who_fights_rivals_does_so() -> None:
    raw = "The army attacked its rivals in Homs."
    assert [line.actor for line in told(raw)] == ["army"]


def test_a_rival_with_a_name_does_what_it_does() -> None:
    raw = "The LNA left Gharyan. Its rival, the GNA, entered Tarhuna."
    assert [line.actor for line in told(raw) if line.type == "advance"] == ["GNA"]
