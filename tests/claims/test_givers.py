"""Who gives a place up, or of whom it is cleared, lost it."""

from __future__ import annotations

import pytest

from fogline.records import ClaimType
from tests.claims.reports import read


def captures(raw: str) -> list[tuple[set[str], set[str]]]:
    """For each capture that a text tells, its takers and losers."""
    claims = [c for c in read(raw).claims or () if c.type is ClaimType.CAPTURE]
    return [({n.text for n in c.actors}, {n.text for n in c.targets}) for c in claims]


@pytest.mark.parametrize(
    "raw",
    [
        "The rebels handed over Karsin on Friday.",
        "The rebels surrendered Karsin.",
        "Karsin has been cleared of rebels.",
        "The army declared that Karsin was cleared of rebels.",
    ],
)
def test_who_gives_a_place_up_or_is_driven_from_it_lost_it(raw: str) -> None:
    assert captures(raw) == [(set(), {"rebels"})]


@pytest.mark.parametrize(
    "raw",
    [
        "The rebels handed Karsin over to the army.",
        "The rebels handed over Karsin to the army.",
        "Karsin was handed over by the rebels to the army.",
        "Karsin was cleared of rebels by the army.",
        "The army cleared Karsin of rebels.",
        "The army freed Karsin from the rebels.",
    ],
)
def test_who_is_told_to_have_it_then_took_it(raw: str) -> None:
    assert captures(raw) == [({"army"}, {"rebels"})]


@pytest.mark.parametrize(
    "raw",
    [
        "The army handed over its base in Karsin to the police.",
        "The army handed its base in Karsin over to the police.",
    ],
)
def test_a_base_that_is_handed_over_is_held_no_longer(raw: str) -> None:
    assert ClaimType.HOLD not in {c.type for c in read(raw).claims or ()}


def test_people_who_surrender_give_no_place_up() -> None:
    assert captures("Soldiers surrendered to the rebels in Karsin.") == []


def test_who_a_place_is_free_of_did_not_take_it() -> None:
    assert captures("Manbij is now free of Islamic State.") == [(set(), {"Islamic State"})]


def test_they_who_lost_a_place_are_known_already() -> None:
    raw = "Norland sent arms to the rebels in Karsin, an oasis that they lost in April."
    assert [losers for _, losers in captures(raw)] == [{"rebels"}]
