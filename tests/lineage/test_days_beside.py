"""Day words beside those of a dated report."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.lineage.day_words import find
from fogline.lineage.days_beside import written

WEDNESDAY = date(2030, 3, 6)
THURSDAY = WEDNESDAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("mine", "theirs", "day"),
    [
        ("It fell yesterday.", "It fell on Wednesday.", THURSDAY),
        ("It falls today.", "It falls on Thursday.", THURSDAY),
        ("It fell yesterday.", "It fell today.", THURSDAY),
        ("It said yesterday that it fell on Monday.", "It said on Wednesday that it fell on Monday.", THURSDAY),
        ("It fell yesterday, and they meet today.", "It fell on Wednesday, and they meet on Thursday.", THURSDAY),
        ("It fell on Wednesday.", "It fell on Wednesday.", None),
        ("It fell yesterday.", "It fell.", None),
        ("It fell yesterday.", "It fell on Monday, and was left on Wednesday.", None),
        ("It fell yesterday, and they meet today.", "It fell on Monday, and they meet on Wednesday.", None),
    ],
)
def test_what_one_calls_yesterday_the_other_names(mine: str, theirs: str, day: date | None) -> None:
    assert written(find(mine), find(theirs), WEDNESDAY) == day


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-1, 1))
def test_the_day_is_found_whatever_day_it_is(day: date, apart: int) -> None:
    told = day + timedelta(days=apart)  # the report is of this day, its kin of `day`
    named = told - timedelta(days=1)
    assert written(find("It fell yesterday."), find(f"It fell on {named:%A}."), day) == told


def test_a_day_that_the_sentence_before_names_is_not_the_yesterday_of_the_next() -> None:
    mine, theirs = find("Officials said so yesterday."), find("It fell on Wednesday, officials said.")
    assert written(mine, theirs, WEDNESDAY) == THURSDAY
    assert written(mine, theirs, WEDNESDAY, find("It fell on Wednesday.")) is None
