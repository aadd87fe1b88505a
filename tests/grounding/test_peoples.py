"""Peoples that stand for their armies."""

from __future__ import annotations

import pytest

from tests.claims.reports import named


def keys(raw: str) -> dict[str, str | None]:
    """What a report names, by its words: the key of each name."""
    return {m.anchor.quote: m.name.key for m in named(raw).mentions or ()}


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("The Peruvians took the post from the Ecuadoreans.", "military:PE"),
        ("The Peruvians took the post from the army of Ecuador.", "military:PE"),
    ],
)
def test_a_people_at_war_with_another_state_is_its_army(raw: str, key: str) -> None:
    assert keys(raw)["Peruvians"] == key


def test_a_people_whose_country_alone_is_told_of_is_no_army() -> None:
    assert keys("In Peru, rebels took Ayacucho. The Peruvians fled.").get("Peruvians") != "military:PE"
