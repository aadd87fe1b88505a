from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.language.countries import (
    adjective,
    capital_country,
    country_name,
    demonym_country,
    named_country,
    states,
)  # fmt: skip


def test_the_demonym_of_every_state_leads_back_to_it() -> None:
    for state in states():
        assert country_name(state.iso) == state.name
        assert named_country(state.name) == state.iso
        assert all(demonym_country(d) == state.iso for d in state.demonyms), state


def test_neighbouring_demonyms_are_told_apart() -> None:
    assert (demonym_country("Nigerien"), demonym_country("Nigerian")) == ("NE", "NG")
    assert (demonym_country("Guinean"), demonym_country("Congolese")) == ("GN", "CD")


@pytest.mark.parametrize("word", ["us", "polish", "car", "Car", "pole", "swede", ""])
def test_common_words_are_no_countries(word: str) -> None:
    assert demonym_country(word) is None
    assert named_country(word) is None


def test_names_in_capitals_and_with_articles() -> None:
    assert named_country("the United States") == named_country("U.S.") == named_country("US") == "US"
    assert named_country("The Gambia") == "GM"


def test_capitals_and_palaces_stand_for_states() -> None:
    assert capital_country("Paris") == "FR"
    assert capital_country("the Kremlin") == "RU"
    assert capital_country("Lyon") is None


def test_an_unknown_code_has_no_name() -> None:
    assert country_name("ZZ") is None
    assert adjective("ZZ") is None
    assert adjective(None) is None
    assert adjective("FR") == "French"


@given(st.text(max_size=30))
def test_any_text_may_be_asked(text: str) -> None:
    for ask in (demonym_country, named_country, capital_country):
        found = ask(text)
        assert found is None or len(found) == 2
