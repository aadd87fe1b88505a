from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.grounding.dates import Days, Length, carries_on, find, find_every, meaning, resolve
from fogline.records import Basis, DateExpression, Period, Tense

FRIDAY = date(2021, 6, 18)
BEFORE = Period(date(2021, 6, 9), date(2021, 6, 9))
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def found(text: str) -> list[str]:
    return [text[a:b] for a, b in find(text)]


def days(words: str, *, tense: Tense = Tense.PAST, previous: Period | None = None) -> tuple[str, str] | None:
    period = resolve(DateExpression(words, tense), day=FRIDAY, previous=previous)
    return (period.first.isoformat(), period.last.isoformat()) if period else None


@pytest.mark.parametrize(
    ("sentence", "expressions"),
    [
        ("The brigade left the port early Saturday.", ["early Saturday"]),
        ("It fell late on Monday, and again on June 3.", ["late on Monday", "on June 3"]),
        ("They had held it since the spring of 2019.", ["since the spring of 2019"]),
        ("Fighting went on from Monday to Wednesday.", ["from Monday to Wednesday"]),
        ("The bridge was hit two days earlier.", ["two days earlier"]),
        ("On the night of 3 May they crossed.", ["On the night of 3 May"]),
        ("Shelling stopped overnight.", ["overnight"]),
        ("It was shut for a third day.", ["for a third day"]),
        ("In recent days convoys came.", ["In recent days"]),
        ("Residents may march to May Hill, said Mr May.", []),
        ("Some 2,000 men with 15 lorries in 3 columns.", []),
        ("The second column was on its way.", []),
        ("Parliament banned it in May.", ["in May"]),
        ("They met in the week of March 6.", ["in the week of March 6"]),
        ("On Christmas Eve the guns fell silent.", ["On Christmas Eve"]),
        ("It was taken on the 13th of that month.", ["on the 13th of that month"]),
        ("After two thousand men left, a quarter of the town was empty.", []),
    ],
)
def test_expressions_are_found_whole(sentence: str, expressions: list[str]) -> None:
    assert found(sentence) == expressions


@pytest.mark.parametrize(
    ("sentence", "expressions"),
    [
        ("The 2016 accord ended a three-day siege.", ["The 2016", "a three-day"]),
        ("Fighting went on from Monday to Wednesday.", ["from Monday", "Wednesday"]),
        ("At 10 p.m. Tuesday the third quarter was near.", ["10 p.m. Tuesday", "the third quarter"]),
        ("He is a 60-year-old man, paid $2 a year.", []),
        ("It took two and a half hours.", ["two and a half hours"]),
    ],
)
def test_every_expression_is_found_also_what_only_describes(sentence: str, expressions: list[str]) -> None:
    assert [sentence[a:b] for a, b in find_every(sentence)] == expressions


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on June 3", "2021-06-03"),
        ("late last week", "2021-W23"),
        ("over the weekend", "2021-W23-WE"),
        ("in early May", "2021-05"),
        ("the third quarter of 2019", "2019-Q3"),
        ("the first half of 2020", "2020-H1"),
        ("this summer", "2021-SU"),
        ("since 2016", "2016"),
        ("nineteen ninety-six", "1996"),
        ("the '90s", "199"),
        ("two years ago", "2019"),
        ("for 18 months", "P18M"),
        ("two dozen weeks", "P24W"),
        ("a two-year", "P2Y"),
        ("2 1/2 years", "P2Y6M"),
        ("several days", "PXD"),
    ],
)
def test_a_meaning_tells_its_precision(words: str, value: str) -> None:
    found = meaning(DateExpression(words), day=FRIDAY)
    assert found is not None
    assert found.value == value


def test_a_length_that_lies_nowhere_on_the_calendar_has_no_period() -> None:
    assert meaning(DateExpression("the first nine months"), day=FRIDAY) == Length("P9M")
    assert days("the first nine months") is None


def test_a_year_earlier_beside_a_quarter_is_the_same_quarter() -> None:
    quarter = meaning(DateExpression("the first quarter"), day=FRIDAY)
    assert isinstance(quarter, Days)
    before = meaning(DateExpression("a year earlier"), day=FRIDAY, previous=quarter)
    assert before is not None
    assert before.value == "2020-Q1"


