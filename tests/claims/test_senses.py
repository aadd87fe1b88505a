"""Where the grammar leaves no doubt in which sense an act is told."""

from __future__ import annotations

import pytest

from fogline.claims.senses import in_sense
from fogline.records import ClaimType, Status
from tests.claims.reports import scene

A, D, P, C = Status.ASSERTED, Status.DENIED, Status.PLANNED, Status.CONDITIONAL


@pytest.mark.parametrize(
    ("raw", "act", "kind", "before", "after"),
    [
        ("The army sent no troops to Hama.", "sent", ClaimType.DEPLOY, A, D),
        ("The offensive to gain control of Hama came at dawn.", "control", ClaimType.CAPTURE, A, P),
        ("The army launched an offensive to gain control of Hama.", "control", ClaimType.CAPTURE, A, P),
        ("The army managed to gain control of Hama.", "control", ClaimType.CAPTURE, A, A),
        ("The army is now fighting to recapture Hama.", "recapture", ClaimType.CAPTURE, A, P),
        ("The capture of Hama would cut the road.", "capture", ClaimType.CAPTURE, A, C),
        ("The capture of Hama cut the road.", "capture", ClaimType.CAPTURE, A, A),
        ("The town lies on the river and recapturing it would cut the road.", "recapturing", ClaimType.CAPTURE, A, C),
        ("The army was unable to recapture Hama.", "recapture", ClaimType.CAPTURE, A, D),
        ("The army was unable to cut the road by capturing Hama.", "capturing", ClaimType.CAPTURE, A, D),
        ("The army cut the road by capturing Hama.", "capturing", ClaimType.CAPTURE, A, A),
        ("Any operation to capture Hama should be theirs.", "capture", ClaimType.CAPTURE, C, P),
        ("If an operation to capture Hama fails, they will leave.", "capture", ClaimType.CAPTURE, C, C),
        ("The army was focusing its efforts on capturing Hama.", "capturing", ClaimType.CAPTURE, A, P),
        ("The clashes threaten the army's presence in Hama.", "presence", ClaimType.HOLD, P, A),
        ("The army plans a presence in Hama.", "presence", ClaimType.HOLD, P, P),
        ("The army refuted reports about the fall of Hama.", "fall", ClaimType.CAPTURE, A, D),
        ("The army refuted their claims about winning back Hama.", "winning", ClaimType.CAPTURE, A, D),
        ("The army confirmed reports about the fall of Hama.", "fall", ClaimType.CAPTURE, A, A),
        ("The army did not capture Hama.", "capture", ClaimType.CAPTURE, A, D),
        ("The army did not reopen the port until May.", "reopen", ClaimType.REOPEN, D, A),
        ("The army did not reopen the port.", "reopen", ClaimType.REOPEN, D, D),
        ("Advisers are beginning to leave Hama.", "leave", ClaimType.WITHDRAW, P, A),
        ("Advisers are ready to leave Hama.", "leave", ClaimType.WITHDRAW, P, P),
        ("The militia sent a convoy to support the rebels.", "support", ClaimType.SUPPORT, P, A),
        ("The militia will send a convoy to support the rebels.", "support", ClaimType.SUPPORT, P, P),
        ("The militia sent a convoy to attack the rebels.", "attack", ClaimType.ATTACK, P, P),
        (
            "On Friday two conferences in Geneva are to bring together the ministers.",
            "conferences",
            ClaimType.MEET,
            A,
            P,
        ),
        ("On Friday two conferences in Geneva brought together the ministers.", "conferences", ClaimType.MEET, A, A),
    ],
)
def test_sense(raw: str, act: str, kind: ClaimType, before: Status, after: Status) -> None:
    word = next(t for t in scene(raw).doc if t.text == act)
    assert in_sense(word, kind, before) is after
