"""Whose hands a place is in, or comes into."""

from __future__ import annotations

import pytest

from fogline.claims.in_hands import with_hands
from fogline.claims.proposition import Proposition
from fogline.records import ClaimType, Name
from tests.claims.reports import scene


def _by(raw: str, act: str, kind: ClaimType) -> list[str]:
    """Whose an act is that was read as the doing of the White Brigade."""
    report = scene(raw)
    word = next(t for t in report.doc if t.text == act)
    told = Proposition(word, kind, actors=(Name("White Brigade"),), place=Name("Karsin"))
    return [name.text for one in with_hands([told], report) for name in one.actors]


@pytest.mark.parametrize(
    ("raw", "act", "owner"),
    [
        ("Karsin was restored to government control on Sunday.", "restored", "government forces"),
        ("Karsin passed into the hands of the rebels on Sunday.", "passed", "rebels"),
        ("Karsin came under the control of the army on Sunday.", "came", "army"),
        ("Karsin fell into rebel hands on Sunday.", "fell", "rebels"),
        ("Karsin is in the army's hands.", "hands", "army"),
        ("Karsin is still under rebel control.", "control", "rebels"),
    ],
)
def test_a_place_is_his_who_owns_the_hands(raw: str, act: str, owner: str) -> None:
    kind = ClaimType.HOLD if act in ("hands", "control") else ClaimType.CAPTURE
    assert _by(raw, act, kind) == [owner]


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        ("The army says that Karsin is in its hands.", "hands"),
        ("The White Brigade is in control of Karsin, a town of the rebels.", "control"),
        ("Karsin slipped out of army hands on Sunday.", "slipped"),
        ("The White Brigade captured Karsin, the last town under rebel control.", "captured"),
        ("Karsin was taken on Sunday, a day after the army had lost control of Osk.", "taken"),
    ],
)
def test_what_tells_no_owner_stays(raw: str, act: str) -> None:
    kind = ClaimType.HOLD if act in ("hands", "control") else ClaimType.CAPTURE
    assert _by(raw, act, kind) == ["White Brigade"]
