"""Who says so, and through whom."""

from __future__ import annotations

import pytest

from fogline.records import Stance
from tests.claims.reports import claims, the


@pytest.mark.parametrize(
    ("raw", "speaker"),
    [
        ("The army said it had withdrawn from Hama.", "army"),
        ("Rebels captured Hama, the Syrian Observatory for Human Rights said.", "Syrian Observatory for Human Rights"),
        ("The Syrian Observatory for Human Rights said that rebels had seized Hama.", "Syrian Observatory for Human Rights"),
        ("State television said the army had recaptured Palmyra.", "state television"),
        ("Witnesses said that rebels entered Goma.", "witnesses"),
        ("Two residents said that rebels entered Goma.", "two residents"),
        ("Congolese officials said that rebels entered Goma.", "Congolese officials"),
        ("According to Reuters, the army left Hama.", "Reuters"),
        ("Rebels captured Hama, according to the Syrian Observatory for Human Rights.", "Syrian Observatory for Human Rights"),
        ("“We have taken Goma,” M23 spokesman Lawrence Kanyuka said.", "Lawrence Kanyuka"),
        ("The army denied that rebels had captured Hama.", "army"),
        ("Rebels took Hama, residents reached by telephone said.", "residents"),
        ("Rebels took Hama, a woman who answered the phone said.", "woman"),
    ],
)  # fmt: skip
def test_the_speaker(raw: str, speaker: str) -> None:
    (claim,) = claims(raw)
    assert [name.text for name in claim.attribution.speakers] == [speaker]
    assert claim.attribution.via is None


@pytest.mark.parametrize(
    ("raw", "via"),
    [
        ("A resident told Reuters that rebels had entered Hama.", "Reuters"),
        ("A security source told AFP the army had pulled out of Hama.", "AFP"),
    ],
)
def test_whom_it_was_told(raw: str, via: str) -> None:
    (claim,) = claims(raw)
    assert claim.attribution.via is not None
    assert claim.attribution.via.text == via
    assert claim.attribution.speakers
    assert via not in [name.text for name in claim.attribution.speakers]


def test_one_speaker_stands_over_both_acts() -> None:
    found = claims(
        "The Syrian Observatory for Human Rights said that rebels had seized Hama and that the army had left Homs."
    )
    assert [c.type for c in found] == ["capture", "withdraw"]
    assert {name.text for c in found for name in c.attribution.speakers} == {"Syrian Observatory for Human Rights"}


def test_a_quote_that_stands_alone_is_of_who_spoke_before() -> None:
    raw = "John Smith said that he would stay. “Rebels captured Hama. It was quiet.” The next day was cold."
    assert [name.text for name in the(raw, "capture").attribution.speakers] == ["John Smith"]


def test_a_quote_goes_on_in_the_next_paragraph() -> None:
    raw = '"Rebels captured Hama.\n"It was quiet," John Smith said. Nobody was surprised.'
    assert [name.text for name in the(raw, "capture").attribution.speakers] == ["John Smith"]


@pytest.mark.parametrize(
    "raw", ["Rebel-held Hama was quiet, residents said.", "Homs, a rebel stronghold, is quiet, he said."]
)
def test_what_only_tells_which_place_is_meant_is_nobodys_word(raw: str) -> None:
    assert the(raw, "hold").attribution.speakers == ()


def test_what_is_said_of_a_place_is_the_speakers_word() -> None:
    raw = "The army said Homs was a stronghold of the rebels."
    assert [name.text for name in the(raw, "hold").attribution.speakers] == ["army"]


@pytest.mark.parametrize("raw", ["Rebels captured Hama.", "Rebels captured Hama. The army said it was calm in Homs."])
def test_a_report_in_its_own_voice_names_nobody(raw: str) -> None:
    assert the(raw, "capture").attribution.speakers == ()


def test_lasting_ties_are_told_in_the_reports_own_voice() -> None:
    assert the("Turkey supports the Syrian National Army, officials said.", "support").attribution.speakers == ()


@pytest.mark.parametrize(
    ("raw", "stance"),
    [
        ("The ministry said that rebels had captured Hama.", Stance.SAY),
        ("The ministry admitted that rebels had captured Hama.", Stance.ADMIT),
        ("The ministry confirmed that rebels had captured Hama.", Stance.CONFIRM),
        ("Rebels captured Hama, the army claimed.", Stance.CLAIM),
        ("The army denied that rebels had captured Hama.", Stance.DENY),
        ("According to the ministry, rebels captured Hama.", Stance.SAY),
        ("Rebels captured Hama.", None),
    ],
)
def test_a_claim_keeps_the_stance_of_its_speaker(raw: str, stance: Stance | None) -> None:
    assert the(raw, "capture").attribution.stance is stance


def test_a_denial_of_the_sentence_before_has_the_stance_of_one() -> None:
    said, denied = claims("Rebels captured Hama. The ministry dismissed the report.")
    assert (said.attribution.stance, denied.attribution.stance) == (None, Stance.DENY)
