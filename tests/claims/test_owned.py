"""Losses that a party owns to are its own, and those of others that the verb is left out for theirs."""

from __future__ import annotations

import pytest

from tests.claims.reports import claims, told
from tests.claims.test_tolls import tolls


@pytest.mark.parametrize(
    ("raw", "made"),
    [
        ("Turkey acknowledges 50 fatalities and Syria 34.", [("Turkey", None, 50), ("Syria", None, 34)]),
        ("Turkey lost 12 men in Hama.", [("Turkey", "Hama", 12)]),
    ],
)
def test_who_owns_to_losses_had_them(raw: str, made: list[tuple[str, str | None, int | None]]) -> None:
    assert tolls(raw) == made


@pytest.mark.parametrize(
    "raw",
    [
        "A doctor counted 50 fatalities in Hama and 34 beds.",
        "Turkey acknowledges 50 fatalities, and Syria has 34 tanks.",
    ],
)
def test_a_number_of_something_else_is_no_loss(raw: str) -> None:
    assert [(whom, number) for whom, _, number in tolls(raw) if whom == "Syria" or number == 34] == []


def test_their_losses_are_their_own() -> None:
    raw = "The army claimed to have killed 50 rebels in Homs. The rebels put their losses at four."
    assert [line.target for line in told(raw) if line.type == "harm"] == ["rebels", "rebels"]


def test_who_is_killed_by_them_is_not_lost_by_them() -> None:
    raw = "The rebels shot and killed a soldier and lost two of their own men in Homs."
    assert [c.targets[0].text for c in claims(raw) if c.act.quote == "lost"] == ["rebels"]
