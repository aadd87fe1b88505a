"""Days from a first to a last, both included."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.records import Period

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = draw(DAYS)
    return Period(first, first + timedelta(days=draw(st.integers(0, 60))))


@given(periods())
def test_days_are_counted_with_both_ends(period: Period) -> None:
    assert period.first + timedelta(days=period.days - 1) == period.last
    assert Period(period.first, period.first).days == 1


@given(periods(), periods(), st.integers(0, 90))
def test_meeting_is_mutual_and_more_slack_loses_nothing(one: Period, other: Period, slack: int) -> None:
    assert one.meets(other, slack_days=slack) == other.meets(one, slack_days=slack)
    assert one.meets(one)
    if one.meets(other):
        assert one.meets(other, slack_days=slack)


@given(periods(), periods())
def test_to_meet_is_to_share_a_day(one: Period, other: Period) -> None:
    def days(period: Period) -> set[date]:
        return {period.first + timedelta(days=n) for n in range(period.days)}

    assert one.meets(other) == bool(days(one) & days(other))


def test_slack_bridges_as_many_days_as_it_says() -> None:
    one, other = Period(date(2014, 6, 1), date(2014, 6, 2)), Period(date(2014, 6, 5), date(2014, 6, 9))
    assert not one.meets(other, slack_days=2)
    assert one.meets(other, slack_days=3)


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="2014-06-02 to 2014-06-01"):
        Period(date(2014, 6, 2), date(2014, 6, 1))
