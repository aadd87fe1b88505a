"""Words of days, and what they mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.lineage.day_words import WEEK, DayWord, find, near, weekday_of

dates = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell on Friday.", [DayWord(weekday=4)]),
        ("It fell yesterday; today the road is open.", [DayWord(offset=-1), DayWord(offset=0)]),
        ("This  morning the road was open.", [DayWord(offset=0)]),
        ("It fell last Friday, and has been shelled since Monday.", []),
        ("A Fridayish mood.", []),
        ("To-day it fell; it had been shelled the day before yesterday.", [DayWord(offset=0), DayWord(offset=-2)]),
    ],
)
def test_day_words_are_found_in_order(text: str, found: list[DayWord]) -> None:
    assert list(find(text)) == found


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("They announced yesterday, Friday, that it had fallen.", 5),
        ("It fell today (Monday) at noon.", 0),
        ("On Sunday, today, they went home.", 6),
        ("They said yesterday that it fell on Friday.", None),
    ],
)
def test_a_report_may_tell_its_own_weekday(text: str, weekday: int | None) -> None:
    found = weekday_of(text)
    assert (found[0] if found else None) == weekday


@given(dates, st.integers(0, 6))
def test_a_weekday_is_the_latest_one_and_the_nearest_is_within_three_days(day: date, weekday: int) -> None:
    latest = DayWord(weekday=weekday).day(day)
    assert latest.weekday() == near(weekday, day).weekday() == weekday
    assert timedelta(0) <= day - latest < timedelta(days=WEEK)
    assert abs((near(weekday, day) - day).days) <= 3
