"""Who was kept from an act would have done it, and it was not done."""

from __future__ import annotations

import pytest

from tests.claims.reports import the


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("The army stopped the rebels from entering Karsin.", "advance"),
        ("The army prevented the rebels from seizing Karsin.", "capture"),
        ("The rebels were prevented from taking Karsin.", "capture"),
        ("The army foiled a rebel attempt to seize Karsin.", "capture"),
        ("The army beat back a rebel attempt to storm Karsin.", "attack"),
        ("The army thwarted a rebel bid to take Karsin.", "capture"),
        ("A rebel attempt to seize Karsin was foiled by the army.", "capture"),
        ("The rebels' attempt to take Karsin failed.", "capture"),
    ],
)
def test_the_prevented_did_not_do_it(raw: str, kind: str) -> None:
    claim = the(raw, kind)
    assert claim.status == "denied"
    assert [n.text.removesuffix("s") for n in claim.actors] == ["rebel"]


@pytest.mark.parametrize(
    ("raw", "kind", "status"),
    [
        ("The army fought to prevent the rebels from seizing Karsin.", "capture", "possible"),
        ("The rebels took Karsin to keep the army from Osk.", "capture", "asserted"),
        ("The army could not keep the rebels from capturing Goma.", "capture", "asserted"),
        ("The army refrained from shelling Goma.", "attack", "denied"),
        ("The rebels made an attempt to seize Karsin.", "capture", "planned"),
    ],
)
def test_what_was_not_prevented_stands(raw: str, kind: str, status: str) -> None:
    assert the(raw, kind).status == status
