"""What nobody could confirm may be so; what nobody doubts is so."""

from __future__ import annotations

import pytest

from tests.claims.reports import the

CASES = {
    "possible": [
        "Residents could not confirm that Karsin had fallen.",
        "There were rumours that Karsin had fallen to the rebels.",
        "Unconfirmed reports said Karsin had fallen to the rebels.",
        "Reports that Karsin had fallen could not be confirmed.",
        "Aid workers could not confirm reports that Karsin had fallen.",
        "There was no confirmation that the rebels had taken Karsin.",
        "The army neither confirmed nor denied that Karsin had fallen.",
        "The minister declined to say whether Karsin had fallen.",
        "The spokesman refused to comment on whether Karsin had fallen.",
        "Officials could not say whether Karsin had fallen.",
        "Karsin must have fallen, residents said.",
        "The minister would not confirm the fall of Karsin.",
        "Asked about the fall of Karsin, the minister declined to comment.",
        "The army has yet to confirm that the rebels have taken Karsin.",
        "Officials suspect that the rebels have taken Karsin.",
        "The rebels are thought to have taken Karsin.",
        "The fall of Karsin is only a matter of time.",
        "Footage purporting to show that the rebels had taken Karsin was posted on Friday.",
    ],
    "asserted": [
        "Nobody doubts that the rebels have taken Karsin.",
        "The army confirmed that Karsin had fallen.",
        "The army will not accept the loss of Karsin.",
        "Confirmed reports said Karsin had fallen to the rebels.",
        "The rebels took Karsin, and the army could not confirm its losses.",
        "Not until Friday did the rebels take Karsin.",
        "Rumours spread after the rebels took Karsin.",
    ],
    "denied": [
        "The army denied that Karsin had fallen.",
        "The report of the fall of Karsin was premature.",
        "Reports that the rebels had taken Karsin were wrong, the army said.",
        "The army said reports that the rebels had taken Karsin were wrong.",
        "Karsin was to have been captured on Sunday.",
        "The army could not confirm that the rebels had not taken Karsin.",
    ],
}


@pytest.mark.parametrize(("raw", "status"), [(raw, status) for status, cases in CASES.items() for raw in cases])
def test_status_by_what_is_known(raw: str, status: str) -> None:
    assert the(raw, "capture").status == status


def test_what_is_foretold_lies_ahead() -> None:
    assert the("The minister predicted the fall of Karsin.", "capture").status in ("planned", "possible", "conditional")
