"""A sentence that denies the one before it."""

from __future__ import annotations

import pytest

from tests.claims.reports import claims, told


@pytest.mark.parametrize(
    ("raw", "denier"),
    [
        ("Rebels captured Hama. The army denied the report.", "army"),
        ("M23 rebels seized Goma. The Congolese army rejected the claim.", "Congolese army"),
        ("Rebels captured Hama, the Syrian Observatory for Human Rights said. The defence ministry denied this.", "defence ministry"),
        ("Rebels captured Hama. The defence ministry rejected the accusation.", "defence ministry"),
        ("Rebels captured Hama. The defence ministry called that a lie.", "defence ministry"),
        ("Rebels captured Hama. The defence ministry described the reports as propaganda.", "defence ministry"),
        ("Rebels captured Hama. The reports were untrue, the defence ministry said.", "defence ministry"),
    ],
)  # fmt: skip
def test_what_was_said_before_is_denied_by_the_next(raw: str, denier: str) -> None:
    said, denial = claims(raw)
    assert (said.type, said.actors, said.place) == (denial.type, denial.actors, denial.place)
    assert (said.status, denial.status) == ("asserted", "denied")
    assert [name.text for name in denial.attribution.speakers] == [denier]
    assert denial.anchor.start >= said.anchor.end
    assert denial.confidence < said.confidence


@pytest.mark.parametrize(
    "raw",
    [
        "The army said it had captured Hama. The army denied it.",  # nobody denies his own word
        "Rebels will capture Hama. The army denied it.",  # nothing has happened yet
        "It rained. The army denied it.",
        "Rebels captured Hama. The reports were not untrue, the army said.",
        "Rebels captured Hama, on hills that lie along a river, the army said.",
        "Rebels captured Hama in a plot, a charge that they deny.",
    ],
)
def test_these_deny_no_claim(raw: str) -> None:
    assert [line for line in told(raw) if line.status == "denied"] == []


@pytest.mark.parametrize(
    ("raw", "kind", "denier"),
    [
        ("Rebels captured Hama, residents said, which the defence ministry denied.", "capture", "defence ministry"),
        ("Rebels captured Hama, residents said, a claim that the defence ministry rejected.", "capture", "defence ministry"),
        ("Rebels captured Hama, residents said, which the defence ministry called a lie.", "capture", "defence ministry"),
        ("There were reports of talks in Geneva between the rebels and Turkey, which the army denies.", "meet", "army"),
    ],
)  # fmt: skip
def test_what_is_set_beside_a_denial_in_its_own_sentence_is_denied(raw: str, kind: str, denier: str) -> None:
    said, denial = (claim for claim in claims(raw) if claim.type == kind)
    assert (said.status, denial.status) == ("asserted", "denied")
    assert (said.actors, said.place) == (denial.actors, denial.place)
    assert [name.text for name in denial.attribution.speakers] == [denier]


@pytest.mark.parametrize(
    "raw",
    [
        "Rebels captured Hama, which the army denied leaving.",  # an act of its own stands behind the verb
        "Rebels captured Hama after the army had shelled it, a town that nobody denied help.",
    ],
)
def test_a_denial_of_something_else_denies_no_capture(raw: str) -> None:
    assert [line for line in told(raw) if (line.type, line.status) == ("capture", "denied")] == []


def test_who_backs_whom_is_not_denied_beside_a_deed() -> None:
    raw = "The rebels, who are backed by Turkey, captured Hama. The army denied this."
    assert [line.type for line in told(raw) if line.status == "denied"] == ["capture"]


@pytest.mark.parametrize("words", ["was not so", "was not true", "was not the case"])
def test_what_was_not_so_is_denied(words: str) -> None:
    found = told(f"Residents of Hama said the army had left. The governor said that {words}.")
    assert [line.status for line in found if line.type == "withdraw"] == ["asserted", "denied"]


def test_who_does_not_deny_it_denies_nothing() -> None:
    raw = "Sudan accused Ethiopian troops of crossing the border at Fashaga. Addis Ababa has not denied it."
    assert all(claim.status != "denied" for claim in claims(raw))
