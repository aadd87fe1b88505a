"""A denial of why or what an act was takes the act for granted; an act that is called a sham is denied."""

from __future__ import annotations

import pytest

from fogline.records import Status
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
        "The army denied that its withdrawal from Homs was due to sanctions.",
        "The army denied that its troops had withdrawn from Homs because they feared the rebels.",
        "The army called the rebels' withdrawal from Homs a victory.",
        "The army dismissed the rebels' withdrawal from Homs as insignificant.",
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


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("The army denied that M23 rebels had captured Goma, because its soldiers still held the airport.", "capture"),
        ("The army denied that Goma had fallen, because its troops were still fighting there.", "capture"),
        ("The army denied that Goma had fallen because the rebels controlled only the airport.", "capture"),
        ("Kyiv denied that Russian forces had captured Homs, because fighting was still going on.", "capture"),
        ("Hamas denied that Israel had captured Homs because its fighters were resisting there.", "capture"),
        ("Azerbaijan denied that its troops had attacked Homs because they never crossed the border.", "attack"),
        ("The Pentagon denied that American jets had struck Homs because no planes were in the air.", "attack"),
        ("The Houthis denied that Homs had fallen due to the fierce resistance of their fighters.", "capture"),
        ("Moscow denied that Ukraine had retaken Homs because of Russian minefields.", "capture"),
        ("Russia denied that Ukraine had captured Homs under pressure from NATO.", "capture"),
        ("The Ukrainian army denied that Russian troops had entered Homs under fire.", "advance"),
        ("The army denied that soldiers had fled Homs under fire and said they held their positions.", "withdraw"),
        (
            "Rebels denied that they had withdrawn from Homs because of sanctions and said they still held the city.",
            "withdraw",
        ),
        ("Kyiv denied that Russia had withdrawn from Homs because of sanctions.", "withdraw"),
        ("The army denied that it would withdraw from Homs because of sanctions.", "withdraw"),
        ("The army denied that it had withdrawn from Homs because its troops were in the town.", "withdraw"),
    ],
)
def test_what_is_denied_with_an_argument_is_denied(raw: str, kind: str) -> None:
    assert statuses(raw, kind) == {"denied"}


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("The Taliban denied that the withdrawal from Homs was under way.", "withdraw"),
        ("The Taliban denied that the withdrawal from Homs was in progress.", "withdraw"),
        ("The Taliban denied that the withdrawal from Homs was on the agenda.", "withdraw"),
        ("Kyiv denied that a withdrawal from Homs was the plan.", "withdraw"),
        ("Kyiv denied that a withdrawal from Homs was its policy.", "withdraw"),
        ("Kyiv denied that a withdrawal from Homs was a matter of days.", "withdraw"),
        ("Kyiv denied that the fall of Homs was only a question of time.", "capture"),
        ("Kyiv denied that the capture of Homs was a certainty.", "capture"),
        ("The army denied that the fall of Homs was a foregone conclusion.", "capture"),
        ("The army denied that its withdrawal from Homs was a done deal.", "withdraw"),
        ("The army denied that a withdrawal from Homs was part of the talks.", "withdraw"),
        ("The army denied that a withdrawal from Homs was a rumour.", "withdraw"),
        ("Kyiv denied that the loss of Homs had been proven.", "capture"),
        ("Kyiv denied that the fall of Homs had been shown on video.", "capture"),
    ],
)
def test_a_denial_of_how_far_an_act_is_denies_it(raw: str, kind: str) -> None:
    assert statuses(raw, kind) == {"denied"}


def test_who_is_denied_a_tie_with_an_act_is_not_told_to_have_done_it() -> None:
    raw = "Russia denied any link between Wagner and the attack on Homs."
    assert all(not claim.actors for claim in claims(raw) if claim.type == "attack")


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Critics described the American withdrawal from Homs as a farce.", "withdraw"),
        ("Critics denounced the army's withdrawal from Homs as a betrayal and a farce.", "withdraw"),
        ("He called the withdrawal of the army from Homs a tragedy and a circus.", "withdraw"),
        ("Kyiv called the capture of Homs a propaganda stunt that cost Russia thousands of men.", "capture"),
        ("Moscow dismissed the capture of Homs as a publicity stunt.", "capture"),
        ("Aid groups slammed the reopening of the Rafah crossing as a publicity stunt.", "reopen"),
        ("Aid groups called the closure of the Rafah crossing a ploy.", "close"),
    ],
)
def test_what_is_scorned_was_done(raw: str, kind: str) -> None:
    assert statuses(raw, kind) == {"asserted"}


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Kyiv called the Russian withdrawal from Homs a trick.", "withdraw"),
        ("Kyiv called the capture of Homs a hoax.", "capture"),
        ("Kyiv dismissed the capture of Homs as a lie.", "capture"),
        ("Kyiv dismissed the reported capture of Homs as a publicity stunt.", "capture"),
    ],
)
def test_what_is_called_untrue_is_denied(raw: str, kind: str) -> None:
    assert statuses(raw, kind) == {"denied"}


@pytest.mark.parametrize(
    "raw",
    [
        "The army denied on Saturday that its troops had pulled out of Homs.",
        "The ministry denied that rebels were encircled in Homs.",
        "On Friday the rebels' claim to have taken Homs was rejected by the army.",
    ],
)
def test_what_is_denied_outright_is_denied_whatever_stands_between(raw: str) -> None:
    assert {c.status for c in claims(raw) if c.type in ("withdraw", "besiege", "capture")} == {Status.DENIED}