@pytest.mark.parametrize(
    ("words", "carries"), [("on Friday", True), ("a year ago", False), ("the year-earlier period", False)]
)
def test_a_comparison_does_not_carry_the_narrative_on(words: str, carries: bool) -> None:
    assert carries_on(words) is carries


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Friday", "2021-06-18", "2021-06-18"),
        ("early Saturday", "2021-06-12", "2021-06-12"),
        ("on Thursday night", "2021-06-17", "2021-06-17"),
        ("last Wednesday", "2021-06-09", "2021-06-09"),
        ("yesterday", "2021-06-17", "2021-06-17"),
        ("the day before yesterday", "2021-06-16", "2021-06-16"),
        ("overnight", "2021-06-17", "2021-06-18"),
        ("last night", "2021-06-17", "2021-06-17"),
        ("June 3", "2021-06-03", "2021-06-03"),
        ("on 3 December", "2020-12-03", "2020-12-03"),
        ("Nov. 27, 2019", "2019-11-27", "2019-11-27"),
        ("the 27th", "2021-05-27", "2021-05-27"),
        ("the tenth of May", "2021-05-10", "2021-05-10"),
        ("in August", "2020-08-01", "2020-08-31"),
        ("in June", "2021-06-01", "2021-06-18"),
        ("last June", "2020-06-01", "2020-06-30"),
        ("in early May", "2021-05-01", "2021-05-10"),
        ("late last month", "2021-05-22", "2021-05-31"),
        ("in 2015", "2015-01-01", "2015-12-31"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("since 2016", "2016-01-01", "2021-06-18"),
        ("since Friday", "2021-06-18", "2021-06-18"),
        ("since last Thursday", "2021-06-10", "2021-06-18"),
        ("last week", "2021-06-07", "2021-06-13"),
        ("over the weekend", "2021-06-12", "2021-06-13"),
        ("last spring", "2021-03-01", "2021-05-31"),
        ("two weeks ago", "2021-06-04", "2021-06-04"),
        ("in the past week", "2021-06-11", "2021-06-18"),
        ("for 18 months", "2019-12-18", "2021-06-18"),
        ("for a third day", "2021-06-16", "2021-06-18"),
        ("from Monday to Wednesday", "2021-06-14", "2021-06-16"),
        ("between Friday and Sunday", "2021-06-11", "2021-06-13"),
        ("January 25-26", "2021-01-25", "2021-01-26"),
        ("between 3 and 5 May", "2021-05-03", "2021-05-05"),
        ("Thursday, June 10", "2021-06-10", "2021-06-10"),
        ("since the last day of 2013", "2013-12-31", "2021-06-18"),
        ("in the first half of May", "2021-05-01", "2021-05-15"),
        ("in the opening days of May", "2021-05-01", "2021-05-10"),
        ("in the last days of May", "2021-05-22", "2021-05-31"),
        ("in the last two weeks of May", "2021-05-22", "2021-05-31"),
        ("in the final weeks of 2019", "2019-12-01", "2019-12-31"),
        ("on the first day of May", "2021-05-01", "2021-05-01"),
        ("as late as 2019", "2019-01-01", "2019-12-31"),
        ("as far back as 2011", "2011-01-01", "2011-12-31"),
        ("in the week of March 6", "2021-03-01", "2021-03-07"),
        ("on Christmas Eve", "2020-12-24", "2020-12-24"),
        ("last Thanksgiving", "2020-11-26", "2020-11-26"),
        ("the third of last month", "2021-05-03", "2021-05-03"),
        ("this past weekend", "2021-06-12", "2021-06-13"),
    ],
)
def test_expressions_of_the_past_are_resolved(words: str, first: str, last: str) -> None:
    assert days(words) == (first, last)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Saturday", "2021-06-19", "2021-06-19"),
        ("next Wednesday", "2021-06-23", "2021-06-23"),
        ("by Tuesday", "2021-06-22", "2021-06-22"),
        ("tomorrow", "2021-06-19", "2021-06-19"),
        ("on 3 December", "2021-12-03", "2021-12-03"),
        ("in August", "2021-08-01", "2021-08-31"),
        ("next month", "2021-07-01", "2021-07-31"),
        ("in the coming days", "2021-06-18", "2021-06-24"),
    ],
)
def test_expressions_of_the_future_look_ahead(words: str, first: str, last: str) -> None:
    assert days(words, tense=Tense.FUTURE) == (first, last)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("two days earlier", "2021-06-07"),
        ("three days later", "2021-06-12"),
        ("the next day", "2021-06-10"),
        ("the previous day", "2021-06-08"),
        ("a day after", "2021-06-08"),
        ("the same day", "2021-06-09"),
        ("on May 8 of that year", "2021-05-08"),
        ("on the 13th of that month", "2021-06-13"),
    ],
)
def test_some_expressions_count_from_the_date_before(words: str, first: str) -> None:
    assert days(words, previous=BEFORE) == (first, first)


