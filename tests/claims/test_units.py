"""Whose a unit is that goes by no name."""

from __future__ import annotations

import pytest

from fogline.claims.proposition import Proposition
from fogline.claims.units import of_units
from fogline.records import ClaimType, Name
from tests.claims.reports import scene

TALIBAN = Name("Taliban", "group:taliban")


def _by(raw: str, act: str, kind: ClaimType = ClaimType.DEPLOY) -> list[str]:
    """Whose a move is that was read as the Taliban's."""
    report = scene(raw)
    word = next(t for t in report.doc if t.text == act)
    told = Proposition(word, kind, actors=(TALIBAN,), place=Name("Kunduz"))
    return [name.text for one in of_units([told], report) for name in one.actors]


FIGHT = "The Afghan army fought the Taliban. "


@pytest.mark.parametrize(
    ("raw", "act", "owner"),
    [
        (FIGHT + "A few army trucks left Kunduz on Friday.", "left", "Afghan army"),
    ],
)
def test_what_carries_a_force_is_his_whose_name_it_bears(raw: str, act: str, owner: str) -> None:
    assert _by(raw, act) == [owner]


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        (FIGHT + "Two of its battalions arrived in Kunduz on Friday.", "arrived"),
        (FIGHT + "Three battalions of the Taliban entered Kunduz on Friday.", "entered"),
        (FIGHT + "Lorries left Kunduz on Friday.", "left"),
        (FIGHT + "Two battalions were flown to Kunduz on Friday.", "flown"),
        (FIGHT + "Army tanks and trucks left Kunduz on Friday.", "left"),
        ("The Taliban took Osk. A brigade entered Kunduz on Friday.", "entered"),
    ],
)
def test_whose_own_it_is_told_to_be_or_where_no_army_is_told_of(raw: str, act: str) -> None:
    assert _by(raw, act) == ["Taliban"]
