"""To be put into tests/claims/test_when.py and test_attribution.py once tokens are compared with == (not `is`)."""

import pytest

from fogline.records import Basis
from tests.claims.reports import claims, the
from tests.grounding.naming import places


@pytest.mark.parametrize(
    ("raw", "kind", "words"),
    [
        ("Government forces captured Homs on Friday.", "capture", "on Friday"),
        ("Rebels seized Idlib on Monday and the army left Hama on Tuesday.", "capture", "on Monday"),
        ("Rebels seized Idlib on Monday and the army left Hama on Tuesday.", "withdraw", "on Tuesday"),
    ],
)
def test_a_date_that_hangs_on_the_act_is_stated(raw, kind, words):
    when = the(raw, kind).when
    assert when is not None
    assert (when.text, when.basis) == (words, Basis.STATED)


@pytest.mark.parametrize(
    ("raw", "speaker"),
    [
        ("Two security sources said rebels captured Hama.", "two security sources"),
        ("A security source told AFP the army had pulled out of Hama.", "security source"),
        ("Rebels captured Hama, according to a security source.", "security source"),
    ],
)
def test_an_unnamed_speaker_is_described(raw, speaker):
    (claim,) = claims(raw)
    assert [n.text for n in claim.attribution.speakers] == [speaker]


def test_the_words_before_a_part_of_a_town():
    assert places("The northern districts of Aleppo were shelled.")[0][1].endswith("northern districts of Aleppo")
