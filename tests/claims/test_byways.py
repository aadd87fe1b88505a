"""The end of another party's way may be the place that was left or entered."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


def _places(raw: str, kind: str) -> list[str | None]:
    return [line.place for line in told(raw) if line.type == kind]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Trucks of the army drove into Karsin on Monday: the rebels had left the night before.", "withdraw"),
        ("The garrison walked into Karsin after the rebels had left it.", "withdraw"),
        ("Families fled from Karsin after the rebels marched in.", "advance"),
    ],
)
def test_where_others_went_or_came_from_may_be_left_or_entered(raw: str, kind: str) -> None:
    assert _places(raw, kind) == ["Karsin"]


@pytest.mark.parametrize(
    ("raw", "kind", "place"),
    [
        ("The rebels drove into Karsin after they had left Osk.", "withdraw", "Osk"),
        ("The rebels drove into Karsin after the army had left Osk.", "withdraw", "Osk"),
        ("The army marched from Karsin to Osk.", "advance", "Osk"),
        ("The army withdrew from Karsin to Osk.", "withdraw", "Karsin"),
    ],
)
def test_where_they_go_themselves_is_not_left(raw: str, kind: str, place: str) -> None:
    assert _places(raw, kind) == [place]
