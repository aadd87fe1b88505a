from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.gazetteer_keys import ARTICLES, article_free, sound, sound_of
from fogline.language.words import fold

NAMES = st.text(alphabet="abcdefghijklmnopqrstuvwxyzAEIOU '-’éāḥ", max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ad-Dorra", "Dorrah"),
        ("Al Qarsin", "Karseen"),
        ("Um Shrouba", "Umm Shrubah"),
        ("Tell Zour", "Tall Zor"),
        ("As-Sawra", "Assawra"),
        ("Dayr al-Nour", "Deir en-Nur"),
    ],
)
def test_romanisations_of_one_name_sound_the_same(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


@pytest.mark.parametrize(("one", "other"), [("Karsin", "Kursan Bay"), ("Dorra", "Tolla"), ("Velten", "Felden")])
def test_different_names_sound_different(one: str, other: str) -> None:
    assert sound_of(one) != sound_of(other)


@given(NAMES)
def test_folding_is_idempotent_and_keys_depend_on_the_fold_alone(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert sound_of(fold(name)) == sound_of(name)
    assert article_free(fold(name)) == article_free(fold(fold(name)))


@given(NAMES)
def test_keys_hold_only_folded_letters(name: str) -> None:
    key = sound_of(name)
    assert key == fold(key).replace(" ", "")


@given(NAMES, st.sampled_from(["al", "el", "ash", "ez"]))
def test_an_article_before_a_name_changes_no_key(name: str, article: str) -> None:
    folded = fold(name)
    if set(folded.split()) - ARTICLES:
        assert sound(f"{article} {folded}") == sound(folded)
        assert article_free(f"{article} {folded}") == article_free(folded)
