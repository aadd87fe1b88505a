from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.intake.dates import first_line_day, parse_day

DAY = date(2031, 5, 7)


@pytest.mark.parametrize(
    "written",
    [
        "2031-05-07",
        " 2031-05-07 ",
        "2031-05-07T23:59:00Z",
        "2031-05-07T00:30:00+03:00",
        "2031-05-07 10:00",
        "Wed, 07 May 2031 10:00:00 +0300",
    ],
)
def test_a_time_keeps_the_day_of_its_own_clock(written):
    assert parse_day(written) == DAY


@given(st.dates())
def test_iso_days_come_back(day):
    assert parse_day(day.isoformat()) == day
    assert parse_day(first_line_day(f"date {day.isoformat()} Troops left.") or "") == day


@given(st.text(max_size=60))
def test_any_text_is_a_day_or_none(text):
    assert parse_day(text) is None or isinstance(parse_day(text), date)


@pytest.mark.parametrize(
    "raw", ["updated 2031-05-07", "dates 2031-05-07", "date", "date 2031-05-071", "mandate 2031-05-07"]
)
def test_other_beginnings_are_no_date(raw):
    assert first_line_day(raw) is None
