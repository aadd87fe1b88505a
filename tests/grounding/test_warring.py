"""Who fights whom in a report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.board import Found
from fogline.grounding.warring import War, side_of
from fogline.records import MentionKind

ARMY = Found(0, 1, MentionKind.ACTOR, "Norland army", "military:SY")
REBELS = Found(2, 3, MentionKind.ACTOR, "rebels", "side:SY:rebels")


@pytest.mark.parametrize(
    ("key", "side"),
    [
        ("military:SY", "side:SY:government"),
        ("country:SY", "side:SY:government"),
        ("defence:RU", "side:RU:government"),
        ("group:houthis", "side:YE:rebels"),
        ("group:rapid-support-forces", "group:rapid-support-forces"),
        ("monitor:airwars", None),
        ("body:united-nations", None),
    ],
)
def test_the_side_of_a_key(key: str, side: str | None) -> None:
    assert side_of(Found(0, 1, MentionKind.ACTOR, "they", key)) == side


def test_the_foe_of_each_is_the_other() -> None:
    war = War({"side:SY:government": ARMY, "side:SY:rebels": REBELS})
    assert (war.foe(ARMY), war.foe(REBELS)) == (REBELS, ARMY)


@given(st.sampled_from(["SY", "RU", "UA", "SD"]), st.sampled_from(["SY", "RU", "UA", "SD"]))
def test_the_foe_of_a_foe_is_oneself(ours: str, theirs: str) -> None:
    one, other = (Found(i, i + 1, MentionKind.ACTOR, code, f"military:{code}") for i, code in enumerate([ours, theirs]))
    war = War({str(side_of(one)): one, str(side_of(other)): other})
    foe = war.foe(one)
    assert (foe is None) == (ours == theirs)
    assert foe is None or war.foe(foe) == one


def test_without_two_sides_nobody_has_a_foe() -> None:
    assert War({}).foe(ARMY) is None
