"""What a sentence sets apart is not told of: neither the place nor the party."""

from __future__ import annotations

import pytest

from tests.claims.reports import Told, told


def ground(raw: str) -> list[Told]:
    """What a report tells of taken, held and left places."""
    return [line for line in told(raw) if line.type in ("capture", "hold", "withdraw")]


@pytest.mark.parametrize(
    "raw",
    [
        "The rebels took Hama, not Homs.",
        "The rebels have taken not Homs but Hama.",
        "Hama, but not Homs, was taken by the rebels.",
        "Hama, not Homs, has fallen.",
        "The rebels took Hama but not Homs, a priest there said.",
    ],
)
def test_a_place_that_is_set_apart_was_not_taken(raw: str) -> None:
    found = {line.place: line.status for line in ground(raw)}
    assert found == {"Hama": "asserted", "Homs": "denied"}


@pytest.mark.parametrize(
    "raw",
    [
        "The army, not the rebels, took Hama.",
        "The army and not the rebels holds Hama.",
        "Hama is held not by the rebels but by the army.",
        "Hama is held by the army, not by the rebels.",
    ],
)
def test_a_party_that_is_set_apart_did_not_do_it(raw: str) -> None:
    assert [(line.actor, line.status) for line in ground(raw)] == [("army", "asserted")]


def test_who_is_set_apart_is_no_loser_by_that() -> None:
    assert [line.target for line in ground("It was not the army but the rebels who took Hama.")] == [None]


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        ("The army did not take Hama.", "denied"),
        ("The rebels took Hama, and not a shot was fired.", "asserted"),
        ("The army, not wanting to fight, left Hama.", "asserted"),
    ],
)
def test_another_not_sets_nothing_apart(raw: str, status: str) -> None:
    assert [(line.place, line.status) for line in ground(raw)] == [("Hama", status)]


def test_what_is_told_of_a_place_set_apart_stands() -> None:
    raw = "The rebels took Homs but not Hama, which the army still holds."
    assert {(line.type, line.place, line.status) for line in ground(raw)} == {
        ("capture", "Homs", "asserted"),
        ("capture", "Hama", "denied"),
        ("hold", "Hama", "asserted"),
    }


@pytest.mark.parametrize(
    "raw",
    [
        "The rebels hold every town on the road except Homs.",
        "Apart from Homs, the rebels hold every town on the road.",
        "The rebels hold every town other than Homs.",
    ],
)
def test_what_is_excepted_is_not_held(raw: str) -> None:
    assert [line.status for line in ground(raw) if line.place == "Homs"] in ([], ["denied"])


@pytest.mark.parametrize(
    "raw", ["The army holds nothing except Homs.", "The army holds no town in the province apart from Homs."]
)
def test_what_is_all_that_is_held_is_not_denied(raw: str) -> None:
    assert all(line.status == "asserted" for line in ground(raw) if line.place == "Homs")


def test_what_is_beside_is_held_as_well() -> None:
    raw = "Apart from Homs, the rebels also hold Hama."
    assert [(line.place, line.status) for line in ground(raw) if line.place == "Hama"] == [("Hama", "asserted")]
    assert all(line.status == "asserted" for line in ground(raw))


def test_its_airport_may_be_set_apart() -> None:
    raw = "The rebels took Homs but not its airport."
    assert [(line.place, line.status) for line in ground(raw)] == [("Homs", "asserted"), ("Homs airport", "denied")]


def test_a_crossing_that_is_excepted_is_not_told_as_shut() -> None:
    found = [
        line for line in told("Lebanon then shut every crossing into Syria except Masnaa.") if line.type == "close"
    ]
    assert "Masnaa" not in {line.place for line in found}


def test_places_of_one_list_are_set_apart_together() -> None:
    raw = "The army took Hama, not Homs and Idlib."
    assert {(line.place, line.status) for line in ground(raw)} == {
        ("Hama", "asserted"),
        ("Homs", "denied"),
        ("Idlib", "denied"),
    }


@pytest.mark.parametrize(
    "raw",
    [
        "The province of Aleppo is under Taliban control except for Homs and Idlib, which remain in army hands.",
        "The rebels hold the whole province except Homs and Idlib, which the army holds.",
    ],
)
def test_a_clause_about_all_that_is_excepted_is_asserted(raw: str) -> None:
    held = {line.place: line.status for line in ground(raw) if line.actor is not None and "army" in line.actor}
    assert held == {"Homs": "asserted", "Idlib": "asserted"}
