"""Numbers that count: read as digits and as words, never more than the sentence says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.claims.quantities import number, quantities_of
from fogline.language.engine import load
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
        ("A dozen fighters died in Hama.", "harm", Quantity(12, 12, "fighter")),
        ("Two or three drivers were killed in Hama.", "harm", Quantity(2, 3, "driver")),
        ("Five thousand people fled Hama.", "harm", Quantity(5000, 5000, "people")),
        ("Between 20 and 30 people were wounded in Kabul.", "harm", Quantity(20, 30, "people")),
        ("The army sent 500 soldiers to Hama.", "deploy", Quantity(500, 500, "soldier")),
    ],
)
def test_a_claim_carries_what_is_counted(raw: str, kind: str, counted: Quantity) -> None:
    assert the(raw, kind).quantities == (counted,)


@pytest.mark.parametrize("raw", ["The blast killed drivers in Kabul.", "Rebels captured Hama."])
def test_without_a_number_there_is_no_quantity(raw: str) -> None:
    found = the(raw, "harm" if "killed" in raw else "capture")
    assert found.quantities == ()


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_low_is_never_above_high_on_any_words(raw: str) -> None:
    for token in load()(report(raw)).parse.doc if raw.strip() else ():
        for counted in quantities_of(token):
            assert 0 <= counted.low <= counted.high
            assert counted.unit
