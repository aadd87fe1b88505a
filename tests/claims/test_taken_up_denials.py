"""What a word of denial takes up has the parties of what is denied."""

from __future__ import annotations

import pytest

from fogline.claims.proposition import Proposition
from fogline.claims.taken_up_denials import by_the_denied
from fogline.records import ClaimType, Name, Status
from tests.claims.reports import scene

ARMY, FRONT = Name("Norland army", "military:XX"), Name("White Front", "group:white-front")
KARSIN = Name("Karsin")


def _by(raw: str, act: str, denial: str, kind: ClaimType = ClaimType.CAPTURE, place: Name = KARSIN) -> list[str]:
    """By whom it is that a word of denial tells of, which was read as the Front's doing."""
    report = scene(raw)
    word = {t.text: t for t in report.doc}
    took = Proposition(word[act], ClaimType.CAPTURE, actors=(ARMY,), targets=(FRONT,), place=KARSIN)
    told = Proposition(word[denial], kind, actors=(FRONT,), place=place, status=Status.DENIED)
    return [n.text for one in by_the_denied([told], [[took], []]) for n in one.actors]


@pytest.mark.parametrize(
    ("raw", "denial"),
    [
        ("The army took Karsin. People cheered. The front denied it.", "denied"),
        ("The army took Karsin. People cheered. That was untrue, the front said.", "untrue"),
        ("The army took Karsin. People cheered. Not so, retorted the front.", "so"),
    ],
)
def test_a_denied_taking_is_his_of_whom_it_was_told(raw: str, denial: str) -> None:
    assert _by(raw, "took", denial) == ["Norland army"]


def test_another_act_another_place_and_what_is_no_denial_stay() -> None:
    raw = "The army took Karsin. People cheered. The front denied it and seized Osk."
    assert _by(raw, "took", "denied", ClaimType.WITHDRAW) == ["White Front"]
    assert _by(raw, "took", "denied", place=Name("Osk")) == ["White Front"]
    assert _by(raw, "took", "seized") == ["White Front"]
