"""Wars that are told in passing, as somebody's."""

from __future__ import annotations

import pytest

from tests.claims.reports import Told, told


def clashes(raw: str) -> list[Told]:
    """The fighting that a report tells of."""
    return [line for line in told(raw) if line.type == "clash"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Ethiopia is busy with its war in Somalia.", Told("clash", "Ethiopia", None, "Somalia")),
        ("Khartoum is distracted by its war against Chad.", Told("clash", "Sudan", "Chad", None)),
        ("Tehran, although weakened by the conflict with Iraq, sent aid.", Told("clash", "Iran", "Iraq", None)),
    ],
)
def test_whose_war_it_is_and_with_whom(raw: str, expected: Told) -> None:
    assert expected in clashes(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Since the outbreak of the conflict in March, bread has been dear.",
        "Ethiopia fears a war with Eritrea.",
        "The war in Sudan was on the agenda.",
    ],
)
def test_a_war_that_is_nobody_s_is_no_claim(raw: str) -> None:
    assert clashes(raw) == []
