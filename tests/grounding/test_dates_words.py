"""Numbers and lengths of time in words."""

from __future__ import annotations

import pytest

from fogline.grounding.dates_words import compiled, length, number_of, unit_of, year_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("18", 18),
        ("1,500", 1500),
        ("twenty-four", 24),
        ("a couple of", 2),
        ("two dozen", 24),
        ("a hundred", 100),
        ("one hundred and twenty", 120),
    ],
)
def test_numbers_are_read_in_digits_and_words(words: str, number: int) -> None:
    assert compiled("«NUMBER»").fullmatch(words)
    assert number_of(words) == number


@pytest.mark.parametrize(
    ("words", "year"),
    [("1996", 1996), ("nineteen ninety-six", 1996), ("year two thousand", 2000), ("year two thousand and one", 2001)],
)
def test_years_are_read_as_they_are_spoken(words: str, year: int) -> None:
    assert compiled("«YEAR»").fullmatch(words)
    assert year_number(words) == year


def test_two_thousand_alone_is_no_year() -> None:
    assert compiled("«YEAR»").fullmatch("two thousand") is None


def test_a_length_is_written_in_iso_8601() -> None:
    assert length(18, unit_of("months")) == "P18M"
    assert length(2, unit_of("centuries")) == "P200Y"
    assert length("X", unit_of("hours")) == "PTXH"
