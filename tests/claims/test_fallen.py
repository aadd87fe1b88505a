"""What falls behind an attack on it fell to who attacked."""

from __future__ import annotations

import pytest

from tests.claims.reports import Told, told


def captures(raw: str) -> list[Told]:
    return [line for line in told(raw) if line.type == "capture"]


@pytest.mark.parametrize(
    "raw",
    [
        "M23 fighters attacked the army base in Karsin. The base was overrun on Monday.",
        "M23 fighters attacked the army barracks in Karsin. The barracks were captured on Monday.",
    ],
)
def test_whom_the_attack_struck_lost_it(raw: str) -> None:
    assert captures(raw) == [Told("capture", "M23", "army", "Karsin")]


@pytest.mark.parametrize(
    ("raw", "who"),
    [
        ("M23 attacked the army in Karsin. The town was retaken by the army on Monday.", "army"),
        ("M23 attacked the base at Karsin. It fell on Tuesday.", "M23"),
        ("M23 advanced on Karsin. It fell on Monday.", "M23"),
    ],
)
def test_who_took_it(raw: str, who: str) -> None:
    assert [line.actor for line in captures(raw)] == [who]
