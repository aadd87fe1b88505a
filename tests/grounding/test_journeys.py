"""What follows "they went from Karsin to Osk" happens in Osk."""

from __future__ import annotations

import pytest

from tests.grounding.naming import places


@pytest.mark.parametrize(
    "raw",
    [
        "Rebels came from Hama to Homs. On Monday they shelled the city.",
        "Fighters left their camp at Hama on Monday and drove to Homs. By Tuesday they were shelling the city.",
        "Drones flew from Hama to Homs. They hit a substation in the city.",
        "A drone took off from Hama and flew towards Homs. It hit the city at noon.",
        "Government troops left Hama for Homs on Monday. By evening they controlled the city.",
        "Rebels marched from Hama to Homs. The army had left the city.",
        "Rebels marched from Hama to Homs and shelled the city.",
        "A convoy drove from Hama to Homs on Monday. Rebels attacked it near the city.",
        "The army withdrew from Hama to Homs. It still held the city on Monday.",
    ],
)
def test_the_city_is_the_one_that_was_gone_to(raw: str) -> None:
    assert ("city", "Homs") in places(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Government troops left Hama for Homs on Monday. Rebels took the city.",
        "Rebels fled from Hama to Homs. The army had taken the city.",
        "Rebels were driven from Hama to Homs. The army holds the city.",
        "Families fled from Hama to Homs. Rebels shelled the city on Monday.",
        "The president flew from Hama to Homs. Rebels captured the city that evening.",
        "UN staff flew from Hama to Homs on Monday. Rebels seized the city.",
        "The wounded were taken from Hama to Homs. Rebels shelled the city.",
        "Rebels marched from Hama on Monday. They had held the city since May.",
        "Troops marched from Hama into Lebanon. They had held the city since May.",
    ],
)
def test_the_city_that_others_left_may_be_meant(raw: str) -> None:
    assert ("city", "Hama") in places(raw)
