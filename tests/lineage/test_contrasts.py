"""Words that exclude each other, and words that mean the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.lineage.contrasts import contrasts, find_senses, mean_the_same


@pytest.mark.parametrize(
    ("original", "altered", "kind"),
    [
        ("nine were killed", "nine were wounded", "status"),
        ("he denied it", "he confirmed it", "negation"),
        ("at dawn", "at noon", "time"),
        ("the northern gate", "the southern gate", "place"),
        ("on the radio", "on television", "source"),
    ],
)
def test_words_that_exclude_each_other_are_found(original: str, altered: str, kind: str) -> None:
    pairs = contrasts(find_senses(original.split()), find_senses(altered.split()))
    assert kind in {before.sense.kind for before, _ in pairs}


@pytest.mark.parametrize(
    ("original", "altered"),
    [("nine were killed", "nine died"), ("two killed and one wounded", "one hurt and two dead")],
)
def test_another_word_for_the_same_is_no_contrast(original: str, altered: str) -> None:
    assert contrasts(find_senses(original.split()), find_senses(altered.split())) == []


@given(
    st.lists(st.sampled_from(["killed", "wounded", "dawn", "noon", "denied", "confirmed", "radio", "the"]), max_size=6)
)
def test_nothing_contrasts_with_itself(folded: list[str]) -> None:
    assert contrasts(find_senses(folded), find_senses(folded)) == []


def test_synonyms_mean_the_same_in_every_form() -> None:
    assert mean_the_same("captured", "seizes")
    assert not mean_the_same("church", "bridge")
