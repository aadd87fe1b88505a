"""Word lists of speech and modality."""

from __future__ import annotations

import pytest

from fogline.claims.lexicon import lexicon


@pytest.mark.parametrize("name", ["speech", "modality"])
def test_lists_are_full_and_in_lower_case(name: str) -> None:
    for key, words in lexicon(name).items():
        assert words, key
        assert {word for word in words if word != word.lower() or word != word.strip()} == set(), key


def test_nobody_both_says_and_denies_with_one_word() -> None:
    assert lexicon("speech")["say"] & lexicon("speech")["deny"] == set()


def test_an_auxiliary_makes_an_act_possible_or_planned() -> None:
    assert lexicon("modality")["possible_aux"] & lexicon("modality")["planned_aux"] == set()
