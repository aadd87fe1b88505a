"""A denial of why or what an act was takes the act for granted; an act that is called a sham is denied."""

from __future__ import annotations

import pytest

from tests.claims.reports import claims


def statuses(raw: str, kind: str = "withdraw") -> set[str]:
    """The statuses of the claims of a type, the earliest act's alone."""
    return {str(claim.status) for claim in claims(raw) if claim.type == kind}


@pytest.mark.parametrize(
    "raw",
    [
        "Ethiopia denied the withdrawal of its troops from Homs had anything to do with the attack by the rebels.",
        "The army denied that it had left Homs because of the rebels.",
        "The army denied that it had withdrawn from Homs under pressure.",
        "The army denied leaving Homs because of a lack of ammunition.",
        "The army denied that the retreat from Homs was a defeat.",
        "The army denied that its withdrawal from Homs was linked to the ceasefire.",
        "The army called the rebels' withdrawal from Homs a victory.",
        "The army dismissed the withdrawal of the rebels from Homs as insignificant.",
        "Kyiv said the Russian withdrawal from Homs was not a trick.",
    ],
)
def test_what_a_denial_takes_for_granted_is_asserted(raw: str) -> None:
    assert statuses(raw) == {"asserted"}


@pytest.mark.parametrize(
    "raw",
    [
        "The army denied that its forces fled Homs.",
        "The army denied that it had left Homs.",
        "The army denied that its withdrawal from Homs had begun.",
        "The army denied that its withdrawal from Homs took place.",
        "The army called the rebels' withdrawal from Homs a sham.",
        "The army rejected the rebels' withdrawal from Homs as a farce.",
        "The army said the rebels' withdrawal from Homs was staged.",
        "The army described the rebels' announced withdrawal from Homs as a publicity stunt.",
        "The rebels faked their withdrawal from Homs, the army said.",
    ],
)
def test_what_is_denied_or_called_a_sham_is_denied(raw: str) -> None:
    assert statuses(raw) == {"denied"}


@pytest.mark.parametrize(
    "raw",
    [
        "The army denied having been forced to withdraw from Homs.",
        "Kyiv said the Russian withdrawal from Homs could be a trick.",
    ],
)
def test_what_may_be_so_is_possible(raw: str) -> None:
    assert statuses(raw) == {"possible"}


def test_a_withdrawal_that_was_staged_by_somebody_was_made() -> None:
    raw = "The ministry said the withdrawal from Homs was staged by the rebels over three days."
    assert statuses(raw) == {"asserted"}


@pytest.mark.parametrize(
    "raw",
    [
        "The army denied that the capture of Homs was a fact.",
        "The army denied that the report of the capture of Homs was true.",
        "The army denied the capture of Homs.",
    ],
)
def test_a_capture_that_is_denied_stays_so(raw: str) -> None:
    assert statuses(raw, "capture") == {"denied"}


def test_who_denies_a_link_is_not_told_to_have_done_it() -> None:
    raw = "The army denied that there was a link between the attack on Homs and the talks."
    assert all(not claim.actors for claim in claims(raw) if claim.type == "attack")
