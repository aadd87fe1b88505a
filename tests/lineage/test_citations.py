"""Whom a sentence cites."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.lineage.citations import cited, cites


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The mill burned down, two farmers said.", "two farmers"),
        ("According to the harbour master, nine boats sank.", "the harbour master"),
        ("Nine boats sank, said the harbour master, who saw it.", "the harbour master"),
        ("By the coast guard's count 40 boats are missing.", "the coast guard"),
        ("By the reckoning of the coast guard, 40 boats are missing.", "the coast guard"),
    ],
)
def test_sources_are_read(sentence: str, source: str) -> None:
    assert [c.text for c in cited(sentence)] == [source]


@pytest.mark.parametrize("sentence", ["Shots were reported near the mill.", "A peace proclaimed by the king held."])
def test_a_passive_cites_nobody(sentence: str) -> None:
    assert cited(sentence) == ()


def test_a_pronoun_has_no_keys() -> None:
    assert [c.keys for c in cited("Nine boats sank, it said.")] == [frozenset()]


def test_a_sentence_that_cites_nobody() -> None:
    assert not cites("Nine boats sank off the cape.")


@given(st.text(max_size=200))
def test_no_sentence_breaks_it(sentence: str) -> None:
    assert all(c.text for c in cited(sentence))
