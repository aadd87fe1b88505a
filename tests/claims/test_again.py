"""A noun that takes up what was told before has its parties."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


def left(raw: str) -> list[str | None]:
    return [line.actor for line in told(raw) if line.type == "withdraw"]


@pytest.mark.parametrize(
    ("raw", "who"),
    [
        ("M23 pulled out of Goma. The army confirmed the withdrawal.", "M23"),
        ("M23 pulled out of Goma. The army called this withdrawal a ruse.", "M23"),
    ],
)
def test_the_same_withdrawal_is_of_the_same_party(raw: str, who: str) -> None:
    assert set(left(raw)) == {who}


def test_another_withdrawal_is_of_whoever_is_named() -> None:
    raw = "M23 pulled out of Goma. The army announced its own withdrawal from Sake."
    assert left(raw)[-1] == "army"


def test_a_withdrawal_elsewhere_is_another() -> None:
    raw = "The rebels withdrew from Homs. In Hama, the army began the withdrawal on Tuesday."
    assert left(raw) == ["rebels", "army"]
