"""Which date belongs to a claim, and in which tense it is told."""

from __future__ import annotations

import pytest

from tests.claims.reports import the


@pytest.mark.parametrize(
    ("raw", "kind", "words", "tense"),
    [
        ("Government forces captured Homs on Friday.", "capture", "on Friday", "past"),
        ("Ukrainian troops pulled out of Avdiivka overnight.", "withdraw", "overnight", "past"),
        ("French troops left Mali in August.", "withdraw", "in August", "past"),
        ("On Monday, rebels captured Hama.", "capture", "On Monday", "past"),
        ("The army will withdraw from Hama on Friday.", "withdraw", "on Friday", "future"),
        ("Rebels plan to attack Aleppo on Friday.", "attack", "on Friday", "future"),
    ],
)
def test_the_date_of_an_act(raw: str, kind: str, words: str, tense: str) -> None:
    when = the(raw, kind).when
    assert when is not None
    assert when.text.startswith(words)
    assert when.tense == tense


def test_without_a_date_there_is_none() -> None:
    assert the("Rebels captured Hama.", "capture").when is None


def test_a_date_of_another_sentence_is_not_taken() -> None:
    assert the("Rebels captured Hama. It rained on Friday.", "capture").when is None


def test_a_lasting_tie_has_no_date() -> None:
    assert the("Turkey supported the Syrian National Army on Friday.", "support").when is None
