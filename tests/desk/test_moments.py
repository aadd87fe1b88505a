"""Days and moments as people write them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.desk.moments import at_begin, at_end, known_at
from fogline.records import Clock
from fogline.records.errors import InputError


@given(day=st.dates())
def test_a_day_counts_to_its_end(day):
    known = known_at(day.isoformat(), None)
    assert known.by is Clock.PUBLISHED
    assert known.moment.date() == day
    assert (known.moment + timedelta(microseconds=1)).date() != day if day.year < 9999 else True


@given(day=st.dates(min_value=datetime(1, 1, 2).date()))
def test_since_a_day_is_from_the_end_of_the_day_before(day):
    begin = at_begin(day.isoformat(), Clock.READ, option="--since").moment
    assert begin == at_end((day - timedelta(days=1)).isoformat(), Clock.READ, option="--until").moment


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2014-06-12T18:30", 18), ("2014-06-12 18:30", 18), ("2014-06-12T18:30Z", 18),
        ("2014-06-12T18:30+03:00", 15), ("2014-06-12T14:30:00-04:00", 18),
    ],
)  # fmt: skip
def test_a_moment_is_in_utc_unless_it_says_otherwise(text, hour):
    assert known_at(text, Clock.READ).moment.astimezone(UTC) == datetime(2014, 6, 12, hour, 30, tzinfo=UTC)


def test_nothing_asked_is_now():
    assert known_at(None, None) is None


@pytest.mark.parametrize("text", ["", "yesterday", "12/06/2014", "2014-06-31", "2014-06-12T25:00"])
@pytest.mark.parametrize("by", list(Clock))
def test_what_is_no_day_is_one_line_with_the_forms_that_are(text, by):
    with pytest.raises(InputError, match="2014-06-12"):
        known_at(text, by)
