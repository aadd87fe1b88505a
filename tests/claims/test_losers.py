"""Who resisted, or owns to a capture, did not make it."""

from __future__ import annotations

import pytest

from fogline.records import ClaimType
from tests.claims.reports import read, told


def takers(raw: str) -> list[tuple[set[str], set[str]]]:
    """For each capture that a text tells, its takers and losers."""
    claims = [c for c in read(raw).claims or () if c.type is ClaimType.CAPTURE]
    return [({n.text for n in c.actors}, {n.text for n in c.targets}) for c in claims]


@pytest.mark.parametrize(
    "raw",
    [
        "Karsin was seized despite fierce resistance by the army.",
        "Karsin was overrun despite the resistance of the army.",
        "The army conceded the capture of Karsin.",
    ],
)
def test_the_loser_of_a_place_is_not_its_taker(raw: str) -> None:
    assert takers(raw) == [(set(), {"army"})]


@pytest.mark.parametrize(
    ("raw", "taker"),
    [
        ("The rebels captured Karsin despite the army's resistance.", "rebels"),
        ("Karsin was captured by the rebels despite resistance by the army.", "rebels"),
        ("The army acknowledged its capture of Karsin.", "army"),
        ("The army admitted that it had taken Karsin.", "army"),
    ],
)
def test_who_is_told_to_have_taken_it_did(raw: str, taker: str) -> None:
    assert [actors for actors, _ in takers(raw)] == [{taker}]


def test_who_owns_to_a_place_being_left_has_left_it() -> None:
    raw = "Rebels pushed on. Norland's army was near. The army admitted that Karsin had been abandoned."
    [claim] = [c for c in read(raw).claims or () if c.type is ClaimType.WITHDRAW]
    assert [n.text for n in claim.actors] == ["army"]


@pytest.mark.parametrize(
    ("raw", "who"),
    [
        ("Karsin was abandoned to the rebels.", []),
        ("The army abandoned Karsin to the rebels.", ["army"]),
        ("The army threw the rebels back from Karsin.", ["rebels"]),
        ("The army pulled its tanks back from Karsin.", ["army"]),
    ],
)
def test_to_whom_a_place_is_left_did_not_leave_it_nor_who_throws_others_back(raw: str, who: list[str]) -> None:
    [claim] = [c for c in read(raw).claims or () if c.type is ClaimType.WITHDRAW]
    assert [n.text for n in claim.actors] == who


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("The army has lost control of Goma.", [(set(), {"army"})]),
        ("The government lost control of Goma to the rebels.", [({"rebels"}, {"government"})]),
        ("The junta admitted losing several towns, including Chinshwehaw.", [(set(), {"junta"})]),
        ("The rebels took Goma only to lose it.", [({"rebels"}, set()), (set(), {"rebels"})]),
    ],
)
def test_who_loses_a_place(raw: str, told: list[tuple[set[str], set[str]]]) -> None:
    assert takers(raw) == told


def test_a_place_taken_twice_is_told_twice() -> None:
    assert len(takers("The army took Goma on Monday and took Goma again on Friday.")) == 2


def test_who_admits_a_loss_has_lost() -> None:
    raw = "The army took Homs on Friday. The rebels admitted the loss of the city."
    assert [(line.actor, line.target) for line in told(raw) if line.type == "capture"] == [("army", "rebels")] * 2


def test_a_state_that_only_admits_a_loss_to_others_has_not_lost() -> None:
    assert [line.target for line in told("Turkey admitted the loss of Kobani to ISIS.") if line.type == "capture"] == [
        None
    ]


def test_who_never_held_as_much_before_has_not_lost_it() -> None:
    raw = "The Karsin Front marched on. It is the second town to fall, after Osk, and the first that the Front has ever held."
    assert all("Front" not in loser for _, losers in takers(raw) for loser in losers)
