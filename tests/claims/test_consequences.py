"""Whom a taking hurts did not take."""

from __future__ import annotations

import pytest

from tests.claims.reports import the


@pytest.mark.parametrize(
    "raw",
    [
        "The capture of Rastan is a blow to the rebels.",
        "The capture of Rastan dealt a blow to the rebels.",
        "The capture of Rastan cuts the rebels off from Homs.",
        "The capture of Rastan leaves the rebels without a road to Homs.",
        "With the capture of Rastan the rebels have lost their last stronghold.",
    ],
)
def test_whom_it_hurts_is_the_loser(raw: str) -> None:
    claim = the(raw, "capture")
    assert ([n.text for n in claim.actors], [n.text for n in claim.targets]) == ([], ["rebels"])


@pytest.mark.parametrize(
    "raw",
    [
        "The capture of Rastan gives the rebels control of the road.",
        "The capture of Rastan was hailed by the rebels.",
        "With the capture of Rastan the rebels now hold the road.",
        "The rebels' capture of Rastan is a blow to the army.",
        "The capture of Rastan brings the rebels closer to Homs.",
        "The capture of Rastan cost the rebels 40 men.",
        "The rebels lost only ten men in the capture of Rastan.",
        "The capture of Rastan leaves the rebels poised to attack Homs.",
        "The capture of Rastan prompted the rebels to declare victory.",
    ],
)
def test_who_gains_is_the_taker(raw: str) -> None:
    assert [n.text for n in the(raw, "capture").actors] == ["rebels"]


@pytest.mark.parametrize(
    "raw", ["The capture of Rastan was condemned by the rebels.", "The capture of Rastan angered the rebels."]
)
def test_whom_it_angers_neither_took_nor_lost(raw: str) -> None:
    claim = the(raw, "capture")
    assert (claim.actors, claim.targets) == ((), ())
