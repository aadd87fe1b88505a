"""Whose the raids and the shelling are."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


def doers(raw: str, kind: str = "attack") -> list[str | None]:
    return [line.actor for line in told(raw) if line.type == kind]


@pytest.mark.parametrize(
    ("raw", "who"),
    [
        ("US warplanes took off from the carrier. The strikes hit Hodeidah and Saada.", "US warplanes"),
        ("Turkish artillery answered from across the border. The shelling of Osk went on.", "Turkish artillery"),
        ("Saudi and Emirati jets bombed Mokha on Friday. The raids killed 60 people.", "Saudi jets+Emirati jets"),
    ],
)
def test_those_whose_arms_were_told_of(raw: str, who: str) -> None:
    assert set(doers(raw)) == {who}


def test_whom_the_raids_killed_was_killed_by_those_who_made_them() -> None:
    raw = "Saudi and Emirati jets bombed Mokha on Friday. The raids killed 60 people."
    assert doers(raw, "harm") == ["Saudi jets+Emirati jets"]


def test_they_are_aircraft_where_it_is_told_whose() -> None:
    assert doers("The junta's jets were back on Friday. They bombed a clinic in Loikaw.") == ["junta's jets"]


@pytest.mark.parametrize(
    ("raw", "last"),
    [
        ("Russian jets flew over Karsin. The rebels shelled the town. The shelling killed two.", "rebels"),
        ("Russian jets and Ukrainian drones were over Karsin. The strikes killed two people.", None),
        ("Israeli jets were over Beirut. Another raid killed two people.", None),
    ],
)
def test_not_of_others(raw: str, last: str | None) -> None:
    assert doers(raw)[-1] == last
