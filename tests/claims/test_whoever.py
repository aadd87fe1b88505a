"""Acts of nobody in particular have no doer, and who strikes a place after its capture did not capture it."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


def captors(raw: str) -> list[str | None]:
    return [line.actor for line in told(raw) if line.type == "capture"]


@pytest.mark.parametrize(
    "raw",
    [
        "The Syrian army is strong, but France has said that any operation to retake Homs should be local.",
        "The capture of Homs was followed by air strikes by the Syrian army on the city.",
    ],
)
def test_who_is_only_told_beside_it_took_nothing(raw: str) -> None:
    assert captors(raw) == [None]


@pytest.mark.parametrize(
    "raw",
    [
        "Any operation by the Syrian army to retake Homs would take months.",
        "The capture of Homs by the Syrian army was followed by air strikes by the rebels.",
        "The Syrian army launched an operation to retake Homs.",
        "The Syrian army has no intention of capturing Homs.",
        "The Syrian army will make every effort to retake Homs.",
        "The Syrian army has denied any plan to seize Homs.",
        "The capture of Homs was followed by an advance of the Syrian army on Hama.",
    ],
)
def test_who_is_told_with_it_stays(raw: str) -> None:
    assert captors(raw) == ["Syrian army"]
