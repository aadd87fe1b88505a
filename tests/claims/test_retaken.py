"""Who retook a place: not the one who took it last."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


def _last(raw: str) -> list[tuple[str | None, str | None]]:
    return [(line.actor, line.target) for line in told(raw) if line.type == "capture"][-1:]


@pytest.mark.parametrize(
    ("raw", "taker"),
    [
        ("The Taliban captured Kunduz on Monday. Kunduz was retaken on Friday.", (None, "Taliban")),
        ("The Taliban captured Kunduz on Monday. Kunduz was won back on Friday.", (None, "Taliban")),
        ("The Taliban captured Kunduz from the Afghan army on Monday. Kunduz was retaken on Friday.", ("Afghan army", "Taliban")),
        ("The Afghan army lost Kunduz to the Taliban on Monday. The town was recaptured on Friday.", ("Afghan army", "Taliban")),
    ],
)  # fmt: skip
def test_a_place_is_not_retaken_by_who_took_it_last(raw: str, taker: tuple[str | None, str | None]) -> None:
    assert _last(raw) == [taker]


@pytest.mark.parametrize(
    "raw",
    [
        "The Taliban captured Kunduz on Monday. They retook Baghlan on Friday.",
        "The Taliban captured Kunduz on Monday. The recapture of Kunduz took four days.",
        "The Taliban captured Kunduz on Monday. Kunduz was retaken without a shot on Monday.",
        "The Taliban captured Kunduz on Monday. Kunduz was taken without a shot.",
    ],
)
def test_what_tells_the_same_act_again_stays(raw: str) -> None:
    assert [taker for taker, _ in _last(raw)] == ["Taliban"]
