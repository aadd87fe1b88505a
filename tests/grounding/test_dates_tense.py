"""The tense of the words around a date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.dates_tense import tense_near
from fogline.records import Tense


@pytest.mark.parametrize(
    ("text", "date", "tense"),
    [
        ("They will meet on Friday.", "Friday", Tense.FUTURE),
        ("They met on Friday.", "Friday", Tense.PAST),
        ("On Friday, they will meet.", "On Friday", Tense.FUTURE),
        ("They will meet. On Friday they left.", "On Friday", Tense.PAST),
        ("The truce was extended to Nov. 16, he said.", "Nov. 16", Tense.FUTURE),
        ("He will be named head of the force on Monday.", "Monday", Tense.FUTURE),
        ("Friday morning in the port", "Friday morning", Tense.PAST),
    ],
)
def test_the_nearest_word_that_tells_decides(text: str, date: str, tense: Tense) -> None:
    start = text.index(date)
    assert tense_near(text, start, start + len(date)) is tense


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_has_a_tense(before: str, after: str) -> None:
    assert tense_near(f"{before}Friday{after}", len(before), len(before) + 6) in Tense
