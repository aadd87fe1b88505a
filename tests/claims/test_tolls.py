"""Harm to several at once: a claim for each that has a number of its own."""

from __future__ import annotations

import pytest

from tests.claims.reports import claims


def tolls(raw: str) -> list[tuple[str, str | None, int | None]]:
    """Of each claim of harm: to whom, where, and how many."""
    return [
        (
            "+".join(n.text for n in c.targets),
            c.place.text if c.place else None,
            c.quantities[0].low if c.quantities else None,
        )
        for c in claims(raw)
        if c.type == "harm"
    ]


@pytest.mark.parametrize(
    ("raw", "made"),
    [
        ("At least 17 soldiers and 40 rebels were killed in Hama.", [("soldiers", "Hama", 17), ("rebels", "Hama", 40)]),
        ("The raid on Hama killed three soldiers and twelve civilians.", [("soldiers", "Hama", 3), ("civilians", "Hama", 12)]),
        ("Soldiers and rebels were killed in Hama.", [("rebels+soldiers", "Hama", None)]),
        ("At least 17 soldiers were killed in Hama.", [("soldiers", "Hama", 17)]),
    ],
)  # fmt: skip
def test_whoever_of_a_list_has_his_number_has_a_claim(raw: str, made: list[tuple[str, str | None, int | None]]) -> None:
    assert tolls(raw) == made


@pytest.mark.parametrize(
    ("raw", "made"),
    [
        ("At least 30 people were killed on Monday, twelve of them in Hama.", [("people", None, 30), ("people", "Hama", 12)]),
        ("Over 4,000 families fled, more than 900 in Hama alone.", [("families", None, 4000), ("families", "Hama", 900)]),
        ("At least 30 people were killed in Hama, twelve of them on Monday.", [("people", "Hama", 30)]),
    ],
)  # fmt: skip
def test_a_part_that_is_told_of_a_place_is_told_beside_the_whole(
    raw: str, made: list[tuple[str, str | None, int | None]]
) -> None:
    assert tolls(raw) == made


def test_the_part_is_counted_in_the_unit_of_the_whole() -> None:
    units = [c.quantities[0].unit for c in claims("Over 4,000 families fled, 900 of them from Hama.") if c.quantities]
    assert units == ["family", "family"]


def test_nobody_is_told_to_have_harmed_his_own() -> None:
    harmed = [c for c in claims("Rebels fought in Hama: 17 rebels and 40 soldiers were killed.") if c.type == "harm"]
    assert all(not set(c.actors) & set(c.targets) for c in harmed)


def test_a_toll_has_the_number_at_which_it_is_put() -> None:
    assert tolls("A researcher puts the civilian toll at 300.") == [("civilians", None, 300)]
    assert tolls("The toll is put by monitors at 1,800.") == [("", None, 1800)]
