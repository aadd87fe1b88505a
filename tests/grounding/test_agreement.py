"""A pronoun means the party that it agrees with."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


@pytest.mark.parametrize(
    ("raw", "kind", "who"),
    [
        ("The army took Hama from the rebels. They had held it since May.", "hold", "rebels"),
        ("The army left Hama. They had held it since May.", "hold", "army"),
        ("The rebels took Hama from the army. They hold it firmly.", "hold", "rebels"),
    ],
)
def test_whom_they_are(raw: str, kind: str, who: str) -> None:
    assert [line.actor for line in told(raw) if line.type == kind] == [who]


def test_whose_claim_it_is_means_itself() -> None:
    raw = "The rebels denied the army's claim that it had taken Hama."
    assert [(line.actor, line.status) for line in told(raw)] == [("army", "denied")]


def test_the_troops_of_a_capital_are_its_countrys() -> None:
    raw = "Ukrainian forces hold Sudzha. Moscow's troops attacked Sudzha on Monday."
    assert [line.actor for line in told(raw) if line.type == "attack"] == ["Russian troops"]


def test_who_says_that_it_took_a_place_took_it() -> None:
    raw = "Ukrainian forces hold Sudzha. The Russian army said it had retaken Sudzha."
    assert [line.actor for line in told(raw) if line.type == "capture"] == ["Russian army"]