@pytest.mark.parametrize(
    "words",
    [
        "three days later",
        "the next day",
        "a day after",
        "on 30 February",
        "soon",
        "",
        "in May of that year",
        "that May",
    ],
)
def test_what_cannot_be_told_is_none_and_never_the_reports_day(words: str) -> None:
    assert days(words) is None


def test_the_weekday_beside_a_date_picks_the_year() -> None:
    assert days("Saturday, 3 August") == ("2019-08-03", "2019-08-03")


def test_a_date_just_ahead_is_not_taken_a_year_back() -> None:
    assert days("on June 20") == ("2021-06-20", "2021-06-20")
    assert days("on August 10") == ("2021-08-10", "2021-08-10")
    assert days("in July") == ("2021-07-01", "2021-07-31")


def test_the_basis_is_kept() -> None:
    period = resolve(DateExpression("yesterday", basis=Basis.INFERRED), day=FRIDAY)
    assert period is not None
    assert period.basis is Basis.INFERRED


@given(DAYS, st.integers(0, 6), st.sampled_from(["", "early ", "late on ", "on "]))
def test_a_weekday_is_within_a_week_of_the_report_on_the_side_of_its_tense(day: date, number: int, before: str) -> None:
    past = resolve(DateExpression(before + WEEKDAYS[number]), day=day)
    ahead = resolve(DateExpression(before + WEEKDAYS[number], Tense.FUTURE), day=day)
    assert past is not None
    assert ahead is not None
    assert past.first.weekday() == ahead.first.weekday() == number
    assert timedelta(0) <= day - past.first < timedelta(7)
    assert timedelta(0) <= ahead.first - day < timedelta(7)


@given(DAYS, st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_a_full_date_is_itself_whatever_the_reports_day(day: date, said: date) -> None:
    words = f"{said.day} {said:%B} {said.year}"
    for tense in Tense:
        assert resolve(DateExpression(words, tense), day=day) == Period(said, said)


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                "on",
                "since",
                "Friday",
                "3",
                "May",
                "2019",
                "the",
                "last",
                "two",
                "days",
                "ago",
                "from",
                "to",
                "and",
                "early",
                "in",
                "week",
                "year",
                "August",
                "27th",
                "until",
                "before",
            ]
        ),
        max_size=8,
    ),
    DAYS,
)
def test_resolving_is_pure_and_ordered(words: list[str], day: date) -> None:
    expression = DateExpression(" ".join(words))
    period = resolve(expression, day=day)
    assert period == resolve(expression, day=day)
    assert period is None or (period.first <= period.last and 1900 <= period.first.year <= 2110)


@given(st.text(max_size=200), DAYS)
def test_any_text_may_be_read(text: str, day: date) -> None:
    spans = find(text)
    every = find_every(text)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(every))
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(spans))
    for a, b in spans + every:
        resolve(DateExpression(text[a:b]), day=day)
    resolve(DateExpression(text), day=day)


def test_last_thursday_of_a_sunday_is_in_the_week_that_it_ends() -> None:
    sunday = date(2021, 10, 31)
    found = resolve(DateExpression("last Thursday"), day=sunday)
    assert found is not None
    assert found.first == found.last == date(2021, 10, 28)


def test_since_the_middle_of_a_month_begins_halfway() -> None:
    found = resolve(DateExpression("since mid-May"), day=date(2021, 6, 18))
    assert found == Period(date(2021, 5, 16), date(2021, 6, 18))


def test_ten_days_later_than_a_month_is_as_vague_as_the_month() -> None:
    april = Period(date(2021, 4, 1), date(2021, 4, 30))
    found = resolve(DateExpression("ten days later"), day=date(2021, 6, 18), previous=april)
    assert found == Period(date(2021, 4, 11), date(2021, 5, 10))


def test_since_then_counts_from_the_date_before() -> None:
    friday = Period(date(2021, 6, 11), date(2021, 6, 11))
    assert resolve(DateExpression("since then"), day=date(2021, 6, 18)) is None
    found = resolve(DateExpression("Since then"), day=date(2021, 6, 18), previous=friday)
    assert found == Period(date(2021, 6, 11), date(2021, 6, 18))
