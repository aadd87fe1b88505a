"""Folding: spelling by habit makes no difference."""

from hypothesis import given
from hypothesis import strategies as st

from fogline.language import fold, words


def test_accents_apostrophes_and_hyphens_do_not_count():
    assert fold("Hay’at Taḥrīr al-Shām") == fold("Hayat Tahrir al Sham") == "hayat tahrir al sham"


def test_words_are_letters_and_digits():
    assert words("Some 2,000 fled (AFP)") == ["some", "2", "000", "fled", "afp"]


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_is_folded_as_any_other(text):
    assert words(f"{text} ’") == words(text)
