"""What was said in error or taken back is denied; what was plainly said is not."""

from __future__ import annotations

import pytest

from fogline.records import ClaimType, Status
from tests.claims.reports import claims, the


@pytest.mark.parametrize(
    "raw",
    [
        "Correction: A report on Sunday said wrongly that the rebels had captured Karsin.",
        "An earlier report incorrectly said that the rebels had captured Karsin.",
        "We mistakenly reported that the rebels had captured Karsin.",
        "The army was wrong to say that the rebels had captured Karsin.",
        "The agency withdrew a report that the rebels had captured Karsin.",
        "The report that the rebels had captured Karsin was withdrawn.",
        "Reports that the rebels had captured Karsin were retracted.",
        "The minister took back his claim that the rebels had captured Karsin.",
        "The army confirmed, then denied, that the rebels had captured Karsin.",
    ],
)
def test_what_was_said_in_error_or_taken_back_is_denied(raw: str) -> None:
    assert the(raw, "capture").status is Status.DENIED


@pytest.mark.parametrize(
    "raw",
    [
        "The army rightly said that the rebels had captured Karsin.",
        "The Lakeside Agency quoted a source as saying that Karsin had fallen. The army had denied it.",
        "The army denied this, but the radio quoted a rebel source as saying Karsin had fallen.",
        "The army first denied, then confirmed, that Karsin had been lost.",
        "The army denied and later admitted that Karsin had been lost.",
        "The army withdrew from Osk after a report that the rebels had captured Karsin.",
        "The army withdrew, a report that the rebels had captured Karsin said.",
    ],
)
def test_what_was_plainly_said_is_not(raw: str) -> None:
    told = [c for c in claims(raw) if c.type is ClaimType.CAPTURE]
    assert told[0].status is Status.ASSERTED


@pytest.mark.parametrize(
    "raw", ["Norland says that its army has shelled no village.", "Norland says it shelled nothing."]
)
def test_a_no_that_is_said_stays(raw: str) -> None:
    assert {c.status for c in claims(raw) if c.type is ClaimType.ATTACK} <= {Status.DENIED}


def test_a_report_that_is_withdrawn_is_no_withdrawal() -> None:
    raw = "The report that rebels had taken Karsin was withdrawn."
    assert ClaimType.WITHDRAW not in {c.type for c in claims(raw)}


@pytest.mark.parametrize(
    "raw",
    [
        "Norland denied that its army was helping the rebels to hold Karsin.",
        "Norland denied helping the rebels to hold Karsin.",
    ],
)
def test_only_the_help_is_denied(raw: str) -> None:
    told = {c.type: c.status for c in claims(raw)}
    assert told == {ClaimType.SUPPORT: Status.DENIED, ClaimType.HOLD: Status.ASSERTED}


def test_what_is_told_against_what_was_said_in_error_stands() -> None:
    raw = "The ministry wrongly announced that the army had captured Goma, but the rebels hold it."
    assert [(c.type, c.status) for c in claims(raw)] == [("capture", "denied"), ("hold", "asserted")]
    raw = "The report wrongly said that the army had captured Goma and that the rebels had fled."
    assert {c.status for c in claims(raw)} == {Status.DENIED}
