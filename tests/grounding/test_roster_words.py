"""Words with offsets, and keys under which spellings meet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.roster_words import is_acronym, light, loose, name_keys, split
from fogline.language.words import words


@given(st.text(max_size=100))
def test_offsets_hold_and_keys_are_the_folded_words(text: str) -> None:
    found = split(text)
    assert len(found.starts) == len(found.ends) == len(found.keys) == len(found.owned) == len(name_keys(found))
    for i, (start, end) in enumerate(zip(found.starts, found.ends, strict=True)):
        assert 0 <= start < end <= len(text)
        assert i == 0 or found.ends[i - 1] <= start
        assert found.keys[i].lower() == "".join(words(text[start:end]))


@given(st.text(max_size=60))
def test_every_clause_ends_within_the_text(text: str) -> None:
    found = split(text)
    assert all(i < found.clause_end(i) <= len(found.keys) for i in range(len(found.keys)))


def test_spellings_meet() -> None:
    assert light("qaddour") == light("kadur")
    assert loose("mohammed") == loose("muhamad")
    assert light("nigerian") != light("nigerien")


def test_articles_are_alike_only_where_they_are_articles() -> None:
    assert name_keys(split("al-Nur ez-Zor el Hilu")) == ["al", loose("nur"), "al", loose("zor"), "al", loose("hilu")]
    assert name_keys(split("as soon as")) == ["as", loose("soon"), "as"]


def test_acronyms_keep_their_capitals() -> None:
    assert split("U.N. troops told us").keys == ["UN", "troops", "told", "us"]
    assert is_acronym("U.S.")
    assert not is_acronym("M23")
    assert not is_acronym("A")


def test_possessives_are_cut_and_marked() -> None:
    found = split("Peru’s army, the workers' union")
    assert found.keys == ["peru", "army", "the", "workers", "union"]
    assert found.owned[0]
    assert not found.owned[3]
