"""Keys of word sequences and facts depend on the words alone."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fogline.language import words
from fogline.lineage.fingerprints import FEWEST_KEPT, KEPT, SEQUENCE, fact_keys, folded, sequence_keys
from fogline.lineage.tellings import read_tellings

from .conftest import AGENCY, REWRITE, Make

word = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=24)


def keys(*texts: str) -> list[set[int]]:
    found: list[set[int]] = [set() for _ in texts]
    for some, owners in sequence_keys(texts):
        for key, owner in zip(some.tolist(), owners.tolist(), strict=True):
            found[owner].add(key)
    return found


@given(st.text(st.characters(max_codepoint=127)))
def test_words_are_folded_as_everywhere(text: str) -> None:
    assert folded(text).decode().split() == words(text)


@given(st.lists(st.lists(word, max_size=30), min_size=1, max_size=6))
def test_a_text_has_the_same_keys_in_any_company(texts: list[list[str]]) -> None:
    together = keys(*(" ".join(text) for text in texts))
    assert together == [keys(" ".join(text))[0] for text in texts]


@given(st.lists(word, min_size=3, max_size=int(FEWEST_KEPT), unique=True))
def test_a_short_text_keeps_every_sequence(text: list[str]) -> None:
    sequences = {tuple(text[n : n + SEQUENCE]) for n in range(len(text) - SEQUENCE + 1)}
    assert len(keys(" ".join(text))[0]) == len(sequences)


@given(st.lists(word, max_size=SEQUENCE - 1))
def test_fewer_words_than_a_sequence_have_none(text: list[str]) -> None:
    assert keys(" ".join(text)) == [set()]


def test_case_accents_signs_and_apostrophes_change_nothing() -> None:
    plain = "The people of Sanaa don't know where Muller's men went that night in the old town"
    written = "THE people, of Sana’a – don’t know: where Müller’s men “went” that night... in the old town"
    assert keys(plain) == keys(written)


def test_other_scripts_have_keys_too() -> None:
    one, other, third = keys(
        "Армия заявила, что её войска взяли город после двух дней боёв",
        "Армия заявила, что её войска взяли город после трёх дней боёв",
        "قال الجيش إن قواته سيطرت على البلدة بعد يومين من القتال",
    )
    assert one & other
    assert not one & third


def test_about_the_same_share_of_sequences_is_kept() -> None:
    rng = np.random.default_rng(1)
    text = " ".join(f"w{n}" for n in rng.integers(0, 5000, size=20_000))
    assert abs(len(keys(text)[0]) / 20_000 - KEPT) < 0.02


def test_facts_are_kept_by_a_rewrite_and_word_sequences_are_not(make: Make) -> None:
    one, other = read_tellings([make("agency", AGENCY), make("rewrite", REWRITE)])
    assert len(fact_keys(one) & fact_keys(other)) > 10
    assert len(keys(AGENCY)[0] & keys(REWRITE)[0]) < len(keys(AGENCY)[0]) / 4
