"""Numbers that count: read as digits and as words, never more than the sentence says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.claims.quantities import number, numbers, quantities_of
from fogline.language.engine import load
from fogline.language.plain import words_of
from fogline.records import Quantity
from tests.claims.reports import TEXTS, report, the


@given(st.integers(0, 10**12))
def test_digits_say_themselves_with_or_without_commas(value: int) -> None:
    assert number(str(value)) == value
    assert number(f"{value:,}") == value


@given(st.text(max_size=12))
def test_any_text_is_a_whole_number_or_none(text: str) -> None:
    value = number(text)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("text", "value"),
    [("fourteen", 14), ("Seven", 7), ("ninety", 90), ("2,000", 2000), ("1 500", 1500), ("007", 7)],
)
def test_numbers_in_words_and_in_digits(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "many", "3.5", "1,00", "2nd", "-4", "12:30", "M23", "seven-fold", "1,2345"])
def test_these_say_no_number(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("raw", "kind", "counted"),
    [
        ("At least 14 soldiers were killed in Hama.", "harm", Quantity(14, 14, "soldier")),
        ("The attack killed 2,000 people.", "harm", Quantity(2000, 2000, "people")),
        ("The army sent 500 soldiers to Hama.", "deploy", Quantity(500, 500, "soldier")),
    ],
)
def test_a_claim_carries_what_is_counted(raw: str, kind: str, counted: Quantity) -> None:
    assert the(raw, kind).quantities == (counted,)


@pytest.mark.parametrize(
    ("raw", "head", "counted"),
    [
        ("At least 14 soldiers were killed in Hama.", "soldiers", Quantity(14, 14, "soldier")),
        ("A dozen fighters died in Hama.", "fighters", Quantity(12, 12, "fighter")),
        ("Two or three drivers were killed in Hama.", "drivers", Quantity(2, 3, "driver")),
        ("Five thousand people fled Hama.", "people", Quantity(5000, 5000, "people")),
        ("Between 20 and 30 people were wounded in Kabul.", "people", Quantity(20, 30, "people")),
        ("The blast killed 14 people, including 3 children, in Hama.", "people", Quantity(14, 14, "people")),
        ("Fourteen people, among them 3 children, were killed in Hama.", "people", Quantity(14, 14, "people")),
        ("10 to 15 soldiers were killed in Hama.", "soldiers", Quantity(10, 15, "soldier")),
        ("The blast killed 10-15 soldiers in Hama.", "soldiers", Quantity(10, 15, "soldier")),
        ("Dozens of people were killed in Hama.", "Dozens", Quantity(24, 99, "people")),
        ("Dozens were killed in Hama.", "Dozens", Quantity(24, 99, "people")),
        ("Scores of fighters died in Hama.", "Scores", Quantity(40, 99, "fighter")),
        ("Hundreds of soldiers were killed in Hama.", "Hundreds", Quantity(200, 999, "soldier")),
        ("Tens of thousands of people fled Hama.", "Tens", Quantity(20_000, 99_999, "people")),
        ("Several dozen people died in Hama.", "people", Quantity(24, 99, "people")),
        ("Two dozen soldiers were killed in Hama.", "soldiers", Quantity(24, 24, "soldier")),
        ("Half a million people fled Hama.", "people", Quantity(500_000, 500_000, "people")),
        ("1.5 million people fled Hama.", "people", Quantity(1_500_000, 1_500_000, "people")),
        ("Twenty-five soldiers were killed in Hama.", "soldiers", Quantity(25, 25, "soldier")),
        ("Two hundred and fifty soldiers died in Hama.", "soldiers", Quantity(250, 250, "soldier")),
        ("The blast killed 14 people and wounded 20 others in Hama.", "others", Quantity(20, 20, "people")),
        ("Some 400 fighters died in Hama.", "fighters", Quantity(400, 400, "fighter")),
        ("More than 20 people were wounded in Hama.", "people", Quantity(20, 20, "people")),
        ("Up to 30 people died in Hama.", "people", Quantity(30, 30, "people")),
        ("As many as 40 soldiers were killed in Hama.", "soldiers", Quantity(40, 40, "soldier")),
    ],
)
def test_what_counts_a_noun_has_a_low_and_a_high(raw: str, head: str, counted: Quantity) -> None:
    parse = load()(report(raw)).parse
    assert quantities_of(next(token for token in words_of(parse.doc) if token.text == head)) == (counted,)


@pytest.mark.parametrize(
    ("raw", "head"),
    [
        ("The blast killed drivers in Kabul.", "drivers"),
        ("Battalion 14 entered Hama.", "Battalion"),
        ("A driver, 34, was killed in Hama.", "driver"),
    ],
)
def test_without_a_number_before_it_a_noun_is_not_counted(raw: str, head: str) -> None:
    parse = load()(report(raw)).parse
    assert quantities_of(next(token for token in words_of(parse.doc) if token.text == head)) == ()


def test_each_vague_word_says_more_than_one_of_its_scale() -> None:
    for word, (low, high) in numbers().vague.items():
        scale = numbers().scales.get(word.removesuffix("s"), 10)
        assert low == 2 * scale
        assert low < high


@settings(max_examples=25)
@given(TEXTS)
def test_low_is_never_above_high_on_any_words(raw: str) -> None:
    for token in words_of(load()(report(raw)).parse.doc) if raw.strip() else ():
        for counted in quantities_of(token):
            assert 0 <= counted.low <= counted.high
            assert counted.unit
