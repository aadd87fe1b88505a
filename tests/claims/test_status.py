"""In which sense an act is told."""

from __future__ import annotations

import pytest

from tests.claims.reports import the

CASES = {
    "denied": [
        ("The army nearly captured Hama.", "capture"),
        ("The army all but took Hama.", "capture"),
        ("The army came close to taking Hama.", "capture"),
        ("The rebels stopped short of entering Hama.", "advance"),
        ("The army stopped holding Hama.", "hold"),
        ("Hama is out of army hands.", "hold"),
        ("The rebels pretended to leave Hama.", "withdraw"),
        ("The army called off its assault on Hama.", "attack"),
        ("The army cancelled its withdrawal from Hama.", "withdraw"),
        ("Far from withdrawing from Hama, the army sent more tanks.", "withdraw"),
        ("The army rules out a withdrawal from Hama.", "withdraw"),
        ("The army no longer holds Hama.", "hold"),
        ("Hama is no longer held by the army.", "hold"),
        ("The army did not capture Homs.", "capture"),
        ("Rebels never captured Damascus.", "capture"),
        ("Rebels failed to capture Hama.", "capture"),
        ("The army has not withdrawn from Hama.", "withdraw"),
        ("The army is not in control of Hama.", "hold"),
        ("The army no longer holds Hama.", "hold"),
        ("There was no fighting in Hama.", "clash"),
        ("Nobody was killed in Hama.", "harm"),
        ("The army has no plans to leave Kherson.", "withdraw"),
        ("The army denied that rebels had captured Hama.", "capture"),
    ],
    "planned": [
        ("The army said that it would support an attempt to retake Hama.", "support"),
        ("Turkey wants to capture Manbij.", "capture"),
        ("The army will retake Palmyra.", "capture"),
        ("Russia intends to withdraw its troops from Kherson.", "withdraw"),
        ("The army is expected to withdraw from Kherson.", "withdraw"),
        ("Rebels are preparing to attack Aleppo.", "attack"),
        ("Rebels are poised to capture Hama.", "capture"),
        ("The assault on Hama was postponed.", "attack"),
        ("The rebels need only to leave Hama.", "withdraw"),
        ("The army vowed to recapture Goma.", "capture"),
        ("Kenya agreed to send police to Haiti.", "deploy"),
        ("The army launched an operation to retake Goma.", "capture"),
    ],
    "possible": [
        ("Rebels may have captured Hama.", "capture"),
        ("The army might withdraw from Hama.", "withdraw"),
        ("Rebels could reach Damascus.", "advance"),
        ("Hama may well be in rebel hands by now.", "hold"),
        ("Rebels appear to have captured Hama.", "capture"),
    ],
    "conditional": [
        ("If rebels capture Homs, the war is lost.", "capture"),
        ("The army would withdraw from Daraa if talks succeed.", "withdraw"),
        ("Unless the army leaves Hama, rebels will attack Homs.", "withdraw"),
        ("Unless the army leaves Hama, rebels will attack Homs.", "attack"),
    ],
    "asserted": [
        ("The rebels used tunnels to enter Hama.", "advance"),
        ("Rebels captured Hama.", "capture"),
        ("Not only did the rebels take Hama, they held it.", "capture"),
        ("The army returned to Hama, only to leave it again.", "withdraw"),
        ("The army has withdrawn from Hama.", "withdraw"),
        ("Witnesses said that rebels entered Goma.", "advance"),
        ("Rebels did not rest after they captured Hama.", "capture"),
        ("No longer short of shells, the rebels hold Hama.", "hold"),
        ("The army, close to Hama, took Homs.", "capture"),
    ],
}


@pytest.mark.parametrize(
    ("raw", "kind", "status"), [(raw, kind, status) for status, cases in CASES.items() for raw, kind in cases]
)
def test_status(raw: str, kind: str, status: str) -> None:
    assert the(raw, kind).status == status
