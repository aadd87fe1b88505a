"""People who are made to leave withdraw from nothing, and their place is not taken by it."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


@pytest.mark.parametrize(
    "raw",
    [
        "The people of Homs have gone. Russian bombs made them leave.",
        "The people of Homs are in Hama now. Militias chased them across the border.",
        "Residents of Homs are in Hama. Rebels drove them out of the city.",
    ],
)
def test_people_who_are_chased_away_are_no_force(raw: str) -> None:
    assert {line.type for line in told(raw)} <= {"harm", "attack"}


def test_an_army_that_is_chased_away_is_one() -> None:
    raw = "The rebels and residents of Homs are gone. The army drove them out of the city."
    assert [(line.actor, line.target, line.place) for line in told(raw) if line.type == "capture"] == [
        ("army", "rebels", "Homs")
    ]
