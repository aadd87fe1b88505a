"""Cues of speech: who speaks, in which stance, and over which words."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from fogline.claims.attribution import heard_over, speech_over
from fogline.claims.attribution_cues import cues_of
from fogline.records import Stance
from tests.claims.reports import TEXTS, claims, scene, the


def said_of(raw: str, word: str) -> list[str] | None:
    """The speakers that stand over a word of a report; `None` where it is told in the report's own voice."""
    told = scene(raw)
    act = next(token for token in told.doc if token.text == word)
    speech = speech_over(act, told)
    return None if speech is None else [name.text for name in speech.speakers]


@pytest.mark.parametrize(
    ("raw", "speakers"),
    [
        ("Rebels captured Hama, said a military source.", ["military source"]),
        ("Rebels captured Hama, an official of the province said.", ["official of the province"]),
        ("Rebels captured Hama, two shopkeepers and a nurse said.", ["two shopkeepers", "nurse"]),
        ("Rebels captured Hama, two teachers told Reuters by phone.", ["two teachers"]),
        ("By the account of a lorry driver, rebels captured Hama.", ["lorry driver"]),
        ("In the view of a retired general, rebels captured Hama to cut the road.", ["retired general"]),
        ("Rebels captured Hama, according to a statement from the defence ministry.", ["defence ministry"]),
        ("A tribal elder was quoted as saying that rebels captured Hama.", ["tribal elder"]),
        ("A diplomat based in Ankara said that rebels captured Hama.", ["diplomat based in Ankara"]),
        ("“Rebels captured Hama,” a baker sighed.", ["baker"]),
    ],
)
def test_who_says_that_the_town_was_captured(raw: str, speakers: list[str]) -> None:
    assert said_of(raw, "captured") == speakers


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("Rebels captured Hama and said the army had left Homs.", "captured"),
        ("The army said it was calm in Homs, although rebels captured Hama.", "captured"),
        ("Rebels captured Hama; the army said it was calm in Homs.", "captured"),
        ("The commander who captured Hama said it was calm.", "captured"),
        ("The army did not say that rebels captured Hama.", "captured"),
        ("The battle in which rebels captured Hama claimed 20 lives.", "captured"),
    ],
)
def test_what_the_report_says_in_its_own_voice_stays_so(raw: str, word: str) -> None:
    assert said_of(raw, word) is None


@pytest.mark.parametrize(
    ("raw", "word", "speakers"),
    [
        ("A district official said Homs was calm. Rebels captured Hama, he added.", "captured", ["district official"]),
        ("A nurse in Goma said it was calm. The nurse said rebels captured Hama.", "captured", ["nurse in Goma"]),
        ("“We left Homs. Rebels captured Hama,” a farmer said.", "captured", ["farmer"]),
        ("“We left Homs,” a farmer said. “Then rebels captured Hama.”", "captured", ["farmer"]),
        ("Troops, a farmer said, left Homs.", "left", ["farmer"]),
        ("Troops left Homs, a nurse said, and rebels captured Hama.", "captured", ["nurse"]),
    ],
)
def test_the_speaker_is_carried_over(raw: str, word: str, speakers: list[str]) -> None:
    assert said_of(raw, word) == speakers


def test_a_speaker_taken_up_hundreds_of_times_is_no_trouble() -> None:
    raw = "A district official said Homs was calm. " + "Rebels captured Hama, he added. " * 400
    assert len(claims(raw)) == 400


def test_what_a_medium_cites_is_said_by_whom_it_cites() -> None:
    claim = the("SANA reported that rebels captured Hama, citing a military source.", "capture")
    assert [name.text for name in claim.attribution.speakers] == ["military source"]
    assert claim.attribution.via is not None
    assert claim.attribution.via.text == "SANA"


def test_what_an_agency_alone_reports_came_through_it() -> None:
    claim = the("Reuters reported that rebels captured Hama.", "capture")
    assert claim.attribution.speakers == ()
    assert claim.attribution.via is not None


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("said", Stance.SAY),
        ("claimed", Stance.CLAIM),
        ("confirmed", Stance.CONFIRM),
        ("admitted", Stance.ADMIT),
        ("warned", Stance.WARN),
        ("denied", Stance.DENY),
    ],
)
def test_the_stance_is_that_of_the_verb(verb: str, stance: Stance) -> None:
    told = scene(f"The army {verb} that rebels had captured Hama.")
    speech = speech_over(told.doc[6], told)
    assert speech is not None
    assert (speech.stance, speech.denies) == (stance, stance is Stance.DENY)


def test_a_colon_before_a_quote_below_tells_who_speaks() -> None:
    told = scene("A farmer from Homs went further:\n\n“Rebels captured Hama on Friday. They left Homs.”")
    act = next(t for t in told.doc if t.text == "captured")
    speech = speech_over(act, told)
    assert speech is not None
    assert [n.text for n in speech.speakers] == ["farmer from Homs"]


def test_two_speakers_of_a_sentence_keep_what_is_theirs() -> None:
    found = claims("A farmer said that rebels had captured Hama, while a nurse said that the army had left Homs.")
    assert [[n.text for n in c.attribution.speakers] for c in found] == [["farmer"], ["nurse"]]


@given(TEXTS)
@example("according to “ Homs ”")
@settings(max_examples=30)
def test_a_cue_is_of_the_text_and_nobody_speaks_over_his_own_name(raw: str) -> None:
    told = scene(raw)
    for i, cue in cues_of(told.doc).items():
        assert cue.word.i == i
        assert cue.heads
    for token in told.doc:
        cue = heard_over(token)
        assert cue is None or token.i not in [head.i for head in cue.heads]
