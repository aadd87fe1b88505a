"""Which words stand on a side of a quarrel."""

from __future__ import annotations

import pytest

from fogline.control.quarrels import of_this_place
from fogline.control.wording import Word
from fogline.records import Name
from tests.control.cases import claim, days


def told(place: str, *, turned: bool) -> Word:
    word = Word.of(claim("capture", "brown", place=place, status="denied", when=days(5)))
    return word.turned() if turned else word


@pytest.mark.parametrize("turned", [True, False])
def test_what_a_sentence_tells_against_another_place_is_no_word_about_this_one(turned: bool) -> None:
    own, other = Word.of(claim("hold", "green", place="bray", when=days(5))), told("alder", turned=turned)
    here = own.claim.place
    assert of_this_place([own, other], here) == ([own] if turned else [own, other])


def test_a_side_is_never_left_without_words() -> None:
    other = told("alder", turned=True)
    assert of_this_place([other], Name("Bray", "bray")) == [other]


def test_where_no_place_is_told_all_words_stand() -> None:
    other = told("alder", turned=True)
    assert of_this_place([other], None) == [other]
